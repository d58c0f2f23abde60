using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class AdvancedPageTests(SiteUnderTest site)
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("all=&phrase=&sort=&view=documents&date-undated=", "/")]
    [InlineData("all=police+congress", "/?q=police+congress")]
    [InlineData("all=police+OR+(\"x", "/?q=police+%5COR+%22x%22")]
    [InlineData("phrase=criminal+police&as-spelled=1", "/?q=%3D%22criminal+police%22")]
    [InlineData("any=police+gendarmerie&none=army", "/?q=%28police+OR+gendarmerie%29+-army")]
    [InlineData("near-first=police&near-second=congress&near-words=3&near-order=this", "/?q=police+BEFORE%2F3+congress")]
    [InlineData("field-1=place&in-1=Vienna&field-2=nonsense&in-2=Schober", "/?q=place%3AVienna+person%3ASchober")]
    [InlineData("said-by=Johann+Schober&said-words=police", "/?q=said%3A%22Johann+Schober%22+police")]
    [InlineData("date-from=September+1923&date-to=1930&date-relation=within&date-about=1", "/?q=date%3Awithin%3A1923-09~..1930~")]
    [InlineData("date-undated=only", "/?q=date%3Anone")]
    [InlineData("added=last-week", "/?q=added%3Alast-week")]
    [InlineData("added-since=2026", "/?q=added%3A2026..")]
    [InlineData("typed=like:IPA-1923-0001", "/?q=like%3AIPA-1923-0001")]
    [InlineData("all=congress&type=chronology&type=list&lang=en&status=authored&sort=date&view=table", "/?q=congress&type=chronology&type=list&lang=en&status=authored&sort=date&view=table")]
    [InlineData("all=congress&view=concordance&lang=en", "/concordance?q=congress&lang=en")]
    [InlineData("all=congress&not-lang=de&person=Johann+Schober&prefer-lang=en&count=20", "/?q=congress&person=Johann+Schober&not-lang=de&prefer-lang=en&count=20")]
    public async Task The_form_leads_to_the_search_that_it_writes(string filled, string address)
    {
        using var answer = await site.Client.GetAsync(new Uri($"/advanced?go=search&{filled}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("date-from=soon", "date-from", "“soon” is not a date")]
    [InlineData("date-from=3/9/1923", "date-from", "3 September or 9 March")]
    [InlineData("date-to=31+April+1923", "date-to", "There is no 31 April 1923")]
    [InlineData("near-first=police", "near-second", "Fill in both")]
    [InlineData("near-first=a&near-second=b&near-words=many", "near-words", "from 0 to 50")]
    [InlineData("all=%26%26%26", "all", "no word in it")]
    [InlineData("in-2=%26%26%26", "in-2", "no word in it")]
    public async Task What_cannot_be_searched_for_is_told_beside_its_field_and_nothing_is_lost(string filled, string field, string message)
    {
        var html = await site.Client.HtmlAsync($"/advanced?go=search&phrase=kept+as+%22typed%22&lang=en&date-about=1&{filled}");
        Assert.Contains($"<li><a href=\"#{field}\">", html, StringComparison.Ordinal);
        Assert.Matches($"<p class=\"form-error\" id=\"{field}-error\"><span class=\"visually-hidden\">Error: </span>[^<]*{Regex.Escape(message)}", html);
        Assert.Matches($"<input[^>]* id=\"{field}\"[^>]*aria-describedby=\"[^\"]*{field}-error\" aria-invalid=\"true\"", html);
        Assert.Contains("value=\"kept as &quot;typed&quot;\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"lang\" value=\"en\" checked=\"checked\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"date-about\" value=\"1\" checked=\"checked\"", html, StringComparison.Ordinal);
        Assert.Contains("<title>Error: advanced search", html, StringComparison.Ordinal);
        Assert.Contains("tabindex=\"-1\" autofocus", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_contradicts_another_is_told_at_the_choice()
    {
        var html = await site.Client.HtmlAsync("/advanced?go=search&all=&date-from=1923&date-undated=only");
        Assert.Contains("id=\"date-undated-error\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"date-undated-error\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_query_how_it_is_read_and_how_much_it_finds_without_running_it()
    {
        foreach (var part in new[] { "&go=preview", "&part=preview" })
        {
            var html = await site.Client.HtmlAsync("/advanced?all=congress&none=zeppelin&lang=en&not-type=list" + part);
            Assert.Contains("<code dir=\"auto\">congress -zeppelin</code>", html, StringComparison.Ordinal);
            Assert.Contains("word: congress; without: zeppelin", html, StringComparison.Ordinal);
            Assert.Contains("not type: List; language: English.", html, StringComparison.Ordinal);
            Assert.Matches("<strong>[0-9]+</strong> documents", html);
            Assert.Equal(part == "&go=preview", html.Contains("<form", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_form_offers_the_values_that_the_archive_has()
    {
        var html = await site.Client.HtmlAsync("/advanced");
        foreach (var value in new[] { "name=\"lang\" value=\"de\"", "name=\"type\" value=\"chronology\"", "name=\"status\" value=\"authored\"" })
        {
            Assert.Contains(value, html, StringComparison.Ordinal);
        }

        Assert.Contains("<bdi>German</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
        Assert.Contains("Nothing is filled in yet", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_from_a_search_the_form_is_filled_and_keeps_what_it_has_no_field_for()
    {
        var html = await site.Client.HtmlAsync("/advanced?q=congress+%22criminal+police%22+type:list+date:1923&not-lang=de&type=chronology&sort=title&prefer-lang=en");
        Assert.Contains("id=\"all\" name=\"all\" value=\"congress\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"phrase\" name=\"phrase\" value=\"criminal police\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"date-from\" name=\"date-from\" value=\"1923\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"typed\" name=\"typed\" value=\"type:list\"", html, StringComparison.Ordinal);
        Assert.Contains("What has no field here", html, StringComparison.Ordinal);
        Assert.Contains("name=\"not-lang\" value=\"de\" checked", html, StringComparison.Ordinal);
        Assert.Contains("name=\"type\" value=\"chronology\" checked=\"checked\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"title\" selected=\"selected\">", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"prefer-lang\" value=\"en\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=congress+date:1923&not-lang=de&view=table", "/advanced?q=congress+date%3A1923&not-lang=de&view=table")]
    [InlineData("/concordance?q=congress&lang=en", "/advanced?q=congress&lang=en&view=concordance")]
    [InlineData("/", "/advanced")]
    public async Task Every_search_box_leads_to_the_form(string address, string form) =>
        Assert.Contains($"<a id=\"advanced-link\" href=\"{form.Replace("&", "&amp;", StringComparison.Ordinal).Replace("+", "&#x2B;", StringComparison.Ordinal)}\">Advanced search</a>", await site.Client.HtmlAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        var hostile = "\"><script>alert(1)</script>";
        var html = await site.Client.HtmlAsync("/advanced?go=preview&" + string.Join('&', new[] { "all", "phrase", "any", "none", "near-first", "near-second", "near-words", "in-1", "said-by", "said-words", "date-from", "added-since", "typed", "type", "not-person", "prefer-type" }
            .Select(name => $"{name}={Uri.EscapeDataString(hostile)}")));
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    /// <summary>Every field by itself: what the form writes is filled into the same field again.</summary>
    [Theory]
    [InlineData("all=police+polic*")]
    [InlineData("phrase=criminal+police&as-spelled=1")]
    [InlineData("any=police+gendarmerie")]
    [InlineData("none=police")]
    [InlineData("near-first=police&near-second=congress&near-words=3&near-order=this")]
    [InlineData("in-1=congress")]
    [InlineData("said-by=Schober&said-words=police")]
    [InlineData("date-from=1914&date-to=1923&date-relation=within")]
    [InlineData("date-from=1914&date-to=1914&date-about=1")]
    [InlineData("date-from=1914&date-undated=too")]
    [InlineData("added=last-month")]
    [InlineData("added-since=2026-01")]
    [InlineData("type=list&lang=en")]
    public async Task What_the_form_writes_fills_it_again(string filled)
    {
        var whole = $"/advanced?go=search&{filled}";
        using var answer = await site.Client.GetAsync(new Uri(whole, UriKind.Relative));
        var results = await site.Client.HtmlAsync(answer.Headers.Location!.OriginalString);
        var form = WebUtility.HtmlDecode(AdvancedLink().Match(results).Groups[1].Value);
        Assert.Equal(Filled(await site.Client.HtmlAsync(whole.Replace("go=search", "go=preview", StringComparison.Ordinal))), Filled(await site.Client.HtmlAsync(form)));
    }

    /// <summary>Every value and choice of the form.</summary>
    private static IEnumerable<string> Filled(string html) =>
        Control().Matches(html).Select(static match => match.Value).Where(static tag => !tag.Contains("field-error", StringComparison.Ordinal))
            .Select(static tag => Described().Replace(tag, ""));

    [GeneratedRegex("<a id=\"advanced-link\" href=\"([^\"]+)\"")]
    private static partial Regex AdvancedLink();

    [GeneratedRegex("<(input|option)[^>]*>")]
    private static partial Regex Control();

    [GeneratedRegex(" aria-describedby=\"[^\"]*\"")]
    private static partial Regex Described();
}
