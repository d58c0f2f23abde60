using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Ranking;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.LuceneIndex;

/// <summary>From a candidate to what the page shows of it: passages, marks, reasons, what is missing.</summary>
internal sealed class HitBuilder(
    Snapshot snapshot,
    PostingsReader reader,
    UnitPostings postings,
    Bm25Ranker ranker,
    ImmutableArray<QueryUnit> units,
    ImmutableArray<SimilarWords> similar,
    ITextAnalyzer analyzer,
    QuotationSets quotations)
{
    private readonly Lazy<ImmutableArray<(QueryUnit Unit, double Weight)>> _weighted =
        new(() => [.. units.Concat(similar.Select(static words => words.Instead)).Select(unit => (unit, ranker.Weight(unit)))]);

    private readonly HashSet<int> _added = [.. similar.Where(static words => words.Kind is Likeness.Broader).Select(static words => words.Instead.Number)];

    private readonly Dictionary<(int Segment, string Field), (Func<QueryNode, TermPositions> Positions, int Doc)> _positions = [];

    private HitReasons? _reasons;

    public SearchHit Build(Candidate candidate, bool isFullMatch, int rank, int passages, DocumentScores scores) =>
        Read(candidate, isFullMatch, rank, passages, scores).Hit;

    /// <summary>The same with the document and every place of its text that matches.</summary>
    public (SearchHit Hit, CorpusDocument Document, ImmutableArray<TextMatch> Matches) Read(
        Candidate candidate, bool isFullMatch, int rank, int passages, DocumentScores scores)
    {
        var segment = snapshot.Segments[candidate.Segment];
        var stored = segment.Reader.Document(candidate.Doc);
        var document = DocumentMapping.FromLucene(stored);
        var finder = new MatchFinder(field => Positions(segment, candidate.Doc, field), candidate.Doc);
        var matches = InText(finder, document, segment, candidate.Doc, DocumentMapping.ReadPlaces(stored, "text"));
        var inTitle = finder.Find(Marked(document, segment, candidate.Doc), "title", DocumentMapping.ReadPlaces(stored, "title"));
        var selection = SnippetSelector.Select(document, matches, passages);
        var lacking = isFullMatch ? [] : Lacking(segment, candidate.Doc);
        var instead = lacking.SelectMany(unit => Instead(unit, segment, candidate.Doc)).ToList();
        var reasons = _reasons ??= new HitReasons(postings, units, similar, Positions);
        var hit = new SearchHit
        {
            Id = document.Id,
            Rank = rank,
            Score = candidate.Score,
            IsFullMatch = isFullMatch,
            Digest = document.Digest,
            Metadata = document.Metadata,
            TitleMarks = SpanMerging.Merge(inTitle.SelectMany(static m => m.Marks).Order(SpanOrder)),
            Passages = selection.Snippets,
            MatchCount = matches.Length,
            MorePassages = selection.More,
            Reasons =
            [
                .. reasons.OfUnits(segment, candidate.Doc), .. reasons.OfSimilar(segment, candidate.Doc),
                .. quotations.Reasons(segment, candidate.Doc), .. reasons.Beside(segment, candidate.Doc),
            ],
            Missing = [.. lacking.Where(unit => instead.All(words => words.Unit != unit.Number)).Select(static unit => QueryText.Of(unit.Node))],
            Instead = [.. instead.Select(static words => words.Words)],
            ScoreParts = scores.Explain(candidate.Segment, candidate.Doc),
        };
        return (hit, document, matches);
    }

    /// <summary>Every place of a document's text that the units match.</summary>
    public ImmutableArray<TextMatch> FindMatches(int segment, int doc)
    {
        var view = snapshot.Segments[segment];
        var stored = view.Reader.Document(doc);
        var document = DocumentMapping.FromLucene(stored);
        var finder = new MatchFinder(field => Positions(view, doc, field), doc);
        return InText(finder, document, view, doc, DocumentMapping.ReadPlaces(stored, "text"));
    }

    /// <summary>
    /// Positions can only be walked forwards. As long as documents are asked for in ascending order, they are opened once: a wildcard
    /// can stand for a thousand words.
    /// </summary>
    private Func<QueryNode, TermPositions> Positions(SegmentView segment, int doc, string field)
    {
        var known = _positions.GetValueOrDefault((segment.Number, field));
        var positions = known.Positions is null || doc < known.Doc ? reader.Positions(segment, field) : known.Positions;
        _positions[(segment.Number, field)] = (positions, doc);
        return positions;
    }

    /// <summary>The places of the units, those that must stand in a quotation only there; and the quotations that were asked for.</summary>
    private ImmutableArray<TextMatch> InText(MatchFinder finder, CorpusDocument document, SegmentView segment, int doc, PositionMap places)
    {
        var ofUnits = finder.Find(
            Marked(document, segment, doc), "text", places, unit => unit.Within is { } said ? quotations.Places(said, segment, doc, places) : null);
        return
        [
            .. ofUnits.Concat(quotations.Matches(segment, doc, units.Length + similar.Length))
                .OrderBy(static m => m.Span.Start).ThenByDescending(static m => m.Span.End).ThenBy(static m => m.Part),
        ];
    }

    private static Comparer<TextSpan> SpanOrder { get; } = Comparer<TextSpan>.Create(static (a, b) => a.Start.CompareTo(b.Start));

    /// <summary>
    /// A word that is too common to be required is not marked either, unless nothing else was asked for; and words that broaden the
    /// query only where nothing of what was typed stands.
    /// </summary>
    private IEnumerable<(QueryUnit Unit, double Weight)> Marked(CorpusDocument document, SegmentView segment, int doc)
    {
        var chain = analyzer.ChainFor(document.Metadata.Language);
        var asked = _weighted.Value.Where(u => !_added.Contains(u.Unit.Number)).ToList();
        var rare = asked.Where(u => !StopWords.IsCommon(u.Unit.Node, chain, analyzer)).ToList();
        var marked = rare.Count > 0 ? rare : asked;
        return _added.Count == 0 || marked.Any(u => Stands(u.Unit, segment, doc)) ? marked : _weighted.Value;
    }

    private bool Stands(QueryUnit unit, SegmentView segment, int doc) =>
        unit.Fields.Any(field => postings.Of(segment, unit.Node, field).FrequencyIn(doc) > 0);

    private List<QueryUnit> Lacking(SegmentView segment, int doc) =>
    [
        .. units
            .Where(unit => !StopWords.IsCommon(unit.Node, StopWords.PageLanguage, analyzer))
            .Where(unit => !Stands(unit, segment, doc)),
    ];

    /// <summary>What the document has in place of a unit that it lacks; nothing when it has nothing like it.</summary>
    private IEnumerable<(int Unit, WordInstead Words)> Instead(QueryUnit unit, SegmentView segment, int doc)
    {
        var found = similar
            .Where(words => words.Kind is Likeness.Spelling or Likeness.Compound && words.Typed.Number == unit.Number)
            .SelectMany(static words => words.Alternatives.Select(node => (Node: node, words.Instead.Fields)))
            .Where(other => other.Fields.Any(field => postings.Of(segment, other.Node, field).FrequencyIn(doc) > 0))
            .Select(static other => QueryText.Of(other.Node))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return found.IsEmpty ? [] : [(unit.Number, new WordInstead(QueryText.Of(unit.Node), found))];
    }
}
