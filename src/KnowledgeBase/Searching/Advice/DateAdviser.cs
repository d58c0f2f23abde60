using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Advice;

/// <summary>The dates next to one that leaves nothing.</summary>
internal sealed class DateAdviser(ISearchIndex index, Func<string, ReadQuery> read)
{
    /// <summary>A time that was asked for, and how another is asked for in its place.</summary>
    /// <param name="Asked">In words.</param>
    /// <param name="First">First day; null when open.</param>
    /// <param name="Last">Last day; null when open.</param>
    /// <param name="Rest">The search without it.</param>
    /// <param name="At">The search on the time that a day lies in, and what that time is called.</param>
    private sealed record AskedTime(
        string Asked, DateOnly? First, DateOnly? Last, OtherSearch Rest, Func<DateOnly, OtherSearch> At)
    {
        /// <summary>The search on documents that overlap the time; null when that is what was asked.</summary>
        public OtherSearch? Overlapping { get; init; }

        /// <summary>Whether anything is asked but the time.</summary>
        public bool HasRest => Rest.Query.Length > 0 || !Rest.Filters.IsEmpty;
    }

    /// <summary>What is near the date of the search; null when it has none, or it is not the date that leaves nothing.</summary>
    public async Task<NearbyDates?> NearbyAsync(AdvisedSearch search, CancellationToken cancellationToken)
    {
        if ((InText(search) ?? InFilters(search)) is not { } asked)
        {
            return null;
        }

        var rest = read(asked.Rest.Query).Query;
        var ends = await index.CountAsync(
            [Request(asked, rest), Request(asked, And(rest, Before(asked.First))), Request(asked, And(rest, After(asked.Last)))],
            cancellationToken).ConfigureAwait(false);
        if (ends[0].Documents == 0)
        {
            return null;
        }

        var others = new[]
        {
            asked.Overlapping,
            asked.First is not null && ends[1].LastDay is { } before ? asked.At(before) : null,
            asked.Last is not null && ends[2].FirstDay is { } after ? asked.At(after) : null,
        }.OfType<OtherSearch>().ToImmutableArray();
        var counts = await index.CountAsync([.. others.Select(Request)], cancellationToken).ConfigureAwait(false);
        var nearest = others.Zip(counts, static (other, count) => other with { Documents = count.Documents })
            .Where(static other => other.Documents > 0).ToImmutableArray();
        return new NearbyDates(asked.Asked, nearest, asked.HasRest ? asked.Rest with { Documents = ends[0].Documents } : null);
    }

    /// <summary>The search at any time; null when it names no time.</summary>
    public AdvisedSearch? WithoutDate(AdvisedSearch search) =>
        (InText(search) ?? InFilters(search))?.Rest is { } rest ? search with { Read = read(rest.Query), Filters = rest.Filters } : null;

    private SearchRequest Request(OtherSearch other) => new() { Query = read(other.Query).Query, Filters = other.Filters };

    private static SearchRequest Request(AskedTime asked, QueryNode query) => new() { Query = query, Filters = asked.Rest.Filters };

    private static QueryNode.All And(QueryNode query, QueryNode date) => new([query, date]);

    private static QueryNode Before(DateOnly? day) => day is { } first && first > DateOnly.MinValue
        ? new QueryNode.DateRange(null, first.AddDays(-1), DateRelation.Within, "")
        : new QueryNode.Not(new QueryNode.Everything());

    private static QueryNode After(DateOnly? day) => day is { } last && last < DateOnly.MaxValue
        ? new QueryNode.DateRange(last.AddDays(1), null, DateRelation.Within, "")
        : new QueryNode.Not(new QueryNode.Everything());

    /// <summary>The dates that stand side by side with everything else; several are one, where they overlap.</summary>
    private AskedTime? InText(AdvisedSearch search)
    {
        var query = search.Read.Query;
        var dates = (query is QueryNode.All all ? all.Children : [query]).OfType<QueryNode.DateRange>().ToImmutableArray();
        var first = dates.Max(static date => date.First);
        var last = dates.Min(static date => date.Last);
        if (dates.IsEmpty || first > last || dates.Any(date => date.Source.Length == 0 || date.Source.End > search.Typed.Length))
        {
            return null;
        }

        OtherSearch With(string term) => new(WordsOf(term), Replace(search.Typed, dates, term), search.Filters, 0);
        return new AskedTime(
            string.Join(", ", dates.Select(static date => date.Words)), first, last,
            new OtherSearch("without the date", Replace(search.Typed, dates, ""), search.Filters, 0),
            day => With("date:" + UnitOf(first, last)(day)))
        {
            Overlapping = dates is [{ Relation: DateRelation.Within } within]
                ? With(QueryWriter.Write(within with { Relation = DateRelation.Overlaps })) is var other
                    ? other with { Words = "also partly within " + within.Words }
                    : null
                : null,
        };
    }

    /// <summary>Years and decades chosen beside the query.</summary>
    private static AskedTime? InFilters(AdvisedSearch search)
    {
        var chosen = search.Filters.Where(static filter => !filter.Exclude && filter.Facet is "year" or "decade").ToList();
        var years = chosen.Select(static filter => YearOf(filter.Value)).ToList();
        if (chosen.Count == 0 || years.Contains(null) || chosen.DistinctBy(static filter => filter.Facet).Count() > 1)
        {
            return null;
        }

        var (facet, span) = chosen[0].Facet == "year" ? ("year", 1) : ("decade", 10);
        var rest = search.Filters.RemoveAll(chosen.Contains);
        string Value(DateOnly day) => span == 1 ? Invariant($"{day.Year:0000}") : Invariant($"{day.Year / 10}0s");
        return new AskedTime(
            string.Join(", ", chosen.Select(static filter => filter.Value)),
            new DateOnly(years.Min()!.Value, 1, 1), new DateOnly(years.Max()!.Value + span - 1, 12, 31),
            new OtherSearch("without the date", search.Typed, rest, 0),
            day => new OtherSearch(Value(day), search.Typed, rest.Add(new FacetFilter(facet, Value(day))), 0));
    }

    /// <summary>The year, or the first of a decade; null for anything else, and for the last decade there is.</summary>
    private static int? YearOf(string value) =>
        int.TryParse(value.EndsWith("0s", StringComparison.Ordinal) ? value[..^1] : value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1 and < 9990 ? year : null;

    private string WordsOf(string term) => read(term).Query is QueryNode.DateRange date ? date.Words : term;

    /// <summary>The text with one date in the place of the first and without the others.</summary>
    private static string Replace(string typed, ImmutableArray<QueryNode.DateRange> dates, string term)
    {
        var text = typed;
        foreach (var (i, date) in dates.OrderBy(static date => date.Source.Start).Index().Reverse())
        {
            var (head, tail) = (text[..date.Source.Start], text[date.Source.End..]);
            var isDropped = i > 0 || term.Length == 0;
            text = isDropped ? QueryParts.Join(head, tail) : head + term + tail;
        }

        return text;
    }

    /// <summary>The unit of what was asked: a year near years, a month near months, a day near days.</summary>
    private static Func<DateOnly, string> UnitOf(DateOnly? first, DateOnly? last) =>
        first is null or { Month: 1, Day: 1 } && last is null or { Month: 12, Day: 31 } ? static day => Invariant($"{day:yyyy}")
        : first is null or { Day: 1 } && (last is null || last.Value.Day == DateTime.DaysInMonth(last.Value.Year, last.Value.Month)) ? static day => Invariant($"{day:yyyy-MM}")
        : static day => Invariant($"{day:yyyy-MM-dd}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
