using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Searching.Matching;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The places of one field of one document that the units of a query match, from the postings that found the document.</summary>
/// <param name="open">The positions of the words of a field; asked for once for each field.</param>
/// <param name="doc">The document.</param>
internal sealed class MatchFinder(Func<string, Func<QueryNode, TermPositions>> open, int doc)
{
    /// <summary>Places in the order of the text.</summary>
    /// <param name="units">The units of the query with their weights.</param>
    /// <param name="field">A prose field.</param>
    /// <param name="places">Where the words of the field stand.</param>
    /// <param name="within">The stretches of positions in which a unit must stand; null for anywhere.</param>
    public ImmutableArray<TextMatch> Find(
        IEnumerable<(QueryUnit Unit, double Weight)> units,
        string field,
        PositionMap places,
        Func<QueryUnit, IEnumerable<(int Start, int End)>?>? within = null)
    {
        var positions = open(field);
        var found = new List<TextMatch>();
        foreach (var (unit, weight) in units)
        {
            if (!unit.Fields.Contains(field))
            {
                continue;
            }

            foreach (var range in within?.Invoke(unit) ?? [Anywhere])
            {
                found.AddRange(Alternatives(unit.Node)
                    .SelectMany(node => Matches(node, doc, positions, range))
                    .Select(match => ToText(match, unit.Number, weight, places)));
            }
        }

        return [.. found.OrderBy(static m => m.Span.Start).ThenByDescending(static m => m.Span.End).ThenBy(static m => m.Part)];
    }

    private static IEnumerable<QueryNode> Alternatives(QueryNode node) =>
        node is QueryNode.Variants variants ? variants.Others.Prepend(variants.Typed) : [node];

    /// <summary>The whole text.</summary>
    public static readonly (int Start, int End) Anywhere = (0, int.MaxValue);

    /// <summary>The matches in a stretch of positions, as if there were nothing around it.</summary>
    public static IEnumerable<PositionMatch> Matches(
        QueryNode node, int doc, Func<QueryNode, TermPositions> positions, (int Start, int End) range)
    {
        IReadOnlyList<Occurrence> In(QueryNode leaf) => range == Anywhere
            ? positions(leaf).In(doc)
            : [.. positions(leaf).In(doc).Where(place => place.Position >= range.Start && place.End <= range.End)];

        return LeafResolver.IsLeaf(node)
            ? In(node).Select(static place => new PositionMatch(place.Position, place.End, [place]))
            : new PositionMatcher(node).Match(In);
    }

    /// <summary>A phrase is one mark, each side of a NEAR one of its own.</summary>
    private static TextMatch ToText(PositionMatch match, int part, double weight, PositionMap places) => new(
        places.Span(match.Start, match.End), [.. match.Segments.Select(segment => places.Span(segment.Position, segment.End))], part, weight);
}
