using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.Tests.Safety;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Web;
using Microsoft.AspNetCore.Builder;

namespace KnowledgeBase.Tests.Web;

/// <summary>The pages of people, compared with a loop over the archive's own documents.</summary>
[Collection(SharedArchive.Name)]
public sealed partial class NamePagesTests(RealArchive archive) : IAsyncLifetime, IDisposable
{
    private WebApplication? _site;
    private HttpClient _client = new();

    public async Task InitializeAsync()
    {
        var register = RegisterReader.Load(Repository.PathOf("corpus")).Register;
        _site = await SiteUnderTest.StartAsync(archive.Index, new WebOptions
        {
            RequestsPerSecond = 10_000,
            RequestBurst = 10_000,
            Register = () => register,
            Names = () => archive.Names,
        });
        _client = SiteUnderTest.ClientFor(_site);
    }

    /// <summary>Called before <see cref="Dispose"/>.</summary>
    public async Task DisposeAsync() => await _site!.DisposeAsync();

    public void Dispose() => _client.Dispose();

    /// <summary>Every name in the lists has its page, also one with a slash in it.</summary>
    [Theory]
    [InlineData("person")]
    [InlineData("place")]
    [InlineData("organisation")]
    [InlineData("subject")]
    public async Task Every_name_of_a_list_leads_to_its_page(string kind)
    {
        var addresses = NameLinks().Matches(await _client.HtmlAsync($"/a/{kind}")).Select(static match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        Assert.NotEmpty(addresses);
        Assert.Equal(kind == "organisation", addresses.Contains("/a/organisation/I-24/7"));
        foreach (var address in addresses)
        {
            using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.Found, $"{address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("person", "Johann Schober")]
    [InlineData("person", "Oskar Dressler")]
    [InlineData("person", "Harry Söderman")]
    [InlineData("organisation", "International Criminal Police Commission")]
    public async Task The_page_lists_every_document_and_every_quotation_under_any_of_the_names(string kind, string name)
    {
        var record = archive.Names.Records.Single(record => record.Kind == kind && record.Name == name);
        var names = record.AllNames.ToHashSet(StringComparer.Ordinal);
        var documents = archive.Documents.Where(document => ValuesOf(kind, document).Any(names.Contains)).Select(static document => document.Id.Value).ToList();
        var said = archive.Documents.SelectMany(static document => document.Metadata.Quotations).Where(quotation => names.Contains(quotation.Speaker)).ToList();

        var address = $"/a/{kind}/{Uri.EscapeDataString(name)}";
        var first = await _client.HtmlAsync(address);
        var listed = Listed(first);
        for (var page = 2; listed.Count < documents.Count && page <= 1 + (documents.Count / 50); page++)
        {
            listed.AddRange(Listed(await _client.HtmlAsync(FormattableString.Invariant($"{address}?page={page}"))));
        }

        Assert.NotEmpty(documents);
        Assert.Equal(documents.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        var text = PlainText.Of(first);
        Assert.All(said, quotation => Assert.Contains(Spaces().Replace(quotation.Text, " "), text, StringComparison.Ordinal));
        Assert.Equal(said.Count > 0, text.Contains(FormattableString.Invariant($"{said.Count} quotation"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/a/person/Harry Soederman", "/a/person/Harry%20S%C3%B6derman")]
    [InlineData("/a/person/Soederman", "/a/person/Harry%20S%C3%B6derman")]
    [InlineData("/a/place/Wien", "/a/place/Vienna")]
    public async Task Any_spelling_that_searches_know_leads_to_the_name(string address, string expected)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_page_leads_to_every_document_that_has_one_of_the_names()
    {
        var text = await _client.HtmlAsync("/a/person/Johann%20Schober");
        var query = archive.Read("\"Johann Schober\"~").Query;
        var found = (await archive.Index.SearchAsync(new KnowledgeBase.Searching.SearchRequest { Query = query, Count = 0 }, CancellationToken.None)).Total;
        Assert.Contains(FormattableString.Invariant($">{found} documents have one of the names</a>"), text, StringComparison.Ordinal);
        Assert.Contains("?q=%22Johann&#x2B;Schober%22~", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ValuesOf(string kind, CorpusDocument document) =>
        kind == "person" ? document.Metadata.People : document.Metadata.Organisations;

    private static List<string> Listed(string html) => [.. Entry().Matches(html).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("<li class=\"hit\">\\s*<h3[^>]*><a href=\"/d/([A-Z0-9-]+)\"")]
    private static partial Regex Entry();

    [GeneratedRegex("<li><a href=\"(/a/[a-z]+/[^\"]+)\"")]
    private static partial Regex NameLinks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
