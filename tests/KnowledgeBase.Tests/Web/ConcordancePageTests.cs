using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class ConcordancePageTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_page_counts_its_lines_and_says_how_the_query_was_read()
    {
        var text = PlainText.Of(await site.Client.HtmlAsync("/concordance?q=congress"));
        using var json = await site.Client.JsonAsync("/api/v1/concordance?q=congress&count=500");
        var (total, documents) = (json.RootElement.GetProperty("total").GetInt64(), json.RootElement.GetProperty("documents").GetInt64());

        Assert.Contains($"{total} lines in {documents} documents", text, StringComparison.Ordinal);
        Assert.Equal(total, json.RootElement.GetProperty("lines").GetArrayLength());
        Assert.Contains("Searched as: word: congress.", text, StringComparison.Ordinal);
        Assert.Contains("Lines by year", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_can_be_reached_and_no_line_is_lost_or_repeated()
    {
        var seen = new List<string>();
        for (string? next = "/api/v1/concordance?q=police+OR+congress&sort=R1&count=4"; next is not null;)
        {
            using var json = await site.Client.JsonAsync(next);
            seen.AddRange(Locators().Matches(await site.Client.HtmlAsync(next.Replace("/api/v1", "", StringComparison.Ordinal))).Select(static m => WebUtility.HtmlDecode(m.Groups[1].Value)));
            next = json.RootElement.GetProperty("next").GetString();
        }

        using var all = await site.Client.JsonAsync("/api/v1/concordance?q=police+OR+congress&sort=R1&count=500");
        var lines = all.RootElement.GetProperty("lines").EnumerateArray().ToList();
        Assert.True(lines.Count > 8);
        Assert.Equal(
            lines.Select(static line => $"/d/{line.GetProperty("id").GetString()}@{line.GetProperty("span").GetProperty("start")}-{line.GetProperty("span").GetProperty("end")}"),
            seen.Select(static address => $"{address.Split('?')[0]}@{address.Split("at=")[1]}"));
    }

    [Fact]
    public async Task A_line_leads_to_its_very_hit_in_the_document()
    {
        using var json = await site.Client.JsonAsync("/api/v1/concordance?q=congress&count=500");
        foreach (var line in json.RootElement.GetProperty("lines").EnumerateArray())
        {
            using var answer = await site.Client.GetAsync(new Uri(line.GetProperty("page").GetString()!, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            var place = answer.Headers.Location!.OriginalString;
            var hit = HitNumber().Match(place).Groups[1].Value;
            var html = await site.Client.HtmlAsync(place.Split('#')[0]);
            var marked = Regex.Match(html, $"<mark[^>]*id=\"hit-{hit}\"[^>]*>([^<]*)</mark>").Groups[1].Value;
            Assert.Equal(line.GetProperty("keyword").GetString(), WebUtility.HtmlDecode(marked));
            Assert.Contains(">Concordance</a>", html.Replace("<span aria-hidden=\"true\">← </span>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_occurrence_that_is_not_there_any_more_is_told() =>
        Assert.Contains(
            "The occurrence that led here is not in the text any more",
            PlainText.Of(await site.Client.HtmlAsync("/d/IPA-1923-0001?q=congress&view=concordance&at=1-2")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_word_that_stands_near_leads_to_the_lines_it_stands_in()
    {
        using var collocates = await site.Client.JsonAsync("/api/v1/collocates?q=police+OR+congress&count=200");
        var first = collocates.RootElement.GetProperty("collocates")[0];
        var word = first.GetProperty("word").GetString()!;
        using var lines = await site.Client.JsonAsync(first.GetProperty("lines").GetString()!);

        Assert.InRange(lines.RootElement.GetProperty("total").GetInt64(), 1, collocates.RootElement.GetProperty("total").GetInt64());
        var html = await site.Client.HtmlAsync($"/concordance?q=police+OR+congress&near={word}");
        Assert.Contains($"lines near: {word}", PlainText.Of(html), StringComparison.Ordinal);
        Assert.Contains($"{lines.RootElement.GetProperty("total").GetInt64()} line", PlainText.Of(html), StringComparison.Ordinal);
        Assert.Contains($"near={word}\"><bdi>{word}</bdi>", await site.Client.HtmlAsync("/concordance?q=police+OR+congress"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", ",")]
    [InlineData("tsv", "\t")]
    public async Task The_file_has_as_many_rows_as_the_page_counts_in_the_same_order(string format, string separator)
    {
        using var json = await site.Client.JsonAsync("/api/v1/concordance?q=police+OR+congress&sort=L1-desc&count=500");
        using var answer = await site.Client.GetAsync(new Uri(json.RootElement.GetProperty(format).GetString()!, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var rows = text.Split(format == "csv" ? "\r\n" : "\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(json.RootElement.GetProperty("total").GetInt64(), rows.Length - 1);
        Assert.Equal(format == "csv", bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.Matches($"filename=concordance-[0-9-]+\\.{format}", answer.Content.Headers.ContentDisposition!.ToString());
        var ids = json.RootElement.GetProperty("lines").EnumerateArray().Select(static line => line.GetProperty("id").GetString()!);
        foreach (var (row, id) in rows.Skip(1).Zip(ids))
        {
            Assert.Contains(separator + id + separator, row, StringComparison.Ordinal);
            Assert.Contains("police OR congress", row, StringComparison.Ordinal);
            Assert.Matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", row);
        }
    }

    [Fact]
    public async Task A_file_of_no_line_has_a_row_that_says_so()
    {
        var rows = TakingAwayTests.Rows((await site.Client.HtmlAsync("/concordance/lines.csv?q=zeppelin+AND")).TrimStart('\uFEFF'));
        var row = Assert.Single(rows.Skip(1));

        Assert.Equal(rows[0].Count, row.Count);
        Assert.Equal("", row[rows[0].IndexOf("document")]);
        Assert.Equal("word: zeppelin", row[rows[0].IndexOf("searched as")]);
        Assert.Equal(
            "Ignored: AND (there is nothing here for it to join). Nothing was found: no text of the archive has such a line.",
            row[rows[0].IndexOf("notes")]);
    }

    [Theory]
    [InlineData("/concordance", "Every occurrence of a word, one line each")]
    [InlineData("/concordance?q=zeppelin", "Nothing was found")]
    [InlineData("/concordance?q=type%3Aarticle", "Found, but not in a text")]
    [InlineData("/concordance?q=congress&near=zeppelin", "No line has “zeppelin” so near")]
    public async Task Without_lines_the_page_says_why(string address, string says) =>
        Assert.Contains(says, PlainText.Of(await site.Client.HtmlAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_read_from_right_to_left_keeps_its_direction()
    {
        var html = await site.Client.HtmlAsync("/concordance?q=%D9%85%D8%A4%D8%AA%D9%85%D8%B1");

        Assert.Contains("lang=\"ar\" dir=\"rtl\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_text_is_shown_as_words()
    {
        var html = await site.Client.HtmlAsync("/concordance?q=hostile+OR+alert&near=%3Cscript%3E");

        Assert.DoesNotContain("<script>alert", await site.Client.HtmlAsync("/concordance?q=hostile+OR+alert"), StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi class=\"chip-value\"><script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_views_lead_to_each_other_and_keep_query_and_filters()
    {
        foreach (var view in new[] { "/?q=congress&lang=en", "/?q=congress&lang=en&view=passages", "/concordance?q=congress&lang=en", "/?q=congress&lang=en&view=table" })
        {
            var html = WebUtility.HtmlDecode(await site.Client.HtmlAsync(view));
            Assert.Contains("<a href=\"/concordance?q=congress&lang=en\"", html, StringComparison.Ordinal);
            Assert.Contains("<a href=\"/?q=congress&lang=en&view=passages\"", html, StringComparison.Ordinal);
            Assert.Contains("<a href=\"/?q=congress&lang=en&view=table\"", html, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"{view}\" aria-current=\"page\">", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Documents_and_passages_are_both_counted()
    {
        Assert.Matches("[0-9]+ documents, [0-9]+ passages", PlainText.Of(await site.Client.HtmlAsync("/?q=congress")));
        Assert.Contains("<table class=\"hit-table\">", await site.Client.HtmlAsync("/?q=congress&view=table"), StringComparison.Ordinal);
        Assert.Contains("<ol class=\"flat-passages\"", await site.Client.HtmlAsync("/?q=congress&view=passages"), StringComparison.Ordinal);
    }

    [GeneratedRegex("class=\"locator\" href=\"([^\"]+)\"")]
    private static partial Regex Locators();

    [GeneratedRegex("#hit-([0-9]+)$")]
    private static partial Regex HitNumber();
}
