using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>How <c>kb concordance</c> writes its lines.</summary>
internal enum LineFormat
{
    /// <summary>For reading: what matched stands in one column.</summary>
    Text,

    /// <summary>Comma-separated values with a head.</summary>
    Csv,

    /// <summary>Tab-separated values with a head.</summary>
    Tsv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}

/// <summary>What <c>kb concordance</c> was asked for.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="Filters">The filters beside it.</param>
/// <param name="Sort">The order.</param>
/// <param name="Descending">Whether it is reversed.</param>
/// <param name="Count">The first so many lines; null for all.</param>
/// <param name="Near">Only lines with these words in the window.</param>
/// <param name="Left">Words of the window before.</param>
/// <param name="Right">Words of the window behind.</param>
/// <param name="Width">Characters to either side, in text.</param>
/// <param name="Format">The format.</param>
/// <param name="Collocates">Whether collocates are wanted.</param>
/// <param name="Years">Whether the counts by year are wanted.</param>
internal sealed record ConcordanceArguments(
    string Query, ImmutableArray<FacetFilter> Filters, ConcordanceSort Sort, bool Descending, int? Count, string Near, int Left, int Right,
    int Width, LineFormat Format, bool Collocates, bool Years);

/// <summary>The options of <c>kb concordance</c>.</summary>
internal sealed class ConcordanceOptions
{
    private const int UsualWidth = 40;
    private const int LeastWidth = 10;

    private readonly QueryOptions _query = new();

    private readonly Option<string> _sort = new("--sort")
    {
        Description = $"Order of the lines: {ConcordanceSorts.Accepted}. L1 is the first word to the left, R3 the third to the right.",
        HelpName = "ORDER",
        DefaultValueFactory = static _ => "date",
    };

    private readonly Option<LineFormat> _format = new("--format") { Description = "How the lines are written.", HelpName = "text|csv|tsv|jsonl" };

    private readonly Option<int> _count = SearchOptions.Number(
        "--count", "Only the first lines, so many. Default: all", "N", ConcordanceRequest.MostOnPage, ConcordanceRequest.MostOnPage, "-n");

    private readonly Option<string> _near = new("--near")
    {
        Description = "Only lines with these words in the window.",
        HelpName = "WORDS",
        DefaultValueFactory = static _ => "",
    };

    private readonly Option<int> _left = SearchOptions.Number(
        "--left", "Words of the window before a match", "N", ConcordanceRequest.WidestWindow, ConcordanceRequest.WidestWindow, 0);

    private readonly Option<int> _right = SearchOptions.Number(
        "--right", "Words of the window behind a match", "N", ConcordanceRequest.WidestWindow, ConcordanceRequest.WidestWindow, 0);

    private readonly Option<int> _width = SearchOptions.Number(
        "--width", "Characters to either side, in text", "N", UsualWidth, ConcordanceLines.Width, LeastWidth);

    private readonly Option<bool> _collocates = new("--collocates")
    {
        Description = "Instead of the lines the words that stand near more often than elsewhere, with log-likelihood.",
    };

    private readonly Option<bool> _years = new("--years") { Description = "Instead of the lines how many each year has." };

    public void AddTo(Command command)
    {
        _sort.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !ConcordanceSorts.TryRead(token.Value, out _, out _))
            {
                result.AddError($"There is no order '{token.Value}' of lines; there are: {ConcordanceSorts.Accepted}.");
            }
        });
        _query.AddTo(command, isSorted: false);
        foreach (var option in new Option[] { _sort, _format, _count, _near, _left, _right, _width, _collocates, _years })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_collocates) && result.GetValue(_years) && result.GetValue(_format) is not LineFormat.Text)
            {
                result.AddError("--collocates and --years are two tables: ask for one at a time in this format, or for both in text or with --json.");
            }
        });
    }

    public ConcordanceArguments Read(ParseResult parsed)
    {
        ConcordanceSorts.TryRead(parsed.GetValue(_sort)!, out var sort, out var descending);
        return new ConcordanceArguments(
            _query.ReadQuery(parsed),
            _query.ReadFilters(parsed),
            sort,
            descending,
            parsed.GetResult(_count) is { Implicit: false } ? parsed.GetValue(_count) : null,
            parsed.GetValue(_near)!,
            parsed.GetValue(_left),
            parsed.GetValue(_right),
            parsed.GetValue(_width),
            parsed.GetValue(_format),
            parsed.GetValue(_collocates),
            parsed.GetValue(_years));
    }
}
