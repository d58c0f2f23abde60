using System.Collections.Immutable;

namespace KnowledgeBase.Searching.Matching;

/// <summary>Elements directly after one another.</summary>
internal static class PhraseMatching
{
    private sealed record Chain(int Start, Found Last, Chain? Before);

    /// <summary>Every interval in which the elements, in this order, follow one another without a gap.</summary>
    public static List<Found> All(List<List<Found>> elements)
    {
        if (elements.Count == 0 || elements.Exists(static element => element.Count == 0))
        {
            return [];
        }

        var chains = elements[0].ConvertAll(static found => new Chain(found.Start, found, null));
        for (var i = 1; i < elements.Count && chains.Count > 0; i++)
        {
            chains = Extend(chains, elements[i]);
        }

        return Found.Distinct(chains.ConvertAll(static chain => new Found(chain.Start, chain.Last.End, Parts(chain), IsSolid: true)));
    }

    /// <summary>A phrase of single words, the usual case: one walk over the lists, and nothing is made where nothing matches.</summary>
    public static List<Found> OfWords(IReadOnlyList<Occurrence>[] words)
    {
        if (!Array.TrueForAll(words, AreSingle))
        {
            return All([.. words.Select(static places => Found.Distinct([.. places.Select(Found.Of)]))]);
        }

        var runs = new List<Found>();
        var at = new int[words.Length];
        for (var first = 0; first < words[0].Count; first++)
        {
            var start = words[0][first].Position;
            var length = 1;
            while (length < words.Length && StandsAt(words[length], ref at[length], start + length))
            {
                length++;
            }

            if (length == words.Length)
            {
                var parts = Enumerable.Range(start, length).Select(static p => Found.Of(new Occurrence(p, p + 1)));
                runs.Add(new Found(start, start + length, [.. parts], IsSolid: true));
            }
        }

        return runs;
    }

    private static bool AreSingle(IReadOnlyList<Occurrence> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].End != places[i].Position + 1 || (i > 0 && places[i].Position <= places[i - 1].Position))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StandsAt(IReadOnlyList<Occurrence> word, ref int at, int position)
    {
        while (at < word.Count && word[at].Position < position)
        {
            at++;
        }

        return at < word.Count && word[at].Position == position;
    }

    /// <summary>Both lists are walked once: chains by end, the element by start.</summary>
    private static List<Chain> Extend(List<Chain> chains, List<Found> element)
    {
        var extended = new List<Chain>();
        var seen = new HashSet<(int Start, int End)>();
        var from = 0;
        foreach (var chain in chains.OrderBy(static chain => chain.Last.End))
        {
            while (from < element.Count && element[from].Start < chain.Last.End)
            {
                from++;
            }

            for (var i = from; i < element.Count && element[i].Start == chain.Last.End; i++)
            {
                if (seen.Add((chain.Start, element[i].End)))
                {
                    extended.Add(new Chain(chain.Start, element[i], chain));
                }
            }
        }

        return extended;
    }

    private static ImmutableArray<Found> Parts(Chain chain)
    {
        var parts = new List<Found>();
        for (var at = chain; at is not null; at = at.Before)
        {
            parts.Add(at.Last);
        }

        parts.Reverse();
        return [.. parts];
    }
}
