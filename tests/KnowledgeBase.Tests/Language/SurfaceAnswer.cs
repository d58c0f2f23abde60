using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KnowledgeBase.Tests.Web;

namespace KnowledgeBase.Tests.Language;

/// <summary>What a page, an interface, a feed, a file or a command answers to a query.</summary>
/// <param name="Documents">The documents, by the names of their files, in order; of a file or feed only those that match in full.</param>
/// <param name="Total">How many match in full, where it is said.</param>
/// <param name="SearchedAs">How the query was read; null where no document stands that could say it.</param>
/// <param name="Notes">What was ignored, re-read or limited.</param>
internal sealed record SurfaceAnswer(ImmutableArray<string> Documents, long? Total, string? SearchedAs, string? Notes)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Asks the interface, whose answer the others are compared with; gives also how many of the documents match in full.</summary>
    public static async Task<(SurfaceAnswer Answer, int Full)> OfInterface(LanguageArchive archive, string query)
    {
        var answer = Json(await archive.GetAsync($"/api/v1/search?count=100&q={Uri.EscapeDataString(query)}"));
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        var read = answer.GetProperty("query");
        return (
            new SurfaceAnswer(
                [.. hits.Select(hit => archive.Names[hit.GetProperty("id").GetString()!])],
                answer.GetProperty("total").GetInt64(),
                read.GetProperty("searchedAs").GetString(),
                NotesIn(read)),
            hits.Count(static hit => hit.GetProperty("isFullMatch").GetBoolean()));
    }

    /// <summary>The page, as a browser reads it. The front page says in its heading what it shows.</summary>
    public static async Task<SurfaceAnswer> OfPage(LanguageArchive archive, string query)
    {
        var html = await archive.GetAsync($"/?count=100&q={Uri.EscapeDataString(query)}");
        var page = new HtmlParser().ParseDocument(html);
        var summary = page.QuerySelector(".search-region")!.GetAttribute("data-summary")!;
        var heading = page.QuerySelector("#results-heading")!.TextContent.Trim();
        return new SurfaceAnswer(
            [.. page.QuerySelectorAll(".hit .ref").Select(reference => archive.Names[reference.TextContent])],
            summary.StartsWith("No document", StringComparison.Ordinal) ? 0 : Number(summary.Split(' ')[0]),
            page.QuerySelector(".reading-words")?.TextContent ?? heading.Split(',')[0].ToLowerInvariant(),
            string.Join(' ', page.QuerySelectorAll(".reading .problems li").Select(static note => note.TextContent)));
    }

    /// <summary><c>kb search --json</c>.</summary>
    public static async Task<SurfaceAnswer> OfCommand(LanguageArchive archive, string query)
    {
        var (code, output, error) = await archive.RunAsync("search", "--json", "--count", "100", "--", query);
        Assert.True(code is 0 or 3, $"{code}: {error}");
        var answer = Json(output);
        return new SurfaceAnswer(
            [.. answer.GetProperty("hits").EnumerateArray().Select(hit => archive.Names[hit.GetProperty("id").GetString()!])],
            answer.GetProperty("total").GetInt64(),
            answer.GetProperty("searchedAs").GetString(),
            NotesIn(answer));
    }

    /// <summary>The feed; what it says of the query stands in its subtitle, in one line.</summary>
    public static async Task<SurfaceAnswer> OfFeed(LanguageArchive archive, string query)
    {
        var feed = XElement.Parse(await archive.GetAsync($"/feed?count=100&q={Uri.EscapeDataString(query)}"));
        return new SurfaceAnswer(
            [.. feed.Elements(Atom + "entry").Select(entry => archive.Names[entry.Element(Atom + "id")!.Value.Split(':')[^1]])],
            Number(feed.Element(OpenSearch + "totalResults")!.Value),
            feed.Element(Atom + "subtitle")!.Value["Searched as: ".Length..],
            null);
    }

    /// <summary>A table from the page of results; of nothing it has a row without a document.</summary>
    public static async Task<SurfaceAnswer> OfTable(LanguageArchive archive, string query) =>
        FromTable(archive, await archive.GetAsync($"/export?format=csv&q={Uri.EscapeDataString(query)}"));

    /// <summary><c>kb export</c>, a table too.</summary>
    public static async Task<SurfaceAnswer> OfExportCommand(LanguageArchive archive, string query)
    {
        var (code, output, error) = await archive.RunAsync("export", "--format", "csv", "--", query);
        Assert.True(code is 0 or 3, $"{code}: {error}");
        return FromTable(archive, output);
    }

    /// <summary>A file for programs: a line for each document and nothing else.</summary>
    public static async Task<SurfaceAnswer> OfLines(LanguageArchive archive, string query)
    {
        var file = await archive.GetAsync($"/api/v1/export?format=jsonl&q={Uri.EscapeDataString(query)}");
        var lines = file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json).ToList();
        return new SurfaceAnswer(
            [.. lines.Select(line => archive.Names[line.GetProperty("document").GetString()!])],
            lines.Count,
            lines.Select(static line => line.GetProperty("searchedAs").GetString()).Distinct().SingleOrDefault(),
            lines.Select(static line => line.GetProperty("notes").GetString()).Distinct().SingleOrDefault());
    }

    private static SurfaceAnswer FromTable(LanguageArchive archive, string csv)
    {
        const string Nothing = "Nothing was found: no document of the archive matches.";
        var rows = TakingAwayTests.Rows(csv.TrimStart('\uFEFF'));
        var (head, cells) = (rows[0], rows[1..]);
        string Cell(List<string> row, string name) => row[head.IndexOf(name)];

        Assert.All(cells, row => Assert.Equal(head.Count, row.Count));
        var documents = cells.Where(row => Cell(row, "document").Length > 0).ToList();
        var notes = cells.Select(row => Cell(row, "notes")).Distinct().Single();
        Assert.Equal(documents.Count == 0, notes.Contains(Nothing, StringComparison.Ordinal));
        return new SurfaceAnswer(
            [.. documents.Select(row => archive.Names[Cell(row, "document")])],
            documents.Count,
            cells.Select(row => Cell(row, "searched as")).Distinct().Single(),
            notes.Split(Nothing)[0].TrimEnd());
    }

    private static string NotesIn(JsonElement answer) => string.Join(
        ' ', answer.GetProperty("problems").EnumerateArray().Select(static problem => problem.GetProperty("message").GetString()));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
