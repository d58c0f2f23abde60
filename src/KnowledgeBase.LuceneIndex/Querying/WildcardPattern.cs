namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Compares a word with a pattern of <c>*</c> and <c>?</c>.</summary>
internal static class WildcardPattern
{
    /// <summary>Greedy with one step back to the last star: time at most the product of the lengths, no recursion.</summary>
    public static bool Matches(string pattern, string word)
    {
        var (p, w) = (0, 0);
        var (star, from) = (-1, 0);
        while (w < word.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, w);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == word[w]))
            {
                p++;
                w++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                w = ++from;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}

/// <summary>Edit distance with swaps of neighbours (optimal string alignment), bounded.</summary>
internal static class EditDistance
{
    /// <summary>Whether at most <paramref name="most"/> insertions, deletions, substitutions and swaps make one word of the other.</summary>
    public static bool IsWithin(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return false;
        }

        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1];
                var cost = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                current[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > most)
            {
                return false;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length] <= most;
    }
}
