namespace KnowledgeBase.Tests.Support;

/// <summary>The working copy that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>KnowledgeBase.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below <see cref="Root"/>, given with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, Path.Combine(relative.Split('/')));

    /// <summary>Files under src and tests with one of the endings, build output left out.</summary>
    public static IEnumerable<string> SourceFiles(params string[] endings) =>
        new[] { "src", "tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(file => endings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests must run from inside the repository: KnowledgeBase.sln was not found.");
    }
}
