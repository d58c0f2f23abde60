using System.Globalization;

namespace KnowledgeBase.Searching;

/// <summary>What the sentence "Searched as" says about the words that wildcards and fuzzy words stood for.</summary>
public static class ExpansionNotes
{
    private const int MostNamed = 5;

    /// <summary>For <c>QueryDescription</c>: a note for each pattern that was expanded, null for every other.</summary>
    public static Func<string, string?> Of(IEnumerable<WordExpansion> expansions)
    {
        ArgumentNullException.ThrowIfNull(expansions);
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var expansion in expansions)
        {
            notes.TryAdd(expansion.Typed, Note(expansion));
        }

        return pattern => notes.GetValueOrDefault(pattern);
    }

    private static string Note(WordExpansion expansion)
    {
        var named = expansion.Words.Take(MostNamed).ToList();
        var more = expansion.Total - named.Count;
        var words = string.Join(", ", named) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more:N0} more") : "");
        return expansion.Total == 0 ? "matched no word"
            : expansion.WasCut ? string.Create(CultureInfo.InvariantCulture, $"at least {expansion.Total:N0} words match, more than can be searched; searched were the most frequent, such as {string.Join(", ", named)}")
            : expansion.Total == 1 ? $"matched {words}"
            : string.Create(CultureInfo.InvariantCulture, $"{expansion.Total:N0} word forms matched: {words}");
    }
}
