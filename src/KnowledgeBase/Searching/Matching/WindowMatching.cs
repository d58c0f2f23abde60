namespace KnowledgeBase.Searching.Matching;

/// <summary>Elements in any order within a stretch, each at a place of its own.</summary>
/// <remarks>
/// Two elements may fit the same word (<c>"polic* police"~5</c>), so choosing places is a matching of elements to positions. Where
/// every element is one position long that is solved by augmenting paths; otherwise by trying (<see cref="WindowSearch"/>).
/// </remarks>
internal static class WindowMatching
{
    private const int MostElements = 64;

    /// <summary>Every interval that begins and ends with an element and leaves at most <paramref name="distance"/> positions free.</summary>
    public static List<Found> All(List<List<Found>> elements, int distance) => Find(elements, distance, isShortest: false);

    /// <summary>Those that contain no other.</summary>
    public static List<Found> Shortest(List<List<Found>> elements, int distance)
    {
        var found = Find(elements, distance, isShortest: true);
        var shortest = new List<Found>();
        var firstEnd = int.MaxValue;
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (found[i].End < firstEnd)
            {
                firstEnd = found[i].End;
                shortest.Add(found[i]);
            }
        }

        shortest.Reverse();
        return shortest;
    }

    private static List<Found> Find(List<List<Found>> elements, int distance, bool isShortest)
    {
        if (elements.Count == 0 || elements.Exists(static element => element.Count == 0))
        {
            return [];
        }

        var widest = distance + elements.Sum(static element => element.Max(static found => found.Length));
        var areUnits = elements.Count <= MostElements && elements.TrueForAll(static element => element.TrueForAll(static found => found.Length == 1));
        var units = areUnits ? new WindowUnits(elements) : null;
        var found = new List<Found>();
        var next = new int[elements.Count];
        var stepsLeft = WindowSearch.MostStepsOfText;
        foreach (var start in units?.Starts ?? elements.SelectMany(static element => element).Select(static f => f.Start).Distinct().Order())
        {
            if (!HasAllWithin(elements, next, start, widest, out var isOver))
            {
                if (isOver)
                {
                    break;
                }

                continue;
            }

            found.AddRange(units is not null
                ? units.From(start, widest, isShortest)
                : WindowSearch.From(elements, next, start, widest, distance, isShortest, ref stepsLeft));
        }

        return Found.Distinct(found);
    }

    /// <summary>Moves every element on to the start; false when one of them has nothing within reach, or nothing at all any more.</summary>
    private static bool HasAllWithin(List<List<Found>> elements, int[] next, int start, int widest, out bool isOver)
    {
        isOver = false;
        var hasAll = true;
        for (var i = 0; i < elements.Count; i++)
        {
            while (next[i] < elements[i].Count && elements[i][next[i]].Start < start)
            {
                next[i]++;
            }

            isOver |= next[i] == elements[i].Count;
            hasAll &= next[i] < elements[i].Count && elements[i][next[i]].Start < start + widest;
        }

        return hasAll;
    }
}
