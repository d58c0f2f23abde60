namespace KnowledgeBase.Searching.Advice;

/// <summary>Writes a word with the capitals of another, as it stands in its place.</summary>
internal static class SpellingCase
{
    /// <summary>In small letters, with a capital at the beginning, or in capitals, as what was typed.</summary>
    public static string Of(string typed, string word)
    {
        if (!typed.Any(char.IsUpper))
        {
            return word.ToLowerInvariant();
        }

        var letters = typed.Where(char.IsLetter).ToList();
        return letters.Count > 1 && letters.TrueForAll(char.IsUpper) ? word.ToUpperInvariant()
            : char.IsUpper(typed[0]) ? char.ToUpperInvariant(word[0]) + word[1..]
            : word;
    }
}
