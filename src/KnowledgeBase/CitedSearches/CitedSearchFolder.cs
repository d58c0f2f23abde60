using KnowledgeBase.Indexing;

namespace KnowledgeBase.CitedSearches;

/// <summary>A search cannot be cited, or a cited one cannot be read.</summary>
/// <param name="message">Names path, reason and remedy.</param>
/// <param name="code">
/// Stable, for programs: <c>citations.full</c>, <c>citations.too_large</c>, <c>citations.io</c>, <c>citations.damaged</c>.
/// </param>
/// <param name="inner">What happened underneath; null when nothing did.</param>
public sealed class CitedSearchException(string message, string code, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable, for programs.</summary>
    public string Code { get; } = code;
}

/// <summary>The folder of cited searches: one small file each, which stays when the index is built again.</summary>
/// <remarks>
/// A file is named after its own bytes: citing the same thing twice writes nothing, files are never changed, and what does not fit
/// its name is not believed. Safe for use by many callers and processes at once.
/// </remarks>
public sealed class CitedSearchFolder
{
    /// <summary>Most records unless something else is said: whoever cites without end fills no disk.</summary>
    public const int UsualMost = 20_000;

    private const string Ending = ".json";
    private readonly int _most;

    /// <param name="path">The folder; it is made when the first search is cited.</param>
    /// <param name="most">Most records, 1 or more.</param>
    public CitedSearchFolder(string path, int most = UsualMost)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Path = System.IO.Path.GetFullPath(path);
        _most = most;
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Keeps a search for good.</summary>
    /// <returns>Its name, <see cref="CitationId"/>.</returns>
    /// <exception cref="CitedSearchException">The folder is full or cannot be written.</exception>
    public string Save(CitedSearch cited)
    {
        var bytes = CitedSearchFile.Write(cited);
        var id = CitationId.Of(bytes);
        try
        {
            if (File.Exists(FileOf(id)))
            {
                return id;
            }

            DurableFile.CreateFolder(Path);
            if (Directory.EnumerateFiles(Path, "*" + Ending).Skip(_most - 1).Any())
            {
                throw new CitedSearchException(
                    $"'{Path}' already holds {_most:N0} cited searches, the most there may be; move some away.", "citations.full");
            }

            DurableFile.Write(FileOf(id), bytes, overwrite: true);
            return id;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CitedSearchException(
                $"Cannot keep a cited search in '{Path}': {exception.Message} Let the program write there, or name another folder.",
                "citations.io", exception);
        }
    }

    /// <summary>The search of that name; null when the folder does not hold it.</summary>
    /// <param name="id">Any text.</param>
    /// <exception cref="CitedSearchException">The record is damaged or cannot be read.</exception>
    public CitedSearch? Find(string? id)
    {
        if (CitationId.Read(id) is not { } name)
        {
            return null;
        }

        var file = FileOf(name);
        try
        {
            if (!File.Exists(file))
            {
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            return (CitationId.Of(bytes) == name ? CitedSearchFile.Read(bytes) : null) ?? throw new CitedSearchException(
                $"The record '{file}' is not what it was when the search was cited; restore it from a copy of the folder.", "citations.damaged");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CitedSearchException($"Cannot read '{file}': {exception.Message}", "citations.io", exception);
        }
    }

    private string FileOf(string id) => System.IO.Path.Combine(Path, id + Ending);
}
