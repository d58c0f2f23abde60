using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
    public void A_broken_line_is_passed_over_and_named_with_its_file()
    {
        WriteBad("""
            {"id": "a", "text": "one"}
            {"id":
            [1]
            {"title": "nameless"}
            {"id": "a", "text": "again"}
            {"id": 7}
            """, "1\ta\t1\n1\tgone\t1\n2\ta\t0\n3\ta\t1\nodd\n");
        var set = JudgedSet.Read(_temp.PathOf("bad"));

        Assert.Equal(["a", "7"], set.Documents.Select(static document => document.Id));
        Assert.Equal("one", set.Documents[0].Text);
        Assert.Collection(
            set.Problems,
            static problem => Assert.Contains("qrels.tsv, line 5: expected three or four columns", problem, StringComparison.Ordinal),
            static problem => Assert.Contains("docs.jsonl, line 2: ", problem, StringComparison.Ordinal),
            static problem => Assert.EndsWith("docs.jsonl, line 3: is not a JSON object", problem, StringComparison.Ordinal),
            static problem => Assert.EndsWith("docs.jsonl, line 4: there is no 'id'", problem, StringComparison.Ordinal),
            static problem => Assert.EndsWith("docs.jsonl, line 5: the id 'a' came before; only the first counts", problem, StringComparison.Ordinal),
            static problem => Assert.Equal("1 queries have no relevant document and are left out of every mean", problem),
            static problem => Assert.Equal("1 queries are judged but are not among the queries", problem),
            static problem => Assert.Equal("1 relevant documents are not among the documents and count as not found", problem),
            static problem => Assert.Equal("1 documents are empty", problem));
    }

    [Fact]
    public void A_file_full_of_broken_lines_is_told_in_few_words()
    {
        WriteBad("{\"id\": \"a\"}\n" + string.Concat(Enumerable.Repeat("?\n", 1_000)), "1\ta\t1\n");
        Assert.Contains(JudgedSet.Read(_temp.PathOf("bad")).Problems, static problem => problem.EndsWith("995 more lines like these", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?", "1\ta\t1\n", "No line of '*docs.jsonl' can be read.")]
    [InlineData("{\"id\": \"a\"}", "?\n", "No line of '*qrels.tsv' can be read.")]
    [InlineData("{\"id\": \"a\"}", "one\ta\t1\n", "No query has a document that counts as an answer")]
    public void A_set_that_cannot_be_measured_is_refused(string documents, string judgments, string message)
    {
        WriteBad(documents, judgments);
        var exception = Assert.Throws<FormatException>(() => JudgedSet.Read(_temp.PathOf("bad")));
        Assert.Matches(Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal), exception.Message);
    }

    [Fact]
    public void A_missing_file_is_named_with_its_folder_and_what_it_should_be()
    {
        var exception = Assert.Throws<FileNotFoundException>(() => JudgedSet.Read(_temp.Path));
        Assert.Contains("queries.jsonl", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_temp.Path, exception.Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => JudgedSet.Read(_temp.PathOf("nowhere")));
    }

    [Fact]
    public async Task A_request_longer_than_a_reader_may_type_is_asked_whole()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 300).Select(static i => FormattableString.Invariant($"word{i:000}")));
        var set = new JudgedSet(
            "long",
            [new JudgedDocument("1", "", "nothing of it", "en"), new JudgedDocument("2", "", "the zeppelin", "en")],
            [new JudgedQuery("q", filler + " zeppelin")],
            Judgments.Of([("q", "2", 1)]));

        Assert.Equal(1, (await Run(set)).Report.Means.Ndcg10);
    }

    [Theory]
    [InlineData("zh", "国际刑警委员会在哪里成立", "国际刑事警察委员会于1923年在维也纳成立。", "红色通报要求逮捕被通缉的人。")]
    [InlineData("ja", "国際刑事警察はどこで設立されましたか", "国際刑事警察委員会は1923年にウィーンで設立された。", "赤手配書は指名手配者の逮捕を求める。")]
    [InlineData("ko", "범죄인인도 회의", "모나코 회의는 1914년에 범죄인 인도를 논의하였다.", "적색수배서는 수배자의 체포를 요청한다.")]
    [InlineData("th", "ส่งผู้ร้ายข้ามแดนประชุม", "การประชุมที่โมนาโกหารือเรื่องการส่งผู้ร้ายข้ามแดน", "หมายแดงขอให้จับกุมผู้ต้องหา")]
    public async Task A_question_in_a_script_without_spaces_finds_its_document(string language, string question, string answer, string other)
    {
        var set = new JudgedSet(
            "unspaced",
            [new JudgedDocument("1", "", other, language), new JudgedDocument("2", "", answer, language)],
            [new JudgedQuery("q", question)],
            Judgments.Of([("q", "2", 1)]));

        var (report, run) = await Run(set);

        Assert.Equal(1, report.Means.Ndcg10);
        Assert.Equal("2", run[0].Document);
    }

    private void WriteBad(string documents, string judgments)
    {
        _temp.Write("bad/docs.jsonl", documents);
        _temp.Write("bad/queries.jsonl", "{\"id\": 1, \"text\": \"one\"}\n{\"id\": \"2\", \"text\": \"two\"}\n");
        _temp.Write("bad/qrels.tsv", judgments);
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

        public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken) =>
            index.SuggestAsync(request, cancellationToken);

        public Task<IndexFacts> GetFactsAsync(CancellationToken cancellationToken) => index.GetFactsAsync(cancellationToken);
    }
}
