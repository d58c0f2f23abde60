using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex;

/// <summary>Why a document is among the results: what matched in which field, how often, and under which name.</summary>
/// <param name="postings">The postings of the request.</param>
/// <param name="units">The units of the query.</param>
/// <param name="similar">Words like those of the query.</param>
/// <param name="positions">Where words stand in a field of a document; documents are asked for in ascending order.</param>
internal sealed class HitReasons(
    UnitPostings postings,
    ImmutableArray<QueryUnit> units,
    ImmutableArray<SimilarWords> similar,
    Func<SegmentView, int, string, Func<QueryNode, TermPositions>> positions)
{
    private readonly ImmutableArray<(QueryUnit Unit, ImmutableArray<StandingName> Names)> _named =
        [.. units.Select(static unit => (unit, StandingName.Of(unit.Node)))];

    private readonly ImmutableArray<(QueryUnit Unit, ImmutableArray<NameBeside> Names)> _beside =
        [.. units.Select(static unit => (unit, NamesBeside.Of(unit.Node).ToImmutableArray())).Where(static pair => !pair.Item2.IsEmpty)];

    /// <summary>What was typed, and the other names that stand in its place.</summary>
    public IEnumerable<MatchReason> OfUnits(SegmentView segment, int doc) =>
        from unit in _named
        from field in unit.Unit.Fields
        from reason in Standing(unit.Names, segment, doc, field)
        select reason;

    /// <summary>Which other names the proximities matched.</summary>
    public IEnumerable<MatchReason> Beside(SegmentView segment, int doc) =>
        from beside in _beside
        from field in beside.Unit.Fields
        where postings.Of(segment, beside.Unit.Node, field).FrequencyIn(doc) > 0
        from name in beside.Names
        where postings.Of(segment, name.Other, field).FrequencyIn(doc) > 0
        let count = Count(name.Node, segment, doc, field)
        where count > 0
        select new MatchReason(name.Name, field, count, name.Typed);

    /// <summary>Words like those of the query.</summary>
    public IEnumerable<MatchReason> OfSimilar(SegmentView segment, int doc) =>
        from words in similar
        from field in words.Instead.Fields
        from node in words.Alternatives
        let count = postings.Of(segment, node, field).FrequencyIn(doc)
        where count > 0
        select new MatchReason(QueryText.Of(node), field, count, words.Kind is Likeness.Broader ? null : QueryText.Of(words.Typed.Node))
        {
            Kind = words.Kind switch
            {
                Likeness.Spelling => MatchKind.SimilarSpelling,
                Likeness.Part => MatchKind.Part,
                Likeness.Broader => MatchKind.Added,
                _ => MatchKind.Variant,
            },
        };

    /// <summary>
    /// Names are found by their stems, several by the same: <c>Lyon</c> and <c>Lyons</c>. Another name is told where it stands as it is
    /// spelled; where none does, as in <c>Wiens</c>, the first that was found.
    /// </summary>
    private IEnumerable<MatchReason> Standing(ImmutableArray<StandingName> names, SegmentView segment, int doc, string field)
    {
        var found = names.Select(name => (Name: name, Count: postings.Of(segment, name.Node, field).FrequencyIn(doc))).Where(static pair => pair.Count > 0).ToList();
        if (found.Count == 0 || names.Length == 1)
        {
            return found.Select(pair => new MatchReason(pair.Name.Name, field, pair.Count));
        }

        var asSpelled = found.Where(static pair => pair.Name.VariantOf is not null)
            .Select(pair => (pair.Name, Count: Count(pair.Name.AsSpelled, segment, doc, field)))
            .Where(static pair => pair.Count > 0).ToList();
        var told = found.Where(static pair => pair.Name.VariantOf is null).Concat(asSpelled).ToList();
        return (told.Count > 0 ? told : found.Take(1)).Select(pair => new MatchReason(pair.Name.Name, field, pair.Count, pair.Name.VariantOf));
    }

    private int Count(QueryNode node, SegmentView segment, int doc, string field) =>
        MatchFinder.Matches(node, doc, positions(segment, doc, field), MatchFinder.Anywhere).Count();
}
