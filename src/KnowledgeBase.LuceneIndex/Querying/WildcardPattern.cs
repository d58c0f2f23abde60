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
