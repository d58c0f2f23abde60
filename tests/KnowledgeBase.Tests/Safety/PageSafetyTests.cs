using System.Net;
using KnowledgeBase.Querying;
using KnowledgeBase.Tests.Web;

namespace KnowledgeBase.Tests.Safety;

/// <summary>The attacks as a browser would send them: a page with a sentence, or a refusal; never an error of the site.</summary>
[Collection(SharedSite.Name)]
public sealed class PageSafetyTests(SiteUnderTest site)
{
    [Theory]
    [MemberData(nameof(Attacks.Names), MemberType = typeof(Attacks))]
    public async Task The_page_answers_an_attack_and_says_how_it_was_read(string name)
    {
        using var response = await Ask("/?q=", Attacks.Text(name));
        if (response.StatusCode != HttpStatusCode.RequestUriTooLong)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var says = QueryParser.IsBlank(Attacks.Text(name)) ? "All documents, newest first" : "Searched as:";
            Assert.Contains(says, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Attacks.Names), MemberType = typeof(Attacks))]
    public async Task The_api_answers_an_attack(string name)
    {
        using var response = await Ask("/api/v1/search?q=", Attacks.Text(name));
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.RequestUriTooLong, $"{response.StatusCode}");
    }

    [Fact]
    public async Task Whatever_is_typed_the_page_is_never_an_error()
    {
        const int Seed = 7;
        var queries = new FuzzedQueries(Seed);
        for (var i = 0; i < 150; i++)
        {
            var text = queries.Next();
            using var response = await Ask("/?q=", text);
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.RequestUriTooLong, $"seed {Seed}, text {i}: {response.StatusCode} for {Uri.EscapeDataString(Well(text))}");
        }
    }

    [Fact]
    public async Task A_form_as_large_as_a_book_is_refused()
    {
        using var body = new StringContent("q=" + new string('(', 60_000), System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await site.Client.PostAsync(new Uri("/", UriKind.Relative), body);
        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    private async Task<HttpResponseMessage> Ask(string path, string text)
    {
        try
        {
            return await site.Client.GetAsync(new Uri(path + Uri.EscapeDataString(Well(text)), UriKind.Relative));
        }
        catch (HttpRequestException)
        {
            // The server may close the connection as soon as it has seen that the line is too long.
            return new HttpResponseMessage(HttpStatusCode.RequestUriTooLong);
        }
    }

    /// <summary>
    /// Half characters cannot be sent: the client writes the sign for what cannot be read. Past 20,000 characters the client would refuse
    /// before the server does.
    /// </summary>
    private static string Well(string text) => string.Concat(text.EnumerateRunes().Take(20_000).Select(static rune => rune.ToString()));
}
