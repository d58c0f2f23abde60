using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Which documents of a segment a query matches: a set for each node, put together as the tree says.</summary>
/// <remarks>
/// Sets rather than the engine's scorers: totals, facets and the second group of results all need every document anyway, and
/// whatever is counted, ranked or marked comes from the same postings.
/// </remarks>
/// <param name="postings">The postings of units.</param>
/// <param name="analyzer">Knows the common words.</param>
/// <param name="special">The sets of the nodes that need more than postings.</param>
/// <param name="known">Keeps the sets of units for further queries; null when there is one query only.</param>
internal sealed class SetEvaluator(UnitPostings postings, ITextAnalyzer analyzer, IDocumentSets special, KnownSets? known = null)
{
    public FixedBitSet Evaluate(QueryNode query, SegmentView segment) => Evaluate(query, QueryFields.Default, segment);

    private FixedBitSet Evaluate(QueryNode node, ImmutableArray<string> fields, SegmentView segment) => node switch
    {
        _ when QueryUnits.IsUnit(node) => Known(node, fields, segment, () => Unit(node, fields, segment)),
        QueryNode.Everything => segment.AllLive(),
        QueryNode.All all => All(all, fields, segment),
        QueryNode.Any any => Any(any.Children, fields, segment),
        QueryNode.Not not => Without(segment.AllLive(), Evaluate(not.Child, fields, segment)),
        QueryNode.Field field => Evaluate(field.Child, [field.Name], segment),
        QueryNode.DateRange range => Dates(segment, (first, last) => Fits(range, first, last)),
        QueryNode.Undated => Dates(segment, static (first, last) => IsUndated(first, last)),
        QueryNode.Added added => Added(segment, added),
        _ => Known(node, fields, segment, () => special.Evaluate(node, segment)),
    };

    private FixedBitSet Known(QueryNode node, ImmutableArray<string> fields, SegmentView segment, Func<FixedBitSet> find) =>
        known is null ? find() : known.Get(node, fields, segment, find);

    private FixedBitSet Unit(QueryNode unit, ImmutableArray<string> fields, SegmentView segment)
    {
        var set = NewSet(segment);
        foreach (var field in fields)
        {
            postings.Of(segment, unit, field).AddTo(set);
        }

        return set;
    }

    private FixedBitSet Any(ImmutableArray<QueryNode> children, ImmutableArray<string> fields, SegmentView segment)
    {
        var set = NewSet(segment);
        foreach (var child in children)
        {
            set.Or(Evaluate(child, fields, segment));
        }

        return set;
    }

    private FixedBitSet All(QueryNode.All all, ImmutableArray<string> fields, SegmentView segment)
    {
        FixedBitSet? set = null;
        foreach (var child in all.Children)
        {
            var next = Evaluate(child, fields, segment);
            if (child is QueryNode.Word word)
            {
                AddWhereTooCommon(next, all, word, segment);
            }

            set?.And(next);
            set ??= next;
        }

        return set ?? segment.AllLive();
    }

    /// <summary>
    /// A word that is too common in a document's language is not required of it, as long as another part of the list is:
    /// <c>Gründung der IKPK</c> must not fail on <c>der</c>, nor <c>cold war</c> on the German <c>war</c> in an English text.
    /// </summary>
    private void AddWhereTooCommon(FixedBitSet set, QueryNode.All all, QueryNode.Word word, SegmentView segment)
    {
        for (var ordinal = 0; ordinal < segment.Columns.Chains.Length; ordinal++)
        {
            var chain = segment.Columns.Chains[ordinal];
            if (!StopWords.IsSkipped(word, all, chain, analyzer))
            {
                continue;
            }

            for (var doc = 0; doc < segment.Documents; doc++)
            {
                if (segment.Columns.ChainOf[doc] == ordinal && segment.IsLive(doc))
                {
                    set.Set(doc);
                }
            }
        }
    }

    private static FixedBitSet Dates(SegmentView segment, Func<int, int, bool> fits)
    {
        var set = NewSet(segment);
        for (var doc = 0; doc < segment.Documents; doc++)
        {
            if (segment.IsLive(doc) && fits(segment.Columns.FirstDay[doc], segment.Columns.LastDay[doc]))
            {
                set.Set(doc);
            }
        }

        return set;
    }

    private static bool IsUndated(int first, int last) => first == IndexFields.OpenStart && last == IndexFields.OpenEnd;

    private static bool Fits(QueryNode.DateRange range, int first, int last)
    {
        var from = range.First?.DayNumber ?? int.MinValue;
        var to = range.Last?.DayNumber ?? int.MaxValue;
        return !IsUndated(first, last) && range.Relation switch
        {
            DateRelation.Overlaps => first <= to && last >= from,
            _ => (range.First is null || (first != IndexFields.OpenStart && first >= from))
                && (range.Last is null || (last != IndexFields.OpenEnd && last <= to)),
        };
    }

    private static FixedBitSet Added(SegmentView segment, QueryNode.Added added)
    {
        var set = NewSet(segment);
        var from = added.First?.DayNumber ?? 0;
        var to = added.Last?.DayNumber ?? int.MaxValue;
        for (var doc = 0; doc < segment.Documents; doc++)
        {
            var day = segment.Columns.Added[doc];
            if (day != IndexFields.OpenStart && day >= from && day <= to && segment.IsLive(doc))
            {
                set.Set(doc);
            }
        }

        return set;
    }

    private static FixedBitSet Without(FixedBitSet set, FixedBitSet others)
    {
        set.AndNot(others);
        return set;
    }

    private static FixedBitSet NewSet(SegmentView segment) => new(Math.Max(1, segment.Documents));
}

/// <summary>The documents of the nodes that need more than postings and columns: similar documents, speakers, quotations.</summary>
internal interface IDocumentSets
{
    FixedBitSet Evaluate(QueryNode node, SegmentView segment);
}
