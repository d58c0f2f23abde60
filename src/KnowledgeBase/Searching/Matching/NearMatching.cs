namespace KnowledgeBase.Searching.Matching;

/// <summary>Two sides near each other.</summary>
internal static class NearMatching
{
    /// <summary>Intervals with the same start that are combined further, shortest first.</summary>
    public const int EndsPerStart = 32;

    /// <summary>Intervals of one NEAR that are combined further; when there are more, every start keeps its share, shortest first.</summary>
    public const int MostPairs = 600;

    private readonly record struct Pair(int Start, int End, Found Left, Found Right);

    /// <summary>Every interval from one side to the other.</summary>
    public static List<Found> All(List<Found> left, List<Found> right, int distance, bool isOrdered)
    {
        var pairs = Following(left, right, distance);
        if (!isOrdered)
        {
            pairs = Merged(pairs, Following(right, left, distance));
        }

        var all = new List<Found>(pairs.Count);
        var ofStart = 0;
        foreach (var pair in pairs)
        {
            var isNewStart = all.Count == 0 || all[^1].Start != pair.Start;
            if (!isNewStart && (all[^1].End == pair.End || ofStart == EndsPerStart))
            {
                continue;
            }

            ofStart = isNewStart ? 1 : ofStart + 1;
            all.Add(Join(pair.Left, pair.Right));
        }

        return all;
    }

    /// <summary>For each left side the nearest right side: after it or, when the order does not count, before it.</summary>
    public static List<Found> Nearest(List<Found> left, List<Found> right, int distance, bool isOrdered)
    {
        var nearest = new List<Found>();
        var rightByEnd = isOrdered ? [] : right.OrderBy(static found => found.End).ThenBy(static found => found.Start).ToList();
        foreach (var one in left)
        {
            var next = Found.FirstFrom(right, one.End);
            var last = LastUntil(rightByEnd, one.Start);
            var toNext = next < right.Count ? right[next].Start - one.End : int.MaxValue;
            var fromLast = last >= 0 ? one.Start - rightByEnd[last].End : int.MaxValue;
            if (Math.Min(toNext, fromLast) <= distance)
            {
                nearest.Add(toNext <= fromLast ? Join(one, right[next]) : Join(rightByEnd[last], one));
            }
        }

        return Found.Distinct(nearest);
    }

    /// <summary>Every pair in which the second follows the first, by start, then by end.</summary>
    private static List<Pair> Following(List<Found> first, List<Found> second, int distance)
    {
        var pairs = new List<Pair>();
        var share = Math.Clamp(MostPairs / Math.Max(1, first.Count), 1, EndsPerStart);
        foreach (var one in first)
        {
            var taken = 0;
            for (var i = Found.FirstFrom(second, one.End); i < second.Count && second[i].Start - one.End <= distance; i++)
            {
                if (++taken > share)
                {
                    break;
                }

                Insert(pairs, new Pair(one.Start, second[i].End, one, second[i]));
            }
        }

        return pairs;
    }

    /// <summary>Adds where it belongs. The starts come in order and the ends nearly so: there is little to move, and nothing to sort.</summary>
    private static void Insert(List<Pair> pairs, Pair pair)
    {
        pairs.Add(pair);
        for (var i = pairs.Count - 1; i > 0 && IsBefore(pair, pairs[i - 1]); i--)
        {
            (pairs[i - 1], pairs[i]) = (pair, pairs[i - 1]);
        }
    }

    private static List<Pair> Merged(List<Pair> one, List<Pair> other)
    {
        var merged = new List<Pair>(one.Count + other.Count);
        var (i, j) = (0, 0);
        while (i < one.Count || j < other.Count)
        {
            merged.Add(j == other.Count || (i < one.Count && !IsBefore(other[j], one[i])) ? one[i++] : other[j++]);
        }

        return merged;
    }

    private static bool IsBefore(in Pair a, in Pair b) => a.Start != b.Start ? a.Start < b.Start : a.End < b.End;

    /// <summary>Index of the last with an end of at most <paramref name="end"/>; -1 when there is none.</summary>
    private static int LastUntil(List<Found> sortedByEnd, int end)
    {
        var (low, high) = (0, sortedByEnd.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sortedByEnd[middle].End <= end ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static Found Join(Found first, Found second) => new(first.Start, second.End, [first, second], IsSolid: false);
}
