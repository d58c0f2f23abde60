using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class DocumentPageTests(SiteUnderTest site)
{
    [Fact]
    public async Task A_code_in_small_letters_leads_to_the_document()
    {
        using var answer = await site.Client.GetAsync(new Uri("/d/ipa-1923-0001?find=police", UriKind.Relative));
        Assert.Equal("/d/IPA-1923-0001?find=police", answer.Headers.Location?.ToString());
        using var unknown = await site.Client.GetAsync(new Uri("/d/ipa-1923-9999", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Every_hit_is_marked_and_can_be_reached_without_script()
    {
        var html = await site.Client.HtmlAsync("/d/IPA-1923-0001?q=congress&n=1");
        var count = int.Parse(HitCount().Match(html).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(count > 2);
        for (var hit = 1; hit <= count; hit++)
        {
            Assert.Contains($"id=\"hit-{hit}\"", html, StringComparison.Ordinal);
        }

        Assert.Contains("hit=2#hit-2", html, StringComparison.Ordinal);
        var third = await site.Client.HtmlAsync("/d/IPA-1923-0001?q=congress&n=1&hit=3");
        Assert.Contains("hit=2#hit-2", third, StringComparison.Ordinal);
        Assert.Contains("hit=4#hit-4", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_among_the_results_is_right_even_when_the_link_says_another()
    {
        var first = PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001?q=congress&n=1"));
        var place = Place().Match(first).Value;
        Assert.NotEmpty(place);
        Assert.Equal(place, Place().Match(PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001?q=congress&n=5"))).Value);
        Assert.DoesNotMatch(Place(), PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001")));
    }

    [Fact]
    public async Task Sources_come_from_the_register_and_weak_ones_say_why()
    {
        var html = await site.Client.HtmlAsync("/d/IPA-1923-0001");
        Assert.Contains("href=\"https://newspaper.example/congress\"", html, StringComparison.Ordinal);
        var text = PlainText.Of(html);
        Assert.Contains("Weak source: An anonymous blog that names no sources of its own.", text, StringComparison.Ordinal);
        Assert.Contains("A printed book without an address", text, StringComparison.Ordinal);
        Assert.Contains("On reliability: One of the sources is an anonymous blog.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_puts_its_versions_beside_one_another_and_the_document_leads_to_it()
    {
        var dispute = await site.Client.HtmlAsync("/d/IPA-1923-0002");
        Assert.Contains("href=\"/d/IPA-1923-0001#blog\"", dispute, StringComparison.Ordinal);
        Assert.Contains("The Vienna congress of September 1923, ¶ 3", PlainText.Of(dispute), StringComparison.Ordinal);
        var document = PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001"));
        Assert.Contains("Where the sources disagree How many countries were at Vienna in 1923? Here: “Twenty countries”", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotations_show_speaker_occasion_and_paragraph()
    {
        var text = PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001"));
        Assert.Contains("Only a good man can be a good policeman. Johann Schober, 7 September 1923, closing speech of the congress", text, StringComparison.Ordinal);
        Assert.Contains("The newspaper prints the sentence in German.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_carry_their_language_and_direction()
    {
        var html = await site.Client.HtmlAsync("/d/IPA-2023-0001");
        Assert.Contains("<h1 lang=\"ar\" dir=\"auto\">", html, StringComparison.Ordinal);
        Assert.Contains("class=\"text\" lang=\"ar\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_machine_reading_of_a_date_is_shown_when_it_says_more()
    {
        Assert.Contains("(searched as", PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001")), StringComparison.Ordinal);
        Assert.DoesNotContain("(searched as", PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1914-0001")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_between_documents_leads_to_their_pages()
    {
        var html = await site.Client.HtmlAsync("/d/IPA-1923-0001");
        Assert.Contains("href=\"/d/IPA-1914-0001#wishes\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/d/IPA-1914-0001\">congress of Monaco</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_document_is_answered_with_a_search_box()
    {
        using var answer = await site.Client.GetAsync(new Uri("/d/IPA-9999-0000", UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("No document has the reference code", html, StringComparison.Ordinal);
        Assert.Contains("<input id=\"guess\" name=\"q\" type=\"search\"", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("data-hits=\"([0-9]+)\"")]
    private static partial Regex HitCount();

    [GeneratedRegex(@"Results \([0-9]+ of [0-9]+\)")]
    private static partial Regex Place();
}
