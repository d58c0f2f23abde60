using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
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

    [Fact]
    public async Task An_index_finds_what_the_judge_finds()
    {
        const int QueriesOfOneArchive = 200;
        for (var seed = 1; seed <= Queries / QueriesOfOneArchive; seed++)
        {
            var archive = new RandomArchive(seed);
            var documents = archive.Documents(40);
            using var folder = new TempFolder();
            using var index = Build(folder, documents, segments: 3);
            var judge = new BruteForceIndex(documents, Analyzer);
            for (var i = 0; i < QueriesOfOneArchive; i++)
            {
                await Compare(index, judge, archive.Query(), $"seed {seed}, query {i}");
            }
        }
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
        var judge = new BruteForceIndex(after, Analyzer);

        for (var i = 0; i < 100; i++)
        {
            await Compare(index, judge, archive.Query(), $"seed 77, query {i}");
        }
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
        using var first = new TempFolder();
        using var second = new TempFolder();
        using var one = Build(first, documents, segments: 1);
        using var many = Build(second, [.. documents.Reverse()], segments: 7);
        for (var i = 0; i < 100; i++)
        {
            var request = new SearchRequest { Query = archive.Query(), Count = 100, Facets = FacetNames.All };
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
        var judge = new BruteForceIndex(documents, Analyzer);
        var words = ImmutableArray.Create<QueryNode>(new QueryNode.Word("police"), new QueryNode.Word("congress"), new QueryNode.Word("vienna"));

        var page = await index.SearchAsync(new SearchRequest { Query = new QueryNode.All(words), Count = 100 }, CancellationToken.None);

        var full = judge.Matching(new QueryNode.All(words));
        var some = judge.Matching(new QueryNode.Any(words)).Except(full);
        Assert.Equal(full, page.Hits.TakeWhile(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(some, page.Hits.SkipWhile(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(page.PartialTotal, page.Hits.Count(static hit => !hit.IsFullMatch));
        Assert.All(page.Hits.Where(static hit => !hit.IsFullMatch), static hit => Assert.NotEmpty(hit.Missing));
    }

    private static async Task Compare(LuceneSearchIndex index, BruteForceIndex judge, QueryNode query, string which)
    {
        var request = new SearchRequest { Query = query, Count = 100, IncludePartial = false, Facets = FacetNames.All, FacetValues = 1_000 };
        var page = await index.SearchAsync(request, CancellationToken.None);
        var expected = judge.Matching(query);
        var found = page.Hits.Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal).ToArray();
        Assert.True(
            expected.SequenceEqual(found),
            $"{which}: {query}\nexpected {string.Join(' ', expected.Except(found))}\nnot expected {string.Join(' ', found.Except(expected))}");
        Assert.Equal(expected.Length, page.Total);
        foreach (var facet in page.Facets)
        {
            var counted = facet.Values.ToDictionary(static v => v.Value, static v => v.Count);
            Assert.Equal(judge.Facet(query, facet.Facet).OrderBy(static p => p.Key), counted.OrderBy(static p => p.Key));
        }

        await CompareMarks(index, judge, query, page, which);
    }

    /// <summary>Every mark is a place that the judge finds; of words and phrases every place is marked; the stream leaves nothing out.</summary>
    private static async Task CompareMarks(LuceneSearchIndex index, BruteForceIndex judge, QueryNode query, SearchPage page, string which)
    {
        var streamed = new List<DocumentMatches>();
        await foreach (var found in index.StreamAsync(new SearchRequest { Query = query }, CancellationToken.None))
        {
            streamed.Add(found);
        }

        Assert.Equal(page.Hits.Select(static hit => hit.Id), streamed.Select(static found => found.Hit.Id));
        Assert.All(streamed, found => Assert.Equal(page.Total, found.Total));
        var units = KnowledgeBase.LuceneIndex.Querying.QueryUnits.Of(query);
        foreach (var found in streamed)
        {
            var lines = KnowledgeBase.Quotations.Kwic.ConcordanceLines.Of(found).ToList();
            Assert.Equal(found.Matches.Select(static match => match.Span).Distinct().Count(), lines.Count);
            foreach (var unit in units.Where(static unit => unit.Fields.Contains("text")))
            {
                var marked = found.Matches.Where(match => match.Part == unit.Number).Select(static match => match.Span).ToHashSet();
                var places = judge.Spans(found.Document.Id, unit.Node).ToHashSet();
                Assert.True(marked.IsSubsetOf(places), $"{which}: {query}, {found.Document.Id} marks more than {unit.Node}");
                var isWhole = marked.Count > 0 && unit.Within is null && unit.Node is QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy or QueryNode.Phrase;
                Assert.True(!isWhole || marked.SetEquals(places), $"{which}: {query}, {found.Document.Id} marks less than {unit.Node}");
                Assert.True(marked.Count == 0 || lines.Count(line => marked.Contains(line.Span)) == marked.Count, $"{which}: {query}");
            }
        }
    }

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
