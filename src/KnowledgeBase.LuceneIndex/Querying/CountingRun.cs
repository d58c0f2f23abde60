using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Facets;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Counts what many searches find on one snapshot. What they have in common is looked up once.</summary>
internal sealed class CountingRun
{
    // Fowler, Noll and Vo's numbers for 64 bits.
    private const long FirstDigest = unchecked((long)0xCBF29CE484222325);
    private const long DigestStep = 0x100000001B3;

    private readonly Snapshot _snapshot;
    private readonly SetEvaluator _sets;
    private readonly CancellationToken _cancellation;

    public CountingRun(Snapshot snapshot, ITextAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var reader = new PostingsReader(new LeafResolver(snapshot, analyzer));
        var quotations = new QuotationSets(new QueryNode.Everything(), snapshot, reader, analyzer, cancellationToken);
        _snapshot = snapshot;
        _sets = new SetEvaluator(new UnitPostings(reader, cancellationToken), analyzer, quotations, new KnownSets());
        _cancellation = cancellationToken;
    }

    public ImmutableArray<FoundCount> Count(ImmutableArray<SearchRequest> requests) => [.. requests.Select(Count)];

    private FoundCount Count(SearchRequest request)
    {
        var (documents, digest) = (0L, FirstDigest);
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var segment in _snapshot.Segments)
        {
            _cancellation.ThrowIfCancellationRequested();
            var set = _sets.Evaluate(request.Query, segment);
            FacetCounter.Apply(segment, set, request.Filters);
            documents += set.Cardinality;
            foreach (var bits in set.GetBits())
            {
                digest = unchecked((digest ^ bits) * DigestStep);
            }

            (first, last) = Days(segment, set, first, last);
        }

        return new FoundCount(documents)
        {
            Set = digest,
            FirstDay = first == int.MaxValue ? null : DateOnly.FromDayNumber(first),
            LastDay = last == int.MinValue ? null : DateOnly.FromDayNumber(last),
        };
    }

    private static (int First, int Last) Days(SegmentView segment, FixedBitSet set, int first, int last)
    {
        for (var doc = set.NextSetBit(0); doc >= 0; doc = doc + 1 < set.Length ? set.NextSetBit(doc + 1) : -1)
        {
            var (from, to) = (segment.Columns.FirstDay[doc], segment.Columns.LastDay[doc]);
            first = from == IndexFields.OpenStart ? first : Math.Min(first, from);
            last = to == IndexFields.OpenEnd ? last : Math.Max(last, to);
        }

        return (first, last);
    }
}

/// <summary>Sets that were found before, by what was looked for: trees that were read one after the other share no node.</summary>
internal sealed class KnownSets
{
    private readonly Dictionary<(int Segment, string Fields, string Node), FixedBitSet> _sets = [];
    private readonly Dictionary<QueryNode, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The set, for the caller to change.</summary>
    public FixedBitSet Get(QueryNode node, ImmutableArray<string> fields, SegmentView segment, Func<FixedBitSet> find)
    {
        var key = (segment.Number, fields == QueryFields.Default ? "" : string.Join(' ', fields), TextOf(node));
        if (!_sets.TryGetValue(key, out var set))
        {
            set = find();
            _sets.Add(key, set);
        }

        return set.Clone();
    }

    private string TextOf(QueryNode node)
    {
        if (!_texts.TryGetValue(node, out var text))
        {
            text = node.ToString();
            _texts.Add(node, text);
        }

        return text;
    }
}
