using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Web;

/// <summary>One question, asked everywhere: page, interface, feed, file, cited search and the real program.</summary>
[Collection(SharedSite.Name)]
public partial class SameAnswerTests(SiteUnderTest site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Queries of every kind, with the parameters that a page would have beside them.</summary>
    private static readonly ImmutableArray<(string Query, string Parameters, string[] Options)> Questions =
    [
        ("congress", "", []),
        ("police congress", "", []),
        ("police OR gendarmerie", "", []),
        ("police -extradition", "", []),
        ("(police OR extradition) congress", "", []),
        ("\"criminal police\"", "", []),
        ("“criminal police”", "", []),
        ("=Schober", "", []),
        ("Schober", "", []),
        ("\"criminal police\"~", "", []),
        ("\"police congress\"~5", "", []),
        ("police NEAR/5 congress", "", []),
        ("polic* congress", "", []),
        ("extraditon~", "", []),
        ("title:congress", "", []),
        ("said:Schober", "", []),
        ("date:1914..1923 congress", "&sort=date", ["--sort", "date"]),
        ("date:none", "", []),
        ("before:1920", "&sort=title", ["--sort", "title"]),
        ("like:IPA-1923-0001", "", []),
        ("\"police congr", "", []),
        ("foo:bar congress AND", "&lang=en&not-type=list", ["--filter", "lang=en", "--filter", "-type=list"]),
        ("zeppelin congress", "", []),
    ];

    [Fact]
    public async Task Every_question_gets_the_same_documents_in_the_same_order_and_the_same_sentence_everywhere()
    {
        using var folder = new TempFolder();
        var corpus = Repository.PathOf("tests/Fixtures/site");
        Assert.Equal(0, KbProgram.Run(folder.Path, "index", "--quiet", "--corpus", corpus, "--index", folder.PathOf("index")).ExitCode);
        var found = 0;
        foreach (var (number, (query, parameters, options)) in Questions.Index())
        {
            var asked = $"q={Uri.EscapeDataString(query)}{parameters}";
            var api = JsonDocument.Parse(await Text($"/api/v1/search?count=100&{asked}")).RootElement;
            var hits = api.GetProperty("hits").EnumerateArray().ToList();
            var all = hits.Select(static hit => hit.GetProperty("id").GetString()!).ToList();
            var full = hits.Where(static hit => hit.GetProperty("isFullMatch").GetBoolean()).Select(static hit => hit.GetProperty("id").GetString()!).ToList();
            var sentence = api.GetProperty("query").GetProperty("searchedAs").GetString()!;
            found += full.Count;

            IsSame(query, "page", all, sentence, OfPage(await Text($"/?count=100&{asked}")));
            IsSame(query, "feed", full, sentence, OfFeed(await Text($"/feed?count=100&{asked}")));
            IsSame(query, "file of the page", all, sentence, OfTable(await Text($"/export?format=csv&partial=include&{asked}")));
            IsSame(query, "file of the interface", full, sentence, OfLines(await Text($"/api/v1/export?format=jsonl&{asked}")));
            IsSame(query, "citation", full, sentence, await OfCitation(asked));
            IsSame(query, "kb export", all, sentence, OfLines(Program(
                ["export", "--format", "jsonl", "--partial", "--corpus", corpus, "--index", folder.PathOf("index"), .. options, "--", query])));
            if (number % 4 > 0)
            {
                // Starting the program takes longer than all the rest, and both commands ask the index in the same way.
                continue;
            }

            var program = JsonDocument.Parse(Program(
                ["search", "--json", "--count", "100", "--corpus", corpus, "--index", folder.PathOf("index"), .. options, "--", query])).RootElement;
            IsSame(query, "kb search", all, sentence, (
                [.. program.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString()!)],
                program.GetProperty("searchedAs").GetString()));
        }

        Assert.True(found > Questions.Length, "The questions must find something.");

        string Program(string[] arguments)
        {
            var result = KbProgram.Run(folder.Path, arguments);
            Assert.True(result.ExitCode is 0 or 3, result.Error);
            return result.Output;
        }
    }

    private static void IsSame(string query, string place, List<string> documents, string sentence, (List<string> Documents, string? Sentence) answer)
    {
        Assert.True(documents.SequenceEqual(answer.Documents), $"{query}, {place}: {string.Join(' ', answer.Documents)} instead of {string.Join(' ', documents)}");
        Assert.True(answer.Sentence is null || answer.Sentence == sentence, $"{query}, {place}: \"{answer.Sentence}\" instead of \"{sentence}\"");
    }

    private static (List<string>, string?) OfPage(string html) => (
        [.. Reference().Matches(html).Select(static match => match.Groups[1].Value)],
        System.Net.WebUtility.HtmlDecode(Sentence().Match(html).Groups[1].Value));

    private static (List<string>, string?) OfFeed(string xml)
    {
        var feed = XElement.Parse(xml);
        var subtitle = feed.Element(Atom + "subtitle")!.Value;
        return (
            [.. feed.Elements(Atom + "entry").Select(static entry => entry.Element(Atom + "id")!.Value.Split(':')[^1])],
            subtitle["Searched as: ".Length..].Split(" · noted: ")[0].Split(" · filters: ")[0]);
    }

    /// <summary>An empty file has no row that could say how the query was read.</summary>
    private static (List<string>, string?) OfTable(string csv)
    {
        var rows = TakingAwayTests.Rows(csv);
        var (document, sentence) = (rows[0].IndexOf("document"), rows[0].IndexOf("searched as"));
        return ([.. rows.Skip(1).Select(row => row[document])], rows.Skip(1).Select(row => row[sentence]).Distinct().SingleOrDefault());
    }

    private static (List<string>, string?) OfLines(string lines)
    {
        var objects = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        return (
            [.. objects.Select(static line => line.GetProperty("document").GetString()!)],
            objects.Select(static line => line.GetProperty("searchedAs").GetString()).Distinct().SingleOrDefault());
    }

    private async Task<(List<string>, string?)> OfCitation(string asked)
    {
        using var answer = await site.Client.PostAsync(new Uri("/api/v1/citations?" + asked, UriKind.Relative), null);
        var cited = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (
            [.. cited.GetProperty("documents").EnumerateArray().Select(static document => document.GetProperty("id").GetString()!)],
            cited.GetProperty("searchedAs").GetString());
    }

    private Task<string> Text(string address) => site.Client.GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("<span class=\"ref\">([^<]+)</span>")]
    private static partial Regex Reference();

    [GeneratedRegex("<span class=\"reading-words\">([^<]*)</span>")]
    private static partial Regex Sentence();
}
