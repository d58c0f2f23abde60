using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>The numbers and facet values of one segment, in memory.</summary>
/// <remarks>
/// A segment never changes but for deletions, which are not in here: the columns are read once and shared by every snapshot that
/// holds the segment. Reading them at refresh keeps every query from reading doc values.
/// </remarks>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Cache = [];

    private SegmentColumns(AtomicReader reader)
    {
        var documents = reader.MaxDoc;
        FirstDay = Numbers(reader, IndexFields.FirstDay, documents);
        LastDay = Numbers(reader, IndexFields.LastDay, documents);
        Added = Numbers(reader, IndexFields.Added, documents);
        (ChainOf, Chains) = Ordinals(reader, IndexFields.Chain, documents);
        (TitleOf, Titles) = Ordinals(reader, IndexFields.SortTitle, documents);
        (ShownTitleOf, ShownTitles) = Ordinals(reader, IndexFields.ShownTitle, documents);
        (IdOf, Ids) = Ordinals(reader, IndexFields.Id, documents);
        Lengths = QueryFields.Text.ToFrozenDictionary(
            static field => field, field => Numbers(reader, IndexFields.Length(field), documents), StringComparer.Ordinal);
        GramCounts = Numbers(reader, IndexFields.GramCount, documents);
        Facets = FacetNames.All.ToFrozenDictionary(
            static facet => facet, facet => FacetColumn.Read(reader, facet), StringComparer.Ordinal);
    }

    public int[] FirstDay { get; }

    public int[] LastDay { get; }

    public int[] Added { get; }

    /// <summary>For each document the index into <see cref="Chains"/>.</summary>
    public int[] ChainOf { get; }

    public string[] Chains { get; }

    public int[] TitleOf { get; }

    public string[] Titles { get; }

    public int[] ShownTitleOf { get; }

    public string[] ShownTitles { get; }

    public int[] IdOf { get; }

    public string[] Ids { get; }

    /// <summary>Words by document, for each field of <see cref="QueryFields.Text"/>.</summary>
    public FrozenDictionary<string, int[]> Lengths { get; }

    /// <summary>Runs of four characters by document.</summary>
    public int[] GramCounts { get; }

    public FrozenDictionary<string, FacetColumn> Facets { get; }

    public static SegmentColumns Of(AtomicReader reader) =>
        Cache.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    private static int[] Numbers(AtomicReader reader, string field, int documents)
    {
        var numbers = new int[documents];
        if (reader.GetNumericDocValues(field) is { } values)
        {
            for (var doc = 0; doc < documents; doc++)
            {
                numbers[doc] = (int)values.Get(doc);
            }
        }

        return numbers;
    }

    private static (int[] ByDocument, string[] Values) Ordinals(AtomicReader reader, string field, int documents)
    {
        if (reader.GetSortedDocValues(field) is not { } sorted)
        {
            return (new int[documents], [""]);
        }

        var values = new string[sorted.ValueCount];
        var bytes = new BytesRef();
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            sorted.LookupOrd(ordinal, bytes);
            values[ordinal] = bytes.Utf8ToString();
        }

        var ordinals = new int[documents];
        for (var doc = 0; doc < documents; doc++)
        {
            ordinals[doc] = Math.Max(0, sorted.GetOrd(doc));
        }

        return (ordinals, values);
    }
}
