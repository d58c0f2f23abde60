using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Quotations.Kwic;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web;

/// <summary>What is chosen of a concordance beside the search itself.</summary>
/// <param name="Sort">The order of the lines.</param>
/// <param name="Descending">Whether it is reversed.</param>
/// <param name="Left">Words before the match in which collocates are counted, 0 to <see cref="ConcordanceRequest.WidestWindow"/>.</param>
/// <param name="Right">Words after it.</param>
/// <param name="Near">Only lines with these words in the window; empty for all.</param>
internal sealed record LineChoice(ConcordanceSort Sort, bool Descending, int Left, int Right, string Near)
{
    private const int LongestNear = 100;

    /// <summary>By date, all lines, five words to either side.</summary>
    public static LineChoice Default { get; } =
        new(ConcordanceSort.Date, false, ConcordanceRequest.WidestWindow, ConcordanceRequest.WidestWindow, "");

    /// <summary>The order by its name in addresses, such as <c>L1</c> or <c>date-desc</c>.</summary>
    public string SortName => ConcordanceSorts.NameOf(Sort, Descending);

    /// <summary>An order in words for the page.</summary>
    public static string WordsFor(ConcordanceSort sort) => sort switch
    {
        ConcordanceSort.Left1 => "1st left",
        ConcordanceSort.Left2 => "2nd left",
        ConcordanceSort.Left3 => "3rd left",
        ConcordanceSort.Right1 => "1st right",
        ConcordanceSort.Right2 => "2nd right",
        ConcordanceSort.Right3 => "3rd right",
        ConcordanceSort.Keyword => "keyword",
        ConcordanceSort.Date => "date",
        ConcordanceSort.Document => "document",
        _ => "relevance",
    };

    /// <summary>The same lines in another order; in the reverse when it is chosen already and can be reversed.</summary>
    public LineChoice By(ConcordanceSort sort) => this with
    {
        Sort = sort,
        Descending = sort == Sort && ConcordanceSorts.IsReversible(sort) && !Descending,
    };

    /// <summary>The parameters that differ from their defaults.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Near.Length > 0)
        {
            yield return ("near", Near);
        }

        if (Left != Default.Left)
        {
            yield return ("left", Left.ToString(CultureInfo.InvariantCulture));
        }

        if (Right != Default.Right)
        {
            yield return ("right", Right.ToString(CultureInfo.InvariantCulture));
        }

        if (SortName != Default.SortName)
        {
            yield return ("sort", SortName);
        }
    }

    /// <summary>Reads the parameters. Never throws; what cannot be used has its default and is told.</summary>
    public static LineChoice Read(IQueryCollection query, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var (sort, descending) = ReadSort(query["sort"].ToString(), problems);
        var left = SearchUrlReader.ReadNumber("left", query["left"], 0, ConcordanceRequest.WidestWindow, Default.Left, problems);
        var right = SearchUrlReader.ReadNumber("right", query["right"], 0, ConcordanceRequest.WidestWindow, Default.Right, problems);
        var near = query["near"].ToString().Trim();
        if (near.Length > LongestNear)
        {
            problems.Add(new("near", "parameter.near", $"Words near the match can have at most {LongestNear} characters together."));
            near = "";
        }

        return new LineChoice(sort, descending, left, right, near);
    }

    private static (ConcordanceSort Sort, bool Descending) ReadSort(string text, ImmutableArray<ParameterProblem>.Builder problems)
    {
        if (ConcordanceSorts.TryRead(text, out var sort, out var descending))
        {
            return (sort, descending);
        }

        if (text.Length > 0)
        {
            problems.Add(new(
                "sort", "parameter.sort",
                $"There is no order \"{SearchUrlReader.Shorten(text)}\" of lines; there are: {ConcordanceSorts.Accepted}."));
        }

        return (Default.Sort, Default.Descending);
    }
}
