using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests.Indexing;

/// <summary>An index folder in a temporary place, and what tests do with it.</summary>
internal sealed class IndexWorkshop : IDisposable
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    private readonly TempFolder _temp = new();

    public IndexWorkshop() => Folder = new IndexFolder(_temp.PathOf("index"));

    public IndexFolder Folder { get; }

    public IndexVerifier Verifier => new(Folder);

    public IndexWriterSettings Settings { get; init; } = new()
    {
        Map = new DocumentMapping(Analyzer).ToLucene,
        SchemaVersion = IndexFields.SchemaVersion,
        AnalyzerVersion = Analyzer.Version,
        Purpose = "a test",
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)),
    };

    public LuceneIndexWriter OpenWriter() => LuceneIndexWriter.Open(Folder, Settings);

    /// <summary>A workshop that begins with a copy of this one's index.</summary>
    public IndexWorkshop Copy()
    {
        var copy = new IndexWorkshop { Settings = Settings };
        foreach (var file in Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories))
        {
            var target = copy.PathOf(Path.GetRelativePath(Folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Builds a new generation of these documents with a writer of its own.</summary>
    public void Build(params IEnumerable<CorpusDocument> documents)
    {
        using var writer = OpenWriter();
        Commit(writer, rebuild: true, documents);
    }

    /// <summary>Puts documents into the index in one change.</summary>
    public static void Commit(LuceneIndexWriter writer, bool rebuild, params IEnumerable<CorpusDocument> documents)
    {
        var files = (rebuild ? [] : writer.ListFiles()).ToDictionary(static file => file.Id);
        using var change = writer.Begin(rebuild);
        foreach (var document in documents)
        {
            change.Put(document);
            files[document.Id] = new IndexedFile(document.Path, document.Digest, document.Id);
        }

        change.Commit(IndexedFile.DigestOf(files.Values));
    }

    /// <summary>Reference codes of the live generation, in order.</summary>
    public IReadOnlyList<string> Ids => [.. Verifier.ListFiles().Select(static file => file.Id.Value).Order(StringComparer.Ordinal)];

    /// <summary>The files of the live generation.</summary>
    public IReadOnlyList<string> LiveFiles =>
        [.. Directory.EnumerateFiles(Folder.PathOf(Folder.ReadCurrent()!.Value)).Order(StringComparer.Ordinal)];

    public string PathOf(string relative) => _temp.PathOf("index/" + relative);

    public void Dispose() => _temp.Dispose();
}
