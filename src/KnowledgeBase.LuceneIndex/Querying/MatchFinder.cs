using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Searching.Matching;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The places of one field of one document that the units of a query match, from the postings that found the document.</summary>
internal sealed class MatchFinder(PostingsReader reader, SegmentView segment, int doc)
{
    /// <summary>Places in the order of the text.</summary>
    /// <param name="units">The units of the query with their weights.</param>
    /// <param name="field">A prose field.</param>
    /// <param name="places">Where the words of the field stand.</param>
    public ImmutableArray<TextMatch> Find(IEnumerable<(QueryUnit Unit, double Weight)> units, string field, PositionMap places)
    {
        var positions = reader.Positions(segment, field);
        var found = new List<TextMatch>();
        foreach (var (unit, weight) in units)
        {
            if (!unit.Fields.Contains(field))
            {
                continue;
            }

            foreach (var node in Alternatives(unit.Node))
            {
                found.AddRange(Matches(node, positions).Select(match => ToText(match, unit.Number, weight, places)));
            }
        }

        return [.. found.OrderBy(static m => m.Span.Start).ThenByDescending(static m => m.Span.End).ThenBy(static m => m.Part)];
    }

    private static IEnumerable<QueryNode> Alternatives(QueryNode node) =>
        node is QueryNode.Variants variants ? variants.Others.Prepend(variants.Typed) : [node];

    private IEnumerable<PositionMatch> Matches(QueryNode node, Func<QueryNode, TermPositions> positions) =>
        LeafResolver.IsLeaf(node)
            ? positions(node).In(doc).Select(static place => new PositionMatch(place.Position, place.End, [place]))
            : PositionMatcher.Match(node, leaf => positions(leaf).In(doc));

    /// <summary>Neighbouring words of a match are one mark: a phrase is marked as a phrase.</summary>
    private static TextMatch ToText(PositionMatch match, int part, double weight, PositionMap places)
    {
        var marks = ImmutableArray.CreateBuilder<TextSpan>();
        var (start, end) = (-1, -1);
        foreach (var place in match.Parts.OrderBy(static p => p.Position))
        {
            if (start >= 0 && place.Position > end)
            {
                marks.Add(places.Span(start, end));
                start = -1;
            }

            start = start < 0 ? place.Position : start;
            end = Math.Max(end, place.End);
        }

        marks.Add(places.Span(start, end));
        return new TextMatch(places.Span(match.Start, match.End), marks.ToImmutable(), part, weight);
    }
}
