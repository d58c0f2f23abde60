namespace KnowledgeBase.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kb-test-").FullName;

    /// <summary>A path below the folder, given with forward slashes.</summary>
    public string PathOf(string relative) => System.IO.Path.Combine(Path, System.IO.Path.Combine(relative.Split('/')));

    /// <summary>Writes a file, making the folders it stands in.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string relative, string content)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
