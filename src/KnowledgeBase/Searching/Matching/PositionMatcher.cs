using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Matching;

/// <summary>Puts the places of single words together to matches of phrases, windows and proximities, in one field of one document.</summary>
/// <remarks>
/// Decides what is found and what is marked, so the two cannot differ. Pure; it knows no engine.
/// Distances are bounded (50 words), so the work is bounded by the number of places times a constant.
/// </remarks>
public static class PositionMatcher
{
    /// <summary>The matches of a node, ordered by start, then end; no two are at the same place.</summary>
    /// <param name="node">A word, wildcard, fuzzy word, phrase, window, proximity, or alternatives of these.</param>
    /// <param name="leaves">For a word, wildcard or fuzzy word: its places, ascending and each once.</param>
    /// <returns>
    /// All matches; of a proximity, for each match of its left side the nearest one of its right side, so that frequent words do
    /// not pair with each other without end.
    /// </returns>
    public static IReadOnlyList<PositionMatch> Match(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(leaves);
        return node is QueryNode.Near near ? Ordered(NearestOfEach(near, leaves)) : All(node, leaves);
    }

    private static List<PositionMatch> All(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves) => node switch
    {
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy =>
            [.. leaves(node).Select(static place => new PositionMatch(place.Position, place.End, [place]))],
        QueryNode.Any any => Ordered(any.Children.SelectMany(child => All(child, leaves))),
        QueryNode.Variants variants => Ordered(variants.Others.Prepend(variants.Typed).SelectMany(child => All(child, leaves))),
        QueryNode.Phrase phrase when phrase.Elements.All(static e => e is QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy) =>
            Runs([.. phrase.Elements.Select(leaves)]),
        QueryNode.Phrase phrase => Ordered(Chains(phrase.Elements, leaves)),
        QueryNode.Near near => Ordered(Pairs(near, leaves)),
        QueryNode.Window window => WindowMatcher.Match([.. window.Elements.Select(e => All(e, leaves))], window.Distance),
        _ => throw new ArgumentException($"Has no position: {node}.", nameof(node)),
    };

    /// <summary>A phrase of single words, the usual case: one walk over the lists, and nothing is made where nothing matches.</summary>
    private static List<PositionMatch> Runs(IReadOnlyList<Occurrence>[] words)
    {
        var runs = new List<PositionMatch>();
        var at = new int[words.Length];
        foreach (var first in words[0])
        {
            var length = 1;
            while (length < words.Length && StandsAt(words[length], ref at[length], first.Position + length))
            {
                length++;
            }

            if (length == words.Length)
            {
                var parts = Enumerable.Range(first.Position, length).Select(static p => new Occurrence(p, p + 1));
                runs.Add(new PositionMatch(first.Position, first.Position + length, [.. parts]));
            }
        }

        return runs;
    }

    private static bool StandsAt(IReadOnlyList<Occurrence> word, ref int at, int position)
    {
        while (at < word.Count && word[at].Position < position)
        {
            at++;
        }

        return at < word.Count && word[at].Position == position;
    }

    /// <summary>Each next element begins where the one before it ends.</summary>
    private static List<PositionMatch> Chains(ImmutableArray<QueryNode> elements, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var chains = All(elements[0], leaves);
        for (var i = 1; i < elements.Length && chains.Count > 0; i++)
        {
            var next = All(elements[i], leaves).ToLookup(static match => match.Start);
            chains = [.. chains.SelectMany(chain => next[chain.End].Select(match => Join(chain, match)))];
        }

        return chains;
    }

    /// <summary>Every pair of sides that is near enough.</summary>
    private static IEnumerable<PositionMatch> Pairs(QueryNode.Near near, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var (left, right) = (All(near.Left, leaves), All(near.Right, leaves));
        var forward = left.SelectMany(l => Following(right, l, near.Distance).Select(r => Join(l, r)));
        return near.Ordered
            ? forward
            : forward.Concat(right.SelectMany(r => Following(left, r, near.Distance).Select(l => Join(r, l))));
    }

    private static IEnumerable<PositionMatch> NearestOfEach(QueryNode.Near near, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var (left, right) = (All(near.Left, leaves), All(near.Right, leaves));
        var rightByEnd = near.Ordered ? [] : right.OrderBy(static match => match.End).ToList();
        foreach (var match in left)
        {
            var after = Following(right, match, near.Distance).FirstOrDefault();
            var before = near.Ordered ? null : LastBefore(rightByEnd, match, near.Distance);
            if (after is not null && (before is null || after.Start - match.End <= match.Start - before.End))
            {
                yield return Join(match, after);
            }
            else if (before is not null)
            {
                yield return Join(before, match);
            }
        }
    }

    /// <summary>The matches that begin at most <paramref name="distance"/> words after the end of another, nearest first.</summary>
    private static IEnumerable<PositionMatch> Following(List<PositionMatch> sorted, PositionMatch match, int distance)
    {
        for (var i = FirstFrom(sorted, match.End, static m => m.Start); i < sorted.Count && sorted[i].Start - match.End <= distance; i++)
        {
            yield return sorted[i];
        }
    }

    private static PositionMatch? LastBefore(List<PositionMatch> sortedByEnd, PositionMatch match, int distance)
    {
        var index = FirstFrom(sortedByEnd, match.Start + 1, static m => m.End) - 1;
        return index >= 0 && match.Start - sortedByEnd[index].End <= distance ? sortedByEnd[index] : null;
    }

    private static int FirstFrom(List<PositionMatch> sorted, int position, Func<PositionMatch, int> key)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = key(sorted[middle]) < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static PositionMatch Join(PositionMatch first, PositionMatch second) =>
        new(first.Start, Math.Max(first.End, second.End), [.. first.Parts, .. second.Parts]);

    private static List<PositionMatch> Ordered(IEnumerable<PositionMatch> matches) =>
        [.. matches.DistinctBy(static m => (m.Start, m.End)).OrderBy(static m => m.Start).ThenBy(static m => m.End)];
}
