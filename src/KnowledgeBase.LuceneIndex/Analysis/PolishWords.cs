using System.Collections.Frozen;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>Polish, for which the library has neither stemmer nor stop list: the common endings of nouns and adjectives come off.</summary>
internal static class PolishWords
{
    /// <summary>Endings by length, longest first; a stem keeps at least <see cref="ShortestStem"/> letters.</summary>
    private static readonly string[] Endings =
    [
        "owania", "owanie", "owaniu", "iejszy", "owych", "owego", "owemu", "owymi", "ością", "ności", "ościach", "ości", "iego",
        "iemu", "ność", "acja", "acji", "ację", "acje", "owej", "owym", "owie", "ach", "ami", "ego", "emu", "ych", "ich", "imi", "ymi",
        "owi", "ową", "owe", "owa", "owy", "iej", "iem", "ość", "ów", "om", "em", "ej", "ie", "ia", "ią", "ię", "iu", "ym", "im", "ą",
        "ę", "a", "e", "i", "o", "u", "y",
    ];

    private const int ShortestStem = 3;

    private static readonly string[] OrderedEndings = [.. Endings.OrderByDescending(static e => e.Length).ThenBy(static e => e, StringComparer.Ordinal)];

    public static FrozenSet<string> StopWords { get; } = new[]
    {
        "a", "aby", "albo", "ale", "bo", "byc", "byl", "byla", "bylo", "byly", "co", "czy", "dla", "do", "gdy", "i", "ich", "im", "iz",
        "ja", "jak", "jako", "je", "jego", "jej", "jest", "jeszcze", "juz", "kiedy", "kto", "ktora", "ktore", "ktory", "ktorych", "lub",
        "ma", "mi", "na", "nad", "nie", "nim", "o", "od", "on", "ona", "oraz", "po", "pod", "przed", "przez", "przy", "sa", "sie", "sobie",
        "ta", "tak", "tam", "te", "tego", "tej", "ten", "to", "tu", "tych", "tylko", "tym", "u", "w", "we", "z", "za", "ze", "zas", "zostal",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Stem(string word)
    {
        foreach (var ending in OrderedEndings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
