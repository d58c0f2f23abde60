using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching;

/// <summary>How a query was read, in words: the one sentence of pages, interfaces, feeds, files and commands.</summary>
public static class SearchedAs
{
    /// <summary>The sentence after "Searched as:", without a full stop.</summary>
    /// <param name="reading">How the text was read.</param>
    /// <param name="expansions">What wildcards and fuzzy words stood for; empty before the search.</param>
    public static string Of(QueryParseResult reading, ImmutableArray<WordExpansion> expansions)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return QueryDescription.Sentence(reading.Query, ExpansionNotes.Of(expansions));
    }
}
