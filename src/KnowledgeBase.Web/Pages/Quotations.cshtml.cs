using System.Collections.Immutable;
using KnowledgeBase.Quotations;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The quotations of the archive, by speaker, time, language, words and who vouches for them.</summary>
internal sealed class QuotationsModel(ArchiveQuotations quotations) : PageModel
{
    /// <summary>What was asked for.</summary>
    public QuotationUrl Asked { get; private set; } = QuotationUrl.Everything;

    /// <summary>How it was read and what there is.</summary>
    public QuotationsAnswer Answer { get; private set; } = null!;

    /// <summary>What of the address could not be used, and what of the words was re-read.</summary>
    public ImmutableArray<string> Problems { get; private set; } = [];

    /// <summary>What there is.</summary>
    public QuotationPage Found => Answer.Page;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Found.Total + Asked.Count - 1) / Asked.Count);

    /// <summary>The values by which the list can be narrowed, with the address of each.</summary>
    public IEnumerable<(string Heading, ImmutableArray<QuotationChoice> Choices)> Choices =>
    [
        ("Speaker", [.. Found.Speakers.Select(speaker => new QuotationChoice(
            speaker.Value, speaker.Count, Asked.Speaker == speaker.Value, First with { Speaker = speaker.Value }, First with { Speaker = "" }))]),
        ("Decade", [.. Found.Decades.Select(decade => Decade(decade, int.Parse(decade.Value[..4], System.Globalization.CultureInfo.InvariantCulture)))]),
        ("Language", [.. Found.Languages.Select(language => new QuotationChoice(
            Labels.Language(language.Value), language.Count, Asked.Languages.Contains(language.Value),
            First with { Languages = [language.Value] }, First with { Languages = [] }))]),
        ("Vouched for by", [.. Found.Kinds.Select(kind => new QuotationChoice(
            KindInWords(kind.Value), kind.Count, Asked.Kind is not null, First with { Kind = KindOf(kind.Value) }, First with { Kind = null }))]),
    ];

    /// <summary>What the list is limited to besides speaker and words, in words that go on after these; empty for nothing.</summary>
    public string Limits
    {
        get
        {
            var years = (Asked.From, Asked.To) switch
            {
                (null, null) => "",
                ({ } from, null) => FormattableString.Invariant($", in or after {from}"),
                (null, { } to) => FormattableString.Invariant($", in or before {to}"),
                ({ } from, { } to) when from == to => FormattableString.Invariant($", in {from}"),
                ({ } from, { } to) => FormattableString.Invariant($", {from} to {to}"),
            };
            var languages = Asked.Languages.IsEmpty ? "" : ", in " + Labels.List(Asked.Languages.Select(Labels.Language));
            return years + languages + Asked.Kind switch
            {
                QuotationKind.Recorded => ", recorded by an archivist",
                QuotationKind.Found => ", found by rule",
                _ => "",
            };
        }
    }

    private QuotationUrl First => Asked with { Page = 1 };

    /// <summary>Lists what the address asks for; a page with wrong parameters goes on without them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Asked = QuotationUrl.Read(Request.Query, out var problems);
        // A form sends empty boxes too: the address that is shared has only what was chosen.
        if (problems.IsEmpty && Request.Query.Any(static pair => pair.Value.ToString().Length == 0))
        {
            return LocalRedirect("~" + Asked);
        }

        Answer = await quotations.ListAsync(Asked, cancellationToken);
        Problems = [.. problems.Where(static problem => problem.Code != "parameter.unknown").Select(static problem => problem.Message), .. Answer.Read.Problems];
        return Page();
    }

    private QuotationChoice Decade(QuotationCount decade, int first) => new(
        decade.Value, decade.Count, Asked.From == first && Asked.To == first + 9,
        First with { From = first, To = first + 9 }, First with { From = null, To = null });

    private static QuotationKind KindOf(string name) =>
        name == QuotationCounts.NameOf(QuotationKind.Found) ? QuotationKind.Found : QuotationKind.Recorded;

    private static string KindInWords(string name) =>
        KindOf(name) is QuotationKind.Recorded ? "Recorded by an archivist" : "Found by rule";
}

/// <summary>A value by which the list of quotations can be narrowed.</summary>
/// <param name="Words">The value for the page.</param>
/// <param name="Count">How many of the quotations have it.</param>
/// <param name="IsChosen">Whether the list is narrowed by it.</param>
/// <param name="With">The list of these.</param>
/// <param name="Without">The list without this choice.</param>
internal sealed record QuotationChoice(string Words, int Count, bool IsChosen, QuotationUrl With, QuotationUrl Without);
