using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Facets;

/// <summary>Counts the values of facets over sets of documents, and makes sets of documents from values.</summary>
internal static class FacetCounter
{
    /// <summary>The most frequent values; ties by name.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="sets">The documents to count, by segment.</param>
    /// <param name="facet">One of <see cref="FacetNames.All"/>.</param>
    /// <param name="most">Most values returned.</param>
    public static FacetCounts Count(Snapshot snapshot, FixedBitSet[] sets, string facet, int most)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var segment in snapshot.Segments)
        {
            var column = segment.Columns.Facets[facet];
            var byOrdinal = CountOrdinals(column, sets[segment.Number]);
            for (var ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
            {
                if (byOrdinal[ordinal] > 0)
                {
                    var value = column.Values[ordinal];
                    counts[value] = counts.GetValueOrDefault(value) + byOrdinal[ordinal];
                }
            }
        }

        var ordered = counts
            .OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(static pair => new FacetCount(pair.Key, pair.Value));
        return new FacetCounts(facet, [.. ordered], counts.Count);
    }

    /// <summary>Keeps the documents that the filters allow: one facet's values are alternatives, facets must all fit.</summary>
    public static void Apply(SegmentView segment, FixedBitSet set, ImmutableArray<FacetFilter> filters)
    {
        foreach (var facet in filters.Where(static f => !f.Exclude).GroupBy(static f => f.Facet, StringComparer.Ordinal))
        {
            set.And(With(segment, facet.Key, facet.Select(static f => f.Value)));
        }

        foreach (var facet in filters.Where(static f => f.Exclude).GroupBy(static f => f.Facet, StringComparer.Ordinal))
        {
            set.AndNot(With(segment, facet.Key, facet.Select(static f => f.Value)));
        }
    }

    private static FixedBitSet With(SegmentView segment, string facet, IEnumerable<string> values)
    {
        var set = new FixedBitSet(Math.Max(1, segment.Documents));
        if (!segment.Columns.Facets.TryGetValue(facet, out var column))
        {
            return set;
        }

        var wanted = values.Select(value => Array.IndexOf(column.Values, value)).Where(static ordinal => ordinal >= 0).ToHashSet();
        for (var doc = 0; wanted.Count > 0 && doc < segment.Documents; doc++)
        {
            foreach (var ordinal in column.Of(doc))
            {
                if (wanted.Contains(ordinal))
                {
                    set.Set(doc);
                    break;
                }
            }
        }

        return set;
    }

    private static long[] CountOrdinals(FacetColumn column, FixedBitSet set)
    {
        var counts = new long[column.Values.Length];
        for (var doc = set.NextSetBit(0); doc >= 0; doc = doc + 1 < set.Length ? set.NextSetBit(doc + 1) : -1)
        {
            foreach (var ordinal in column.Of(doc))
            {
                counts[ordinal]++;
            }
        }

        return counts;
    }
}
