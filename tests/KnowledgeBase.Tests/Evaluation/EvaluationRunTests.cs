using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Evaluation;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests.Evaluation;

public sealed class EvaluationRunTests : IDisposable
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    private readonly TempFolder _temp = new();
    private readonly IndexWorkshop _workshop = new();

    public void Dispose()
    {
        _workshop.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_set_is_read_indexed_asked_and_measured()
    {
        _temp.Write("sea/docs.jsonl", """
            {"id": "a", "title": "Ships", "text": "A ship at sea."}
            {"id": "not/valid", "title": "", "text": "The harbour and the ship."}
            {"id": "c", "title": "Bread", "text": "Flour and water."}

            """);
        _temp.Write("sea/queries.jsonl", """
            {"id": "1", "text": "harbour OR bread?"}
            {"id": "2", "text": "\"ship at sea\" -flour"}
            {"id": "3", "text": "never judged"}

            """);
        _temp.Write("sea/qrels.tsv", "query-id\tdoc-id\trelevance\n1\tnot/valid\t1\n2\ta\t2\n3\ta\t0\n");
        var set = JudgedSet.Read(_temp.PathOf("sea"));

        var (report, run) = await Run(set);

        Assert.Equal("sea", report.Collection);
        Assert.Equal(3, report.Documents);
        Assert.Equal(["1", "2"], report.Queries.Select(static query => query.Id));
        // OR is a word here, not an operator, and no document has all three: both come as partial matches.
        Assert.Equal(1, report.Queries[0].Measures.Recall100);
        Assert.Equal(1, report.Queries[1].Measures.Ndcg10);
        Assert.Contains(run, static line => line is { Query: "1", Document: "not/valid" });
        Assert.Equal(report.Means, EvaluationRun.Measure(set, run, "again").Means);
    }

    [Theory]
    [InlineData("de", "Der Kongress der Polizei in der Stadt und die Ordnung")]
    [InlineData("fr", "Le congrès de la police dans la ville et les ordres")]
    [InlineData("en", "The congress of the police in the city and the orders")]
    public void The_language_of_a_set_is_told_from_its_common_words(string language, string text)
    {
        var set = new JudgedSet("some", [new JudgedDocument("1", "", text, null), new JudgedDocument("2", "", "Wien", null)], [], Judgments.Of([]));
        Assert.All(JudgedDocuments.Of(set, null, Analyzer).Documents, document => Assert.Equal(language, document.Metadata.Language));
    }

    [Fact]
    public void A_stated_language_is_believed()
    {
        var set = new JudgedSet("some", [new JudgedDocument("1", "", "The end of the day", "ro")], [], Judgments.Of([]));
        Assert.Equal("ro", JudgedDocuments.Of(set, "de", Analyzer).Documents[0].Metadata.Language);
    }

    [Fact]
    public void A_broken_line_is_named_with_its_file()
    {
        _temp.Write("bad/docs.jsonl", "{\"id\": \"a\"}\n{\"id\": ");
        var exception = Assert.Throws<FormatException>(() => JudgedSet.Read(_temp.PathOf("bad")));
        Assert.Contains("docs.jsonl, line 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_alone_is_the_order_of_the_pages()
    {
        var documents = Enumerable.Range(1, 130).Select(static i =>
            Some.Document(FormattableString.Invariant($"D-{i:000}"), string.Concat(Enumerable.Repeat("police ", 1 + (i % 7))) + (i % 3 == 0 ? "congress" : "order")));
        _workshop.Build(documents);
        using var index = new LuceneSearchIndex(_workshop.Folder, Analyzer);
        var request = new SearchRequest { Query = Asked.Parse("police congress").Query, Count = 1_000 };

        var ranked = await index.RankAsync(request, CancellationToken.None);
        var paged = await ((ISearchIndex)new PagesOnly(index)).RankAsync(request, CancellationToken.None);

        Assert.Equal(130, ranked.Length);
        Assert.Equal(paged.Select(static hit => hit.ToString()), ranked.Select(static hit => hit.ToString()));
    }

    private async Task<(EvaluationReport Report, IReadOnlyList<RunLine> Run)> Run(JudgedSet set)
    {
        var documents = JudgedDocuments.Of(set, null, Analyzer);
        _workshop.Build(documents.Documents);
        using var index = new LuceneSearchIndex(_workshop.Folder, Analyzer);
        return await new EvaluationRun(index, new FakeTimeProvider()).RunAsync(
            set, documents.JudgedId, new EvaluationOptions(), CancellationToken.None);
    }

    /// <summary>An index that can only show pages, as a second backend might at first.</summary>
    private sealed class PagesOnly(ISearchIndex index) : ISearchIndex
    {
        public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
            request.Count <= SearchRequest.MostDocuments
                ? index.SearchAsync(request, cancellationToken)
                : throw new ArgumentOutOfRangeException(nameof(request));

        public Task<CorpusDocument?> GetDocumentAsync(DocumentId id, CancellationToken cancellationToken) =>
            index.GetDocumentAsync(id, cancellationToken);

        public Task<ImmutableArray<TextMatch>?> FindMatchesAsync(DocumentId id, QueryNode query, CancellationToken cancellationToken) =>
            index.FindMatchesAsync(id, query, cancellationToken);

        public IAsyncEnumerable<DocumentMatches> StreamAsync(SearchRequest request, CancellationToken cancellationToken) =>
            index.StreamAsync(request, cancellationToken);

        public Task<WordFrequencies> CountWordsAsync(ImmutableArray<string> words, CancellationToken cancellationToken) =>
            index.CountWordsAsync(words, cancellationToken);

        public Task<ImmutableArray<Suggestion>> SuggestAsync(string typed, int count, CancellationToken cancellationToken) =>
            index.SuggestAsync(typed, count, cancellationToken);

        public Task<IndexFacts> GetFactsAsync(CancellationToken cancellationToken) => index.GetFactsAsync(cancellationToken);
    }
}
