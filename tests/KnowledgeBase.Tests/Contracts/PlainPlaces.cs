using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Some positions of a field, one after the other.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct Interval(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Interval other) => other.Start >= Start && other.End <= End;
}

/// <summary>What phrases, windows and NEAR mean, without a thought for speed: everything is tried.</summary>
internal static class PlainPlaces
{
    /// <summary>Every interval a node matches.</summary>
    public static IEnumerable<Interval> All(QueryNode node, Func<QueryNode, IEnumerable<Interval>> leaves) => node switch
    {
        QueryNode.Phrase phrase => phrase.Elements.Skip(1).Aggregate(
            All(phrase.Elements[0], leaves),
            (before, element) => Pairs(before, All(element, leaves).ToList(), static (a, b) => b.Start == a.End).Distinct()),
        QueryNode.Near near => Near(near, leaves).Select(static pair => Around(pair.Left, pair.Right)).Distinct(),
        QueryNode.Window window => Windows([.. window.Elements.Select(element => All(element, leaves).ToList())], window.Distance),
        QueryNode.Any any => any.Children.SelectMany(child => All(child, leaves)).Distinct(),
        QueryNode.Variants variants => variants.Others.Prepend(variants.Typed).SelectMany(child => All(child, leaves)).Distinct(),
        _ => leaves(node),
    };

    /// <summary>
    /// What is shown of a node. Of windows those that contain no shorter one. Of NEAR for each left side the nearest right side: of two
    /// equally near ones that which follows, and of these the shortest.
    /// </summary>
    public static List<Interval> Reported(QueryNode node, Func<QueryNode, IEnumerable<Interval>> leaves) => node switch
    {
        QueryNode.Near near =>
        [
            .. Near(near, leaves).GroupBy(static pair => pair.Left)
                .Select(static pairs => pairs
                    .OrderBy(static pair => Gap(pair.Left, pair.Right))
                    .ThenBy(static pair => pair.Right.Start >= pair.Left.End ? 0 : 1)
                    .ThenBy(static pair => pair.Right.Length)
                    .First())
                .Select(static pair => Around(pair.Left, pair.Right)).Distinct().OrderBy(static i => i.Start).ThenBy(static i => i.End),
        ],
        QueryNode.Window => Innermost([.. All(node, leaves)]),
        QueryNode.Any any => [.. any.Children.SelectMany(child => Reported(child, leaves)).Distinct()],
        QueryNode.Variants variants => [.. variants.Others.Prepend(variants.Typed).SelectMany(child => Reported(child, leaves)).Distinct()],
        _ => [.. All(node, leaves)],
    };

    private static List<Interval> Innermost(List<Interval> all) =>
        all.FindAll(one => !all.Exists(other => other != one && one.Contains(other)));

    private static IEnumerable<(Interval Left, Interval Right)> Near(QueryNode.Near near, Func<QueryNode, IEnumerable<Interval>> leaves)
    {
        var rights = All(near.Right, leaves).ToList();
        return from left in All(near.Left, leaves)
               from right in rights
               where right.Start >= left.End || (!near.Ordered && left.Start >= right.End)
               where Gap(left, right) <= near.Distance
               select (left, right);
    }

    private static int Gap(Interval a, Interval b) => b.Start >= a.End ? b.Start - a.End : a.Start - b.End;

    private static Interval Around(Interval a, Interval b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    private static IEnumerable<Interval> Pairs(IEnumerable<Interval> left, List<Interval> right, Func<Interval, Interval, bool> fits) =>
        from a in left from b in right where fits(a, b) select new Interval(a.Start, b.End);

    /// <summary>Every choice of one place for each element, none overlapping, with few enough other words between them.</summary>
    private static IEnumerable<Interval> Windows(List<Interval>[] elements, int distance)
    {
        IEnumerable<ImmutableList<Interval>> choices = [ImmutableList<Interval>.Empty];
        foreach (var element in elements)
        {
            choices = choices.SelectMany(chosen => element
                .Where(place => chosen.All(other => place.End <= other.Start || other.End <= place.Start))
                .Select(chosen.Add));
        }

        return choices
            .Select(static chosen => (
                Whole: new Interval(chosen.Min(static p => p.Start), chosen.Max(static p => p.End)), Own: chosen.Sum(static p => p.Length)))
            .Where(found => found.Whole.Length - found.Own <= distance)
            .Select(static found => found.Whole)
            .Distinct();
    }
}

/// <summary>What wildcards and other spellings mean, letter by letter.</summary>
internal static class PlainWords
{
    public static bool FitsPattern(string word, string pattern) =>
        pattern.Length == 0
            ? word.Length == 0
            : pattern[0] switch
            {
                '*' => Enumerable.Range(0, word.Length + 1).Any(next => FitsPattern(word[next..], pattern[1..])),
                '?' => word.Length > 0 && FitsPattern(word[1..], pattern[1..]),
                var c => word.Length > 0 && word[0] == c && FitsPattern(word[1..], pattern[1..]),
            };

    /// <summary>The letters between the wildcards without case and accents.</summary>
    public static string FoldPattern(string pattern)
    {
        var at = pattern.IndexOfAny(['*', '?']);
        return at < 0
            ? KnowledgeBase.Analysis.TextFolding.Fold(pattern)
            : KnowledgeBase.Analysis.TextFolding.Fold(pattern[..at]) + pattern[at] + FoldPattern(pattern[(at + 1)..]);
    }

    /// <summary>Whether a few insertions, deletions, substitutions and swaps make one word of the other; the first letter stays.</summary>
    public static bool IsNear(string typed, string word, int edits) =>
        word.Length > 0 && word[0] == typed[0] && IsWithin(typed, word, edits);

    private static bool IsWithin(string a, string b, int edits)
    {
        if (edits < 0)
        {
            return false;
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length <= edits;
        }

        return (a[0] == b[0] && IsWithin(a[1..], b[1..], edits))
            || IsWithin(a[1..], b, edits - 1)
            || IsWithin(a, b[1..], edits - 1)
            || IsWithin(a[1..], b[1..], edits - 1)
            || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && IsWithin(a[2..], b[2..], edits - 1));
    }
}
