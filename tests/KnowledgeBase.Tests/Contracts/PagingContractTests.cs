using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Pages of a result while the archive changes, on archives and queries made from seeds; the judge says what belongs to it.</summary>
public sealed class PagingContractTests : IDisposable
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Pages_of_a_kept_state_neither_skip_nor_repeat_while_documents_come_and_go()
    {
        var archive = new RandomArchive(31);
        var queries = new RandomQueries(31);
        var documents = archive.Documents(60).ToDictionary(static document => document.Id);
        using var index = new LuceneSearchIndex(new IndexFolder(_folder.Path), Analyzer);
        Change(documents.Values, [.. documents.Values], []);
        index.Refresh();
        var next = 61;
        for (var round = 0; round < 40; round++)
        {
            var request = new SearchRequest
            {
                Query = queries.Query(),
                Sort = Enum.GetValues<SortOrder>()[round % 5],
                Count = 3,
                IncludePartial = round % 2 == 0,
            };
            var atStart = documents.Values.ToList();
            var whole = await index.RankAsync(request with { Count = 1_000 }, CancellationToken.None);
            var walked = new List<DocumentId>();
            string? version = null;
            for (SearchPage? page = null; page is null || walked.Count < page.Total + page.PartialTotal;)
            {
                page = await index.SearchAtAsync(request with { Offset = walked.Count }, version, CancellationToken.None);
                Assert.NotNull(page);
                version = page.IndexVersion;
                walked.AddRange(page.Hits.Select(static hit => hit.Id));
                if (walked.Count is > 0 and < 10)
                {
                    // One comes, one goes, one is written anew: among them those that the walk has still to meet.
                    CorpusDocument[] put = [archive.Document(next++), archive.Document(int.Parse(atStart[walked.Count].Id.Value[2..], null))];
                    var gone = documents.Keys.Skip(round).First();
                    documents.Remove(gone);
                    put.ToList().ForEach(document => documents[document.Id] = document);
                    Change(documents.Values, put, [gone]);
                    index.Refresh();
                }
            }

            Assert.Equal(whole.Select(static hit => hit.Id), walked);
            var judged = new Judge(atStart, Analyzer).Matching(request.Query, []).Select(static one => one.Document.Id.Value).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(judged, walked.Take(judged.Length).Select(static id => id.Value).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_state_that_nobody_asked_for_is_let_go_and_one_that_is_current_never()
    {
        var clock = new FakeTimeProvider();
        var documents = new RandomArchive(32).Documents(8);
        using var index = new LuceneSearchIndex(new IndexFolder(_folder.Path), Analyzer, clock);
        Change(documents, documents, []);
        index.Refresh();
        var request = new SearchRequest { Query = new QueryNode.Everything(), Count = 2 };
        var first = (await index.SearchAtAsync(request, null, CancellationToken.None))!.IndexVersion;
        clock.Advance(KeptReaders.Patience * 2);
        Assert.NotNull(await index.SearchAtAsync(request, first, CancellationToken.None));

        Change(documents.Skip(1), [], [documents[0].Id]);
        index.Refresh();
        clock.Advance(KeptReaders.Patience - TimeSpan.FromSeconds(1));
        Assert.Equal(8, (await index.SearchAtAsync(request, first, CancellationToken.None))!.Total);
        Assert.Equal(7, (await index.SearchAtAsync(request, null, CancellationToken.None))!.Total);
        clock.Advance(KeptReaders.Patience - TimeSpan.FromSeconds(1));
        Assert.Equal(8, (await index.SearchAtAsync(request, first, CancellationToken.None))!.Total);
        clock.Advance(KeptReaders.Patience + TimeSpan.FromSeconds(1));
        Assert.Null(await index.SearchAtAsync(request, first, CancellationToken.None));
        Assert.Null(await index.SearchAtAsync(request, "no such version", CancellationToken.None));
    }

    [Fact]
    public async Task No_more_than_a_few_states_are_kept()
    {
        var documents = new RandomArchive(33).Documents(KeptReaders.Most + 3);
        using var index = new LuceneSearchIndex(new IndexFolder(_folder.Path), Analyzer, new FakeTimeProvider());
        Change(documents, documents, []);
        index.Refresh();
        var request = new SearchRequest { Query = new QueryNode.Everything(), Count = 1 };
        var versions = new List<string>();
        for (var removed = 1; removed <= KeptReaders.Most + 1; removed++)
        {
            versions.Add((await index.SearchAtAsync(request, null, CancellationToken.None))!.IndexVersion);
            Change(documents.Skip(removed), [], [documents[removed - 1].Id]);
            index.Refresh();
        }

        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Null(await index.SearchAtAsync(request, versions[0], CancellationToken.None));
        Assert.All(versions.Skip(1), version => Assert.NotNull(index.SearchAtAsync(request, version, CancellationToken.None).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Two_archives_never_have_the_same_version()
    {
        using var index = new LuceneSearchIndex(new IndexFolder(_folder.Path), Analyzer);
        var versions = new List<string>();
        for (var seed = 1; seed <= 3; seed++)
        {
            var documents = new RandomArchive(seed).Documents(5).Select(document => document with { Digest = new string((char)('0' + seed), 64) }).ToList();
            Change(documents, documents, [], rebuild: true);
            index.Refresh();
            versions.Add((await index.GetFactsAsync(CancellationToken.None)).IndexVersion);
        }

        Assert.Equal(3, versions.Distinct().Count());
    }

    [Fact]
    public async Task The_list_holds_what_the_stream_holds_in_the_same_order()
    {
        var archive = new RandomArchive(34);
        var queries = new RandomQueries(34);
        var documents = archive.Documents(40);
        Change(documents, documents, []);
        using var index = new LuceneSearchIndex(new IndexFolder(_folder.Path), Analyzer);
        index.Refresh();
        for (var i = 0; i < 60; i++)
        {
            var request = new SearchRequest { Query = queries.Query(), Sort = Enum.GetValues<SortOrder>()[i % 5] };
            var (full, all) = (await Stream(index, request), await Stream(index, request with { StreamPartial = true }));
            var list = await index.ListAsync(request, CancellationToken.None);
            Assert.Equal(
                full.Select(static found => new ListedDocument(
                    found.Document.Id, found.Document.Digest, found.Document.Metadata.Title, found.Document.Metadata.Added)),
                list.Documents);
            var ranked = await index.RankAsync(request with { Count = 1_000 }, CancellationToken.None);
            Assert.Equal(ranked.Select(static hit => (hit.Id, hit.IsFullMatch)), all.Select(static found => (found.Hit.Id, found.Hit.IsFullMatch)));
            Assert.Equal(Enumerable.Range(1, all.Count), all.Select(static found => found.Hit.Rank));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<List<DocumentMatches>> Stream(LuceneSearchIndex index, SearchRequest request)
    {
        var found = new List<DocumentMatches>();
        await foreach (var one in index.StreamAsync(request, CancellationToken.None))
        {
            found.Add(one);
        }

        return found;
    }

    private void Change(
        IEnumerable<CorpusDocument> after, IReadOnlyList<CorpusDocument> put, ImmutableArray<DocumentId> removed, bool rebuild = false)
    {
        using var writer = LuceneIndexWriter.Open(
            new IndexFolder(_folder.Path), Analyzer, new IndexingOptions(), "a test", TimeProvider.System);
        using var change = writer.Begin(rebuild || writer.RebuildReason is not null);
        foreach (var id in removed)
        {
            change.Remove(id);
        }

        foreach (var document in put)
        {
            change.Put(document);
        }

        change.Commit(IndexedFile.DigestOf(after.Select(static d => new IndexedFile(d.Path, d.Digest, d.Id))));
    }
}
