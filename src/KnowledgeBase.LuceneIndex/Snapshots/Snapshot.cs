using System.Collections.Frozen;
using System.Globalization;
using KnowledgeBase.Documents;
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
        Version = reader.Version.ToString("x", CultureInfo.InvariantCulture);
        AverageLengths = QueryFields.Text.ToFrozenDictionary(static f => f, AverageLength, StringComparer.Ordinal);
        Completions = new Lazy<Suggestions.Completions>(() => Suggestions.Completions.Of(this));
        Chains = [.. Segments.SelectMany(LiveChains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public DirectoryReader Reader { get; }

    public SegmentView[] Segments { get; }

    /// <summary>How many documents are alive.</summary>
    public int Documents { get; }

    public string Version { get; }

    /// <summary>Words of a living document on average, for each field of <see cref="QueryFields.Text"/>; at least 1.</summary>
    public FrozenDictionary<string, double> AverageLengths { get; }

    /// <summary>The analysis chains of the living documents.</summary>
    public IReadOnlyList<string> Chains { get; }

    /// <summary>Completions while typing, made when they are first asked for.</summary>
    public Lazy<Suggestions.Completions> Completions { get; }

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

    private double AverageLength(string field)
    {
        var total = 0L;
        foreach (var segment in Segments)
        {
            var lengths = segment.Columns.Lengths[field];
            for (var doc = 0; doc < lengths.Length; doc++)
            {
                total += segment.IsLive(doc) ? lengths[doc] : 0;
            }
        }

        return Math.Max(1, total / (double)Math.Max(1, Documents));
    }

    private static IEnumerable<string> LiveChains(SegmentView segment)
    {
        var seen = new bool[segment.Columns.Chains.Length];
        for (var doc = 0; doc < segment.Documents; doc++)
        {
            seen[segment.Columns.ChainOf[doc]] |= segment.IsLive(doc);
        }

        return segment.Columns.Chains.Where((_, ordinal) => seen[ordinal]);
    }
}
