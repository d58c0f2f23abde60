using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>What every backend promises, compared with the judge on archives and queries made from seeds.</summary>
public sealed class SearchIndexContractTests
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    /// <summary>Queries compared in each run; <c>KB_EQUIVALENCE_QUERIES</c> asks for more.</summary>
    private static int Queries => int.TryParse(
        Environment.GetEnvironmentVariable("KB_EQUIVALENCE_QUERIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? count
        : 600;

    private const int QueriesOfOneArchive = 200;

    private readonly List<string> _differences = [];

    [Fact]
    public async Task An_index_finds_orders_counts_and_marks_what_the_judge_does()
    {
        for (var seed = 1; seed <= Queries / QueriesOfOneArchive; seed++)
        {
            var documents = new RandomArchive(seed).Documents(40);
            var queries = new RandomQueries(seed);
            using var folder = new TempFolder();
            using var index = Build(folder, documents, segments: 3);
            var comparison = new Comparison(index, new Judge(documents, Analyzer));
            for (var i = 0; i < QueriesOfOneArchive; i++)
            {
                Report(await comparison.Difference(Request(queries, queries.Query(), i), $"seed {seed}, query {i}"));
            }
        }

        AssertNoDifferences();
    }

    [Fact]
    public async Task A_typed_query_finds_what_it_means()
    {
        for (var seed = 1; seed <= Queries / QueriesOfOneArchive; seed++)
        {
            var documents = new RandomArchive(1_000 + seed).Documents(40);
            var (typed, queries) = (new TypedQueries(seed), new RandomQueries(seed));
            using var folder = new TempFolder();
            using var index = Build(folder, documents, segments: 2);
            var comparison = new Comparison(index, new Judge(documents, Analyzer));
            for (var i = 0; i < QueriesOfOneArchive; i++)
            {
                var (text, meaning) = typed.Query();
                var which = $"seed {seed}, typed query {i}: {text}";
                var read = QueryReader.Read(text, TypedQueries.Today, NameTable.Empty).Query;
                Report(await comparison.Difference(Request(queries, read, i), which));
                Report(comparison.Found(read).SequenceEqual(comparison.Found(meaning)) ? null : $"{which}\nread as {read}\ninstead of {meaning}\n");
            }
        }

        AssertNoDifferences();
    }

    [Fact]
    public async Task Removed_and_replaced_documents_are_found_no_more()
    {
        var archive = new RandomArchive(77);
        var documents = archive.Documents(30);
        using var folder = new TempFolder();
        using var index = Build(folder, documents, segments: 2);
        var replaced = archive.Document(3);
        CorpusDocument[] after = [.. documents.Where(static d => d.Id.Value is not ("R-0003" or "R-0005")), replaced];
        Change(folder, after, change =>
        {
            change.Put(replaced);
            change.Remove(new DocumentId("R-0005"));
        });
        index.Refresh();
        var comparison = new Comparison(index, new Judge(after, Analyzer));
        var queries = new RandomQueries(77);

        for (var i = 0; i < 100; i++)
        {
            Report(await comparison.Difference(Request(queries, queries.Query(), i), $"seed 77, query {i}"));
        }

        AssertNoDifferences();
    }

    [Fact]
    public async Task A_wildcard_stands_for_words_of_living_documents_only()
    {
        CorpusDocument[] documents = [Some.Document("A-1", "Zeppelins over Vienna."), Some.Document("A-2", "A zeppelin over Vienna.")];
        using var folder = new TempFolder();
        using var index = Build(folder, [.. documents], segments: 1);
        Change(folder, documents[1..], static change => change.Remove(new DocumentId("A-1")));
        index.Refresh();

        var page = await index.SearchAsync(new SearchRequest { Query = new QueryNode.Wildcard("zepp*") }, CancellationToken.None);

        Assert.Equal("zeppelin", Assert.Single(Assert.Single(page.Expansions).Words));
    }

    [Fact]
    public async Task The_words_of_a_wildcard_are_told_with_their_documents_in_all_fields()
    {
        CorpusDocument[] documents = [Some.Document("A-1", "Zeppelins over Vienna."), Some.Document("A-2", "A zeppelin over zeppelins."), Some.Document("A-3", "Vienna.")];
        documents[2] = documents[2] with { Metadata = documents[2].Metadata with { Title = "The zeppelin" } };
        using var folder = new TempFolder();
        using var index = Build(folder, [.. documents], segments: 2);

        var page = await index.SearchAsync(new SearchRequest { Query = new QueryNode.Wildcard("zepp*") }, CancellationToken.None);

        var expansion = Assert.Single(page.Expansions);
        Assert.Equal((2, false), (expansion.Total, expansion.WasCut));
        Assert.Equal([("zeppelin", 2L), ("zeppelins", 2L)], expansion.Counts.Select(static count => (count.Word, count.Documents)));
        Assert.Equal(expansion.Words, expansion.Counts.Select(static count => count.Word));
    }

    [Fact]
    public async Task A_wildcard_that_is_cut_tells_how_many_words_there_are_at_least()
    {
        const int Words = 1_100;
        var text = string.Join(' ', Enumerable.Range(0, Words).Select(static n => string.Create(CultureInfo.InvariantCulture, $"zz{n:0000}")));
        using var folder = new TempFolder();
        using var index = Build(folder, [Some.Document("A-1", text)], segments: 1);

        var page = await index.SearchAsync(new SearchRequest { Query = new QueryNode.Wildcard("zz*") }, CancellationToken.None);

        var expansion = Assert.Single(page.Expansions);
        Assert.Equal((Words, true), (expansion.Total, expansion.WasCut));
        Assert.Contains("at least 1,100 words match", ExpansionNotes.Of(page.Expansions)("zz*"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_that_are_only_counted_find_what_they_find_otherwise()
    {
        var documents = new RandomArchive(31).Documents(40);
        var queries = new RandomQueries(31);
        using var folder = new TempFolder();
        using var index = Build(folder, documents, segments: 3);
        var requests = Enumerable.Range(0, 150).Select(_ => new SearchRequest { Query = queries.Query(), Filters = queries.Filters(), IncludePartial = false, Count = 100 }).ToImmutableArray();

        var counts = await index.CountAsync(requests, CancellationToken.None);

        var found = new List<(FoundCount Count, string Documents)>();
        foreach (var (request, count) in requests.Zip(counts))
        {
            var page = await index.SearchAsync(request, CancellationToken.None);
            Assert.True(page.Total == count.Documents, $"{request.Query} finds {page.Total}, counted {count.Documents}");
            Assert.Equal(page.Hits.Min(static hit => hit.Metadata.Date.First), count.FirstDay);
            Assert.Equal(page.Hits.Max(static hit => hit.Metadata.Date.Last), count.LastDay);
            found.Add((count, string.Join(' ', page.Hits.Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal))));
        }

        Assert.All(found.GroupBy(static one => one.Documents), static same => Assert.Single(same.Select(static one => one.Count.Set).Distinct()));
        Assert.Equal(found.Select(static one => one.Documents).Distinct().Count(), found.Select(static one => one.Count.Set).Distinct().Count());
    }

    [Fact]
    public async Task Words_near_each_other_in_a_quotation_are_found_beside_nearer_ones_outside()
    {
        const string Text = "Congress. Police of all the countries at a congress met.";
        var said = new TextSpan(Text.IndexOf("Police", StringComparison.Ordinal), Text.IndexOf(" met", StringComparison.Ordinal));
        var document = Some.Document("A-1", Text);
        document = document with
        {
            Metadata = document.Metadata with
            {
                Quotations = [new QuotationRecord { Text = said.In(Text), Speaker = "Schober", Language = "en", Span = said }],
            },
        };
        using var folder = new TempFolder();
        using var index = Build(folder, [document], segments: 1);
        var query = QueryReader.Read("said:Schober police NEAR/10 congress", TypedQueries.Today, NameTable.Empty).Query;

        var matches = await index.FindMatchesAsync(document.Id, query, CancellationToken.None);

        Assert.Equal([said], matches!.Value.Select(static match => match.Span));
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat()
    {
        var documents = new RandomArchive(5).Documents(60);
        using var folder = new TempFolder();
        using var index = Build(folder, documents, segments: 4);
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var request = new SearchRequest { Query = new QueryNode.Word("police"), Sort = sort, Count = 100 };
            var all = (await index.SearchAsync(request, CancellationToken.None)).Hits.Select(static hit => hit.Id).ToArray();
            var paged = new List<DocumentId>();
            for (var offset = 0; offset < all.Length; offset += 3)
            {
                var page = await index.SearchAsync(request with { Offset = offset, Count = 3 }, CancellationToken.None);
                paged.AddRange(page.Hits.Select(static hit => hit.Id));
            }

            Assert.NotEmpty(all);
            Assert.Equal(all, paged);
        }
    }

    [Fact]
    public async Task The_order_does_not_depend_on_how_the_index_was_written()
    {
        var archive = new RandomArchive(9);
        var documents = archive.Documents(50);
        var queries = new RandomQueries(9);
        using var first = new TempFolder();
        using var second = new TempFolder();
        using var one = Build(first, documents, segments: 1);
        using var many = Build(second, [.. documents.Reverse()], segments: 7);
        for (var i = 0; i < 100; i++)
        {
            var request = new SearchRequest { Query = queries.Query(), Count = 100, Facets = FacetNames.All };
            var (a, b) = (await one.SearchAsync(request, CancellationToken.None), await many.SearchAsync(request, CancellationToken.None));
            Assert.Equal(a.Hits.Select(Print), b.Hits.Select(Print));
        }

        static string Print(SearchHit hit) => string.Create(CultureInfo.InvariantCulture, $"{hit.Id} {hit.Score:R} {hit.MatchCount}");
    }

    [Fact]
    public async Task Documents_with_some_of_the_words_follow_those_with_all()
    {
        var documents = new RandomArchive(21).Documents(60);
        using var folder = new TempFolder();
        using var index = Build(folder, documents, segments: 2);
        var judge = new Judge(documents, Analyzer);
        var words = ImmutableArray.Create<QueryNode>(new QueryNode.Word("police"), new QueryNode.Word("congress"), new QueryNode.Word("vienna"));

        var page = await index.SearchAsync(new SearchRequest { Query = new QueryNode.All(words), Count = 100 }, CancellationToken.None);

        var full = Ids(judge.Matching(new QueryNode.All(words), []));
        var some = Ids(judge.Matching(new QueryNode.Any(words), [])).Except(full);
        Assert.Equal(full, page.Hits.TakeWhile(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(some, page.Hits.SkipWhile(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(page.PartialTotal, page.Hits.Count(static hit => !hit.IsFullMatch));
        Assert.All(page.Hits.Where(static hit => !hit.IsFullMatch), static hit => Assert.NotEmpty(MatchInWords.Lacking(hit)));
    }

    /// <summary>Several failing queries at once say more about the reason than one.</summary>
    private void Report(string? difference)
    {
        if (difference is not null)
        {
            _differences.Add(difference);
        }
    }

    private void AssertNoDifferences() =>
        Assert.True(_differences.Count == 0, $"{_differences.Count} differences, the first of them:\n{string.Join('\n', _differences.Take(8))}");

    private static List<string> Ids(List<JudgedDocument> documents) => [.. documents.Select(static document => document.Id).Order(StringComparer.Ordinal)];

    /// <summary>Every order and, for the scores that the judge works out as well, plain BM25.</summary>
    private static SearchRequest Request(RandomQueries queries, QueryNode query, int number) => new()
    {
        Query = query,
        Filters = queries.Filters(),
        Sort = queries.Sort(),
        Profile = number % 4 == 0 ? null : RankingProfile.Bm25.Name,
    };

    /// <summary>An index of the documents, written in several commits so that it has several segments.</summary>
    private static LuceneSearchIndex Build(TempFolder folder, ImmutableArray<CorpusDocument> documents, int segments)
    {
        var written = new List<CorpusDocument>();
        for (var segment = 0; segment < segments; segment++)
        {
            var next = documents.Where((_, i) => i % segments == segment).ToList();
            written.AddRange(next);
            Change(folder, written, change => next.ForEach(change.Put));
        }

        var index = new LuceneSearchIndex(new IndexFolder(folder.Path), Analyzer);
        index.Refresh();
        return index;
    }

    private static void Change(TempFolder folder, IEnumerable<CorpusDocument> after, Action<IIndexChange> change)
    {
        using var writer = LuceneIndexWriter.Open(new IndexFolder(folder.Path), new IndexWriterSettings
        {
            Map = new DocumentMapping(Analyzer).ToLucene,
            SchemaVersion = IndexFields.SchemaVersion,
            AnalyzerVersion = Analyzer.Version,
            Purpose = "a test",
            Clock = TimeProvider.System,
        });
        using var transaction = writer.Begin(rebuild: writer.RebuildReason is not null);
        change(transaction);
        transaction.Commit(IndexedFile.DigestOf(after.Select(static d => new IndexedFile(d.Path, d.Digest, d.Id))));
    }
}
