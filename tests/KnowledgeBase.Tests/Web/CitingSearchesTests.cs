using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.CitedSearches;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Web;

namespace KnowledgeBase.Tests.Web;

/// <summary>Citing searches on a site of its own, since it keeps something.</summary>
public sealed partial class CitingSearchesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_search_gets_a_short_address_that_later_tells_what_has_changed()
    {
        string address;
        await using (var site = await Site([Some.Document("A-1", "The police met."), Some.Document("A-2", "The police left."), Some.Document("A-3", "The police sat.")]))
        {
            var offer = await site.Client.GetStringAsync(new Uri("/cite?q=police&lang=en", UriKind.Relative));
            Assert.Contains("<form method=\"post\" action=\"/cite?q=police&amp;lang=en\"", offer, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Citations), "Looking at the offer keeps nothing.");
            using var kept = await site.Client.PostAsync(new Uri("/cite?q=police&lang=en", UriKind.Relative), null);
            Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
            Assert.False(kept.Headers.Contains("Set-Cookie"));
            address = kept.Headers.Location!.ToString();
            Assert.True(address.Length < 40, address);
            var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
            Assert.Contains("Nothing has changed: 3 documents", html, StringComparison.Ordinal);
            Assert.Contains("search for “police”, filters lang: en (searched as word: police): 3 documents, ", html, StringComparison.Ordinal);
            Assert.Contains(new Uri(site.Client.BaseAddress!, address) + ".", html, StringComparison.Ordinal);
        }

        await using (var site = await Site([Some.Document("A-1", "The police met."), Some.Document("A-2", "The police left early."), Some.Document("A-4", "The police came.")]))
        {
            var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
            Assert.Contains("3 documents then, 3 today: 1 added, 1 changed and 1 removed.", html, StringComparison.Ordinal);
            Assert.Matches("(?s)id=\"added\".*A-4.*id=\"changed\".*A-2.*id=\"removed\".*A-3", html);
            var json = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/citations" + address[2..], UriKind.Relative))).RootElement;
            Assert.Equal("A-4", json.GetProperty("added")[0].GetProperty("id").GetString());
            Assert.Equal("A-2", json.GetProperty("changed")[0].GetProperty("id").GetString());
            Assert.Equal("A-3", json.GetProperty("removed")[0].GetProperty("id").GetString());
            Assert.Equal(3, json.GetProperty("documents").GetArrayLength());
            Assert.NotEqual(json.GetProperty("fingerprint").GetString(), json.GetProperty("fingerprintNow").GetString());
        }
    }

    [Fact]
    public async Task The_interface_cites_what_the_page_cites_under_the_same_name()
    {
        await using var site = await Site([Some.Document("A-1")]);
        using var page = await site.Client.PostAsync(new Uri("/cite?q=delegates", UriKind.Relative), null);
        using var api = await site.Client.PostAsync(new Uri("/api/v1/citations?q=delegates", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Created, api.StatusCode);
        var json = JsonDocument.Parse(await api.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(page.Headers.Location!.ToString(), json.GetProperty("page").GetString());
        Assert.Equal("/api/v1/citations/" + json.GetProperty("id").GetString(), api.Headers.Location!.ToString());
        Assert.Single(Directory.GetFiles(Citations));
    }

    [Fact]
    public async Task A_search_in_the_body_is_refused_with_the_way_to_send_it()
    {
        await using var site = await Site([Some.Document("A-1")]);
        using var body = new StringContent("{\"q\": \"delegates\"}", System.Text.Encoding.UTF8, "application/json");

        using var refused = await site.Client.PostAsync(new Uri("/api/v1/citations", UriKind.Relative), body);
        using var empty = new StringContent("");
        using var taken = await site.Client.PostAsync(new Uri("/api/v1/citations?q=delegates", UriKind.Relative), empty);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("request.body", problem.GetProperty("code").GetString());
        Assert.Contains("POST /api/v1/citations?q=", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_another_site_cites_nothing(string header, string value)
    {
        await using var site = await Site([Some.Document("A-1")]);
        foreach (var address in new[] { "/cite?q=delegates", "/api/v1/citations?q=delegates" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
            request.Headers.Add(header, value);
            using var answer = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.False(Directory.Exists(Citations));
    }

    [Fact]
    public async Task A_page_of_this_site_cites_and_nothing_else_can_be_posted_to()
    {
        await using var site = await Site([Some.Document("A-1")]);
        using var own = new HttpRequestMessage(HttpMethod.Post, new Uri("/cite?q=delegates", UriKind.Relative));
        own.Headers.Add("Origin", site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await site.Client.SendAsync(own);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        foreach (var address in new[] { "/", "/s/0123456789ab", "/export", "/feed", "/api/v1/search", "/api/v1/citations/0123456789ab" })
        {
            using var refused = await site.Client.PostAsync(new Uri(address, UriKind.Relative), null);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        }
    }

    [Theory]
    [InlineData("/s/0123456789ab")]
    [InlineData("/s/none")]
    [InlineData("/s/%2e%2e%2f%2e%2e%2f")]
    public async Task An_unknown_name_gets_a_page_that_says_so(string address)
    {
        await using var site = await Site([Some.Document("A-1")]);
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var api = await site.Client.GetAsync(new Uri("/api/v1/citations/none", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        Assert.Contains("citations.not_found", await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cites_without_end_is_asked_to_wait_and_may_go_on_reading()
    {
        await using var site = await Site([Some.Document("A-1")], citationsPerMinute: 1);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await site.Client.PostAsync(new Uri($"/cite?q=delegates{i}", UriKind.Relative), null);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.SeeOther, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        using var page = await site.Client.GetAsync(new Uri("/?q=delegates", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_site_without_a_folder_and_one_with_a_full_folder_say_so()
    {
        await using (var none = await Site([Some.Document("A-1")], most: 0))
        {
            var html = await none.Client.GetStringAsync(new Uri("/cite?q=delegates", UriKind.Relative));
            Assert.Contains("keeps no cited searches", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(PostForm(), html);
        }

        await using var full = await Site([Some.Document("A-1")], most: 1);
        using var first = await full.Client.PostAsync(new Uri("/cite?q=delegates", UriKind.Relative), null);
        using var second = await full.Client.PostAsync(new Uri("/cite?q=vienna", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        var body = await second.Content.ReadAsStringAsync();
        Assert.Contains("No search can be cited at the moment", body, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, body, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Citations => _folder.PathOf("citations");

    private async Task<OwnSite> Site(CorpusDocument[] documents, int citationsPerMinute = 100, int most = 100)
    {
        var folder = new TempFolder();
        var index = SomeIndex.Of(folder, documents);
        var app = await SiteUnderTest.StartAsync(index, new WebOptions
        {
            RequestsPerSecond = 10_000,
            RequestBurst = 10_000,
            CitationsPerMinute = citationsPerMinute,
            CitedSearches = most == 0 ? null : new CitedSearchFolder(Citations, most),
        });
        return new OwnSite(app, index, folder, SiteUnderTest.ClientFor(app));
    }

    private sealed record OwnSite(Microsoft.AspNetCore.Builder.WebApplication App, LuceneSearchIndex Index, TempFolder Folder, HttpClient Client)
        : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await App.DisposeAsync();
            Index.Dispose();
            Folder.Dispose();
        }
    }

    [GeneratedRegex("method=\"post\"")]
    private static partial Regex PostForm();
}
