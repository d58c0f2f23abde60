using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Matching;

namespace KnowledgeBase.Tests.Searching.Matching;

/// <summary>The meaning of phrases, windows and NEAR, written down without a thought for speed: every combination is tried.</summary>
internal static class BruteForcePositions
{
    public static HashSet<(int Start, int End)> Find(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves) => node switch
    {
        QueryNode.Phrase phrase => [.. Combinations([.. phrase.Elements], leaves).Where(Follow).Select(Around)],
        QueryNode.Window window => [.. Combinations([.. window.Elements], leaves).Where(c => HaveOwnPlaces(c) && Free(c) <= window.Distance).Select(Around)],
        QueryNode.Near near => [.. Combinations([near.Left, near.Right], leaves).Where(c => AreNear(c[0], c[1], near)).Select(Around)],
        QueryNode.Any any => [.. any.Children.SelectMany(child => Find(child, leaves))],
        _ => [.. leaves(node).Select(static at => (at.Position, at.End))],
    };

    private static IEnumerable<(int Start, int End)[]> Combinations(List<QueryNode> nodes, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        IEnumerable<(int, int)[]> combinations = [[]];
        foreach (var node in nodes)
        {
            var places = Find(node, leaves);
            combinations = combinations.SelectMany(before => places.Select(place => before.Append(place).ToArray())).ToList();
        }

        return combinations;
    }

    private static bool Follow((int Start, int End)[] parts) =>
        Enumerable.Range(1, parts.Length - 1).All(i => parts[i].Start == parts[i - 1].End);

    private static bool HaveOwnPlaces((int Start, int End)[] parts) =>
        parts.SelectMany(static part => Enumerable.Range(part.Start, part.End - part.Start)).GroupBy(static at => at).All(static at => at.Count() == 1);

    private static int Free((int Start, int End)[] parts) =>
        parts.Max(static part => part.End) - parts.Min(static part => part.Start) - parts.Sum(static part => part.End - part.Start);

    private static bool AreNear((int Start, int End) left, (int Start, int End) right, QueryNode.Near near)
    {
        var between = right.Start - left.End;
        var reversed = left.Start - right.End;
        return (between >= 0 && between <= near.Distance) || (!near.Ordered && reversed >= 0 && reversed <= near.Distance);
    }

    private static (int Start, int End) Around((int Start, int End)[] parts) =>
        (parts.Min(static part => part.Start), parts.Max(static part => part.End));
}
