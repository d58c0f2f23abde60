using System.Collections.Immutable;

namespace KnowledgeBase.Searching;

/// <summary>The filters chosen beside a query, in words: for files and citations, where no page shows them.</summary>
public static class FilterWords
{
    /// <summary>Such as <c>type: letter · not place: Berlin</c>; empty without filters.</summary>
    public static string Of(ImmutableArray<FacetFilter> filters) => string.Join(
        " · ", filters.Select(static filter => $"{(filter.Exclude ? "not " : "")}{filter.Facet}: {filter.Value}"));
}
