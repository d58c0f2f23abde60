using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Safety;

namespace KnowledgeBase.Tests.LuceneIndex;

/// <summary><c>like:</c> on the archive itself: short texts have similar documents too.</summary>
[Collection(SharedArchive.Name)]
public sealed class SimilarDocumentsTests(RealArchive archive)
{
    [Fact]
    public async Task Practically_every_document_has_several_similar_ones()
    {
        var requests = archive.Documents.Select(static document => new SearchRequest { Query = new QueryNode.Like(document.Id.Value) });

        var counts = (await archive.Index.CountAsync([.. requests], CancellationToken.None)).Select(static count => count.Documents).Order().ToList();

        Assert.InRange(counts[0], 1, 20);
        Assert.InRange(counts[counts.Count / 50], 3, 20);
        Assert.InRange(counts[counts.Count / 2], 8, 20);
        Assert.InRange(counts[^1], 8, 20);
    }

    [Theory]
    [InlineData("IPA-1923-0200", "IPA-1923-0242 IPA-1923-0530")]
    [InlineData("IPA-1935-0219", "IPA-1938-0300")]
    [InlineData("IPA-1949-0363", "IPA-1949-0362")]
    public async Task The_most_similar_come_first(string reference, string expected)
    {
        var page = await archive.Index.SearchAsync(
            new SearchRequest { Query = archive.Read("like:" + reference).Query, Count = 20 }, CancellationToken.None);

        Assert.Equal(page.Hits.OrderByDescending(static hit => hit.Score).Select(static hit => hit.Id), page.Hits.Select(static hit => hit.Id));
        Assert.DoesNotContain(reference, page.Hits.Select(static hit => hit.Id.Value));
        Assert.All(page.Hits, hit => Assert.Contains(hit.Reasons, reason => reason.What == "similar to " + reference));
        Assert.True(
            expected.Split(' ').Any(page.Hits.Take(5).Select(static hit => hit.Id.Value).Contains),
            string.Join('\n', page.Hits.Select(static hit => $"{hit.Id} {hit.Metadata.Title}")));
    }
}
