using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KnowledgeBase.Tests.Web;

/// <summary>What readers and programs take away from a search: files, feeds, descriptions.</summary>
[Collection(SharedSite.Name)]
public partial class TakingAwayTests(SiteUnderTest site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("tsv", "text/tab-separated-values")]
    [InlineData("jsonl", "application/jsonl")]
    [InlineData("ris", "application/x-research-info-systems")]
    [InlineData("bibtex", "application/x-bibtex")]
    public async Task A_file_holds_as_many_documents_as_the_page_counts(string format, string mediaType)
    {
        var page = await Text("/?q=congress");
        var counted = int.Parse(ExportLink().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
        using var answer = await site.Client.GetAsync(new Uri($"/export?q=congress&format={format}", UriKind.Relative));
        var file = await answer.Content.ReadAsStringAsync();

        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("search-congress-", answer.Content.Headers.ContentDisposition.FileName, StringComparison.Ordinal);
        Assert.True(counted > 1);
        Assert.Equal(counted, format switch
        {
            "ris" => file.Split("TY  - ").Length - 1,
            "bibtex" => file.Split("@misc{").Length - 1,
            "jsonl" => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length,
            "tsv" => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1,
            _ => Rows(file).Count - 1,
        });
    }

    [Fact]
    public async Task Every_row_says_where_it_comes_from_and_where_its_passages_stand()
    {
        var rows = Rows(await Text("/export?q=congress+polic*&lang=en&format=csv"));
        var head = rows[0];
        Assert.Equal("rank", head[0]);
        foreach (var row in rows.Skip(1))
        {
            string Cell(string name) => row[head.IndexOf(name)];

            Assert.Equal(head.Count, row.Count);
            Assert.Equal("congress polic*", Cell("query"));
            Assert.Contains("congress", Cell("searched as"), StringComparison.Ordinal);
            Assert.Contains("matched", Cell("searched as"), StringComparison.Ordinal);
            Assert.Equal("lang: en", Cell("filters"));
            Assert.NotEmpty(Cell("passages"));
            Assert.NotEmpty(Cell("index"));
            Assert.True(DateTimeOffset.TryParse(Cell("exported"), CultureInfo.InvariantCulture, out _));
            foreach (var address in Cell("paragraph addresses").Split(' '))
            {
                using var paragraph = await site.Client.GetAsync(new Uri(address));
                Assert.Equal(HttpStatusCode.Redirect, paragraph.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_table_for_spreadsheets_says_that_it_is_UTF8_and_one_for_programs_does_not_need_to()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        Assert.Equal(mark, (await site.Client.GetByteArrayAsync(new Uri("/export?q=congress&format=csv", UriKind.Relative)))[..3]);
        Assert.Equal("rank"u8.ToArray(), (await site.Client.GetByteArrayAsync(new Uri("/api/v1/export?q=congress&format=csv", UriKind.Relative)))[..4]);
        Assert.Equal("TY  "u8.ToArray(), (await site.Client.GetByteArrayAsync(new Uri("/export?q=congress&format=ris", UriKind.Relative)))[..4]);
    }

    [Fact]
    public async Task Documents_with_some_of_the_words_are_added_when_asked_for()
    {
        var full = Rows(await Text("/export?q=congress+schober&format=csv"));
        var all = Rows(await Text("/export?q=congress+schober&format=csv&partial=include"));
        var page = JsonDocument.Parse(await Text("/api/v1/search?q=congress+schober&count=100")).RootElement;

        Assert.Equal(page.GetProperty("total").GetInt64(), full.Count - 1);
        Assert.Equal(page.GetProperty("total").GetInt64() + page.GetProperty("partialTotal").GetInt64(), all.Count - 1);
        Assert.True(all.Count > full.Count);
        var (match, missing) = (all[0].IndexOf("match"), all[0].IndexOf("missing"));
        Assert.All(all.Skip(full.Count), row => Assert.Equal("some words", row[match]));
        Assert.All(all.Skip(full.Count), row => Assert.NotEmpty(row[missing]));
    }

    [Theory]
    [InlineData("zeppelin AND", "Ignored: AND (there is nothing here for it to join). Nothing was found: no document of the archive matches.")]
    [InlineData("zeppelin Perg", "Nothing was found: no document of the archive matches. 1 with some of the words is not in this file.")]
    [InlineData("zeppelin congress", "Nothing was found: no document of the archive matches. 5 with some of the words are not in this file.")]
    public async Task A_table_of_nothing_has_one_row_that_says_so(string query, string notes)
    {
        var rows = Rows(await Text($"/export?q={Uri.EscapeDataString(query)}&lang=en&format=csv"));
        var row = Assert.Single(rows.Skip(1));
        string Cell(string name) => row[rows[0].IndexOf(name)];

        Assert.Equal(rows[0].Count, row.Count);
        Assert.Equal("none", Cell("match"));
        Assert.All(["rank", "document", "title", "passages", "address"], name => Assert.Equal("", Cell(name)));
        Assert.Equal(query, Cell("query"));
        Assert.Contains("zeppelin", Cell("searched as"), StringComparison.Ordinal);
        Assert.Equal(notes, Cell("notes"));
        Assert.Equal("lang: en", Cell("filters"));
        Assert.NotEmpty(Cell("index"));
        Assert.Equal(2, (await Text($"/export?q={Uri.EscapeDataString(query)}&format=tsv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Files_of_references_and_objects_hold_nothing_else()
    {
        Assert.Equal("", await Text("/api/v1/export?q=zeppelin&format=ris"));
        Assert.Equal("", await Text("/api/v1/export?q=zeppelin&format=bibtex"));
        Assert.Equal("", await Text("/api/v1/export?q=zeppelin&format=jsonl"));
    }

    [Fact]
    public async Task What_was_read_otherwise_than_typed_is_said_in_every_file()
    {
        const string Note = "Ignored: AND (there is nothing here for it to join).";
        foreach (var format in new[] { "csv", "tsv", "jsonl", "ris", "bibtex" })
        {
            Assert.Contains(Note, await Text($"/api/v1/export?q=extradition+AND&format={format}"), StringComparison.Ordinal);
        }

        foreach (var page in new[] { "/export?q=extradition+AND", "/cite?q=extradition+AND" })
        {
            Assert.Contains($"<dd>{Note}</dd>", await Text(page), StringComparison.Ordinal);
        }

        Assert.EndsWith($". {Note}", XElement.Parse(await Text("/feed?q=extradition+AND")).Element(Atom + "subtitle")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/export?format=xls", "csv, tsv, jsonl, ris, bibtex")]
    [InlineData("/api/v1/export?partial=yes", "include")]
    [InlineData("/api/v1/export?passages=11", "0 to 10")]
    public async Task The_interface_says_what_is_accepted(string address, string accepted)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(accepted, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_goes_on_with_an_unknown_format_and_offers_those_there_are()
    {
        var html = await Text("/export?q=congress&format=xls");
        Assert.Contains("There is no format", html, StringComparison.Ordinal);
        Assert.Contains("/export?q=congress&amp;format=ris", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_says_what_was_ignored_or_re_read()
    {
        var feed = XElement.Parse(await Text("/feed?q=congress+AND"));
        Assert.Equal(
            "Searched as: word: congress. Ignored: AND (there is nothing here for it to join).",
            feed.Element(Atom + "subtitle")!.Value);
    }

    [Fact]
    public async Task A_feed_follows_its_pages_to_every_document_once_and_says_how_it_was_read()
    {
        var seen = new List<string>();
        var next = "/feed?q=congress&sort=added&count=2";
        for (XElement? feed = null; feed is null || next.Length > 0;)
        {
            feed = XElement.Parse(await Text(next));
            Assert.StartsWith("Searched as: word: congress", feed.Element(Atom + "subtitle")!.Value, StringComparison.Ordinal);
            Assert.Equal(Link(feed, "self"), new Uri(site.Client.BaseAddress!, next).AbsoluteUri);
            seen.AddRange(feed.Elements(Atom + "entry").Select(static entry => entry.Element(Atom + "id")!.Value));
            next = Link(feed, "next") is { Length: > 0 } address ? new Uri(address).PathAndQuery : "";
            Assert.Equal(feed.Element(OpenSearch + "totalResults")!.Value, Number(await Text("/?q=congress")));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(Number(await Text("/?q=congress")), seen.Count.ToString(CultureInfo.InvariantCulture));
        Assert.All(seen, static id => Assert.Matches("^tag:[a-z0-9.]+,2026:IPA-[0-9-]+$", id));

        static string Number(string html) => ExportLink().Match(html).Groups[1].Value;
    }

    [Fact]
    public async Task A_feed_is_the_same_whenever_it_is_asked_for_and_its_entries_say_which_passage_matched()
    {
        var feed = XElement.Parse(await Text("/feed?q=extradition"));
        var entry = feed.Elements(Atom + "entry").First();
        Assert.Equal(feed.ToString(), XElement.Parse(await Text("/feed?q=extradition")).ToString());
        Assert.Contains("<mark>extradition</mark>", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Contains("/p/", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Contains("Version ", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$", entry.Element(Atom + "updated")!.Value);
        using var page = await site.Client.GetAsync(new Uri(Link(entry, "alternate")));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var empty = XElement.Parse(await Text("/feed?q=zeppelin"));
        Assert.Empty(empty.Elements(Atom + "entry"));
        Assert.NotEmpty(empty.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task A_hostile_document_and_a_hostile_query_stay_words_in_a_feed()
    {
        var query = Uri.EscapeDataString("hostile\u0001\uFFFE<script>]]>");
        var feed = XElement.Parse(await Text($"/feed?q=hostile"));
        Assert.DoesNotContain("<script>", feed.Descendants(Atom + "content").First().Value, StringComparison.Ordinal);
        Assert.NotNull(XElement.Parse(await Text($"/feed?q={query}")));
    }

    [Fact]
    public async Task Results_name_their_feed_and_every_page_the_search_engine()
    {
        var html = await Text("/?q=congress&sort=title");
        Assert.Contains("type=\"application/atom+xml\" id=\"feed-link\" href=\"/feed?q=congress&amp;sort=added\"", html, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"/opensearch.xml\"", await Text("/about"), StringComparison.Ordinal);
        var description = XElement.Parse(await Text("/opensearch.xml"));
        Assert.True(description.Element(OpenSearch + "ShortName")!.Value.Length <= 16);
        Assert.True(description.Element(OpenSearch + "LongName")!.Value.Length <= 48);
        foreach (var url in description.Elements(OpenSearch + "Url"))
        {
            var address = url.Attribute("template")!.Value
                .Replace("{searchTerms}", "sch", StringComparison.Ordinal).Replace("{startPage?}", "1", StringComparison.Ordinal).Replace("{count?}", "5", StringComparison.Ordinal);
            using var answer = await site.Client.GetAsync(new Uri(address));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(url.Attribute("type")!.Value, answer.Content.Headers.ContentType!.MediaType);
        }

        var suggestions = JsonDocument.Parse(await Text("/opensearch/suggest?q=sch")).RootElement;
        Assert.Equal("sch", suggestions[0].GetString());
        Assert.Equal("Johann Schober", suggestions[1][0].GetString());
        Assert.Matches("^People: [0-9]+ documents$", suggestions[2][0].GetString());
        Assert.EndsWith("/?q=Johann%20Schober", suggestions[3][0].GetString(), StringComparison.Ordinal);
        Assert.Single(suggestions.EnumerateArray().Skip(1).Select(static list => list.GetArrayLength()).Distinct());
    }

    [Fact]
    public async Task The_sitemap_names_every_document_once()
    {
        var map = XElement.Parse(await Text("/sitemap.xml"));
        var addresses = map.Elements().Select(static url => url.Elements().First().Value).ToList();
        Assert.Equal(9, addresses.Count(static address => address.Contains("/d/", StringComparison.Ordinal)));
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Equal(map.ToString(), XElement.Parse(await Text("/sitemap/1.xml")).ToString());
        Assert.Contains("Sitemap: " + new Uri(site.Client.BaseAddress!, "/sitemap.xml"), await Text("/robots.txt"), StringComparison.Ordinal);
        foreach (var address in addresses)
        {
            using var answer = await site.Client.GetAsync(new Uri(address));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var none = await site.Client.GetAsync(new Uri("/sitemap/2.xml", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>A table as RFC 4180 has it, read by nobody's code but this.</summary>
    internal static List<List<string>> Rows(string csv)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                cell.Append(csv[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static string Link(XElement from, string relation) =>
        from.Elements(Atom + "link").FirstOrDefault(link => link.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value ?? "";

    private Task<string> Text(string address) => site.Client.GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("Export all \\(([0-9,]+)\\)")]
    private static partial Regex ExportLink();
}
