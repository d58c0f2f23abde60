using System.Text.Json;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Scenarios;

/// <summary>Searches as data: every folder of <c>tests/Scenarios</c> is a small corpus with searches and what they find.</summary>
public sealed class ScenarioTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public static TheoryData<string> Folders()
    {
        var folders = new TheoryData<string>();
        foreach (var folder in Directory.EnumerateDirectories(Repository.PathOf("tests/Scenarios")).Order(StringComparer.Ordinal))
        {
            folders.Add(Path.GetFileName(folder));
        }

        return folders;
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task A_scenario_holds(string folder)
    {
        var root = Repository.PathOf($"tests/Scenarios/{folder}");
        using var index = new TempFolder();
        using var search = SomeIndex.Of(index, SomeIndex.ReadCorpus(Path.Combine(root, "corpus")));
        var searches = JsonSerializer.Deserialize<List<ScenarioSearch>>(File.ReadAllText(Path.Combine(root, "searches.json")), Json)!;
        Assert.NotEmpty(searches);
        foreach (var one in searches)
        {
            await Check(search, one);
        }
    }

    private static async Task Check(LuceneSearchIndex index, ScenarioSearch search)
    {
        var query = QueryParser.Parse(
            search.Query, new DateOnly(2026, 1, 1), static text => [.. WordCutter.Cut(text).Select(static word => word.Raw)]).Query;
        var page = await index.SearchAsync(new SearchRequest { Query = query, Count = 100 }, CancellationToken.None);
        var full = page.Hits.Where(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value).ToArray();
        var some = page.Hits.Where(static hit => !hit.IsFullMatch).Select(static hit => hit.Id.Value).ToArray();

        void Same(string[]? expected, IEnumerable<string> found, bool inOrder)
        {
            if (expected is not null)
            {
                IEnumerable<string> Arranged(IEnumerable<string> ids) => inOrder ? ids : ids.Order(StringComparer.Ordinal);

                var isSame = Arranged(expected).SequenceEqual(Arranged(found));
                Assert.True(isSame, $"{search.Because}: {search.Query} found {string.Join(", ", found)}");
            }
        }

        Same(search.Expect, full, inOrder: true);
        Same(search.ExpectAll, full, inOrder: false);
        Same(search.Some, some, inOrder: false);
        foreach (var (id, marks) in search.Marks ?? [])
        {
            var document = await index.GetDocumentAsync(new DocumentId(id), CancellationToken.None);
            var matches = await index.FindMatchesAsync(new DocumentId(id), query, CancellationToken.None);
            Same(marks, matches!.Value.SelectMany(static match => match.Marks).Select(mark => mark.In(document!.Text)), inOrder: true);
        }
    }

    /// <param name="Because">Why it should be so.</param>
    /// <param name="Query">What a reader types.</param>
    /// <param name="Expect">The full matches in order.</param>
    /// <param name="ExpectAll">The full matches in any order.</param>
    /// <param name="Some">The documents with some of the words, in any order.</param>
    /// <param name="Marks">What is marked in the text of a document.</param>
    private sealed record ScenarioSearch(
        string Because, string Query, string[]? Expect, string[]? ExpectAll, string[]? Some, Dictionary<string, string[]>? Marks);
}
