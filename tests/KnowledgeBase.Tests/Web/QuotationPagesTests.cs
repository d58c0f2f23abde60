using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class QuotationPagesTests(SiteUnderTest site)
{
    private const string Recorded = "Die Polizei der Zukunft kennt keine Grenzen mehr";

    [Theory]
    [InlineData("Die Polizei der Zukunft kennt keine Grenzen mehr", "verbatim", "Verbatim")]
    [InlineData("„Die Polizei der Zukunft kennt keine Grenzen mehr“", "verbatim", "Verbatim")]
    [InlineData("die polizei der zukunft kennt keine grenzen mehr", "verbatim-but", "Verbatim but for case")]
    [InlineData("Die Polizei der Zukunft kennt enge Grenzen mehr", "near", "Not verbatim, but near")]
    [InlineData("Die Polizei … kennt keine Grenzen mehr", "verbatim", "Verbatim with words left out")]
    [InlineData("The police of the future knows no frontiers any more", "not-found", "Not found")]
    [InlineData("Nobody ever said these words in this archive", "not-found", "Not found")]
    [InlineData("too short", "refused", "No verdict")]
    [InlineData("„!!! … ???“", "refused", "No verdict")]
    public async Task Page_and_interface_give_one_verdict(string typed, string verdict, string heading)
    {
        var html = await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString(typed));
        using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString(typed));

        Assert.Equal(verdict, json.RootElement.GetProperty("verdict").GetString());
        Assert.Contains($">{heading}</h2>", html, StringComparison.Ordinal);
        Assert.Contains(json.RootElement.GetProperty("sentence").GetString()!, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_place_lands_on_the_marked_words()
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString("Die Polizei der Zukunft kennt enge Grenzen mehr"));
        var find = json.RootElement.GetProperty("finds")[0];
        var page = find.GetProperty("page").GetString()!;
        Assert.EndsWith("#hit-1", page, StringComparison.Ordinal);
        var html = await site.Client.DecodedHtmlAsync(page.Split('#')[0]);

        Assert.Contains("id=\"hit-1\"", html, StringComparison.Ordinal);
        var marked = string.Concat(Mark().Matches(html).Select(static match => match.Groups[1].Value));
        Assert.Equal(Recorded, Tag().Replace(marked, ""));
        Assert.Equal(Recorded, find.GetProperty("text").GetString());
        var replaced = Assert.Single(find.GetProperty("words").EnumerateArray(), static word => word.GetProperty("relation").GetString() == "replaced");
        Assert.Equal(("enge", "keine", true), (replaced.GetProperty("quoted").GetString(), replaced.GetProperty("stored").GetString(), replaced.GetProperty("isNegation").GetBoolean()));
        Assert.Equal("Johann Schober", find.GetProperty("quotation").GetProperty("speaker").GetString());
        using var paragraph = await site.Client.GetAsync(new Uri(find.GetProperty("paragraphPage").GetString()!, UriKind.Relative));
        Assert.Equal("/d/IPA-1923-0003#schluss", paragraph.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_translation_is_labelled_as_ours_and_is_not_found()
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString("The police of the future knows no frontiers any more"));
        Assert.Equal(0, json.RootElement.GetProperty("finds").GetArrayLength());
        Assert.Equal(Recorded, json.RootElement.GetProperty("translations")[0].GetProperty("quotation").GetProperty("quotation").GetProperty("text").GetString());

        var html = await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString("The police of the future knows no frontiers any more"));
        Assert.Contains("Our translation of words of Johann Schober, the same words", html, StringComparison.Ordinal);
        Assert.Contains(Recorded, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quote:\"Die Polizei der Zukunft kennt enge Grenzen mehr\"")]
    [InlineData("quote:«Die Polizei der Zukunft kennt enge Grenzen mehr» schober")]
    public async Task A_search_for_a_quotation_tells_the_verdict_and_leads_to_the_answer(string query)
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString("Die Polizei der Zukunft kennt enge Grenzen mehr"));
        var html = await site.Client.DecodedHtmlAsync("/?q=" + Uri.EscapeDataString(query));

        Assert.Contains(json.RootElement.GetProperty("sentence").GetString()!, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/quote?text=Die+Polizei+der+Zukunft+kennt+enge+Grenzen+mehr#verdict\"", html, StringComparison.Ordinal);
        Assert.Contains("IPA-1923-0003", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Die Polizei der Zukunft kennt enge Grenzen mehr", "nearly the quotation in text: 1 word differs, a negation")]
    [InlineData("die polizei der zukunft kennt keine grenzen mehr", "the quotation in text: verbatim but for case")]
    [InlineData("Die Polizei der Zukunft kennt keine Grenzen mehr", "the quotation in text")]
    [InlineData("Die Polizei der Zukunft kennt … Grenzen mehr", "the quotation in text: the ellipsis leaves out a negation")]
    public async Task The_reason_of_a_result_is_the_verdict_on_it(string typed, string why)
    {
        var query = "?q=" + Uri.EscapeDataString($"quote:\"{typed}\"");
        using var json = await site.Client.JsonAsync("/api/v1/search" + query);
        var hit = json.RootElement.GetProperty("hits")[0];

        Assert.Equal(why, hit.GetProperty("why").GetString());
        Assert.Equal(
            why.Split(" in text: ").ElementAtOrDefault(1), hit.GetProperty("reasons")[0].GetProperty("detail").GetString());
        Assert.Contains($"Found: {why}", Tag().Replace(await site.Client.DecodedHtmlAsync("/" + query), ""), StringComparison.Ordinal);
        Assert.Contains($"Found: {why}.", WebUtility.HtmlDecode(await site.Client.DecodedHtmlAsync("/feed" + query)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_quotations_each_reason_names_its_own()
    {
        using var json = await site.Client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(
            "quote:\"Die Polizei der Zukunft kennt enge Grenzen mehr\" OR quote:\"Die Polizei der Zukunft kennt keine Grenzen mehr\""));

        Assert.Equal(
            "nearly the quotation “Die Polizei der Zukunft kennt enge Grenzen mehr” in text: 1 word differs, a negation; "
            + "the quotation “Die Polizei der Zukunft kennt keine Grenzen mehr” in text",
            json.RootElement.GetProperty("hits")[0].GetProperty("why").GetString());
    }

    [Fact]
    public async Task Two_hundred_words_of_any_script_fit_into_the_address_and_ten_thousand_characters_are_answered()
    {
        var words = string.Join(' ', Enumerable.Repeat("международноерасследование", 150));
        Assert.Contains("Not found", await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString(words[..4_000])), StringComparison.Ordinal);
        var longest = new string('警', 4_001);
        Assert.Contains("at most 200 words", await site.Client.DecodedHtmlAsync("/quote?text=" + Uri.EscapeDataString(longest)), StringComparison.Ordinal);
        using var refused = await site.Client.GetAsync(new Uri("/quote?text=" + new string('a', 60_000), UriKind.Relative));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, refused.StatusCode);
    }

    [Fact]
    public async Task Any_text_is_answered_with_a_sentence()
    {
        var random = new Random(1923);
        string[] pieces = ["\0", "“", "»", "…", "[…]", "\u202E", "\u2066", "<script>", "' OR 1=1", "%", "&text=", "警察", "مؤتمر", "\r\n", "\u0301", "😀", "word", "Zukunft ", "\u200B"];
        for (var i = 0; i < 200; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 60); length > 0; length--)
            {
                text.Append(pieces[random.Next(pieces.Length)]).Append(random.Next(3) == 0 ? " " : "");
            }

            using var json = await site.Client.JsonAsync("/api/v1/quotes/check?text=" + Uri.EscapeDataString(text.ToString()));
            Assert.True(json.RootElement.GetProperty("sentence").GetString()!.Length > 10);
            using var answer = await site.Client.GetAsync(new Uri("/quote?text=" + Uri.EscapeDataString(text.ToString()), UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("speaker=Schober", 3)]
    [InlineData("speaker=%D0%A8%D0%BE%D0%B1%D0%B5%D1%80", 3)]
    [InlineData("speaker=Nobody", 0)]
    [InlineData("kind=recorded", 2)]
    [InlineData("kind=found", 1)]
    [InlineData("lang=de", 2)]
    [InlineData("lang=en", 1)]
    [InlineData("from=1923&to=1923", 3)]
    [InlineData("from=1924", 0)]
    [InlineData("q=policeman", 1)]
    [InlineData("q=Verbrechen&speaker=Schober", 1)]
    public async Task Quotations_are_filtered_alike_on_page_and_interface(string parameters, int total)
    {
        using var json = await site.Client.JsonAsync("/api/v1/quotations?" + parameters);
        var html = await site.Client.DecodedHtmlAsync("/quotations?" + parameters);

        Assert.Equal(total, json.RootElement.GetProperty("total").GetInt32());
        Assert.Contains($"<strong>{total}</strong> {(total == 1 ? "quotation" : "quotations")}", html, StringComparison.Ordinal);
        Assert.Equal(total, Regex.Count(html, "<figure class=\"quotation\">"));
        foreach (var quotation in json.RootElement.GetProperty("quotations").EnumerateArray())
        {
            var text = quotation.GetProperty("quotation").GetProperty("text").GetString()!;
            Assert.Contains(text, Tag().Replace(html, ""), StringComparison.Ordinal);
            Assert.Equal(text.StartsWith("Kein", StringComparison.Ordinal) ? "found" : "recorded", quotation.GetProperty("kind").GetString());
        }
    }

    [Fact]
    public async Task A_quotation_found_by_rule_is_labelled_until_it_is_recorded()
    {
        var html = await site.Client.DecodedHtmlAsync("/quotations?kind=found");

        Assert.Contains("Kein Staat kann das Verbrechen allein bekämpfen", html, StringComparison.Ordinal);
        Assert.Contains("Found by rule, not confirmed by an archivist.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Found by rule, not", await site.Client.DecodedHtmlAsync("/quotations?kind=recorded"), StringComparison.Ordinal);

        // The same among the results of a search, under the passage and where it says why.
        var results = await site.Client.DecodedHtmlAsync("/?q=said%3A*+%22Staat+kann%22");
        Assert.Contains("found by rule, not confirmed by an archivist", results[results.IndexOf("Found:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("class=\"speech\"", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_and_said_in_the_search_lead_to_each_other()
    {
        var html = await site.Client.DecodedHtmlAsync("/quotations?speaker=Schober&q=Verbrechen");
        var search = SearchLink().Match(html).Groups[1].Value;
        using var json = await site.Client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString("said:Schober Verbrechen"));

        Assert.Equal(1, json.RootElement.GetProperty("total").GetInt32());
        Assert.Contains("<strong>1</strong> document", await site.Client.DecodedHtmlAsync(WebUtility.HtmlDecode(search)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_list_follow_each_other()
    {
        var seen = new List<string>();
        for (string? next = "/api/v1/quotations?count=1"; next is not null;)
        {
            using var json = await site.Client.JsonAsync(next);
            seen.Add(json.RootElement.GetProperty("quotations")[0].GetProperty("quotation").GetProperty("text").GetString()!);
            next = json.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal(3, seen.Distinct().Count());
        Assert.Contains("There is no page 9", await site.Client.DecodedHtmlAsync("/quotations?page=9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_empty_boxes_gets_the_address_without_them()
    {
        using var answer = await site.Client.GetAsync(new Uri("/quotations?speaker=Schober&q=&from=1930&to=1920&sort=", UriKind.Relative));
        Assert.Equal("/quotations?speaker=Schober&from=1920&to=1930", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_persons_page_has_every_quotation_under_any_name()
    {
        var html = await site.Client.DecodedHtmlAsync("/a/person/Johann%20Schober");

        Assert.Contains("3 quotations, by date", html, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(html, "<figure class=\"quotation\">"));
        Assert.Contains("IPA-1923-0003", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<mark[^>]*>(.*?)</mark>", RegexOptions.Singleline)]
    private static partial Regex Mark();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"(/\\?q=said[^\"]*)\"")]
    private static partial Regex SearchLink();
}
