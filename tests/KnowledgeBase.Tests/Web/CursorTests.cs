using System.Net;
using System.Text.Json;
using KnowledgeBase.Web.Api;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public class CursorTests(SiteUnderTest site)
{
    [Fact]
    public async Task Following_next_and_previous_reads_the_same_pages()
    {
        var forward = new List<string>();
        var addresses = new List<string>();
        string? last = null;
        for (string? next = "/api/v1/search?q=congress+police&count=2"; next is not null; addresses.Add(next), last = next, next = (await Json(next)).GetProperty("next").GetString())
        {
            forward.Add(Ids(await Json(next)));
        }

        var backward = new List<string>();
        for (var previous = last; previous is not null; previous = (await Json(previous)).GetProperty("previous").GetString())
        {
            backward.Insert(0, Ids(await Json(previous)));
        }

        Assert.True(forward.Count > 2);
        Assert.Equal(forward, backward);
        Assert.All(addresses.Skip(1), static address => Assert.Contains("cursor=", address, StringComparison.Ordinal));
        Assert.Equal(3, (await Json(addresses[2])).GetProperty("page").GetInt32());
    }

    [Fact]
    public async Task Pages_asked_for_by_number_lead_to_numbers()
    {
        var page = await Json("/api/v1/search?count=2&page=2");
        Assert.Equal("/api/v1/search?page=3&count=2", page.GetProperty("next").GetString());
        Assert.Equal("/api/v1/search?count=2", page.GetProperty("previous").GetString());
    }

    [Theory]
    [InlineData("garbled")]
    [InlineData("%00")]
    [InlineData("MXwxfDB8MXx4fHg")]
    [InlineData("../../x")]
    public async Task A_garbled_cursor_is_told_what_is_accepted(string cursor)
    {
        using var answer = await site.Client.GetAsync(new Uri("/api/v1/search?q=congress&cursor=" + cursor, UriKind.Relative));
        await IsProblem(answer, HttpStatusCode.BadRequest, "parameter.cursor", "\\u0022next\\u0022");
    }

    [Fact]
    public async Task Every_cursor_with_one_character_changed_is_refused()
    {
        var next = (await Json("/api/v1/search?q=congress&count=2")).GetProperty("next").GetString()!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];
        Assert.NotNull(PageCursor.Read(cursor));
        for (var at = 0; at < cursor.Length - 1; at++)
        {
            var changed = cursor[..at] + (cursor[at] == 'A' ? 'B' : 'A') + cursor[(at + 1)..];
            Assert.Null(PageCursor.Read(changed));
        }
    }

    [Fact]
    public async Task A_cursor_of_another_search_and_one_beside_a_number_are_refused()
    {
        var next = (await Json("/api/v1/search?q=congress&count=2")).GetProperty("next").GetString()!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];
        using var other = await site.Client.GetAsync(new Uri("/api/v1/search?q=police&cursor=" + cursor, UriKind.Relative));
        await IsProblem(other, HttpStatusCode.BadRequest, "parameter.cursor", "another search");
        using var both = await site.Client.GetAsync(new Uri("/api/v1/search?q=congress&count=2&page=2&cursor=" + cursor, UriKind.Relative));
        await IsProblem(both, HttpStatusCode.BadRequest, "parameter.cursor", "exclude each other");
    }

    [Fact]
    public async Task A_cursor_of_a_state_that_is_not_kept_is_gone_and_says_how_to_go_on()
    {
        var next = (await Json("/api/v1/search?q=congress&count=2")).GetProperty("next").GetString()!;
        var cursor = PageCursor.Read(next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..])!;
        var old = cursor with { IndexVersion = "0.0-00000000" };
        using var answer = await site.Client.GetAsync(new Uri("/api/v1/search?q=congress&count=2&cursor=" + old, UriKind.Relative));
        await IsProblem(answer, HttpStatusCode.Gone, "cursor.gone", "begin again");
    }

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string code, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains(code, body, StringComparison.Ordinal);
        Assert.Contains(words, body.Replace("\\\"", "\\u0022", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Ids(JsonElement page) =>
        string.Join(' ', page.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString()));

    private async Task<JsonElement> Json(string address) =>
        JsonDocument.Parse(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
}
