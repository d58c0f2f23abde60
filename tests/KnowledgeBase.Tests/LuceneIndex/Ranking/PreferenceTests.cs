using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex.Ranking;

public sealed class PreferenceTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly LuceneSearchIndex _index;

    public PreferenceTests()
    {
        _workshop.Build(
            Document("A-1", "police congress", "en", "letter", "1914"),
            Document("A-2", "police congress", "de", "speech", "1923"),
            Document("A-3", "police congress", "fr", "letter", "1956"),
            Document("A-4", "police congress", "fr", "other", null),
            Document("A-5", "nothing of it", "de", "speech", "2023"));
        _index = new LuceneSearchIndex(_workshop.Folder, new LuceneTextAnalyzer());
    }

    public void Dispose()
    {
        _index.Dispose();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData(null, null, DatePreference.None, "A-1 A-3 A-4 A-2")]
    [InlineData(null, "de", DatePreference.None, "A-2 A-1 A-3 A-4")]
    [InlineData("letter", null, DatePreference.None, "A-1 A-3 A-4 A-2")]
    [InlineData("letter", "fr", DatePreference.None, "A-3 A-1 A-4 A-2")]
    [InlineData(null, null, DatePreference.Older, "A-1 A-2 A-3 A-4")]
    [InlineData("minutes", "xx", DatePreference.None, "A-1 A-3 A-4 A-2")]
    public async Task What_is_preferred_comes_sooner_and_nothing_is_left_out(string? type, string? language, DatePreference dates, string expected) =>
        Assert.Equal(expected, await Order("police", new SearchPreferences(type, language, dates)));

    [Fact]
    public async Task Newer_documents_gain_with_their_day_and_undated_ones_nothing()
    {
        var page = await Search("police", new SearchPreferences(Dates: DatePreference.Newer));
        var gains = page.Hits.ToDictionary(
            static hit => hit.Id.Value, static hit => hit.ScoreParts.FirstOrDefault(static part => part.Name == "preference")?.Value ?? 0);
        Assert.Equal(0, gains["A-4"]);
        Assert.True(gains["A-3"] > gains["A-2"] && gains["A-2"] > gains["A-1"]);
    }

    [Fact]
    public async Task Where_nothing_scores_the_preference_alone_decides() =>
        Assert.Equal("A-2 A-5 A-1 A-3", await Order("date:1900..2030", new SearchPreferences(Language: "de")));

    [Fact]
    public async Task Another_order_than_by_relevance_is_not_touched()
    {
        var request = new SearchRequest { Query = Asked.Parse("police").Query, Sort = SortOrder.DateDescending };
        var plain = await _index.SearchAsync(request, CancellationToken.None);
        var preferring = await _index.SearchAsync(request with { Preferences = new SearchPreferences(Language: "de") }, CancellationToken.None);
        Assert.Equal(plain.Hits.Select(static hit => (hit.Id, hit.Score)), preferring.Hits.Select(static hit => (hit.Id, hit.Score)));
    }

    [Fact]
    public async Task Nothing_is_preferred_unasked() => Assert.All(
        (await Search("police", SearchPreferences.None)).Hits,
        static hit => Assert.DoesNotContain("preference", hit.ScoreParts.Select(static part => part.Name)));

    private async Task<string> Order(string typed, SearchPreferences preferences) =>
        string.Join(' ', (await Search(typed, preferences)).Hits.Select(static hit => hit.Id.Value));

    private Task<SearchPage> Search(string typed, SearchPreferences preferences) => _index.SearchAsync(
        new SearchRequest { Query = Asked.Parse(typed).Query, Preferences = preferences }, CancellationToken.None);

    private static CorpusDocument Document(string id, string text, string language, string type, string? year)
    {
        var document = Some.Document(id, text);
        var date = year is null
            ? ArchiveDate.None
            : new ArchiveDate(year, year, DateOnly.Parse(year + "-01-01", CultureInfo.InvariantCulture), DateOnly.Parse(year + "-12-31", CultureInfo.InvariantCulture));
        return document with { Metadata = document.Metadata with { Language = language, Type = type, Date = date } };
    }
}
