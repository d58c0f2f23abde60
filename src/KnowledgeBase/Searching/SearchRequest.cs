using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching;

/// <summary>In which order the documents come. Ties are broken by score, then by reference code.</summary>
public enum SortOrder
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Earliest first day first; undated last.</summary>
    DateAscending,

    /// <summary>Latest last day first; undated last.</summary>
    DateDescending,

    /// <summary>By title, A to Z without case and accents.</summary>
    Title,

    /// <summary>Newest in the archive first.</summary>
    Added,
}

/// <summary>The orders by their names: the same in addresses, in the API and on the command line.</summary>
public static class SortNames
{
    /// <summary>Every order with its name, in the order in which they are offered.</summary>
    public static ImmutableArray<(SortOrder Order, string Name)> All { get; } =
    [
        (SortOrder.Relevance, "relevance"),
        (SortOrder.DateAscending, "date"),
        (SortOrder.DateDescending, "date-desc"),
        (SortOrder.Title, "title"),
        (SortOrder.Added, "added"),
    ];

    /// <summary>The order when none is chosen: by relevance, and the newest first where nothing was typed.</summary>
    public static SortOrder Usual(string typed) => QueryParser.IsBlank(typed) ? SortOrder.Added : SortOrder.Relevance;

    /// <summary>The name of an order.</summary>
    public static string NameOf(SortOrder order) => All.First(sort => sort.Order == order).Name;
}

/// <summary>The facets of the archive.</summary>
public static class FacetNames
{
    /// <summary>Names as they stand in addresses and in the API; <c>decade</c> holds <c>1920s</c>, <c>year</c> holds <c>1923</c>.</summary>
    public static ImmutableArray<string> All { get; } =
        ["type", "decade", "year", "person", "organisation", "place", "subject", "source", "lang", "status"];

    /// <summary>The value of <c>decade</c> and <c>year</c> for documents without a date.</summary>
    public const string Undated = "undated";
}

/// <summary>A value of a facet that documents must have, or must not have.</summary>
/// <param name="Facet">Its name, such as <c>type</c> or <c>lang</c>.</param>
/// <param name="Value">The value as the facet shows it, compared ordinally.</param>
/// <param name="Exclude">Whether documents with it are left out instead.</param>
public sealed record FacetFilter(string Facet, string Value, bool Exclude = false);

/// <summary>One search.</summary>
public sealed record SearchRequest
{
    /// <summary>Most documents of one page.</summary>
    public const int MostDocuments = 100;

    /// <summary>What is looked for.</summary>
    public required QueryNode Query { get; init; }

    /// <summary>Facet values chosen beside the query. Two values of one facet mean either; different facets mean both.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order. Default <see cref="SortOrder.Relevance"/>.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>How many documents to pass over; 0 or more. Any page can be reached.</summary>
    public int Offset { get; init; }

    /// <summary>How many documents to return, 0 to 100. Default 10.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Passages shown of each document, 0 to 10. Default 3.</summary>
    public int PassagesPerDocument { get; init; } = 3;

    /// <summary>Facets to count; empty counts none.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>Most values returned of each facet, by count then name. Default 50.</summary>
    public int FacetValues { get; init; } = 50;

    /// <summary>Whether documents with only some of the words follow those with all. Default true.</summary>
    public bool IncludePartial { get; init; } = true;

    /// <summary>
    /// Whether <see cref="ISearchIndex.StreamAsync"/> also gives those documents, after the others; never without
    /// <see cref="IncludePartial"/>. Default false.
    /// </summary>
    public bool StreamPartial { get; init; }

    /// <summary>Name of the ranking profile; null for the default.</summary>
    public string? Profile { get; init; }

    /// <summary>What the reader would rather see first; moves documents in the order by relevance, never in or out. Default: nothing.</summary>
    public SearchPreferences Preferences { get; init; } = SearchPreferences.None;
}
