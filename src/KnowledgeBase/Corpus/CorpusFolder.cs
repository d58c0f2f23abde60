using System.Collections.Immutable;

namespace KnowledgeBase.Corpus;

/// <summary>The folder that holds the archive's documents, one a file.</summary>
/// <param name="root">The folder.</param>
public sealed class CorpusFolder(string root)
{
    private const string FileEnding = ".md";
    private const string AuthoritiesFolder = "authorities";
    private const string ReadMe = "README.md";

    /// <summary>The folder.</summary>
    public string Root { get; } = root;

    /// <summary>Whether a path below the folder is a document's: a Markdown file that is neither the contract nor an authority.</summary>
    /// <param name="path">Relative to the folder, with forward slashes.</param>
    public static bool IsDocumentPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        return path.EndsWith(FileEnding, StringComparison.OrdinalIgnoreCase)
            && path != ReadMe
            && (parts.Length == 1 || parts[0] != AuthoritiesFolder)
            && !parts.Any(static part => part.StartsWith('.'));
    }

    /// <summary>Lists the files of documents in ordinal order of their paths, the same on every machine.</summary>
    /// <remarks>Links are not followed but reported, and so is a folder that may not be read.</remarks>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public CorpusListing List()
    {
        if (!Directory.Exists(Root))
        {
            throw new DirectoryNotFoundException($"There is no corpus folder '{Root}'; name one with --corpus, or create it.");
        }

        var paths = new List<string>();
        var problems = new List<ReadProblem>();
        var folders = new Stack<string>([""]);
        while (folders.TryPop(out var folder))
        {
            ListFolder(folder, folders, paths, problems);
        }

        paths.Sort(StringComparer.Ordinal);
        return new CorpusListing([.. paths], [.. problems.OrderBy(static p => p.File, StringComparer.Ordinal)]);
    }

    private void ListFolder(string folder, Stack<string> folders, List<string> paths, List<ReadProblem> problems)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(Root, folder)).EnumerateFileSystemInfos())
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry.Name.StartsWith('.') || path is AuthoritiesFolder)
                {
                    continue;
                }

                var isFolder = entry is DirectoryInfo;
                if (entry.LinkTarget is not null && (isFolder || IsDocumentPath(path)))
                {
                    problems.Add(new ReadProblem("file.link", path, 0, null, "This is a symbolic link, which is not followed; put the file itself here."));
                }
                else if (isFolder)
                {
                    folders.Push(path);
                }
                else if (IsDocumentPath(path))
                {
                    paths.Add(path);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ReadProblem("file.unreadable", folder, 0, null, "The folder could not be listed; check its permissions."));
        }
    }
}

/// <summary>The files of a corpus.</summary>
/// <param name="Paths">Relative to the folder, with forward slashes, in ordinal order.</param>
/// <param name="Problems">Links, and folders that may not be read.</param>
public sealed record CorpusListing(ImmutableArray<string> Paths, ImmutableArray<ReadProblem> Problems);
