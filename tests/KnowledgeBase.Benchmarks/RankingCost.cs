using System.Diagnostics;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Ranking;
using KnowledgeBase.LuceneIndex.Ranking.Latent;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KnowledgeBase.Benchmarks;

/// <summary>What ranking beyond BM25 costs: time and bytes of the field of character runs and of the model, and time of queries.</summary>
internal static class RankingCost
{
    private const int Rounds = 3;

    /// <summary>Prints how long queries take by BM25 alone and by the default profile.</summary>
    public static async Task MeasureTimesAsync(string corpus, string index, int count, int seed)
    {
        using var search = ArchiveUnderTest.Open(index);
        var requests = ArchiveUnderTest.Triples(corpus, count, new Random(seed)).Select(static (words, i) => string.Join(' ', words[..(1 + (i % 3))])).ToList();
        RankingProfile[] profiles = [RankingProfile.Bm25, RankingProfile.Archive];
        var times = profiles.ToDictionary(static profile => profile.Name, static _ => new List<double>());
        var processor = profiles.ToDictionary(static profile => profile.Name, static _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in requests)
            {
                // The two side by side, so that whatever else the machine does slows both.
                foreach (var profile in profiles)
                {
                    var clock = Stopwatch.StartNew();
                    var used = Environment.CpuUsage.TotalTime;
                    await search.SearchAsync(Request(request, profile.Name), CancellationToken.None);
                    if (round > 0)
                    {
                        times[profile.Name].Add(clock.Elapsed.TotalMilliseconds);
                        processor[profile.Name].Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
                    }
                }
            }
        }

        foreach (var profile in profiles)
        {
            ArchiveUnderTest.Print(profile.Name, times[profile.Name]);
            ArchiveUnderTest.Print(profile.Name + ", processor", processor[profile.Name]);
        }
    }

    private static SearchRequest Request(string typed, string profile) => new()
    {
        Query = QueryParser.Parse(typed, new DateOnly(2026, 1, 1), WordCutter.OneForEachPlace).Query,
        Count = 10,
        Facets = FacetNames.All,
        Profile = profile,
    };

    /// <summary>Prints what the runs of characters and the model take of an index that exists already.</summary>
    public static void MeasureIndex(string folder)
    {
        using var directory = new NIOFSDirectory(new DirectoryInfo(LiveFolder(folder)));
        using var reader = DirectoryReader.Open(directory);
        Console.WriteLine(FormattableString.Invariant($"documents                {reader.NumDocs}"));
        Console.WriteLine(FormattableString.Invariant($"index                    {Bytes(directory):#,0} bytes"));
        MeasureGrams(reader);
        var clock = Stopwatch.StartNew();
        var model = LatentModelBuilder.Build(reader, CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"model: training          {clock.Elapsed.TotalSeconds:0.0} s"));
        using var memory = new RAMDirectory();
        model.Write(memory, "model");
        Console.WriteLine(FormattableString.Invariant($"model: file              {memory.FileLength("model"):#,0} bytes"));
        Console.WriteLine(FormattableString.Invariant($"model: places in memory  {(long)reader.MaxDoc * (model.Vectors.Columns + sizeof(float)):#,0} bytes"));
    }

    /// <summary>The field by itself in an index of its own: the time of cutting and inverting, and the bytes of its postings.</summary>
    private static void MeasureGrams(DirectoryReader reader)
    {
        var analyzer = new LuceneTextAnalyzer();
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };
        using var memory = new RAMDirectory();
        var elapsed = TimeSpan.Zero;
        using (var writer = new IndexWriter(memory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { RAMBufferSizeMB = 64 }))
        {
            for (var doc = 0; doc < reader.MaxDoc; doc++)
            {
                var document = DocumentMapping.FromLucene(reader.Document(doc));
                var chain = analyzer.ChainFor(document.Metadata.Language);
                var words = FieldAnalysis.OfValues([document.Metadata.Title], chain, analyzer).Concat(FieldAnalysis.OfText(document, analyzer))
                    .Select(static token => token.Exact).Where(word => !analyzer.IsStopWord(word, chain)).ToList();
                var clock = Stopwatch.StartNew();
                var grams = CharacterGrams.Of(words);
                writer.AddDocument([new Field(IndexFields.Grams, WordStream.Unplaced(grams), type), new NumericDocValuesField(IndexFields.GramCount, grams.Count)]);
                elapsed += clock.Elapsed;
            }

            var merging = Stopwatch.StartNew();
            writer.Commit();
            elapsed += merging.Elapsed;
        }

        Console.WriteLine(FormattableString.Invariant($"character runs: time     {elapsed.TotalSeconds:0.0} s"));
        Console.WriteLine(FormattableString.Invariant($"character runs: bytes    {Bytes(memory):#,0} bytes"));
    }

    private static long Bytes(Lucene.Net.Store.Directory directory) => directory.ListAll().Sum(directory.FileLength);

    internal static string LiveFolder(string folder) =>
        System.IO.Directory.EnumerateFiles(folder, "segments_*", SearchOption.AllDirectories).Select(static file => Path.GetDirectoryName(file)!)
            .Order(StringComparer.Ordinal).Last();
}
