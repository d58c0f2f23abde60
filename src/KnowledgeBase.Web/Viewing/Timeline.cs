using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A year and how many documents or lines may be of it.</summary>
internal sealed record TimelineYear(int Year, long Count);

/// <summary>Documents, or lines of a concordance, by year, without gaps.</summary>
/// <param name="Years">Every year from the first to the last that has documents; at least two.</param>
/// <param name="Most">The year with most documents, the earliest of several.</param>
/// <param name="Undated">How many documents have no date.</param>
internal sealed record Timeline(ImmutableArray<TimelineYear> Years, TimelineYear Most, long Undated)
{
    /// <summary>A bar for each year would be thinner than a hair beyond this.</summary>
    private const int MostYears = 400;

    /// <summary>The timeline of a facet; null when there are fewer than two years to compare.</summary>
    public static Timeline? Of(FacetCounts? years) =>
        years is null ? null : Of(years.Values.Select(static year => (year.Value, year.Count)));

    /// <summary>The timeline of the lines of a concordance; null when there are fewer than two years to compare.</summary>
    public static Timeline? Of(ImmutableArray<YearCount> years) => Of(years.Select(static year => (year.Year, year.Lines)));

    private static Timeline? Of(IEnumerable<(string Year, long Count)> years)
    {
        var counts = new SortedDictionary<int, long>();
        var undated = 0L;
        foreach (var (value, count) in years)
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                counts[year] = count;
            }
            else
            {
                undated += count;
            }
        }

        if (counts.Count < 2)
        {
            return null;
        }

        var last = counts.Keys.Last();
        var first = Math.Max(counts.Keys.First(), last - MostYears + 1);
        var all = Enumerable.Range(first, last - first + 1)
            .Select(year => new TimelineYear(year, counts.GetValueOrDefault(year))).ToImmutableArray();
        return new Timeline(all, all.MaxBy(static year => year.Count)!, undated);
    }
}
