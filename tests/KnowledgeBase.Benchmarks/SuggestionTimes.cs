using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Suggestions;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching.Completing;
using KnowledgeBase.Searching.Phrases;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.Benchmarks;

/// <summary>How long the completions take that are asked for at each letter.</summary>
internal static class SuggestionTimes
{
    private static readonly Func<string[], string>[] Queries =
    [
        static words => words[0],
        static words => string.Join(' ', words),
        static words => $"extradition police {words[0]}",
        static words => $"\"{words[0]} {words[1]}",
        static words => $"subject:{words[0]}",
    ];

    /// <summary>Types queries letter by letter.</summary>
    public static async Task MeasureAsync(string corpus, string index, int count, int seed)
    {
        using var search = ArchiveUnderTest.Open(index);
        var words = ArchiveUnderTest.Triples(corpus, count, new Random(seed));
        await search.GetFactsAsync(CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(FormattableString.Invariant($"the first completion after opening: {await TimeAsync(search, "pol"):0.0} ms"));
        Console.WriteLine(FormattableString.Invariant($"memory of what is kept ready: {GC.GetTotalMemory(forceFullCollection: true) - before:#,0} bytes"));
        foreach (var letters in new[] { 2, 3 })
        {
            await MeasureAsync(search, FormattableString.Invariant($"{letters} letters"), words.Select(triple => triple[0][..letters]));
        }

        await MeasureAsync(search, "letter by letter", words.SelectMany(static (triple, i) => Typed(Queries[i % Queries.Length](triple))));
        await MeasureCommitsAsync(search, index);
    }

    /// <summary>Prints what choosing the phrases of an index takes.</summary>
    public static void MeasurePhrases(string folder)
    {
        using var directory = new NIOFSDirectory(RankingCost.LiveFolder(folder));
        using var reader = DirectoryReader.Open(directory);
        var clock = Stopwatch.StartNew();
        var model = PhraseFiles.Choose(reader, new PhraseLimits());
        Console.WriteLine(FormattableString.Invariant($"documents                {reader.NumDocs}"));
        Console.WriteLine(FormattableString.Invariant($"phrases: choosing        {clock.Elapsed.TotalSeconds:0.0} s, {Process.GetCurrentProcess().PeakWorkingSet64:#,0} bytes at most"));
        using var memory = new RAMDirectory();
        model.Write(memory, "phrases");
        Console.WriteLine(FormattableString.Invariant($"phrases: file            {memory.FileLength("phrases"):#,0} bytes, {model.Phrases.Count} phrases"));
        foreach (var phrase in model.Phrases.Where(static (_, i) => i % 700 == 0))
        {
            Console.WriteLine(FormattableString.Invariant($"  {phrase.Documents,7} {phrase.Text}"));
        }
    }

    private static IEnumerable<string> Typed(string query) => Enumerable.Range(2, Math.Max(0, query.Length - 1)).Select(letters => query[..letters]);

    private static async Task MeasureAsync(LuceneSearchIndex search, string what, IEnumerable<string> typed)
    {
        var times = new List<double>();
        foreach (var text in typed.ToList())
        {
            times.Add(await TimeAsync(search, text));
        }

        ArchiveUnderTest.Print(what, times);
    }

    private static async Task<double> TimeAsync(LuceneSearchIndex search, string typed)
    {
        var clock = Stopwatch.StartNew();
        await TypedCompletion.CompleteAsync(search, NameTable.Empty, typed, 10, CancellationToken.None);
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>One document comes and goes again, so that the index is afterwards what it was.</summary>
    private static async Task MeasureCommitsAsync(LuceneSearchIndex search, string index)
    {
        using var writer = LuceneIndexWriter.Open(new IndexFolder(index), new LuceneTextAnalyzer(), new IndexingOptions(), "kb-bench", TimeProvider.System);
        var files = writer.ListFiles();
        const string Text = "The prime minister spoke of the bench mark.";
        var document = new CorpusDocument
        {
            Id = new DocumentId("kb-bench"),
            Path = "kb-bench.md",
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
            Metadata = new DocumentMetadata { Title = "A mark on the bench", Type = "other", Date = ArchiveDate.None, Language = "en" },
            Markdown = Text,
            Text = Text,
            Paragraphs = [new Paragraph("p", 1, new TextSpan(0, Text.Length), ParagraphKind.Text)],
        };
        await CommitAsync(search, writer, "one document comes", change => change.Put(document), [.. files, new IndexedFile(document.Path, document.Digest, document.Id)]);
        await CommitAsync(search, writer, "one document goes", change => change.Remove(document.Id), files);
    }

    private static async Task CommitAsync(
        LuceneSearchIndex search, LuceneIndexWriter writer, string what, Action<IIndexChange> step, IReadOnlyCollection<IndexedFile> files)
    {
        var clock = Stopwatch.StartNew();
        using (var change = writer.Begin(rebuild: false))
        {
            step(change);
            change.Commit(IndexedFile.DigestOf(files));
        }

        var commit = clock.Elapsed.TotalMilliseconds;
        search.Refresh();
        clock.Restart();
        var first = await TimeAsync(search, "pol");
        await search.PrepareSuggestionsAsync(CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: commit {commit:0} ms, first completion after it {first:0.00} ms, new state ready after {clock.Elapsed.TotalMilliseconds:0} ms"));
    }
}
