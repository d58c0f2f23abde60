using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Ranking.Latent;
using KnowledgeBase.Querying;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>One segment of a snapshot: its postings, its columns and which of its documents are alive.</summary>
internal sealed record SegmentView(AtomicReader Reader, SegmentColumns Columns, int Number)
{
    public int Documents => Reader.MaxDoc;

    /// <summary>Null when every document is alive.</summary>
    public IBits? Live => Reader.LiveDocs;

    public bool IsLive(int doc) => Live is null || Live.Get(doc);

    /// <summary>A set of all documents that are alive.</summary>
    public FixedBitSet AllLive()
    {
        var all = new FixedBitSet(Math.Max(1, Documents));
        if (Documents == 0)
        {
            return all;
        }

        all.Set(0, Documents);
        if (Live is { } live)
        {
            for (var doc = 0; doc < Documents; doc++)
            {
                if (!live.Get(doc))
                {
                    all.Clear(doc);
                }
            }
        }

        return all;
    }
}

/// <summary>The index at one moment. All figures count living documents only, so that they are the same after a rebuild.</summary>
internal sealed class Snapshot
{
    private Snapshot(DirectoryReader reader)
    {
        Reader = reader;
        Segments = [.. reader.Leaves.Select(static (leaf, number) =>
            new SegmentView(leaf.AtomicReader, SegmentColumns.Of(leaf.AtomicReader), number))];
        Documents = reader.NumDocs;
        Version = VersionOf(reader);
        AverageLengths = QueryFields.Text.ToFrozenDictionary(
            static field => field, field => Average(columns => columns.Lengths[field]), StringComparer.Ordinal);
        AverageGrams = Average(static columns => columns.GramCounts);
        Latent = new Lazy<LatentSpace?>(() => LatentSpace.Of(reader, Segments));
        DocumentsOf = Segments.SelectMany(LiveChains).CountBy(static chain => chain, StringComparer.Ordinal)
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value)).ToArray();
        Chains = [.. DocumentsOf.Select(static pair => pair.Chain)];
    }

    public DirectoryReader Reader { get; }

    public SegmentView[] Segments { get; }

    /// <summary>How many documents are alive.</summary>
    public int Documents { get; }

    public string Version { get; }

    /// <summary>Words of a living document on average, for each field of <see cref="QueryFields.Text"/>; at least 1.</summary>
    public FrozenDictionary<string, double> AverageLengths { get; }

    /// <summary>Runs of four characters of a living document on average; at least 1.</summary>
    public double AverageGrams { get; }

    /// <summary>What the length of each document counts in scores by runs of characters, by the weights K1 and B; worked out once.</summary>
    public ConcurrentDictionary<(double K1, double B), double[][]> GramNorms { get; } = new();

    /// <summary>The analysis chains of the living documents.</summary>
    public IReadOnlyList<string> Chains { get; }

    /// <summary>How many living documents each analysis chain has, chains in ordinal order.</summary>
    public IReadOnlyList<(string Chain, int Documents)> DocumentsOf { get; }

    /// <summary>Where words and documents stand by meaning; null in an archive too small to learn it from.</summary>
    public Lazy<LatentSpace?> Latent { get; }

    /// <summary>Where a document is; null when it is not in the index.</summary>
    public (SegmentView Segment, int Doc)? Find(DocumentId id)
    {
        var key = new BytesRef(id.Value);
        foreach (var segment in Segments)
        {
            var docs = segment.Reader.GetTerms(IndexFields.Id)?.GetEnumerator() is { } terms && terms.SeekExact(key)
                ? terms.Docs(segment.Live, null, DocsFlags.NONE)
                : null;
            if (docs?.NextDoc() is { } doc and not DocIdSetIterator.NO_MORE_DOCS)
            {
                return (segment, doc);
            }
        }

        return null;
    }

    public static Snapshot Of(DirectoryReader reader) => new(reader);

    /// <summary>
    /// Generation, number of the change in it, and the beginning of the digest of the corpus: the number alone begins anew with every
    /// generation, so that two different archives could have it.
    /// </summary>
    private static string VersionOf(DirectoryReader reader)
    {
        var number = reader.Version.ToString("x", CultureInfo.InvariantCulture);
        return CommitFacts.Read(reader.IndexCommit.UserData) is { } facts
            ? string.Create(CultureInfo.InvariantCulture, $"{facts.Generation:x}.{number}-{facts.CorpusDigest[..Math.Min(8, facts.CorpusDigest.Length)]}")
            : number;
    }

    private double Average(Func<SegmentColumns, int[]> column)
    {
        var total = 0L;
        foreach (var segment in Segments)
        {
            var lengths = column(segment.Columns);
            for (var doc = 0; doc < lengths.Length; doc++)
            {
                total += segment.IsLive(doc) ? lengths[doc] : 0;
            }
        }

        return Math.Max(1, total / (double)Math.Max(1, Documents));
    }

    private static IEnumerable<string> LiveChains(SegmentView segment) => Enumerable.Range(0, segment.Documents)
        .Where(segment.IsLive)
        .Select(doc => segment.Columns.Chains[segment.Columns.ChainOf[doc]]);
}
