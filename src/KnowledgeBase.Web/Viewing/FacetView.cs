using System.Collections.Immutable;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A facet beside the results.</summary>
/// <param name="Facet">Its name in addresses.</param>
/// <param name="Heading">Its name on the page.</param>
/// <param name="Values">The most frequent values.</param>
/// <param name="Others">How many values there are beside them.</param>
internal sealed record FacetView(string Facet, string Heading, ImmutableArray<FacetValueView> Values, int Others);

/// <summary>A value of a facet, with the searches it leads to.</summary>
/// <param name="Value">As in addresses.</param>
/// <param name="Label">As on the page.</param>
/// <param name="Count">How many of the documents found have it.</param>
/// <param name="Chosen">The filter on it that is in effect; null when none.</param>
/// <param name="Include">The search with only such documents, or without the filter when it is chosen.</param>
/// <param name="Exclude">The search without such documents.</param>
/// <param name="Children">Values within it: the years of a decade.</param>
internal sealed record FacetValueView(
    string Value, string Label, long Count, FacetFilter? Chosen, SearchUrl Include, SearchUrl Exclude,
    ImmutableArray<FacetValueView> Children);

/// <summary>Makes the facets of a page.</summary>
internal static class FacetViews
{
    /// <summary>A list of more would be longer than the results; the pages of names list all of them.</summary>
    private const int MostValues = 40;

    /// <summary>Facets in the order of the page; years stand within their decades.</summary>
    private static readonly ImmutableArray<string> Order =
        ["type", "decade", "person", "organisation", "place", "subject", "source", "lang", "status"];

    /// <summary>The facets that have something to choose.</summary>
    public static ImmutableArray<FacetView> Of(ImmutableArray<FacetCounts> counts, SearchUrl url)
    {
        var views = ImmutableArray.CreateBuilder<FacetView>();
        var years = counts.FirstOrDefault(static facet => facet.Facet == "year");
        foreach (var facet in Order)
        {
            var found = counts.FirstOrDefault(count => count.Facet == facet);
            if (found is null || found.Values.IsEmpty)
            {
                continue;
            }

            ImmutableArray<FacetCount> shown = facet == "decade"
                ? found.Values
                : [.. found.Values.Where((value, i) => i < MostValues || url.FilterOn(facet, value.Value) is not null)];
            var values = shown.Select(value => Make(facet, value, url, facet == "decade" ? YearsOf(value.Value, years, url) : []));
            views.Add(new FacetView(
                facet, facet == "decade" ? "Date" : Labels.Facet(facet),
                facet == "decade" ? [.. values.OrderBy(static value => SortKey(value.Value), StringComparer.Ordinal)] : [.. values],
                found.DistinctValues - shown.Length));
        }

        return views.ToImmutable();
    }

    private static ImmutableArray<FacetValueView> YearsOf(string decade, FacetCounts? years, SearchUrl url) =>
        years is null || decade == FacetNames.Undated || decade.Length < 4
            ? []
            :
            [
                .. years.Values
                    .Where(year => year.Value.Length == 4 && year.Value.AsSpan(0, 3).SequenceEqual(decade.AsSpan(0, 3)))
                    .OrderBy(static year => year.Value, StringComparer.Ordinal)
                    .Select(year => Make("year", year, url, [])),
            ];

    private static FacetValueView Make(string facet, FacetCount value, SearchUrl url, ImmutableArray<FacetValueView> children)
    {
        var chosen = url.FilterOn(facet, value.Value);
        return new FacetValueView(
            value.Value,
            Labels.FacetValue(facet, value.Value),
            value.Count,
            chosen,
            chosen is { Exclude: false } ? url.Without(facet, value.Value) : url.With(new FacetFilter(facet, value.Value)),
            url.With(new FacetFilter(facet, value.Value, Exclude: true)),
            children);
    }

    /// <summary>Decades in their order, the undated last.</summary>
    private static string SortKey(string decade) => decade == FacetNames.Undated ? "~" : decade;
}
