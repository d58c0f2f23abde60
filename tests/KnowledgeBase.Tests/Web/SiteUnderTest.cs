using System.Net;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Web;

/// <summary>The site on a loopback port, over a real index of the documents in <c>tests/Fixtures/site</c>.</summary>
public sealed class SiteUnderTest : IAsyncLifetime
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
        var analyzer = new LuceneTextAnalyzer();
        var folder = new IndexFolder(_folder.Path);
        Fill(folder, analyzer, corpus, register);
        _index = new LuceneSearchIndex(folder, analyzer);
        var names = new NameTable(register.Authorities.Select(static authority => new NameRecord(
            authority.Kind.ToString().ToLowerInvariant(), authority.Name, authority.Variants, authority.Misspellings)));
        _app = await StartAsync(_index, new WebOptions
        {
            RequestsPerSecond = 10_000,
            RequestBurst = 10_000,
            Register = () => register,
            Names = () => names,
        });
        Address = _app.Urls.Single();
        Client = ClientFor(_app);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _index?.Dispose();
        _folder.Dispose();
    }

    /// <summary>Starts a site over any index.</summary>
    internal static async Task<WebApplication> StartAsync(ISearchIndex index, WebOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(index);
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

    private static void Fill(IndexFolder folder, LuceneTextAnalyzer analyzer, string corpus, ArchiveRegister register)
    {
        var reader = new DocumentReader(register);
        using var writer = LuceneIndexWriter.Open(folder, analyzer, new IndexingOptions(), "tests", TimeProvider.System);
        using var change = writer.Begin(rebuild: true);
        var files = new List<IndexedFile>();
        foreach (var path in new CorpusFolder(corpus).List().Paths)
        {
            var result = reader.Read(corpus, path);
            Assert.True(result.Document is not null, string.Join('\n', result.Problems));
            change.Put(result.Document);
            files.Add(new IndexedFile(result.Document.Path, result.Document.Digest, result.Document.Id));
        }

        change.Commit(IndexedFile.DigestOf(files));
    }
}

/// <summary>Tests that share one running site.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<SiteUnderTest>
{
    public const string Name = "The site";
}
