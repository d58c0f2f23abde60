using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
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
    /// <summary>Words of one phrase that are counted by themselves: of a long quotation the first say enough.</summary>
    private const int MostCountedParts = 20;

    private readonly Snapshot _snapshot;
    private readonly SearchRequest _request;
    private readonly ITextAnalyzer _analyzer;
    private readonly LeafResolver _resolver;
    private readonly UnitPostings _postings;
    private readonly QuotationSets _quotations;
    private readonly SetEvaluator _sets;
    private readonly Bm25Ranker _ranker;
    private readonly ProfileRanker _profileRanker;
    private readonly Lazy<HitBuilder> _hits;
    private readonly ImmutableArray<QueryUnit> _units;
    private readonly RankingProfile _profile;
    private ImmutableArray<SimilarWords> _similar;
    private ImmutableArray<QueryUnit> _added = [];
    private DocumentScores? _scores;

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
        _similar = request.IncludePartial ? Similar() : [];
        _profile = RankingProfile.Named(request.Profile);
        _ranker = new Bm25Ranker(snapshot, _postings, _profile, analyzer);
        _profileRanker = new ProfileRanker(snapshot, _ranker, _profile, analyzer, cancellationToken);
        // Not before the search is done: broadening adds words.
        _hits = new Lazy<HitBuilder>(() => new HitBuilder(snapshot, reader, _postings, _ranker, _units, _similar, analyzer, _quotations));
    }

    public SearchPage Run()
    {
        var found = Find();
        return new SearchPage
        {
            Hits = Hits(found),
            Total = found.Total,
            PartialTotal = found.Partial is null ? 0 : Count(found.Partial),
            Facets = [.. _request.Facets.Select(facet => FacetCounter.Count(_snapshot, found.Full, facet, _request.FacetValues))],
            Expansions = [.. _resolver.Expansions],
            WordCounts = found.Total == 0 ? WordCounts() : [],
            AddedWords = [.. _added.Select(static unit => QueryText.Of(unit.Node))],
            IndexVersion = _snapshot.Version,
        };
    }

    /// <summary>The order of the documents without what the page shows of them.</summary>
    public ImmutableArray<RankedDocument> Rank() =>
    [
        .. Order(Find()).Hits.Select(chosen => new RankedDocument(Id(chosen.Hit), chosen.Hit.Score, chosen.IsFull)),
    ];

    /// <summary>Every document of <see cref="ISearchIndex.StreamAsync"/>, in order.</summary>
    public IReadOnlyList<(Candidate Hit, bool IsFull)> All()
    {
        var order = new HitOrder(_snapshot, _request.Sort);
        var found = Find(_request.StreamPartial);
        var full = order.Take(found.Full, Scores(), 0, int.MaxValue).Select(static hit => (hit, true));
        var partial = found.Partial is null ? [] : order.Take(found.Partial, Scores(), 0, int.MaxValue).Select(static hit => (hit, false));
        return [.. full, .. partial];
    }

    /// <summary>One of <see cref="All"/>, whole.</summary>
    public DocumentMatches Read(IReadOnlyList<(Candidate Hit, bool IsFull)> all, int index)
    {
        var (hit, document, matches) = _hits.Value.Read(
            all[index].Hit, all[index].IsFull, index + 1, _request.PassagesPerDocument, Scores());
        return new DocumentMatches(hit, document, matches, all.Count, _snapshot.Version) { Expansions = [.. _resolver.Expansions] };
    }

    /// <summary>Every document that matches in full, in order, from the columns: no text is read.</summary>
    public DocumentList List()
    {
        var all = new HitOrder(_snapshot, _request.Sort).Take(Find(wantsPartial: false).Full, Scores(), 0, int.MaxValue);
        var files = _snapshot.Segments.Select(static segment => IndexedFiles.ColumnOf(segment.Reader)).ToArray();
        return new DocumentList(
            [.. all.Select(hit => Listed(_snapshot.Segments[hit.Segment].Columns, hit.Doc, files[hit.Segment](hit.Doc)))],
            [.. _resolver.Expansions],
            _snapshot.Version);
    }

    private static ListedDocument Listed(SegmentColumns columns, int doc, IndexedFile file)
    {
        var added = columns.Added[doc];
        return new ListedDocument(
            file.Id, file.Digest, columns.ShownTitles[columns.ShownTitleOf[doc]],
            added == IndexFields.OpenStart ? null : DateOnly.FromDayNumber(added));
    }

    /// <summary>Every place of one document's text that the query matches.</summary>
    public ImmutableArray<TextMatch> FindMatches(int segment, int doc) => _hits.Value.FindMatches(segment, doc);

    private FixedBitSet[] Evaluate(QueryNode query) => [.. _snapshot.Segments.Select(segment =>
    {
        var set = _sets.Evaluate(query, segment);
        FacetCounter.Apply(segment, set, _request.Filters);
        return set;
    })];

    /// <summary>Broadening looks at the best documents of both groups, whether the second is wanted or not.</summary>
    private (FixedBitSet[] Full, long Total, FixedBitSet[]? Partial) Find(bool wantsPartial) =>
        wantsPartial ? Find()
        : _profile.Feedback is null ? (Evaluate(_request.Query), 0, null)
        : (Find().Full, 0, null);

    private (FixedBitSet[] Full, long Total, FixedBitSet[]? Partial) Find()
    {
        var full = Evaluate(_request.Query);
        if (!_request.IncludePartial)
        {
            return (full, Count(full), null);
        }

        var partial = Partial(full, _similar);
        if (_profile.Feedback is { } feedback && !_units.IsEmpty)
        {
            _added = Broaden(feedback, full, partial);
            _scores = null;
            _similar = [.. _similar, .. _added.Select(added => new SimilarWords(_units[0], added, Likeness.Broader))];
            partial = Partial(full, _similar);
        }

        return (full, Count(full), partial);
    }

    /// <summary>The second group: documents with some of the words, or with words like them, that are not in the first.</summary>
    private FixedBitSet[]? Partial(FixedBitSet[] full, ImmutableArray<SimilarWords> similar)
    {
        var partial = PartialQuery.Of(_request.Query, similar) is { } relaxed ? Evaluate(relaxed) : null;
        for (var i = 0; partial is not null && i < partial.Length; i++)
        {
            partial[i].AndNot(full[i]);
        }

        return partial;
    }

    private ImmutableArray<QueryUnit> Broaden(FeedbackWeights feedback, FixedBitSet[] full, FixedBitSet[]? partial)
    {
        var order = new HitOrder(_snapshot, SortOrder.Relevance);
        var best = order.Take(full, Scores(), 0, feedback.Documents);
        best.AddRange(partial is null ? [] : order.Take(partial, Scores(), 0, feedback.Documents - best.Count));
        return new Broadening(_snapshot, feedback, _analyzer).Words(best, _units, _units.Length + _similar.Length);
    }

    private (List<(Candidate Hit, bool IsFull)> Hits, DocumentScores Scores) Order(
        (FixedBitSet[] Full, long Total, FixedBitSet[]? Partial) found)
    {
        var scores = Scores();
        var order = new HitOrder(_snapshot, _request.Sort);
        var chosen = order.Take(found.Full, scores, _request.Offset, _request.Count).Select(static hit => (Hit: hit, IsFull: true)).ToList();
        if (found.Partial is not null && chosen.Count < _request.Count)
        {
            var offset = Math.Max(0, _request.Offset - found.Total);
            chosen.AddRange(order.Take(found.Partial, scores, offset, _request.Count - chosen.Count).Select(static hit => (hit, false)));
        }

        return (chosen, scores);
    }

    private ImmutableArray<SearchHit> Hits((FixedBitSet[] Full, long Total, FixedBitSet[]? Partial) found)
    {
        var (chosen, scores) = Order(found);
        var hits = new SearchHit[chosen.Count];

        // In the order of the index, in which positions are read fastest; shown in the order of the result.
        foreach (var i in Enumerable.Range(0, hits.Length).OrderBy(i => chosen[i].Hit.Segment).ThenBy(i => chosen[i].Hit.Doc))
        {
            hits[i] = _hits.Value.Build(chosen[i].Hit, chosen[i].IsFull, _request.Offset + i + 1, _request.PassagesPerDocument, scores);
        }

        return [.. hits];
    }

    private ImmutableArray<SimilarWords> Similar()
    {
        var spelled = new SimilarSpelling(_snapshot, _postings).Of(_units);
        var compounds = new GermanCompounds(_snapshot, _analyzer).Of(_units, _units.Length + spelled.Length);
        return [.. spelled, .. compounds, .. UnspacedRuns.Of(_units, _units.Length + spelled.Length + compounds.Length)];
    }

    private DocumentScores Scores()
    {
        if (_scores is null)
        {
            var scores = _units.IsEmpty ? DocumentScores.None : _profileRanker.Score(_units, _similar, _added);
            scores = _quotations.HaveScores ? scores.With(_quotations.Scores()) : scores;
            _scores = _request.Preferences.IsNone || _request.Sort is not SortOrder.Relevance ? scores : Preferred(scores);
        }

        return _scores;
    }

    /// <summary>What the reader prefers counts against the best score of the search; where nothing scores it alone decides.</summary>
    private DocumentScores Preferred(DocumentScores scores)
    {
        var best = scores.Best(_snapshot);
        var byPreference = new PreferenceScorer(_snapshot, _request.Preferences).Score(_profile.PreferenceWeight * (best > 0 ? best : 1));
        return scores.With([("preference", byPreference)]);
    }

    private DocumentId Id(Candidate hit)
    {
        var columns = _snapshot.Segments[hit.Segment].Columns;
        return new DocumentId(columns.Ids[columns.IdOf[hit.Doc]]);
    }

    /// <summary>Each unit with its documents; of words held together that stand nowhere so, also each word by itself.</summary>
    private ImmutableArray<WordCount> WordCounts()
    {
        var counts = ImmutableArray.CreateBuilder<WordCount>();
        var told = _units.Select(static unit => InFields(unit).ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in _units)
        {
            var count = CountOf(unit);
            counts.Add(count);
            if (count.Documents == 0)
            {
                counts.AddRange(QueryUnits.Parts(unit).Where(part => told.Add(InFields(part).ToString())).Take(MostCountedParts).Select(CountOf));
            }
        }

        return counts.ToImmutable();
    }

    private WordCount CountOf(QueryUnit unit)
    {
        var query = InFields(unit);
        return new WordCount(QueryText.Of(unit.Node), Count([.. _snapshot.Segments.Select(segment => _sets.Evaluate(query, segment))]))
        {
            Query = QueryWriter.Write(query),
        };
    }

    private static QueryNode InFields(QueryUnit unit) =>
        unit.Fields.Length == 1 ? new QueryNode.Field(unit.Fields[0], unit.Node) : unit.Node;

    private static long Count(FixedBitSet[] sets) => sets.Sum(static set => (long)set.Cardinality);
}
