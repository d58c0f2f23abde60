using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web;

/// <summary>How a query was read, in words.</summary>
internal static class QuerySentence
{
    /// <summary>So many words of an expansion stand in the sentence; the page lists the others.</summary>
    private const int MostWords = 4;

    /// <summary>The sentence after "Searched as:", without a full stop.</summary>
    /// <param name="reading">How the text was read.</param>
    /// <param name="expansions">What wildcards and fuzzy words stood for; empty before the search.</param>
    public static string Of(QueryParseResult reading, ImmutableArray<WordExpansion> expansions) => QueryDescription.Sentence(
        reading.Query,
        typed => expansions.FirstOrDefault(expansion => expansion.Typed == typed) is { } found ? Matched(found) : null);

    private static string Matched(WordExpansion expansion)
    {
        if (expansion.Total == 0)
        {
            return "matched no word";
        }

        var words = string.Join(", ", expansion.Words.Take(MostWords));
        var others = expansion.Total - Math.Min(expansion.Words.Length, MostWords);
        return others > 0 ? string.Create(CultureInfo.InvariantCulture, $"matched {words} and {others:N0} more") : "matched " + words;
    }
}
