using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class SearchPageTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_page_counts_what_was_found_and_says_how_it_was_read()
    {
        var text = await TextOf("/?q=extradition+congress");
        Assert.Contains("2 documents", text, StringComparison.Ordinal);
        Assert.Contains("Searched as:", text, StringComparison.Ordinal);
        Assert.Contains("Some of the words", text, StringComparison.Ordinal);
        Assert.Contains("missing: extradition", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_leads_to_the_first_hit_and_its_passages_to_their_paragraphs()
    {
        var html = await site.Client.GetStringAsync(new Uri("/?q=extradition+vienna", UriKind.Relative));
        Assert.Contains("href=\"/d/IPA-1923-0001?q=extradition&#x2B;vienna&amp;n=1#hit-1\"", html, StringComparison.Ordinal);
        Assert.Matches("href=\"/d/IPA-1923-0001\\?q=extradition&#x2B;vienna&amp;n=1#opening\"", html);
        Assert.Contains("<mark>extradition</mark>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_can_be_paged_to_the_end_without_losing_or_repeating_any()
    {
        var seen = new List<string>();
        for (var page = 1; page <= 5; page++)
        {
            var html = await site.Client.GetStringAsync(new Uri($"/?q=-zeppelin&count=2&page={page}", UriKind.Relative));
            seen.AddRange(CardCode().Matches(html).Select(static match => match.Groups[1].Value));
        }

        Assert.Equal(9, seen.Count);
        Assert.Equal(9, seen.Distinct().Count());
    }

    [Fact]
    public async Task Excluded_filters_are_shown_as_not()
    {
        var text = await TextOf("/?q=congress&not-lang=de&type=chronology");
        Assert.Contains("not language: German", text, StringComparison.Ordinal);
        Assert.Contains("type: Chronology", text, StringComparison.Ordinal);
        Assert.Contains("Clear all filters", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?page=2")]
    [InlineData("/?type=chronology")]
    public async Task Everything_is_said_to_be_everything(string address) =>
        Assert.Contains("Searched as: all documents.", await TextOf(address), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_found_explains_itself_and_offers_what_would_be_found()
    {
        var text = await TextOf("/?q=zeppelin+congress+schober&type=list");
        Assert.Contains("Nothing was found", text, StringComparison.Ordinal);
        Assert.Contains("“zeppelin” stands in no document of this archive", text, StringComparison.Ordinal);
        Assert.Contains("any of the words, without any filter: ", text, StringComparison.Ordinal);
        Assert.Contains("9 documents on the years 1874 to 2023", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_spelling_is_offered_as_a_link_with_the_word_in_bold_and_its_count()
    {
        var html = await site.Client.HtmlAsync("/?q=congrss+extradition&lang=en");
        var offered = SpellingOffer().Match(html);
        Assert.True(offered.Success, html);
        Assert.Contains($"{offered.Groups[2].Value} document", await TextOf(WebUtility.HtmlDecode(offered.Groups[1].Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_some_of_the_words_only_explains_why_it_does_not_find_all()
    {
        var text = await TextOf("/?q=zeppelin+congress");
        Assert.Contains("No document has all of this", text, StringComparison.Ordinal);
        Assert.Contains("“zeppelin” stands in no document of this archive", text, StringComparison.Ordinal);
        Assert.Contains("without zeppelin: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_groups_of_results_are_labelled()
    {
        var text = await TextOf("/?q=extradition+congress");
        Assert.True(
            text.IndexOf("All of the words", StringComparison.Ordinal) is >= 0 and var all && all < text.IndexOf("Some of the words", StringComparison.Ordinal), text);
        Assert.DoesNotContain("All of the words", await TextOf("/?q=Monaco&type=chronology"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_says_what_it_has_in_place_of_a_word()
    {
        var text = await TextOf("/?q=extraditon");
        Assert.Contains("extradition instead of extraditon", text, StringComparison.Ordinal);
        Assert.DoesNotContain("missing:", text, StringComparison.Ordinal);
        Assert.Contains("Words like those typed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Some of the words", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_heading_counts_both_groups()
    {
        var text = await TextOf("/?q=extradition+congress");
        Assert.Matches("2 documents, [0-9]+ passages; [0-9]+ more with some of the words", text);
    }

    [Fact]
    public async Task The_nearest_dates_are_offered_where_a_date_leaves_nothing()
    {
        var html = await site.Client.HtmlAsync("/?q=extradition+date%3A1850");
        Assert.Contains("Nothing on 1850; the nearest dates", PlainText.Of(html), StringComparison.Ordinal);
        var (address, count) = NearDate().Match(html) is { Success: true } match
            ? (WebUtility.HtmlDecode(match.Groups[1].Value), match.Groups[2].Value)
            : ("", "");
        Assert.Contains($"{count} document", await TextOf(address), StringComparison.Ordinal);
        Assert.Contains("without the date: ", PlainText.Of(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_count_of_a_word_alone_leads_to_as_many_documents()
    {
        var html = await site.Client.GetStringAsync(new Uri("/?q=zeppelin+congress&type=list", UriKind.Relative));
        var (address, count) = WordAlone().Match(html) is { Success: true } match
            ? (WebUtility.HtmlDecode(match.Groups[1].Value), match.Groups[2].Value)
            : ("", "");
        Assert.NotEmpty(address);
        Assert.Contains($"{count} documents", await TextOf(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broadening_is_offered_and_says_which_words_it_added_and_how_to_undo_it()
    {
        Assert.Matches("<input type=\"hidden\" name=\"broaden\" value=\"1\">\\s*<button type=\"submit\"", await site.Client.HtmlAsync("/?q=extradition+congress"));
        var broadened = await site.Client.HtmlAsync("/?q=extradition+congress&broaden=1");
        Assert.Contains("Broadened with words of the best documents: ", PlainText.Of(broadened), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?q=extradition&#x2B;congress\">Search only what was typed</a>", broadened, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-describedby=\"broaden-hint\"", broadened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_preferred_is_named_with_a_way_to_switch_it_off()
    {
        Assert.DoesNotContain("Preferred", await TextOf("/?q=congress"), StringComparison.Ordinal);
        var html = await site.Client.HtmlAsync("/?q=congress&prefer-lang=de&prefer-date=older");
        Assert.Contains("Preferred: German Do not prefer German", PlainText.Of(html), StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=congress&amp;prefer-date=older\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"de\" selected=\"selected\">German</option>", html, StringComparison.Ordinal);
        Assert.Contains("in the order by relevance only", await TextOf("/?q=congress&prefer-lang=de&sort=title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_page_tells_how_results_are_ordered_from_the_profile_in_use()
    {
        var text = await TextOf("/help");
        Assert.All(RankingInWords.Parts(RankingProfile.Archive), part => Assert.Contains(part.Sentence, text, StringComparison.Ordinal));
        Assert.Contains(RankingInWords.Broadening(RankingProfile.Broaden), text, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"archive, version {RankingProfile.Archive.Version}"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_query_is_the_front_door()
    {
        var text = await TextOf("/");
        Assert.Contains("All documents, newest first", text, StringComparison.Ordinal);
        Assert.Contains("Where the sources disagree", text, StringComparison.Ordinal);
        Assert.Contains("How many countries were at Vienna in 1923?", text, StringComparison.Ordinal);
        Assert.Contains("Police cooperation, 1914 to 1930: a chronology", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_of_a_name_finds_the_document_and_the_card_says_so()
    {
        var text = await TextOf("/?q=Wien+subject%3Amembership");
        Assert.Contains("The Vienna congress of September 1923", text, StringComparison.Ordinal);
        Assert.Contains("matched variant: Vienna (for Wien) in ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelled_name_is_offered_as_it_should_be()
    {
        var text = await TextOf("/?q=Schrober");
        Assert.Matches("Did you mean Johann Schober [0-9]+ documents? ", text);
    }

    [Fact]
    public async Task The_words_that_a_wildcard_stood_for_are_named()
    {
        var text = await TextOf("/?q=extradit*");
        Assert.Contains("extradit* (matched extradition)", text, StringComparison.Ordinal);
        Assert.Matches("“extradit\\*” stands for 1 word Each with its documents: extradition [0-9]+ ", text);
    }

    [Fact]
    public async Task A_page_beyond_the_last_still_leads_back()
    {
        var html = await site.Client.GetStringAsync(new Uri("/?q=police&page=99", UriKind.Relative));
        Assert.Contains("rel=\"prev\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", html, StringComparison.Ordinal);
    }

    private async Task<string> TextOf(string address) => PlainText.Of(await site.Client.HtmlAsync(address));

    [GeneratedRegex("<a href=\"([^\"]+)\">“<bdi>congress</bdi>”</a> stands in ([0-9]+) documents")]
    private static partial Regex WordAlone();

    [GeneratedRegex("<a href=\"([^\"]*lang=en[^\"]*)\"><bdi><strong>congress</strong> extradition</bdi></a> <span class=\"count\">([0-9]+) documents?</span>")]
    private static partial Regex SpellingOffer();

    [GeneratedRegex("nearby-dates\">\\s*<li><a href=\"([^\"]+)\">[0-9]{4}</a>: ([0-9]+) document")]
    private static partial Regex NearDate();

    [GeneratedRegex("<span class=\"ref\">(IPA-[0-9-]+)</span>")]
    private static partial Regex CardCode();
}

/// <summary>What a reader of a page reads.</summary>
internal static partial class PlainText
{
    public static string Of(string html) => Space().Replace(
        WebUtility.HtmlDecode(Tag().Replace(html.Replace("<q>", "“", StringComparison.Ordinal).Replace("</q>", "”", StringComparison.Ordinal), "")),
        " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
