using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options of <c>kb quotations</c>.</summary>
internal sealed class QuotationsOptions
{
    private const int LatestYear = 9_999;
    private const int MostPages = 1_000_000;

    private static readonly Dictionary<string, QuotationOrder> Orders = new(StringComparer.Ordinal)
    {
        ["date"] = QuotationOrder.Date,
        ["date-desc"] = QuotationOrder.DateDescending,
        ["speaker"] = QuotationOrder.Speaker,
    };

    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "Words that the quotation contains, as in the search box of the site. Without any, all quotations are listed.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _speaker = new("--speaker", "-s") { Description = "Part of the speaker's name, any variant.", HelpName = "NAME" };

    private readonly Option<int?> _from = Year("--from", "First year; undated quotations are left out.");

    private readonly Option<int?> _to = Year("--to", "Last year; undated quotations are left out.");

    private readonly Option<string[]> _languages = new("--lang") { Description = "Only words in this language, a code such as de; may be repeated.", HelpName = "CODE" };

    private readonly Option<string?> _kind = new("--kind") { Description = "recorded: by an archivist; found: by rule, not confirmed.", HelpName = "KIND" };

    private readonly Option<string> _sort = new("--sort")
    {
        Description = $"Order: {string.Join(", ", Orders.Keys)}.",
        HelpName = "ORDER",
        DefaultValueFactory = static _ => "date",
    };

    private readonly Option<int> _count = SearchOptions.Number("--count", "Quotations on a page", "N", 20, QuotationRequest.MostQuotations, "-n");

    private readonly Option<int> _page = SearchOptions.Number("--page", "Which page", "N", 1, MostPages);

    public void AddTo(Command command)
    {
        _sort.AcceptOnlyFromAmong([.. Orders.Keys]);
        _kind.AcceptOnlyFromAmong([.. Enum.GetValues<QuotationKind>().Select(QuotationCounts.NameOf)]);
        command.Arguments.Add(_words);
        foreach (var option in new Option[] { _speaker, _from, _to, _languages, _kind, _sort, _count, _page })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The speaker as typed; empty for anybody.</summary>
    public string Speaker(ParseResult parsed) => parsed.GetValue(_speaker) ?? "";

    /// <summary>The words as typed; empty for anything.</summary>
    public string Words(ParseResult parsed) => string.Join(' ', parsed.GetValue(_words) ?? []);

    /// <summary>The request, once speaker and words were read.</summary>
    public QuotationRequest Request(ParseResult parsed, ReadQuotations read) => new()
    {
        Said = read.Said,
        From = parsed.GetValue(_from) is { } from ? new DateOnly(from, 1, 1) : null,
        To = parsed.GetValue(_to) is { } to ? new DateOnly(to, 12, 31) : null,
        Languages = [.. parsed.GetValue(_languages) ?? []],
        Kind = parsed.GetValue(_kind) is { } kind ? Enum.GetValues<QuotationKind>().First(one => QuotationCounts.NameOf(one) == kind) : null,
        Order = Orders[parsed.GetValue(_sort)!],
        Offset = (int)Math.Min((parsed.GetValue(_page) - 1L) * parsed.GetValue(_count), int.MaxValue),
        Count = parsed.GetValue(_count),
    };

    private static Option<int?> Year(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "YEAR" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > LatestYear))
            {
                result.AddError($"{name} takes a year from 1 to 9999; it was {token.Value}.");
            }
        });
        return option;
    }
}
