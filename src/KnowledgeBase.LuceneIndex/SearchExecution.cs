using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Facets;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Ranking;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex;

/// <summary>One search on one snapshot, from the tree to the page.</summary>
internal sealed class SearchExecution
{
    private readonly Snapshot _snapshot;
    private readonly SearchRequest _request;
    private readonly ITextAnalyzer _analyzer;
    private readonly LeafResolver _resolver;
    private readonly UnitPostings _postings;
    private readonly QuotationSets _quotations;
    private readonly SetEvaluator _sets;
    private readonly Bm25Ranker _ranker;
    private readonly HitBuilder _hits;
    private readonly ImmutableArray<QueryUnit> _units;

    public SearchExecution(Snapshot snapshot, SearchRequest request, ITextAnalyzer analyzer, CancellationToken cancellationToken)
    {
        _snapshot = snapshot;
        _request = request;
        _analyzer = analyzer;
        _resolver = new LeafResolver(snapshot, analyzer);
        var reader = new PostingsReader(_resolver);
        _postings = new UnitPostings(reader, cancellationToken);
        _quotations = new QuotationSets(request.Query, snapshot, reader, analyzer, cancellationToken);
        _sets = new SetEvaluator(_postings, analyzer, _quotations);
        _units = QueryUnits.Of(request.Query);
        _ranker = new Bm25Ranker(snapshot, _postings, RankingProfile.Named(request.Profile), analyzer);
        _hits = new HitBuilder(snapshot, reader, _postings, _ranker, _units, analyzer, _quotations);
    }

    public SearchPage Run()
    {
        var full = Evaluate(_request.Query);
        var total = Count(full);
        var partial = _request.IncludePartial && PartialQuery.Of(_request.Query) is { } relaxed ? Evaluate(relaxed) : null;
        for (var i = 0; partial is not null && i < partial.Length; i++)
        {
            partial[i].AndNot(full[i]);
        }

        return new SearchPage
        {
            Hits = Hits(full, total, partial),
            Total = total,
            PartialTotal = partial is null ? 0 : Count(partial),
            Facets = [.. _request.Facets.Select(facet => FacetCounter.Count(_snapshot, full, facet, _request.FacetValues))],
            Expansions = [.. _resolver.Expansions],
            WordCounts = total == 0 ? WordCounts() : [],
            IndexVersion = _snapshot.Version,
        };
    }

    /// <summary>Every place of one document's text that the query matches.</summary>
    public ImmutableArray<TextMatch> FindMatches(int segment, int doc) => _hits.FindMatches(segment, doc);

    private FixedBitSet[] Evaluate(QueryNode query) => [.. _snapshot.Segments.Select(segment =>
    {
        var set = _sets.Evaluate(query, segment);
        FacetCounter.Apply(segment, set, _request.Filters);
        return set;
    })];

    private ImmutableArray<SearchHit> Hits(FixedBitSet[] full, long total, FixedBitSet[]? partial)
    {
        var scores = Scores();
        var order = new HitOrder(_snapshot, _request.Sort);
        var chosen = order.Take(full, scores, _request.Offset, _request.Count).Select(static hit => (Hit: hit, IsFull: true)).ToList();
        if (partial is not null && chosen.Count < _request.Count)
        {
            var offset = Math.Max(0, _request.Offset - total);
            chosen.AddRange(order.Take(partial, scores, offset, _request.Count - chosen.Count).Select(static hit => (hit, false)));
        }

        return [.. chosen.Select((one, i) => _hits.Build(one.Hit, one.IsFull, _request.Offset + i + 1, _request.PassagesPerDocument, scores))];
    }

    private DocumentScores Scores()
    {
        var scores = _units.IsEmpty ? DocumentScores.None : _ranker.Score(_units);
        return _quotations.HaveScores ? scores.With(_quotations.Scores()) : scores;
    }

    private ImmutableArray<WordCount> WordCounts() =>
    [
        .. _units.Select(unit => new WordCount(
            QueryText.Of(unit.Node), Count([.. _snapshot.Segments.Select(segment => _sets.Evaluate(InFields(unit), segment))]))),
    ];

    private static QueryNode InFields(QueryUnit unit) =>
        unit.Fields.Length == 1 ? new QueryNode.Field(unit.Fields[0], unit.Node) : unit.Node;

    private static long Count(FixedBitSet[] sets) => sets.Sum(static set => (long)set.Cardinality);
}
