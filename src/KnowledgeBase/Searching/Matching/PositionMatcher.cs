using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Matching;

/// <summary>Phrases, windows and NEAR, worked out from where the single words stand. Pure; knows no engine.</summary>
/// <remarks>
/// <para>A match is an interval of positions.
/// Phrase: the elements follow one another, each starting where the one before ends.
/// Window: every element has a place of its own, and at most <c>Distance</c> positions of the interval are covered by none.
/// Near: the intervals of the sides do not overlap and at most <c>Distance</c> positions lie between them.</para>
/// <para>SECURITY: of one NEAR at most <see cref="NearMatching.EndsPerStart"/> intervals with the same start and
/// <see cref="NearMatching.MostPairs"/> in all (or one of each start) are combined further, shortest first; of a window whose elements have several lengths
/// at most <see cref="WindowSearch.MostSteps"/> arrangements are tried for one start. Real texts stay far below; a text made to
/// exceed them loses matches, not the machine.</para>
/// </remarks>
public static class PositionMatcher
{
    /// <summary>The matches of a node in one field, by start, then by end; empty when it does not match.</summary>
    /// <param name="node">
    /// A word, wildcard, fuzzy word, phrase, window or NEAR, or a choice or variants of these.
    /// </param>
    /// <param name="leaves">
    /// Where a word, wildcard or fuzzy word stands in the field, ascending and each place once; asked once for each such node.
    /// </param>
    /// <returns>
    /// Every match of words and phrases. Of windows those that contain no shorter one. Of NEAR, for each match of the left side the
    /// nearest right side (of two equally near ones the one that follows), so that frequent words do not pair with each other without
    /// end. There is at least one whenever the node matches at all.
    /// </returns>
    /// <exception cref="ArgumentException">A node has no place in a text, such as AND, NOT or a date.</exception>
    public static IReadOnlyList<PositionMatch> Match(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(leaves);
        return [.. Report(node, leaves).Select(static found => found.ToMatch())];
    }

    /// <summary>What is shown of a node.</summary>
    private static List<Found> Report(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves) => node switch
    {
        QueryNode.Near near => NearMatching.Nearest(Full(near.Left, leaves), Full(near.Right, leaves), near.Distance, near.Ordered),
        QueryNode.Window window => WindowMatching.Shortest(FullOfEach(window.Elements, leaves), window.Distance),
        QueryNode.Any any => Found.Distinct([.. any.Children.SelectMany(child => Report(child, leaves))]),
        QueryNode.Variants variants => Found.Distinct([.. Names(variants).SelectMany(child => Report(child, leaves))]),
        _ => Full(node, leaves),
    };

    /// <summary>Every interval a node matches, so that what stands around it can be decided exactly.</summary>
    private static List<Found> Full(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves) => node switch
    {
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy =>
            Found.Distinct([.. leaves(node).Select(Found.Of)]),
        QueryNode.Phrase phrase when phrase.Elements.All(static e => e is QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy) =>
            PhraseMatching.OfWords([.. phrase.Elements.Select(leaves)]),
        QueryNode.Phrase phrase => PhraseMatching.All(FullOfEach(phrase.Elements, leaves)),
        QueryNode.Window window => WindowMatching.All(FullOfEach(window.Elements, leaves), window.Distance),
        QueryNode.Near near => NearMatching.All(Full(near.Left, leaves), Full(near.Right, leaves), near.Distance, near.Ordered),
        QueryNode.Any any => Found.Distinct([.. any.Children.SelectMany(child => Full(child, leaves))]),
        QueryNode.Variants variants => Found.Distinct([.. Names(variants).SelectMany(child => Full(child, leaves))]),
        _ => throw new ArgumentException($"{node} has no place in a text.", nameof(node)),
    };

    private static List<List<Found>> FullOfEach(ImmutableArray<QueryNode> nodes, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var found = new List<List<Found>>(nodes.Length);
        foreach (var node in nodes)
        {
            found.Add(Full(node, leaves));
        }

        return found;
    }

    private static IEnumerable<QueryNode> Names(QueryNode.Variants variants) => variants.Others.Prepend(variants.Typed);
}
