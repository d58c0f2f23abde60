using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class QuotationCheckPageTests(SiteUnderTest site)
{
    private const string Recorded = "Die Polizei der Zukunft kennt keine Grenzen mehr";
    private const string WithTail = Recorded + ", he called out to more than a hundred delegates";

    [Fact]
    public async Task The_words_that_do_stand_here_are_told_with_their_place()
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString(WithTail));
        var stretch = json.RootElement.GetProperty("stretch");
        var find = stretch.GetProperty("finds")[0];

        Assert.Equal("not-found", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("findCount").GetInt32());
        Assert.Equal((Recorded, 8, 1), (stretch.GetProperty("quoted").GetString(), stretch.GetProperty("wordCount").GetInt32(), stretch.GetProperty("findCount").GetInt32()));
        Assert.Equal((0, Recorded.Length), (stretch.GetProperty("span").GetProperty("start").GetInt32(), stretch.GetProperty("span").GetProperty("end").GetInt32()));
        Assert.Equal(("IPA-1923-0003", "verbatim"), (find.GetProperty("id").GetString(), find.GetProperty("verdict").GetString()));
        var html = await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString(WithTail));
        Assert.Contains(">Not found</h2>", html, StringComparison.Ordinal);
        Assert.Contains("but these 8 words of it stand in 1 document, verbatim", html, StringComparison.Ordinal);
        Assert.Contains($"<mark>{Recorded}</mark>, he called out", html, StringComparison.Ordinal);
        Assert.Contains("Johann Schober", html, StringComparison.Ordinal);
        Assert.Contains("verbatim: “Die Polizei der Zukunft kennt keine Grenzen mehr”.", await site.Client.DecodedHtmlAsync("/?q=" + Uri.EscapeDataString($"quote:\"{WithTail}\"")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_lands_on_the_verdict_which_can_take_the_focus()
    {
        var html = await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString(Recorded));

        Assert.Contains("action=\"/quote#verdict\"", html, StringComparison.Ordinal);
        Assert.Matches("<h2 id=\"verdict\" tabindex=\"-1\"", html);
    }

    [Fact]
    public async Task A_printed_answer_says_what_was_looked_for_where_and_when()
    {
        var html = await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString("„Die Polizei der Zukunft kennt enge Grenzen mehr“"));
        using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString("Die Polizei der Zukunft kennt enge Grenzen mehr"));
        var foot = PrintFoot().Match(html).Groups[1].Value;

        Assert.Matches("print-only[^>]*>\\s*<figcaption>[^<]*</figcaption>\\s*<blockquote[^>]*>Die Polizei der Zukunft kennt enge Grenzen mehr<", html);
        Assert.Contains($"against {json.RootElement.GetProperty("documentsSearched").GetInt64()} documents", foot, StringComparison.Ordinal);
        Assert.Contains($"index version {json.RootElement.GetProperty("indexVersion").GetString()}", foot, StringComparison.Ordinal);
        Assert.Contains($"Checked on {TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}", foot, StringComparison.Ordinal);
        Assert.Contains($"{site.Address}/quote?text=Die+Polizei+der+Zukunft+kennt+enge+Grenzen+mehr", foot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_opened_from_a_check_leads_back_to_it()
    {
        const string Wrong = "Die Polizei der Zukunft kennt enge Grenzen mehr";
        var link = FindLink().Match(await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString(Wrong))).Groups[1].Value;
        var document = await site.Client.DecodedHtmlAsync(link.Split('#')[0]);

        Assert.Contains("href=\"/quote?text=Die+Polizei+der+Zukunft+kennt+enge+Grenzen+mehr#verdict\"", document, StringComparison.Ordinal);
        Assert.Contains("Back to the check", document, StringComparison.Ordinal);

        // The way back outlives another search inside the document, and the links from hit to hit.
        Assert.Contains($"name=\"check\" value=\"{Wrong}\"", document, StringComparison.Ordinal);
        Assert.Contains("check=Die+Polizei", StepLink().Match(document).Groups[1].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Back to the check", await site.Client.DecodedHtmlAsync("/d/IPA-1923-0003"), StringComparison.Ordinal);
        Assert.DoesNotContain("Back to the check", await site.Client.DecodedHtmlAsync("/d/IPA-1923-0003?check="), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task The_way_back_never_leaves_the_site(string check)
    {
        using var answer = await site.Client.GetAsync(new Uri("/d/IPA-1923-0003?check=" + Uri.EscapeDataString(check), UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("class=\"back\" href=\"/quote\\?text=[^\"]*#verdict\"", html);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{check}", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speaker=Schobr", "Johann Schober", 3, true)]
    [InlineData("speaker=Johan+Schober", "Johann Schober", 3, true)]
    [InlineData("speaker=Schobr&kind=found", "Johann Schober", 1, true)]
    [InlineData("speaker=Schobr&from=1950", "Johann Schober", 3, false)]
    public async Task A_misspelled_speaker_is_offered_those_on_record(string parameters, string speaker, int count, bool keeps)
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotations?" + parameters);
        var offer = Assert.Single(json.RootElement.GetProperty("didYouMean").EnumerateArray());
        var page = offer.GetProperty("page").GetString()!;
        var html = await site.Client.DecodedHtmlAsync("/quotations?" + parameters);

        Assert.Equal((speaker, count, keeps), (offer.GetProperty("speaker").GetString(), offer.GetProperty("count").GetInt32(), offer.GetProperty("keepsConditions").GetBoolean()));
        Assert.Contains($"<a href=\"{page}\"><bdi>{speaker}</bdi></a>: {count} {(count == 1 ? "quotation" : "quotations")}{(keeps ? "" : ", without the other conditions")}<", html, StringComparison.Ordinal);
        using var led = await site.Client.JsonAsync("/api/v1" + page);
        Assert.Equal(count, led.RootElement.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("speaker=Schober", null)]
    [InlineData("speaker=Schober&from=1950", null)]
    [InlineData("speaker=Nobodyxyz", "Nobodyxyz")]
    public async Task Nobody_is_offered_where_the_name_is_right_or_like_none(string parameters, string? unknown)
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotations?" + parameters);
        var html = await site.Client.DecodedHtmlAsync("/quotations?" + parameters);

        Assert.Equal(0, json.RootElement.GetProperty("didYouMean").GetArrayLength());
        Assert.Equal(unknown, json.RootElement.GetProperty("unknownSpeaker").GetString());
        Assert.Equal(unknown is not null, html.Contains("No quotation of anyone named", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("said:Nobodyxyz", "Nobodyxyz")]
    [InlineData("said:Nobodyxyz policeman", "Nobodyxyz")]
    [InlineData("said:Schober zebrafishes", null)]
    public async Task A_search_without_result_says_that_nobody_of_the_name_is_quoted(string query, string? unknown)
    {
        using var json = await site.Client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(query));
        var html = await site.Client.DecodedHtmlAsync("/?q=" + Uri.EscapeDataString(query));

        Assert.Equal(unknown is null ? [] : [unknown], json.RootElement.GetProperty("unknownSpeakers").EnumerateArray().Select(static name => name.GetString()!).ToArray());
        Assert.Equal(unknown is not null, html.Contains($"No quotation of anyone named <q><bdi>{unknown}</bdi></q> is recorded.", StringComparison.Ordinal));
        Assert.Equal(unknown is not null, html.Contains("href=\"/quotations?sort=speaker\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_persons_page_has_the_quotations_before_the_documents_and_a_link_to_each_paragraph()
    {
        var html = await site.Client.DecodedHtmlAsync("/a/person/Johann%20Schober");
        var quotations = html.IndexOf("<h2 id=\"said\">3 quotations, by date</h2>", StringComparison.Ordinal);
        var documents = html.IndexOf("<h2 id=\"documents\">", StringComparison.Ordinal);

        Assert.InRange(quotations, 1, documents);
        Assert.Equal(3, Regex.Count(html[quotations..documents], "<figure class=\"quotation\">"));
        Assert.Contains("/d/IPA-1923-0003/p/schluss", html[quotations..documents], StringComparison.Ordinal);
        Assert.Contains("Found by rule, not confirmed by an archivist.", html[quotations..documents], StringComparison.Ordinal);
    }

    [GeneratedRegex("<p class=\"print-foot\">([^<]*)</p>")]
    private static partial Regex PrintFoot();

    [GeneratedRegex("<article class=\"find\">\\s*<h3><a href=\"([^\"]*?)\" lang")]
    private static partial Regex FindLink();

    [GeneratedRegex("class=\"step\" data-step=\"1\" href=\"([^\"]*)\"")]
    private static partial Regex StepLink();
}
