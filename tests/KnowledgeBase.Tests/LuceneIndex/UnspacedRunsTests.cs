using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex;

public sealed class UnspacedRunsTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly LuceneSearchIndex _index;

    public UnspacedRunsTests()
    {
        _workshop.Build(
            Some.Document("A-1", "国际刑警组织成立于维也纳。"),
            Some.Document("A-2", "维也纳的会议讨论了引渡。"),
            Some.Document("A-3", "红色通报。"));
        _index = new LuceneSearchIndex(_workshop.Folder, new LuceneTextAnalyzer());
    }

    public void Dispose()
    {
        _index.Dispose();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("国际刑警组织", "A-1", "")]
    [InlineData("维也纳会议", "", "A-2 A-1")]
    [InlineData("维也纳", "A-2 A-1", "")]
    [InlineData("\"维也纳会议\"", "", "")]
    [InlineData("title:维也纳会议", "", "")]
    public async Task A_run_finds_itself_first_and_then_its_parts(string typed, string full, string partial)
    {
        var page = await Search(typed);
        Assert.Equal(full, Ids(page, isFull: true));
        Assert.Equal(partial, Ids(page, isFull: false));
    }

    [Fact]
    public async Task The_reason_names_the_parts_and_the_run_is_written_without_spaces()
    {
        var hit = (await Search("维也纳会议")).Hits[0];
        Assert.Equal(["维也", "也纳", "会议"], hit.Reasons.Select(static reason => reason.What));
        Assert.All(hit.Reasons, static reason => Assert.Equal("维也纳会议", reason.VariantOf));
        Assert.Equal("维也纳会议", Assert.Single(hit.Missing));
    }

    private static string Ids(SearchPage page, bool isFull) =>
        string.Join(' ', page.Hits.Where(hit => hit.IsFullMatch == isFull).Select(static hit => hit.Id.Value));

    private Task<SearchPage> Search(string typed) =>
        _index.SearchAsync(new SearchRequest { Query = Asked.Parse(typed).Query }, CancellationToken.None);
}
