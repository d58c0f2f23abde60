using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Matching;

/// <summary>Phrases, windows and NEAR of one node, worked out from where the single words stand. Pure; knows no engine.</summary>
/// <remarks>
/// <para>A match is an interval of positions.
/// Phrase: the elements follow one another, each starting where the one before ends.
/// Window: every element has a place of its own, and at most <c>Distance</c> positions of the interval are covered by none.
/// Near: the intervals of the sides do not overlap and at most <c>Distance</c> positions lie between them.</para>
/// <para>SECURITY: of one NEAR at most <see cref="NearMatching.EndsPerStart"/> intervals with the same start and
/// <see cref="NearMatching.MostPairs"/> in all (or one of each start) are combined further, shortest first; of a window whose elements have several lengths
/// at most <see cref="WindowSearch.MostSteps"/> arrangements are tried for one start. Real texts stay far below; a text made to
/// exceed them loses matches, not the machine. What stands in a node more than once is worked out once for each text.</para>
/// <para>For one thread at a time.</para>
/// </remarks>
public sealed class PositionMatcher
{
    private readonly QueryNode _node;

    /// <summary>The number of each node; nodes that are the same but for their place have the same.</summary>
    private readonly Dictionary<QueryNode, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Every interval of each node in the text at hand, by its number; null while it is not known.</summary>
    private readonly List<Found>?[] _intervals;

    /// <param name="node">
    /// A word, wildcard, fuzzy word, phrase, window or NEAR, or a choice or variants of these.
    /// </param>
    public PositionMatcher(QueryNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        var byText = new Dictionary<string, int>(StringComparer.Ordinal);
        Number(node, byText);
        _intervals = new List<Found>?[byText.Count];
    }

    /// <summary>The matches in one field of one text, by start, then by end; empty when there is none.</summary>
    /// <param name="leaves">
    /// Where a word, wildcard or fuzzy word stands in the field, ascending and each place once.
    /// </param>
    /// <returns>
    /// Every match of words and phrases. Of windows those that contain no shorter one. Of NEAR, for each match of the left side the
    /// nearest right side (of two equally near ones the one that follows), so that frequent words do not pair with each other without
    /// end. There is at least one whenever the node matches at all.
    /// </returns>
    /// <exception cref="ArgumentException">A node has no place in a text, such as AND, NOT or a date.</exception>
    public IReadOnlyList<PositionMatch> Match(Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        Array.Clear(_intervals);
        return Report(_node, leaves).ConvertAll(static found => found.ToMatch());
    }

    private void Number(QueryNode node, Dictionary<string, int> byText)
    {
        foreach (var part in Parts(node))
        {
            Number(part, byText);
        }

        var text = node.ToString();
        if (!byText.TryGetValue(text, out var number))
        {
            number = byText.Count;
            byText.Add(text, number);
        }

        _numbers[node] = number;
    }

    private static IEnumerable<QueryNode> Parts(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => phrase.Elements,
        QueryNode.Window window => window.Elements,
        QueryNode.Near near => [near.Left, near.Right],
        QueryNode.Any any => any.Children,
        QueryNode.Variants variants => variants.Others.Prepend(variants.Typed),
        _ => [],
    };

    /// <summary>What is shown of a node.</summary>
    private List<Found> Report(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves) => node switch
    {
        QueryNode.Near near => NearMatching.Nearest(Full(near.Left, leaves), Full(near.Right, leaves), near.Distance, near.Ordered),
        QueryNode.Window window => WindowMatching.Shortest(FullOfEach(window.Elements, leaves), window.Distance),
        QueryNode.Any or QueryNode.Variants => Found.Distinct([.. Parts(node).SelectMany(part => Report(part, leaves))]),
        _ => Full(node, leaves),
    };

    /// <summary>Every interval a node matches, so that what stands around it can be decided exactly.</summary>
    private List<Found> Full(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        ref var known = ref _intervals[_numbers[node]];
        return known ??= Find(node, leaves);
    }

    private List<Found> Find(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves) => node switch
    {
        _ when IsLeaf(node) => Found.Distinct([.. leaves(node).Select(Found.Of)]),
        QueryNode.Phrase phrase when phrase.Elements.All(IsLeaf) => PhraseMatching.OfWords([.. phrase.Elements.Select(leaves)]),
        QueryNode.Phrase phrase => PhraseMatching.All(FullOfEach(phrase.Elements, leaves)),
        QueryNode.Window window => WindowMatching.All(FullOfEach(window.Elements, leaves), window.Distance),
        QueryNode.Near near => NearMatching.All(Full(near.Left, leaves), Full(near.Right, leaves), near.Distance, near.Ordered),
        QueryNode.Any or QueryNode.Variants => FullOfAny(node, leaves),
        _ => throw new ArgumentException($"{node} has no place in a text.", nameof(node)),
    };

    private List<Found> FullOfAny(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var some = Parts(node).DistinctBy(part => _numbers[part]).Select(part => Full(part, leaves)).Where(static found => found.Count > 0).ToList();
        return some.Count == 1 ? some[0] : Found.Distinct([.. some.SelectMany(static found => found)]);
    }

    private List<List<Found>> FullOfEach(ImmutableArray<QueryNode> nodes, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var found = new List<List<Found>>(nodes.Length);
        foreach (var node in nodes)
        {
            found.Add(Full(node, leaves));
        }

        return found;
    }

    private static bool IsLeaf(QueryNode node) => node is QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy;
}
