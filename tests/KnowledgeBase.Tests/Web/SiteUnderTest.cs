using System.Net;
using KnowledgeBase.Analysis;
using KnowledgeBase.CitedSearches;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Web;

/// <summary>The site on a loopback port, over a real index of the documents in <c>tests/Fixtures/site</c>.</summary>
public sealed class SiteUnderTest : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private WebApplication? _app;
    private LuceneSearchIndex? _index;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Asks the site; redirects are not followed.</summary>
    public HttpClient Client { get; private set; } = new();

    public async Task InitializeAsync()
    {
        var corpus = Repository.PathOf("tests/Fixtures/site");
        var register = RegisterReader.Load(corpus).Register;
        _index = SomeIndex.Of(_folder, [.. SomeIndex.ReadCorpus(corpus).Select(QuotationRules.AddFound).Select(WithHostileSources)]);
        var names = new NameTable(register.Authorities.Select(static authority => new NameRecord(
            authority.Kind.ToString().ToLowerInvariant(), authority.Name, authority.Variants, authority.Misspellings)));
        _app = await StartAsync(_index, new WebOptions
        {
            RequestsPerSecond = 10_000,
            RequestBurst = 10_000,
            Register = () => register,
            Names = () => names,
            CitedSearches = new CitedSearchFolder(_folder.PathOf("citations")),
            CitationsPerMinute = 1_000,
        });
        Address = _app.Urls.Single();
        Client = ClientFor(_app);
    }

    /// <summary>Called before <see cref="Dispose"/>: the site goes before what it stands on.</summary>
    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _index?.Dispose();
        _folder.Dispose();
    }

    /// <summary>The contract of the corpus refuses such sources; the page must stand them all the same.</summary>
    private static CorpusDocument WithHostileSources(CorpusDocument document) => document.Id.Value != "IPA-1999-0001"
        ? document
        : document with
        {
            Metadata = document.Metadata with { Sources = ["javascript:alert('source')", "<script>alert('source')</script>"] },
        };

    /// <summary>Starts a site over any index, on the day of a clock.</summary>
    internal static async Task<WebApplication> StartAsync(ISearchIndex index, WebOptions options, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton(index);
        builder.Services.AddSingleton<ITextAnalyzer>(new LuceneTextAnalyzer());
        builder.Services.AddSingleton((IQuotationIndex)index);
        builder.Services.AddKnowledgeBaseWeb(options);
        var app = builder.Build();
        app.MapKnowledgeBaseWeb();
        await app.StartAsync();
        return app;
    }

    internal static HttpClient ClientFor(WebApplication app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
}

/// <summary>Tests that share one running site.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<SiteUnderTest>
{
    public const string Name = "The site";
}
