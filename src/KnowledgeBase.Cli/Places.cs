namespace KnowledgeBase.Cli;

/// <summary>Where the corpus and its index are.</summary>
/// <param name="Corpus">The folder of documents, absolute; it exists.</param>
/// <param name="Index">The folder of the index, absolute; it may not exist yet.</param>
internal sealed record Places(string Corpus, string Index)
{
    public const string CorpusVariable = "KB_CORPUS";
    public const string IndexVariable = "KB_INDEX";
    public const string CitationsVariable = "KB_CITATIONS";

    private const string CorpusName = "corpus";
    private const string IndexName = "index";
    private const string CitationsName = "citations";

    /// <summary>
    /// The folder of cited searches, absolute; it may not exist yet. It stands beside the corpus, not in the index: it stays when the
    /// index is built again.
    /// </summary>
    public string Citations { get; init; } = Path.Combine(Path.GetDirectoryName(Corpus) ?? Corpus, CitationsName);

    /// <summary>
    /// An option decides; without it the environment; without that a folder <c>corpus</c> in the current folder or the nearest one
    /// above. The index stands beside the corpus unless something else is said.
    /// </summary>
    /// <exception cref="CommandFailure">There is no corpus.</exception>
    public static Places Find(string? corpusOption, string? indexOption, string currentFolder, Func<string, string?> environment)
    {
        var corpus = NotEmpty(corpusOption) ?? NotEmpty(environment(CorpusVariable));
        corpus = corpus is null ? FindUpwards(currentFolder) : Path.GetFullPath(corpus, currentFolder);
        if (corpus is null)
        {
            throw new CommandFailure(
                $"There is no folder '{CorpusName}' in '{currentFolder}' or above it. Name the corpus with --corpus or {CorpusVariable}.",
                ExitCode.Usage);
        }

        if (!Directory.Exists(corpus))
        {
            throw new CommandFailure($"There is no folder '{corpus}'. Name the corpus with --corpus or {CorpusVariable}.", ExitCode.Usage);
        }

        corpus = Path.TrimEndingDirectorySeparator(corpus);
        var index = NotEmpty(indexOption) ?? NotEmpty(environment(IndexVariable));
        var places = new Places(corpus, index is null
            ? Path.Combine(Path.GetDirectoryName(corpus) ?? corpus, IndexName)
            : Path.GetFullPath(index, currentFolder));
        return NotEmpty(environment(CitationsVariable)) is { } citations
            ? places with { Citations = Path.GetFullPath(citations, currentFolder) }
            : places;
    }

    private static string? FindUpwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, CorpusName);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
