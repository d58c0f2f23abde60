using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedSite.Name)]
public class ApiTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_description_is_the_approved_one()
    {
        var path = Repository.PathOf("tests/KnowledgeBase.Tests/Web/openapi.approved.json");
        var now = JsonNode.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)))!;
        var received = now.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        var approved = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        if (received != approved)
        {
            await File.WriteAllTextAsync(path.Replace("approved", "received", StringComparison.Ordinal), received);
        }

        Assert.True(received == approved, "The interface changed: compare openapi.received.json with openapi.approved.json, and replace it if the change is meant.");
        Assert.StartsWith("3.1", now["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_gives_the_same_documents_as_the_page()
    {
        using var json = await site.Client.JsonAsync("/api/v1/search?q=extradition+congress");
        var root = json.RootElement;
        Assert.Equal(2, root.GetProperty("total").GetInt64());
        var html = await site.Client.GetStringAsync(new Uri("/?q=extradition+congress", UriKind.Relative));
        var at = 0;
        foreach (var hit in root.GetProperty("hits").EnumerateArray())
        {
            at = html.IndexOf($"<span class=\"ref\">{hit.GetProperty("id").GetString()}</span>", at, StringComparison.Ordinal);
            Assert.True(at >= 0);
        }
    }

    [Fact]
    public async Task Marks_are_counted_from_the_start_of_their_passage()
    {
        using var json = await site.Client.JsonAsync("/api/v1/search?q=extradition");
        var passage = json.RootElement.GetProperty("hits")[0].GetProperty("passages")[0];
        var mark = passage.GetProperty("marks")[0];
        var text = passage.GetProperty("text").GetString()!;
        Assert.Equal("extradition", text[mark.GetProperty("start").GetInt32()..mark.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Following_next_reaches_every_document_once()
    {
        var seen = new List<string>();
        for (string? next = "/api/v1/search?count=2"; next is not null;)
        {
            using var json = await site.Client.JsonAsync(next);
            seen.AddRange(json.RootElement.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString()!));
            next = json.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal(9, seen.Count);
        Assert.Equal(9, seen.Distinct().Count());
    }

    [Fact]
    public async Task An_answer_without_documents_says_what_may_be_tried_each_with_its_count()
    {
        using var json = await site.Client.JsonAsync("/api/v1/search?q=congrss+extradition+date:1850");
        var root = json.RootElement;
        Assert.Equal(0, root.GetProperty("total").GetInt64());
        var dateless = root.GetProperty("didYouMean")[0];
        Assert.Equal("congress extradition", dateless.GetProperty("query").GetString());
        Assert.Equal("without the date", dateless.GetProperty("leftOut").GetString());
        Assert.Equal(9, root.GetProperty("archive").GetProperty("documents").GetInt64());

        using var spelled = await site.Client.JsonAsync("/api/v1/search?q=congrss+extradition");
        var offer = spelled.RootElement.GetProperty("didYouMean")[0];
        Assert.Equal("congress extradition", offer.GetProperty("query").GetString());
        Assert.Equal("/?q=congress+extradition", offer.GetProperty("page").GetString());
        var change = offer.GetProperty("changes")[0];
        Assert.Equal(("congrss", "congress", 0, 8), (change.GetProperty("typed").GetString(), change.GetProperty("instead").GetString(), change.GetProperty("start").GetInt32(), change.GetProperty("end").GetInt32()));

        using var dated = await site.Client.JsonAsync("/api/v1/search?q=extradition+date:1850");
        var dates = dated.RootElement.GetProperty("nearbyDates");
        Assert.Equal("1850", dates.GetProperty("asked").GetString());
        foreach (var other in dates.GetProperty("nearest").EnumerateArray().Append(dates.GetProperty("without")).Append(offer))
        {
            using var found = await site.Client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(other.GetProperty("query").GetString()!));
            Assert.Equal(other.GetProperty("documents").GetInt64(), found.RootElement.GetProperty("total").GetInt64());
        }

        using var enough = await site.Client.JsonAsync("/api/v1/search?q=congress");
        Assert.Equal(JsonValueKind.Null, enough.RootElement.GetProperty("archive").ValueKind);
    }

    [Fact]
    public async Task The_words_of_a_wildcard_come_with_their_documents()
    {
        using var json = await site.Client.JsonAsync("/api/v1/search?q=extradit*");
        var count = json.RootElement.GetProperty("expansions")[0].GetProperty("counts")[0];
        using var alone = await site.Client.JsonAsync("/api/v1/search?q=%22extradition%22");
        Assert.Equal(("extradition", alone.RootElement.GetProperty("total").GetInt64()), (count.GetProperty("word").GetString(), count.GetProperty("documents").GetInt64()));
    }

    [Fact]
    public async Task A_document_comes_with_the_places_that_a_query_matches()
    {
        using var json = await site.Client.JsonAsync("/api/v1/documents/IPA-1923-0001?q=%22criminal+police%22");
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var matches = root.GetProperty("matches").EnumerateArray().ToList();
        Assert.Equal(2, matches.Count);
        Assert.All(matches, match =>
        {
            var span = match.GetProperty("span");
            Assert.Equal("criminal police", text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], ignoreCase: true);
        });
    }

    [Fact]
    public async Task Facets_can_be_counted_alone()
    {
        using var json = await site.Client.JsonAsync("/api/v1/facets?facets=lang,type&values=2");
        var facets = json.RootElement.GetProperty("facets").EnumerateArray().ToList();
        Assert.Equal(["lang", "type"], facets.Select(static facet => facet.GetProperty("facet").GetString()));
        var first = facets[0].GetProperty("values")[0];
        Assert.Equal(("en", "English", 7), (first.GetProperty("value").GetString(), first.GetProperty("label").GetString(), first.GetProperty("count").GetInt32()));
        Assert.Equal(2, facets[1].GetProperty("values").GetArrayLength());
    }

    [Fact]
    public async Task Suggestions_stand_in_groups_that_have_a_label()
    {
        using var json = await site.Client.JsonAsync("/api/v1/suggestions?q=extradition+Johann+Sch");
        var schober = json.RootElement.GetProperty("suggestions").EnumerateArray().First(static one => one.GetProperty("kind").GetString() == "person");
        Assert.Equal("extradition Johann Schober", schober.GetProperty("text").GetString());
        Assert.Equal("Johann Schober", schober.GetProperty("name").GetString());
        Assert.Equal("People", schober.GetProperty("group").GetString());
        Assert.True(schober.GetProperty("documents").GetInt64() > 0);

        using var many = await site.Client.JsonAsync("/api/v1/suggestions?q=co&count=50");
        var groups = many.RootElement.GetProperty("suggestions").EnumerateArray().Select(static one => one.GetProperty("group").GetString()).ToList();
        Assert.Equal(groups.Distinct().Count(), groups.Where((group, i) => i == 0 || groups[i - 1] != group).Count());
        Assert.Contains("Phrases", groups);
        Assert.Contains("Titles", groups);
    }

    [Theory]
    [InlineData("Wie", "Vienna", "Wien")]
    [InlineData("IKP", "International Criminal Police Commission", "IKPK")]
    public async Task A_name_is_suggested_by_what_else_it_is_called(string typed, string name, string variant)
    {
        using var json = await site.Client.JsonAsync("/api/v1/suggestions?q=" + typed);
        Assert.Contains(json.RootElement.GetProperty("suggestions").EnumerateArray(), one =>
            one.GetProperty("name").GetString() == name && one.GetProperty("variant").GetString() == variant);
    }

    [Theory]
    [InlineData("/api/v1/search?count=101", "parameter.count", "1 to 100")]
    [InlineData("/api/v1/search?count=many", "parameter.count", "1 to 100")]
    [InlineData("/api/v1/search?sort=best", "parameter.sort", "relevance")]
    [InlineData("/api/v1/search?colour=red", "parameter.unknown", "colour")]
    [InlineData("/api/v1/facets?facets=colour", "parameter.facets", "person")]
    [InlineData("/api/v1/documents/IPA-9999-0000", "document.not_found", "IPA-9999-0000")]
    [InlineData("/api/v1/quotes/check", "parameter.text", "text")]
    [InlineData("/api/v1/quotations?kind=all", "parameter.kind", "recorded, found")]
    [InlineData("/api/v1/quotations?sort=best", "parameter.sort", "date-desc")]
    [InlineData("/api/v1/nothing", "request.not_found", "address")]
    public async Task A_problem_has_a_code_and_says_what_is_accepted(string address, string code, string says)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
        Assert.Equal((int)answer.StatusCode, json.RootElement.GetProperty("status").GetInt32());
        Assert.Contains(says, json.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/search?q=police+AND", "query.ignored")]
    [InlineData("/api/v1/search?q=%22police", "query.unclosed_phrase")]
    public async Task A_strange_query_is_answered_and_explained(string address, string code)
    {
        using var json = await site.Client.JsonAsync(address);
        Assert.Contains(json.RootElement.GetProperty("query").GetProperty("problems").EnumerateArray(), problem =>
            problem.GetProperty("code").GetString() == code);
        Assert.True(json.RootElement.GetProperty("total").GetInt64() > 0);
    }
}
