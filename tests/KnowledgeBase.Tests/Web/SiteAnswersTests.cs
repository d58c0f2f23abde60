using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public partial class SiteAnswersTests(SiteUnderTest site)
{
    public static TheoryData<string, int> Addresses => new()
    {
        { "/", 200 },
        { "/?q=police+congress", 200 },
        { "/?q=zeppelin", 200 },
        { "/?q=%22unclosed", 200 },
        { "/?q=police&page=99", 200 },
        { "/?count=1000&sort=best", 200 },
        { "/?q=police&part=results", 200 },
        { "/?q=congress&view=passages", 200 },
        { "/?q=congress&view=table&page=9", 200 },
        { "/?q=congress&view=upside-down", 200 },
        { "/?q=congress&view=concordance", 302 },
        { "/concordance", 200 },
        { "/concordance?q=congress&sort=L1-desc&near=police&left=2", 200 },
        { "/concordance?q=congress&page=99", 200 },
        { "/concordance?q=zeppelin", 200 },
        { "/concordance?q=type:article", 200 },
        { "/concordance?q=hostile", 200 },
        { "/concordance?q=%22unclosed&sort=best&left=99&count=0", 200 },
        { "/concordance?q=congress&from=1914&to=1923", 302 },
        { "/concordance/lines.csv?q=congress", 200 },
        { "/concordance/lines.tsv?q=congress", 200 },
        { "/concordance/lines.xml?q=congress", 404 },
        { "/d/IPA-1923-0001", 200 },
        { "/d/IPA-1923-0001?q=congress&n=1&hit=2&only=hits", 200 },
        { "/d/IPA-1923-0001?q=congress&marks=off", 200 },
        { "/d/IPA-1923-0001?q=congress&find=zeppelin", 200 },
        { "/d/IPA-1923-0002", 200 },
        { "/d/IPA-2023-0001?q=%D9%85%D8%A4%D8%AA%D9%85%D8%B1", 200 },
        { "/d/IPA-0001-0001", 200 },
        { "/d/IPA-1999-0001?q=hostile", 200 },
        { "/d/IPA-1923-0001/p/countries", 302 },
        { "/d/IPA-1923-0001/p/gone", 404 },
        { "/d/IPA-1923-0001/cite/ris", 200 },
        { "/d/IPA-1923-0001/cite/bib", 200 },
        { "/d/IPA-1923-0001/cite/json", 200 },
        { "/d/IPA-1923-0001/cite/doc", 404 },
        { "/d/IPA-9999-0000", 404 },
        { "/d/..%2f..%2fetc%2fpasswd", 404 },
        { "/a/person", 200 },
        { "/a/person/Johann%20Schober", 200 },
        { "/a/person/Nobody", 404 },
        { "/a/colour", 404 },
        { "/export?q=police", 200 },
        { "/export?q=police&format=csv", 200 },
        { "/export?q=zeppelin", 200 },
        { "/cite?q=police&lang=en", 200 },
        { "/s/0123456789ab", 404 },
        { "/feed?q=police", 200 },
        { "/opensearch.xml", 200 },
        { "/opensearch/suggest?q=sch", 200 },
        { "/sitemap.xml", 200 },
        { "/sitemap/1.xml", 200 },
        { "/sitemap/2.xml", 404 },
        { "/api/v1/export?q=police", 200 },
        { "/api/v1/export?format=xls", 400 },
        { "/api/v1/search?cursor=x", 400 },
        { "/api/v1/citations/none", 404 },
        { "/quote", 200 },
        { "/quote?text=Die+Polizei+der+Zukunft+kennt+enge+Grenzen+mehr", 200 },
        { "/quote?text=%00%3Cscript%3E", 200 },
        { "/quotations", 200 },
        { "/quotations?speaker=Schober&kind=found&sort=speaker", 200 },
        { "/quotations?kind=all&from=never&page=0", 200 },
        { "/advanced", 200 },
        { "/advanced?q=%22unclosed+OR+(&lang=xx&view=none&sort=best", 200 },
        { "/advanced?go=search&all=police", 302 },
        { "/advanced?go=search&date-from=soon", 200 },
        { "/advanced?part=preview&all=police", 200 },
        { "/help", 200 },
        { "/about", 200 },
        { "/error", 404 },
        { "/no/such/page", 404 },
        { "/robots.txt", 200 },
        { "/favicon.ico", 200 },
        { "/assets/0/none.css", 404 },
        { "/api/v1/search?q=police", 200 },
        { "/api/v1/search?count=101", 400 },
        { "/api/v1/search?page=0", 400 },
        { "/api/v1/search?sort=best", 400 },
        { "/api/v1/search?passages=11", 400 },
        { "/api/v1/search?colour=red", 400 },
        { "/api/v1/facets?q=police", 200 },
        { "/api/v1/facets?facets=colour", 400 },
        { "/api/v1/concordance?q=police&near=congress&sort=R1", 200 },
        { "/api/v1/concordance?sort=best", 400 },
        { "/api/v1/concordance?count=501", 400 },
        { "/api/v1/concordance?left=6", 400 },
        { "/api/v1/concordance?colour=red", 400 },
        { "/api/v1/collocates?q=police&count=200", 200 },
        { "/api/v1/collocates?count=201", 400 },
        { "/api/v1/suggestions?q=sch", 200 },
        { "/api/v1/suggestions?count=51", 400 },
        { "/api/v1/documents/IPA-1923-0001?q=congress", 200 },
        { "/api/v1/documents/IPA-9999-0000", 404 },
        { "/api/v1/documents/%20", 404 },
        { "/api/v1/quotes/check?text=Die+Polizei+der+Zukunft", 200 },
        { "/api/v1/quotes/check", 400 },
        { "/api/v1/quotes/check?text=x&q=x", 400 },
        { "/api/v1/quotations?speaker=Schober", 200 },
        { "/api/v1/quotations?kind=all", 400 },
        { "/api/v1/quotations?from=never", 400 },
        { "/api/v1/openapi.json", 200 },
        { "/api/v1/nothing", 404 },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_has_its_status_and_the_protecting_headers(string address, int status)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        if (status >= 400)
        {
            var body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
            Assert.Equal(
                address.StartsWith("/api/", StringComparison.Ordinal) ? "application/problem+json" : "text/html",
                answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Pages_have_no_inline_code_or_style(string address, int status)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        if (status >= 300 || answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotMatch(InlineCode(), html);
        Assert.DoesNotContain("elsewhere.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_document_is_shown_as_words()
    {
        var html = await site.Client.GetStringAsync(new Uri("/d/IPA-1999-0001?q=hostile", UriKind.Relative));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#x27;title&#x27;)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_comes_back_as_words()
    {
        var html = await site.Client.GetStringAsync(new Uri("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", UriKind.Relative));
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_the_site_have_content_and_may_be_kept_for_ever()
    {
        var html = await site.Client.GetStringAsync(new Uri("/d/IPA-1923-0001", UriKind.Relative));
        var files = AssetAddress().Matches(html).Select(static match => match.Value).Distinct().ToList();
        Assert.Contains(files, static file => file.EndsWith("/site.css", StringComparison.Ordinal));
        Assert.Contains(files, static file => file.EndsWith("/document.js", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await site.Client.GetAsync(new Uri(file, UriKind.Relative));
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 100, file);
            Assert.Contains("immutable", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        }

        var css = await site.Client.GetStringAsync(new Uri(files.First(static file => file.EndsWith(".css", StringComparison.Ordinal)), UriKind.Relative));
        Assert.Contains("prefers-color-scheme: dark", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_under_an_old_digest_is_given_and_not_kept()
    {
        using var answer = await site.Client.GetAsync(new Uri("/assets/000000000000/site.css", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", Header(answer, "Cache-Control"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_are_compressed_for_who_asks(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=police");
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/?q=police")]
    [InlineData("/d/IPA-1923-0001")]
    [InlineData("/a/person")]
    [InlineData("/api/v1/search?q=police")]
    public async Task What_has_not_changed_is_not_sent_again(string address)
    {
        using var first = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());

        using var other = new HttpRequestMessage(HttpMethod.Get, address);
        other.Headers.IfNoneMatch.ParseAdd("W/\"another\"");
        using var third = await site.Client.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Nothing_can_be_changed_by_a_request(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/d/IPA-1923-0001");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", answer.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/d/IPA-1923-0001")]
    [InlineData("/help")]
    [InlineData("/nothing")]
    public async Task HEAD_answers_as_GET_without_a_body(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await site.Client.SendAsync(request);
        using var get = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_paragraph_has_a_permanent_address()
    {
        using var answer = await site.Client.GetAsync(new Uri("/d/IPA-1923-0001/p/countries", UriKind.Relative));
        Assert.Equal("/d/IPA-1923-0001#countries", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Another_name_of_a_person_leads_to_the_preferred_one()
    {
        using var answer = await site.Client.GetAsync(new Uri("/a/person/%D0%A8%D0%BE%D0%B1%D0%B5%D1%80", UriKind.Relative));
        Assert.Equal("/a/person/Johann%20Schober", answer.Headers.Location?.OriginalString);
        var html = await site.Client.GetStringAsync(new Uri("/a/person/Johann%20Schober", UriKind.Relative));
        Assert.Contains("Johannes Schober", html, StringComparison.Ordinal);
        Assert.Contains("IPA-1923-0003", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Schrober", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_of_the_timeline_become_part_of_the_query()
    {
        using var answer = await site.Client.GetAsync(new Uri("/?q=police&type=chronology&from=1914&to=1923", UriKind.Relative));
        Assert.Equal("/?q=police+date%3A1914..1923&type=chronology", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_long_address_is_refused_and_the_site_goes_on()
    {
        using var answer = await site.Client.GetAsync(new Uri("/?q=" + new string('a', 41_000), UriKind.Relative));
        Assert.Equal(414, (int)answer.StatusCode);
        using var next = await site.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Citations_carry_the_address_of_the_request()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/d/IPA-1923-0001/cite/json", UriKind.Relative)));
        Assert.Equal(site.Address + "/d/IPA-1923-0001", json.RootElement[0].GetProperty("URL").GetString());
    }

    internal static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\sstyle=|<style|\son[a-z]+=""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"/assets/[0-9a-f]+/[a-z]+\.[a-z]+")]
    private static partial Regex AssetAddress();
}
