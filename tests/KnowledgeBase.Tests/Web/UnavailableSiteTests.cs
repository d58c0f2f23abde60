using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Web;

namespace KnowledgeBase.Tests.Web;

public class UnavailableSiteTests
{
    private const string Reason = "The index at '/var/kb/index' cannot be used: the disk is gone. Build it again with: kb index --rebuild";

    [Fact]
    public async Task A_missing_index_is_named_with_its_path_reason_and_remedy()
    {
        await using var app = await SiteUnderTest.StartAsync(new FailingIndex(new IndexUnavailableException(Reason, "index.missing")), new WebOptions());
        using var client = SiteUnderTest.ClientFor(app);
        using var page = await client.GetAsync(new Uri("/?q=police", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Contains(Reason, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", SiteAnswersTests.Header(page, "Content-Security-Policy"), StringComparison.Ordinal);

        using var answer = await client.GetAsync(new Uri("/api/v1/search?q=police", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("index.missing", json.RootElement.GetProperty("code").GetString());
        Assert.Equal(Reason, json.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task An_error_of_the_site_itself_says_nothing_about_its_inside()
    {
        await using var app = await SiteUnderTest.StartAsync(new FailingIndex(new InvalidOperationException("secret")), new WebOptions());
        using var client = SiteUnderTest.ClientFor(app);
        foreach (var address in new[] { "/", "/d/IPA-1923-0001", "/api/v1/search" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
            Assert.DoesNotContain("InvalidOperationException", body, StringComparison.Ordinal);
            Assert.Contains("Something went wrong", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_help_needs_no_index()
    {
        await using var app = await SiteUnderTest.StartAsync(new FailingIndex(new IndexUnavailableException(Reason, "index.io")), new WebOptions());
        using var client = SiteUnderTest.ClientFor(app);
        using var answer = await client.GetAsync(new Uri("/help", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_come_back()
    {
        var options = new WebOptions { RequestsPerSecond = 1, RequestBurst = 3 };
        await using var app = await SiteUnderTest.StartAsync(new FailingIndex(new InvalidOperationException()), options);
        using var client = SiteUnderTest.ClientFor(app);
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 50 && refused is null; i++)
        {
            var answer = await client.GetAsync(new Uri("/help", UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused = answer;
            }
            else
            {
                answer.Dispose();
            }
        }

        Assert.NotNull(refused);
        using (refused)
        {
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var file = await client.GetAsync(new Uri("/assets/0/site.css", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task Options_outside_their_range_are_refused_at_once(int requests, int searches) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SiteUnderTest.StartAsync(
            new FailingIndex(new InvalidOperationException()),
            new WebOptions { RequestsPerSecond = requests, ConcurrentSearches = searches }));

    /// <summary>An index that cannot be asked anything.</summary>
    private sealed class FailingIndex(Exception reason) : ISearchIndex, IQuotationIndex
    {
        public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw reason;

        public Task<CorpusDocument?> GetDocumentAsync(DocumentId id, CancellationToken cancellationToken) => throw reason;

        public Task<ImmutableArray<TextMatch>?> FindMatchesAsync(DocumentId id, QueryNode query, CancellationToken cancellationToken) =>
            throw reason;

        public IAsyncEnumerable<DocumentMatches> StreamAsync(SearchRequest request, CancellationToken cancellationToken) => throw reason;

        public Task<WordFrequencies> CountWordsAsync(ImmutableArray<string> words, CancellationToken cancellationToken) => throw reason;

        public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken) => throw reason;

        public Task<IndexFacts> GetFactsAsync(CancellationToken cancellationToken) => throw reason;

        public Task<QuotationCandidates> FindCandidatesAsync(QuotationProbe probe, CancellationToken cancellationToken) => throw reason;

        public Task<ImmutableArray<CorpusDocument>> FindStretchesAsync(StretchProbe probe, CancellationToken cancellationToken) => throw reason;

        public Task<ImmutableArray<ListedQuotation>> FindTranslationsAsync(
            ImmutableArray<string> words, int least, CancellationToken cancellationToken) => throw reason;

        public Task<QuotationPage> ListAsync(QuotationRequest request, CancellationToken cancellationToken) => throw reason;
    }
}
