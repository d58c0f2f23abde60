using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Web;

/// <summary>A parameter of an address that cannot be used as it is.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Code">Stable, for programs: <c>parameter.count</c>.</param>
/// <param name="Message">What is wrong and what is accepted, one sentence.</param>
internal sealed record ParameterProblem(string Name, string Code, string Message);

/// <summary>Reads a search from the parameters of an address.</summary>
internal static class SearchUrlReader
{
    /// <summary>Parameters that belong to a page and not to the search.</summary>
    private static readonly ImmutableHashSet<string> OfPages =
        ["from", "to", "part", "n", "hit", "at", "find", "only", "marks", "fields", "passages", "facets", "values", "format", "partial", "cursor",
        "view"];

    /// <summary>Parameters of a concordance only.</summary>
    private static readonly ImmutableHashSet<string> OfLines = ["near", "left", "right"];

    private const int LongestValue = 300;
    private const int MostFilters = 50;

    /// <summary>Reads the parameters, the view among them. Never throws.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="problems">What could not be used; the search has the default in its place. A page goes on, the API refuses.</param>
    public static SearchUrl Read(IQueryCollection query, out ImmutableArray<ParameterProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<ParameterProblem>();
        var url = Read(query, ReadView(query["view"], found), found);
        problems = found.ToImmutable();
        return url;
    }

    /// <summary>Reads the parameters of a search that is shown in one way only. Never throws.</summary>
    public static SearchUrl Read(IQueryCollection query, ResultView view, out ImmutableArray<ParameterProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<ParameterProblem>();
        var url = Read(query, view, found);
        problems = found.ToImmutable();
        return url;
    }

    private static SearchUrl Read(IQueryCollection query, ResultView view, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var filters = ImmutableArray.CreateBuilder<FacetFilter>();
        foreach (var (name, values) in query)
        {
            ReadFilters(name, values, view, filters, problems);
        }

        var url = new SearchUrl
        {
            Text = AddYears(string.Join(' ', query["q"].ToArray()), query, problems),
            View = view,
            Sort = view is ResultView.Concordance ? null : ReadSort(query["sort"], problems),
            Lines = view is ResultView.Concordance ? LineChoice.Read(query, problems) : LineChoice.Default,
            Count = ReadNumber(
                "count", query["count"], 1, ResultViews.MaxCount(view), ResultViews.DefaultCount(view), problems),
        };
        foreach (var name in RankingParameters.Names.Where(_ => view is not ResultView.Concordance))
        {
            url = RankingParameters.Read(url, name, query[name], problems);
        }

        return url.WithFilters(filters) with { Page = ReadNumber("page", query["page"], 1, 10_000_000, 1, problems) };
    }

    /// <summary>The two boxes of the timeline become part of the query, so that the reader sees how dates are written.</summary>
    private static string AddYears(string text, IQueryCollection query, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var from = ReadYear("from", query, problems);
        var to = ReadYear("to", query, problems);
        if (from > to)
        {
            (from, to) = (to, from);
        }

        var date = from is null && to is null ? ""
            : from == to ? string.Create(CultureInfo.InvariantCulture, $"date:{from:0000}")
            : string.Create(CultureInfo.InvariantCulture, $"date:{from:0000}..{to:0000}");
        // What nobody sees is no query: the page shows the front door, as for an empty box.
        return string.Join(' ', new[] { QueryParser.IsBlank(text) ? "" : text.Trim(), date }.Where(static part => part.Length > 0));
    }

    /// <summary>A year from 1 to 9999; null, and a problem unless nothing was typed, for anything else.</summary>
    public static int? ReadYear(string name, IQueryCollection query, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var text = query[name].ToString().Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999)
        {
            return year;
        }

        problems.Add(new(name, "parameter." + name, $"\"{Shorten(text)}\" is not a year; write a number from 1 to 9999, such as 1923."));
        return null;
    }

    private static void ReadFilters(
        string name, StringValues values, ResultView view, ImmutableArray<FacetFilter>.Builder filters,
        ImmutableArray<ParameterProblem>.Builder problems)
    {
        var exclude = name.StartsWith(SearchUrl.ExcludePrefix, StringComparison.Ordinal);
        var facet = exclude ? name[SearchUrl.ExcludePrefix.Length..] : name;
        if (!FacetNames.All.Contains(facet))
        {
            var isOfLines = view is ResultView.Concordance && OfLines.Contains(name);
            if (name is not ("q" or "sort" or "page" or "count") && !OfPages.Contains(name) && !isOfLines && !RankingParameters.Names.Contains(name))
            {
                problems.Add(Unknown(name));
            }

            return;
        }

        foreach (var value in values.OfType<string>().Where(static value => value.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (value.Length > LongestValue || filters.Count >= MostFilters)
            {
                problems.Add(new(name, "parameter.filters", $"At most {MostFilters} filters of {LongestValue} characters each can be used."));
                return;
            }

            filters.Add(new(facet, value, exclude));
        }
    }

    private static ResultView ReadView(StringValues values, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var text = values.ToString();
        foreach (var (view, name, _) in ResultViews.All)
        {
            if (text == name)
            {
                return view;
            }
        }

        if (text.Length > 0)
        {
            var accepted = string.Join(", ", ResultViews.All.Select(static view => view.Name));
            problems.Add(new("view", "parameter.view", $"There is no view \"{Shorten(text)}\"; there are: {accepted}."));
        }

        return ResultView.Documents;
    }

    private static SortOrder? ReadSort(StringValues values, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var text = values.ToString();
        foreach (var (order, name) in SortNames.All)
        {
            if (text == name)
            {
                return order;
            }
        }

        if (text.Length > 0)
        {
            var accepted = string.Join(", ", SortNames.All.Select(static sort => sort.Name));
            problems.Add(new("sort", "parameter.sort", $"There is no order \"{Shorten(text)}\"; there are: {accepted}."));
        }

        return null;
    }

    /// <summary>A whole number in its range; the default, and a problem, for anything else.</summary>
    public static int ReadNumber(
        string name, StringValues values, int least, int most, int standard, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var text = values.ToString();
        if (text.Length == 0)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(new(
            name, "parameter." + name,
            string.Create(CultureInfo.InvariantCulture, $"\"{Shorten(text)}\" is not a usable {name}; write a whole number from {least} to {most}.")));
        return standard;
    }

    /// <summary>A problem for each parameter that has no meaning.</summary>
    public static void ReportUnknown(
        IQueryCollection query, ImmutableArray<string> known, ImmutableArray<ParameterProblem>.Builder problems) =>
        problems.AddRange(query.Keys.Where(name => !known.Contains(name)).Select(Unknown));

    private static ParameterProblem Unknown(string name) =>
        new(name, "parameter.unknown", $"There is no parameter \"{Shorten(name)}\"; it was ignored.");

    /// <summary>What is typed, short enough to be repeated in a sentence.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
