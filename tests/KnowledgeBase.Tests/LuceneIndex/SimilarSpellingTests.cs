using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex;

public sealed class SimilarSpellingTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly LuceneSearchIndex _index;

    public SimilarSpellingTests()
    {
        _workshop.Build(
            Some.Document("A-1", "Schober was the president."),
            Some.Document("A-2", "The presidents of the commission."),
            Some.Document("A-3", "A ship at sea."));
        _index = new LuceneSearchIndex(_workshop.Folder, new LuceneTextAnalyzer());
    }

    public void Dispose()
    {
        _index.Dispose();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("Schrober", "A-1")]
    [InlineData("presidnet", "A-1 A-2")]
    [InlineData("Shober presidnet", "A-1 A-2")]
    [InlineData("commissionaires", "A-2")]
    public async Task A_misspelt_word_finds_what_it_means_as_a_partial_match(string typed, string expected)
    {
        var page = await Search(typed);
        Assert.Equal(0, page.Total);
        Assert.Equal(expected.Split(' '), page.Hits.Select(static hit => hit.Id.Value));
        Assert.Equal(page.Hits.Length, page.PartialTotal);
        Assert.All(page.Hits, static hit => Assert.False(hit.IsFullMatch));
    }

    [Fact]
    public async Task The_card_says_what_the_document_has_instead_and_does_not_call_it_missing()
    {
        var hit = Assert.Single((await Search("Schrober")).Hits);
        Assert.Equal(
            new MatchReason("schober", "text", 1, "Schrober") { Kind = MatchKind.SimilarSpelling }, Assert.Single(hit.Reasons));
        Assert.Empty(hit.Missing);
        Assert.Equal(["schober instead of Schrober"], MatchInWords.Lacking(hit).AsEnumerable());
    }

    [Fact]
    public async Task A_word_that_a_document_has_nothing_like_is_missing_beside_one_it_has_another_for()
    {
        var hits = (await Search("Schrober presidnet")).Hits;
        Assert.Equal(["schober instead of Schrober", "president instead of presidnet"], Lacking(hits, "A-1"));
        Assert.Equal(["Schrober", "president instead of presidnet"], Lacking(hits, "A-2"));

        static IEnumerable<string> Lacking(IEnumerable<SearchHit> hits, string id) => MatchInWords.Lacking(hits.Single(hit => hit.Id.Value == id));
    }

    [Theory]
    [InlineData("Schober")]
    [InlineData("\"Schrober\"")]
    [InlineData("=Schrober")]
    [InlineData("title:Schrober")]
    [InlineData("seb")]
    [InlineData("Zzzzzz")]
    public async Task A_known_an_exact_or_a_strange_word_finds_no_similar_ones(string typed) =>
        Assert.Equal(0, (await Search(typed)).PartialTotal);

    [Fact]
    public async Task Similar_words_are_left_out_where_partial_matches_are()
    {
        var page = await _index.SearchAsync(
            new SearchRequest { Query = Asked.Parse("Schrober").Query, IncludePartial = false }, CancellationToken.None);
        Assert.Empty(page.Hits);
    }

    private Task<SearchPage> Search(string typed) =>
        _index.SearchAsync(new SearchRequest { Query = Asked.Parse(typed).Query }, CancellationToken.None);
}
