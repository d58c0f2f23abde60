using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex.Ranking;

/// <summary>Ranking orders what was found; it never decides what is.</summary>
public sealed class SameSetsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LuceneSearchIndex _index;

    public SameSetsTests() => _index = SomeIndex.Of(_folder, SomeIndex.ReadCorpus(Repository.PathOf("tests/Fixtures/site")));

    public static TheoryData<string> Queries { get; } =
    [
        "\"police congress\"", "\"criminal police\"~", "=Schober", "\"police congress\"~5", "police NEAR/5 congress", "police BEFORE/9 Vienna",
        "title:congress", "person:Schober", "place:Vienna police", "lang:de", "type:chronology congress", "text:(police OR congress) -lang:de",
        "police OR congress", "police -congress", "(extradition OR police) congress", "NOT police", "date:1923 police", "polic*", "Schober~",
        "police congress Vienna", "Schrober presidnet", "*",
    ];

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_finds_the_same_documents_whatever_the_profile(string typed)
    {
        var plain = await Sets(typed, RankingProfile.Bm25.Name);
        Assert.Equal(plain, await Sets(typed, RankingProfile.Archive.Name));
        Assert.Equal(plain, await Sets(typed, RankingProfile.Reference.Name));
        Assert.Equal(plain, await Sets(typed, null, new SearchPreferences("letter", "de", DatePreference.Newer)));
        Assert.Equal(plain.Full, (await Sets(typed, RankingProfile.Broaden.Name)).Full);
    }

    private async Task<(string Full, string Partial)> Sets(string typed, string? profile, SearchPreferences? preferences = null)
    {
        var request = new SearchRequest
        {
            Query = Asked.Parse(typed).Query,
            Count = 100,
            Profile = profile,
            Preferences = preferences ?? SearchPreferences.None,
        };
        var page = await _index.SearchAsync(request, CancellationToken.None);
        Assert.Equal(page.Total, page.Hits.Count(static hit => hit.IsFullMatch));
        return (Ids(page, isFull: true), Ids(page, isFull: false));
    }

    private static string Ids(SearchPage page, bool isFull) => string.Join(
        ' ', page.Hits.Where(hit => hit.IsFullMatch == isFull).Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal));
}
