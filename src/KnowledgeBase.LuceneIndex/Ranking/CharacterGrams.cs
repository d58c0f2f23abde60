namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Runs of four characters, across the borders of words: what finds a word that is spelled, inflected or compounded otherwise.</summary>
/// <remarks>
/// Runs that reach from one word into the next measured better than runs within words, because they tell which words stand side by
/// side. McNamee and Mayfield, "Character n-gram tokenization for European language text retrieval" (2004).
/// </remarks>
internal static class CharacterGrams
{
    /// <summary>Characters of a run.</summary>
    public const int Length = 4;

    /// <summary>The runs of the words, joined by single spaces; common words are left out before.</summary>
    public static List<string> Of(IEnumerable<string> words)
    {
        var text = $" {string.Join(' ', words)} ";
        var grams = new List<string>(Math.Max(0, text.Length - Length + 1));
        for (var start = 0; start + Length <= text.Length; start++)
        {
            grams.Add(text.Substring(start, Length));
        }

        return grams;
    }
}
