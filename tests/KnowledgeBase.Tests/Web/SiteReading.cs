using System.Net;
using System.Text.Json;

namespace KnowledgeBase.Tests.Web;

/// <summary>Reads what a site answers; any answer but 200 fails the test.</summary>
internal static class SiteReading
{
    /// <summary>A page as it is sent.</summary>
    public static async Task<string> HtmlAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A page with its character references resolved: easier to compare, and no longer HTML.</summary>
    public static async Task<string> DecodedHtmlAsync(this HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.HtmlAsync(address));

    /// <summary>What the API answers.</summary>
    public static async Task<JsonDocument> JsonAsync(this HttpClient client, string address) =>
        JsonDocument.Parse(await client.HtmlAsync(address));
}
