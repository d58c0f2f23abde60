using System.Collections.Concurrent;
using System.Net;
using KnowledgeBase.Cli.Site;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Web;

namespace KnowledgeBase.Tests.Web;

public sealed class FirstPagesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_page_that_is_opened_first_is_there()
    {
        using var index = SomeIndex.Of(_folder, SomeIndex.ReadCorpus(Repository.PathOf("tests/Fixtures/site")));
        await using var site = await SiteUnderTest.StartAsync(index, new WebOptions());
        using var listener = new Listener();
        using var client = new HttpClient(listener) { BaseAddress = new Uri(site.Urls.Single()) };

        await FirstPages.OpenAsync(client, index, CancellationToken.None);

        Assert.Equal(
            ["/", "/concordance", "/d/", "/quotations", "/quote"],
            listener.Answers.Select(static answer => answer.Path.StartsWith("/d/", StringComparison.Ordinal) ? "/d/" : answer.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.All(listener.Answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Contains(listener.Answers, static answer => answer.Body.Contains("What this archive covers", StringComparison.Ordinal));
        Assert.Contains(listener.Answers, static answer => answer.Body.Contains("<mark", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_archive_and_a_site_that_is_gone_are_no_trouble()
    {
        using var empty = SomeIndex.Of(_folder, []);
        using var listener = new Listener();
        using var client = new HttpClient(listener) { BaseAddress = new Uri("http://127.0.0.1:1") };
        await FirstPages.OpenAsync(client, empty, CancellationToken.None);
        Assert.Empty(listener.Answers);

        using var folder = new TempFolder();
        using var index = SomeIndex.Of(folder, SomeIndex.ReadCorpus(Repository.PathOf("tests/Fixtures/site")));
        await FirstPages.OpenAsync(client, index, CancellationToken.None);
        await FirstPages.OpenAsync(client, index, new CancellationToken(canceled: true));
        Assert.Empty(listener.Answers);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    [InlineData("http://[::]:80", "http://localhost/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public void A_site_is_reached_where_it_listens(string listened, string reached) =>
        Assert.Equal(reached, SiteHost.AddressHere(listened).ToString());

    private sealed class Listener() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        public ConcurrentQueue<(string Path, HttpStatusCode Status, string Body)> Answers { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Answers.Enqueue((request.RequestUri!.AbsolutePath, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken)));
            return answer;
        }
    }
}
