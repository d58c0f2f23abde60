using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Quotations;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web;

/// <summary>A choice of quotations as it stands in an address. Pages and API read and write it here only.</summary>
/// <remarks>Writing leaves away what has its default, in a fixed order: one choice has one address.</remarks>
internal sealed record QuotationUrl
{
    /// <summary>Quotations on a page when nothing else is asked for.</summary>
    public const int DefaultCount = 20;

    private const int MostLanguages = 20;
    private const int LongestValue = 1_024;

    /// <summary>Every quotation, by date.</summary>
    public static QuotationUrl Everything { get; } = new();

    /// <summary>Part of the speaker's name, as typed; empty for anybody.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>Words of the quotation, in the query language; empty for anything.</summary>
    public string Words { get; init; } = "";

    /// <summary>First year, 1 to 9999; null for no limit.</summary>
    public int? From { get; init; }

    /// <summary>Last year; null for no limit.</summary>
    public int? To { get; init; }

    /// <summary>Languages of the words; empty for all.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Who vouches; null for both kinds.</summary>
    public QuotationKind? Kind { get; init; }

    /// <summary>The order.</summary>
    public QuotationOrder Order { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Quotations on a page, 1 to <see cref="QuotationRequest.MostQuotations"/>.</summary>
    public int Count { get; init; } = DefaultCount;

    /// <summary>How many lie before this page.</summary>
    public int Offset => (int)Math.Min((long)(Page - 1) * Count, int.MaxValue - Count);

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrowed => (this with { Order = default, Page = 1, Count = DefaultCount }).ToQueryString().Length > 0;

    /// <summary>The orders by their names in addresses, with the words of the page.</summary>
    public static ImmutableArray<(QuotationOrder Order, string Name, string Words)> Orders { get; } =
    [
        (QuotationOrder.Date, "date", "Date, earliest first"),
        (QuotationOrder.DateDescending, "date-desc", "Date, latest first"),
        (QuotationOrder.Speaker, "speaker", "Speaker, A to Z"),
    ];

    /// <summary>The list of a speaker who may have been meant.</summary>
    public QuotationUrl For(SpeakerOffer offer) => offer.KeepsConditions
        ? this with { Speaker = offer.Speaker, Page = 1 }
        : Everything with { Speaker = offer.Speaker, Order = Order, Count = Count };

    /// <summary>The parameters, without <c>?</c>.</summary>
    public string ToQueryString() => string.Join('&', Parameters().Select(static pair => $"{pair.Name}={SearchUrl.Escape(pair.Value)}"));

    /// <summary>The address of the page.</summary>
    public override string ToString() => "/quotations" + (ToQueryString() is { Length: > 0 } query ? "?" + query : "");

    /// <summary>The parameters that differ from their defaults.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

        (string Name, string? Value)[] pairs =
        [
            ("speaker", Speaker),
            ("q", Words),
            ("from", From is { } from ? Year(from) : null),
            ("to", To is { } to ? Year(to) : null),
            .. Languages.Select(static code => ("lang", (string?)code)),
            ("kind", Kind is { } kind ? QuotationCounts.NameOf(kind) : null),
            ("sort", Order == default ? null : Orders.First(order => order.Order == Order).Name),
            ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
            ("count", Count == DefaultCount ? null : Count.ToString(CultureInfo.InvariantCulture)),
        ];
        return pairs.Where(static pair => !string.IsNullOrEmpty(pair.Value)).Select(static pair => (pair.Name, pair.Value!));
    }

    /// <summary>Reads the parameters. Never throws.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="problems">What could not be used; the choice has the default in its place. A page goes on, the API refuses.</param>
    public static QuotationUrl Read(IQueryCollection query, out ImmutableArray<ParameterProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<ParameterProblem>();
        var (from, to) = (SearchUrlReader.ReadYear("from", query, found), SearchUrlReader.ReadYear("to", query, found));
        if (from > to)
        {
            (from, to) = (to, from);
        }

        var url = new QuotationUrl
        {
            Speaker = ReadText("speaker", query, found),
            Words = ReadText("q", query, found),
            From = from,
            To = to,
            Languages = [.. query["lang"].OfType<string>().Where(static code => code.Length is > 0 and < 40).Distinct(StringComparer.Ordinal).Take(MostLanguages)],
            Kind = ReadChoice("kind", query, [.. Enum.GetValues<QuotationKind>().Select(static kind => ((QuotationKind?)kind, QuotationCounts.NameOf(kind)))], found),
            Order = ReadChoice("sort", query, [.. Orders.Select(static order => ((QuotationOrder?)order.Order, order.Name))], found) ?? default,
            Page = SearchUrlReader.ReadNumber("page", query["page"], 1, 10_000_000, 1, found),
            Count = SearchUrlReader.ReadNumber("count", query["count"], 1, QuotationRequest.MostQuotations, DefaultCount, found),
        };
        SearchUrlReader.ReportUnknown(query, ["speaker", "q", "from", "to", "lang", "kind", "sort", "page", "count"], found);
        problems = found.ToImmutable();
        return url;
    }

    private static string ReadText(string name, IQueryCollection query, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var text = string.Join(' ', query[name].ToArray()).Trim();
        if (text.Length <= LongestValue)
        {
            return text;
        }

        problems.Add(new(name, "parameter." + name, string.Create(
            CultureInfo.InvariantCulture, $"Only the first {LongestValue:N0} characters of \"{name}\" were used.")));
        return text[..LongestValue];
    }

    private static T? ReadChoice<T>(
        string name, IQueryCollection query, ImmutableArray<(T? Value, string Name)> choices, ImmutableArray<ParameterProblem>.Builder problems)
        where T : struct
    {
        var text = query[name].ToString();
        var chosen = choices.FirstOrDefault(choice => choice.Name == text);
        if (chosen.Name is null && text.Length > 0)
        {
            problems.Add(new(name, "parameter." + name,
                $"There is no {name} \"{SearchUrlReader.Shorten(text)}\"; there are: {string.Join(", ", choices.Select(static choice => choice.Name))}."));
        }

        return chosen.Value;
    }
}
