using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using KnowledgeBase.Quotations;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Tests.Quotations;

public sealed partial class ShownComparisonTests
{
    private const string Text =
        "Vienna became the seat, Schober the first president; “ours is a cultural goal... It only concerns the police”, he said.\n\n"
        + "L’univers est un et les criminels ne s’arrêtent pas aux barrières que\nles hommes ont dressées – jamais.";

    [Theory]
    [InlineData("Vienna became the centre, Schober the first president", "Vienna became the -centre- +seat+, Schober the first president")]
    [InlineData("ours is a cultural aim... It only concerns the police", "ours is a cultural -aim- +goal+... It only concerns the police")]
    [InlineData("Vienna became the seat, and Schober the first president", "Vienna became the seat, -and- Schober the first president")]
    [InlineData("Vienna became the Schober the first president", "Vienna became the +seat+, Schober the first president")]
    [InlineData("Schober the first president ours is a national goal", "Schober the first president; “ours is a -national- +cultural+ goal")]
    [InlineData("L’univers est deux et les criminels ne s’arrêtent pas", "L’univers est -deux- +un+ et les criminels ne s’arrêtent pas")]
    [InlineData("L’empire est un et les criminels ne s’arrêtent pas", "L’-empire- +univers+ est un et les criminels ne s’arrêtent pas")]
    [InlineData("Vienna became the seat … ours is a cultural goal", "Vienna became the seat, [Schober the first president]; “ours is a cultural goal")]
    public async Task The_comparison_has_the_punctuation_of_the_document(string typed, string shown)
    {
        var find = (await Ask(typed)).Finds[0];

        Assert.Equal(shown, Shown(ComparedText.Html(find.Words)));
    }

    [Theory]
    [InlineData("L univers est un et les criminels ne", QuoteDifferences.Punctuation)]
    [InlineData("ne s arrêtent pas aux barrières que", QuoteDifferences.Punctuation)]
    [InlineData("barrières que les hommes ont dressées", QuoteDifferences.LineBreaks)]
    [InlineData("les hommes ont dressées–jamais", QuoteDifferences.Spacing)]
    [InlineData("les hommes ont dressées jamais", QuoteDifferences.Punctuation)]
    [InlineData("ours is a cultural goal It only concerns", QuoteDifferences.DroppedEllipses)]
    [InlineData("ours is a cultural goal. It only concerns", QuoteDifferences.DroppedEllipses | QuoteDifferences.Punctuation)]
    [InlineData("ours is a cultural goal [...] It only concerns", QuoteDifferences.Punctuation)]
    [InlineData("ours is a […] cultural goal", QuoteDifferences.AddedEllipses)]
    public async Task What_differs_besides_words_is_named_for_what_it_is(string typed, QuoteDifferences differences)
    {
        var answer = await Ask(typed);

        Assert.Equal(QuoteVerdict.VerbatimBut, answer.Verdict);
        Assert.Equal(differences, answer.Finds[0].Differences);
        Assert.Equal(
            differences.HasFlag(QuoteDifferences.DroppedEllipses),
            answer.Sentence.EndsWith("; 1 document of 1. The document marks words left out where the quotation runs on.", StringComparison.Ordinal));
    }

    private static Task<QuoteAnswer> Ask(string typed) =>
        new QuoteFinder(new QuotationsInMemory([QuotedDocuments.Document("A", Text)])).FindAsync(typed, CancellationToken.None);

    /// <summary>What is struck out between hyphens, what is underlined between plus signs.</summary>
    private static string Shown(IHtmlContent content)
    {
        using var html = new StringWriter();
        content.WriteTo(html, HtmlEncoder.Default);
        var plain = Underlined().Replace(Struck().Replace(Spoken().Replace(html.ToString(), ""), "-"), "+");
        return WebUtility.HtmlDecode(Tag().Replace(plain, ""));
    }

    [GeneratedRegex("<span class=\"visually-hidden\"[^>]*>[^<]*</span>")]
    private static partial Regex Spoken();

    [GeneratedRegex("</?del>")]
    private static partial Regex Struck();

    [GeneratedRegex("</?ins>")]
    private static partial Regex Underlined();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
