namespace KnowledgeBase.Searching.Matching;

/// <summary>Finds stretches of text that hold all of some elements, in any order, each at a place of its own.</summary>
internal static class WindowMatcher
{
    /// <summary>
    /// Steps spent on one stretch whose elements have different lengths. Single words never come near it: for them places are
    /// dealt out by augmenting paths, in polynomial time.
    /// </summary>
    private const int MostSteps = 20_000;

    /// <summary>For each place where a match can begin, the shortest match that begins there.</summary>
    public static List<PositionMatch> Match(List<PositionMatch>[] elements, int distance)
    {
        var found = new List<PositionMatch>();
        if (elements.Any(static element => element.Count == 0))
        {
            return found;
        }

        var longest = elements.Sum(static element => element.Max(static m => m.End - m.Start)) + distance;
        foreach (var start in elements.SelectMany(static e => e).Select(static m => m.Start).Distinct().Order())
        {
            var near = elements.Select(e => e.Where(m => m.Start >= start && m.End <= start + longest).ToList()).ToArray();
            if (near.All(static candidates => candidates.Count > 0) && Shortest(near, start, distance) is { } match)
            {
                found.Add(match);
            }
        }

        return found;
    }

    private static PositionMatch? Shortest(List<PositionMatch>[] elements, int start, int distance)
    {
        foreach (var end in elements.SelectMany(static e => e).Select(static m => m.End).Distinct().Order())
        {
            var inside = elements.Select(e => e.Where(m => m.End <= end).ToList()).ToArray();
            if (inside.Any(static candidates => candidates.Count == 0))
            {
                continue;
            }

            if (Choose(inside, distance) is { } chosen)
            {
                // One that does not begin here is found from where it begins.
                return chosen.Min(static m => m.Start) == start ? ToMatch(chosen) : null;
            }
        }

        return null;
    }

    private static PositionMatch[]? Choose(List<PositionMatch>[] elements, int distance)
    {
        var chosen = elements.All(static e => e.All(static m => m.End - m.Start == 1)) ? Deal(elements) : Search(elements, distance);
        return chosen is not null && IsWithin(chosen, distance) ? chosen : null;
    }

    private static bool IsWithin(PositionMatch[] chosen, int distance) =>
        chosen.Max(static m => m.End) - chosen.Min(static m => m.Start) - chosen.Sum(static m => m.End - m.Start) <= distance;

    /// <summary>A place of its own for each single word: a bipartite matching by augmenting paths (Kuhn).</summary>
    private static PositionMatch[]? Deal(List<PositionMatch>[] elements)
    {
        var holder = new Dictionary<int, int>();
        var held = new PositionMatch[elements.Length];

        bool TryPlace(int element, HashSet<int> visited)
        {
            foreach (var match in elements[element])
            {
                if (visited.Add(match.Start) && (!holder.TryGetValue(match.Start, out var other) || TryPlace(other, visited)))
                {
                    holder[match.Start] = element;
                    held[element] = match;
                    return true;
                }
            }

            return false;
        }

        for (var element = 0; element < elements.Length; element++)
        {
            if (!TryPlace(element, []))
            {
                return null;
            }
        }

        return held;
    }

    /// <summary>Tries the places one element after the other, those with the fewest first.</summary>
    private static PositionMatch[]? Search(List<PositionMatch>[] elements, int distance)
    {
        var order = Enumerable.Range(0, elements.Length).OrderBy(i => elements[i].Count).ToArray();
        var chosen = new PositionMatch[elements.Length];
        var steps = 0;

        bool TryFrom(int depth)
        {
            if (depth == order.Length)
            {
                return IsWithin(chosen, distance);
            }

            foreach (var match in elements[order[depth]])
            {
                if (++steps > MostSteps)
                {
                    return false;
                }

                if (order[..depth].All(before => match.End <= chosen[before].Start || chosen[before].End <= match.Start))
                {
                    chosen[order[depth]] = match;
                    if (TryFrom(depth + 1))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        return TryFrom(0) ? chosen : null;
    }

    private static PositionMatch ToMatch(PositionMatch[] chosen) => new(
        chosen.Min(static m => m.Start),
        chosen.Max(static m => m.End),
        [.. chosen.SelectMany(static m => m.Parts).OrderBy(static place => place.Position)]);
}
