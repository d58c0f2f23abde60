using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex.Ranking;

public sealed class BroadeningTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly LuceneSearchIndex _index;

    public BroadeningTests()
    {
        _workshop.Build(
            Some.Document("A-1", "Forgers printed banknotes in Graz, and the counterfeit banknotes came to Prague."),
            Some.Document("A-2", "The central office followed forgers and counterfeit banknotes."),
            Some.Document("A-3", "Counterfeit banknotes and the convention of Geneva."),
            Some.Document("A-4", "A flag on a mountain."));
        _index = new LuceneSearchIndex(_workshop.Folder, new LuceneTextAnalyzer());
    }

    public void Dispose()
    {
        _index.Dispose();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Broadening_finds_documents_that_share_the_words_of_the_best_and_says_which_words_it_added()
    {
        var page = await Search("forgers Graz", RankingProfile.Broaden.Name);
        Assert.Equal("A-1", page.Hits[0].Id.Value);
        Assert.Contains("banknotes", page.AddedWords);
        Assert.Contains("A-3", page.Hits.Where(static hit => !hit.IsFullMatch).Select(static hit => hit.Id.Value));
        Assert.DoesNotContain("A-4", page.Hits.Select(static hit => hit.Id.Value));
    }

    [Fact]
    public async Task What_was_typed_is_not_added_again_in_any_form() =>
        Assert.Empty((await Search("forger Graz", RankingProfile.Broaden.Name)).AddedWords.Intersect(["forger", "forgers", "graz"]));

    [Fact]
    public async Task An_added_word_is_given_as_the_reason_and_marked_only_where_nothing_typed_stands()
    {
        var hits = (await Search("forgers Graz", RankingProfile.Broaden.Name)).Hits.ToDictionary(static hit => hit.Id.Value);
        var reason = Assert.Single(hits["A-3"].Reasons, static reason => reason.What == "banknotes");
        Assert.Equal((MatchKind.Added, null), (reason.Kind, reason.VariantOf));
        Assert.Contains("banknotes", Marked(hits["A-3"]));
        Assert.Equal(["Forgers", "Graz"], Marked(hits["A-1"]));
    }

    private static IEnumerable<string> Marked(SearchHit hit) => hit.Passages.SelectMany(static passage =>
        passage.Marks.Select(mark => passage.Text[(mark.Start - passage.Span.Start)..(mark.End - passage.Span.Start)]));

    [Fact]
    public async Task Nothing_is_added_unasked()
    {
        var page = await Search("forgers Graz", null);
        Assert.Empty(page.AddedWords);
        Assert.DoesNotContain("A-3", page.Hits.Select(static hit => hit.Id.Value));
    }

    [Theory]
    [InlineData("forgers banknotes")]
    [InlineData("\"counterfeit banknotes\"")]
    [InlineData("forgers -Graz")]
    public async Task Full_matches_are_the_same_whether_broadened_or_not(string typed) => Assert.Equal(
        (await Search(typed, null)).Total, (await Search(typed, RankingProfile.Broaden.Name)).Total);

    private Task<SearchPage> Search(string typed, string? profile) =>
        _index.SearchAsync(new SearchRequest { Query = Asked.Parse(typed).Query, Profile = profile }, CancellationToken.None);
}
