using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>What was searched and how it was read, as the pages show it that lead away from the results.</summary>
/// <param name="Query">The query as typed; empty for everything.</param>
/// <param name="SearchedAs">How it was read, in words.</param>
/// <param name="Notes">What of it was ignored, re-read or limited.</param>
/// <param name="Filters">The filters chosen beside it.</param>
/// <param name="Sort">The order.</param>
internal sealed record SearchFacts(
    string Query, string SearchedAs, ImmutableArray<QueryProblem> Notes, ImmutableArray<FacetFilter> Filters, SortOrder Sort)
{
    /// <summary>The facts of an answer.</summary>
    public SearchFacts(SearchAnswer answer)
        : this(
            answer.Url.Text, Searching.SearchedAs.Of(answer.Reading, answer.Page.Expansions), answer.Reading.Problems,
            answer.Url.Filters, answer.Url.EffectiveSort)
    {
    }

    /// <summary>The filters, in words.</summary>
    public string FiltersInWords => string.Join("; ", Filters.Select(static filter =>
        $"{(filter.Exclude ? "not " : "")}{Labels.FacetOne(filter.Facet)}: {Labels.FacetValue(filter.Facet, filter.Value)}"));

    /// <summary>The order, in words.</summary>
    public string Order => Labels.Order(Sort);
}
