using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A year and how many documents may be of it.</summary>
internal sealed record TimelineYear(int Year, long Count);

/// <summary>Documents by year, without gaps.</summary>
/// <param name="Years">Every year from the first to the last that has documents; at least two.</param>
/// <param name="Most">The year with most documents, the earliest of several.</param>
/// <param name="Undated">How many documents have no date.</param>
internal sealed record Timeline(ImmutableArray<TimelineYear> Years, TimelineYear Most, long Undated)
{
    /// <summary>A bar for each year would be thinner than a hair beyond this.</summary>
    private const int MostYears = 400;

    /// <summary>The timeline of a facet; null when there are fewer than two years to compare.</summary>
    public static Timeline? Of(FacetCounts? years)
    {
        if (years is null)
        {
            return null;
        }

        var counts = new SortedDictionary<int, long>();
        var undated = 0L;
        foreach (var (value, count) in years.Values)
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
