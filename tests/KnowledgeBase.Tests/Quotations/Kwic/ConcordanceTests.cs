using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Tests.Quotations.Kwic;

public sealed class ConcordanceTests
{
    private static readonly ConcordanceRequest Request = new(new SearchRequest { Query = new QueryNode.Word("police") }) { Count = 100 };

    [Fact]
    public async Task Every_occurrence_is_a_line_with_its_paragraph_and_number()
    {
        var page = await Read("The police met.\n\nNo one else; the police\nand the police.", ConcordanceSort.Found);

        Assert.Equal(3, page.Total);
        Assert.Equal(
            ["The |police| met.|p1|1", "No one else; the |police| and the police.|p2|2", "No one else; the police and the |police|.|p2|3"],
            page.Lines.Select(static l => $"{l.Left}|{l.Keyword}|{l.Right}|{l.ParagraphId}|{l.Position}"));
        Assert.Null(page.Notice);
    }

    [Theory]
    [InlineData(ConcordanceSort.Left1, "a b police z | d a police x | police y | c b police w", "police y, d a police x, a b police z, c b police w")]
    [InlineData(ConcordanceSort.Left2, "a b police z | d a police x | police y | c b police w", "police y, a b police z, c b police w, d a police x")]
    [InlineData(ConcordanceSort.Right1, "a police z b | b police Ä a | c police | d police z a", "c police, b police Ä a, d police z a, a police z b")]
    [InlineData(ConcordanceSort.Right2, "a police z b | b police y a | c police", "c police, b police y a, a police z b")]
    [InlineData(ConcordanceSort.Right3, "a police z b d | b police y a c", "b police y a c, a police z b d")]
    [InlineData(ConcordanceSort.Document, "b police | a police", "b police, a police")]
    public async Task Lines_are_sorted_by_the_words_around(ConcordanceSort sort, string texts, string expected)
    {
        var page = await Read(texts.Replace(" | ", "\n\n", StringComparison.Ordinal), sort);

        Assert.Equal(expected, string.Join(", ", page.Lines.Select(static line => (line.Left + line.Keyword + line.Right).Trim())));
        Assert.Equal(sort, page.Sort);
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 40).Select(static i => $"w{i % 7} police v{i % 3}"));
        var all = await Read(text, ConcordanceSort.Left1);
        var paged = new List<TextSpan>();
        for (var offset = 0; offset < 40; offset += 9)
        {
            paged.AddRange((await Read(text, ConcordanceSort.Left1, offset, 9)).Lines.Select(static line => line.Span));
        }

        Assert.Equal(all.Lines.Select(static line => line.Span), paged);
    }

    [Fact]
    public async Task Years_count_the_lines()
    {
        var index = new StreamOnly(
        [
            Dated("A", "police police", new DateOnly(1923, 1, 1), new DateOnly(1923, 12, 31)),
            Dated("B", "police", new DateOnly(1914, 4, 1), new DateOnly(1914, 4, 30)),
            Dated("C", "police", new DateOnly(1926, 1, 1), new DateOnly(1930, 1, 1)),
            Dated("D", "police", null, null),
        ]);
        var page = await new Concordance(index, new LuceneTextAnalyzer()).ReadAsync(Request with { Count = 1 }, CancellationToken.None);

        Assert.Equal("1914: 1, 1923: 2, several years: 1, undated: 1", string.Join(", ", page.Years.Select(static y => $"{y.Year}: {y.Lines}")));
        Assert.Equal(5, page.Total);
        Assert.Single(page.Lines);
    }

    [Fact]
    public async Task Words_that_stand_near_it_more_often_than_elsewhere_are_collocates()
    {
        var near = string.Join("\n\n", Enumerable.Repeat("secret police archive", 5));
        var elsewhere = string.Join("\n\n", Enumerable.Repeat("archive archive archive archive congress congress", 30));
        var page = await Read(near + "\n\n" + elsewhere, ConcordanceSort.Found);

        Assert.Equal("secret", page.Collocates[0].Word);
        Assert.Equal(5, page.Collocates[0].Near);
        Assert.DoesNotContain(page.Collocates, static c => c.Word is "archive" or "congress" or "police");
    }

    /// <summary>A worked example: 10 of 100 near, 20 of 1,000 in all; computed by hand from the definition.</summary>
    [Fact]
    public void The_log_likelihood_is_that_of_the_two_by_two_table()
    {
        var expected = 2 * ((10 * Math.Log(10 / 2.0)) + (90 * Math.Log(90 / 98.0)) + (10 * Math.Log(10 / 18.0)) + (890 * Math.Log(890 / 882.0)));

        Assert.Equal(expected, CollocateCounter.LogLikelihood(10, 100, 20, 1_000), 9);
        Assert.Equal(0, CollocateCounter.LogLikelihood(10, 100, 100, 1_000), 9);
    }

    [Theory]
    [InlineData(ConcordanceSort.Left1, "c police, b police, a police")]
    [InlineData(ConcordanceSort.Date, "a police, b police, c police")]
    public async Task An_order_can_be_reversed(ConcordanceSort sort, string expected)
    {
        var page = await Of([QuotedDocuments.Document("A", "a police\n\nb police\n\nc police")], Request with { Sort = sort, Descending = true });

        Assert.Equal(expected, string.Join(", ", page.Lines.Select(static line => line.Left + line.Keyword)));
    }

    [Fact]
    public async Task By_date_the_undated_are_last_in_both_directions()
    {
        CorpusDocument[] documents =
        [
            Dated("N", "police", null, null),
            Dated("L", "police", new DateOnly(1930, 1, 1), new DateOnly(1930, 1, 1)),
            Dated("E", "police", new DateOnly(1914, 1, 1), new DateOnly(1914, 1, 1)),
        ];
        var ascending = await Of(documents, Request with { Sort = ConcordanceSort.Date });
        var descending = await Of(documents, Request with { Sort = ConcordanceSort.Date, Descending = true });

        Assert.Equal("ELN", string.Concat(ascending.Lines.Select(static line => line.Id.Value)));
        Assert.Equal("LEN", string.Concat(descending.Lines.Select(static line => line.Id.Value)));
    }

    [Theory]
    [InlineData("secret", 1, 0, "the secret police came")]
    [InlineData("Secret", 2, 0, "the secret police came|secret old police")]
    [InlineData("secret", 0, 1, "police secret")]
    [InlineData("old secret", 5, 5, "secret old police")]
    [InlineData("nothing", 5, 5, "")]
    public async Task Lines_can_be_held_to_those_with_a_word_in_the_window(string near, int left, int right, string expected)
    {
        var page = await Of(
            [QuotedDocuments.Document("A", "the secret police came\n\npolice secret\n\nsecret old police\n\na police")],
            Request with { Near = near, Left = left, Right = right });

        Assert.Equal(expected, string.Join('|', page.Lines.Select(static line => line.Left + line.Keyword + line.Right)));
        Assert.Equal(expected.Length == 0 ? 0 : expected.Split('|').Length, page.Total);
    }

    [Fact]
    public async Task The_window_of_collocates_has_two_sides()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("alpha beta police gamma delta", 3)) + "\n\n" + string.Join(' ', Enumerable.Repeat("other", 200));
        var page = await Of([QuotedDocuments.Document("A", text)], Request with { Left = 1, Right = 2 });

        Assert.Equal(["beta", "delta", "gamma"], page.Collocates.Select(static one => one.Word).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_lines_than_can_be_sorted_are_all_counted_and_streamed_and_a_sentence_says_so()
    {
        var documents = new[] { QuotedDocuments.Document("B", "b police\n\na police"), QuotedDocuments.Document("A", "z police\n\ny police") };
        var concordance = new Concordance(new StreamOnly(documents), new LuceneTextAnalyzer(), mostSorted: 3);
        var page = await concordance.ReadAsync(Request with { Sort = ConcordanceSort.Left1, Count = 2 }, CancellationToken.None);

        Assert.Equal((4, ConcordanceSort.Found), (page.Total, page.Sort));
        Assert.Contains("4 lines are too many to sort", page.Notice, StringComparison.Ordinal);
        Assert.Equal(["b police", "a police"], page.Lines.Select(static line => line.Left + line.Keyword));
        var streamed = await concordance.StreamAsync(Request with { Sort = ConcordanceSort.Left1 }, CancellationToken.None)
            .Select(static line => line.Left + line.Keyword).ToListAsync();
        Assert.Equal(["b police", "a police", "z police", "y police"], streamed);
    }

    [Fact]
    public async Task Lines_that_do_not_fit_into_memory_come_back_from_a_file_as_they_were()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 50_000).Select(static i => FormattableString.Invariant(
            $"Wörter davor, {i % 7} und noch viele andere, die hier stehen, damit der Text länger wird: police {i:00000} е́тат, und dahinter ebenso viele wie davor, bis die Zeile voll ist.")));
        var lines = await new Concordance(new StreamOnly([QuotedDocuments.Document("A", text)]), new LuceneTextAnalyzer())
            .StreamAsync(Request with { Sort = ConcordanceSort.Right1, Descending = true }, CancellationToken.None).ToListAsync();

        Assert.Equal(50_000, lines.Count);
        Assert.Equal(Enumerable.Range(0, 50_000).Select(static i => 50_000 - i), lines.Select(static line => line.Position));
        Assert.All(lines, line => Assert.Equal(text[(line.Span.Start - line.Left.Length)..(line.Span.End + line.Right.Length)], line.Left + line.Keyword + line.Right));
    }

    [Theory]
    [InlineData("the police of Vienna", false)]
    [InlineData("مؤتمر police فيينا", true)]
    [InlineData("1923 — שוטרים police", true)]
    [InlineData("police مؤتمر", false)]
    public async Task A_line_knows_in_which_direction_its_paragraph_is_read(string text, bool isRightToLeft)
    {
        var page = await Of([QuotedDocuments.Document("A", text)], Request);

        Assert.Equal(isRightToLeft, page.Lines[0].IsRightToLeft);
    }

    [Fact]
    public async Task A_context_is_never_cut_between_a_letter_and_its_accent()
    {
        var unbroken = string.Concat(Enumerable.Repeat("e\u0301", 200));
        var page = await Of([QuotedDocuments.Document("A", unbroken + "police" + unbroken)], Request);

        Assert.StartsWith("e\u0301", page.Lines[0].Left, StringComparison.Ordinal);
        Assert.EndsWith("e\u0301", page.Lines[0].Right, StringComparison.Ordinal);
    }

    private static Task<ConcordancePage> Read(string text, ConcordanceSort sort, int offset = 0, int count = 100) =>
        Of([QuotedDocuments.Document("A", text)], Request with { Sort = sort, Offset = offset, Count = count });

    private static Task<ConcordancePage> Of(CorpusDocument[] documents, ConcordanceRequest request) =>
        new Concordance(new StreamOnly(documents), new LuceneTextAnalyzer()).ReadAsync(request, CancellationToken.None);

    private static CorpusDocument Dated(string id, string text, DateOnly? first, DateOnly? last)
    {
        var document = QuotedDocuments.Document(id, text);
        return document with { Metadata = document.Metadata with { Date = new ArchiveDate("then", "x", first, last) } };
    }

    /// <summary>An index that finds the word "police" in some documents and can do nothing else.</summary>
    private sealed class StreamOnly(CorpusDocument[] documents) : ISearchIndex
    {
        public async IAsyncEnumerable<DocumentMatches> StreamAsync(
            SearchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var document in documents)
            {
                var matches = ImmutableArray.CreateBuilder<TextMatch>();
                for (var at = document.Text.IndexOf("police", StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf("police", at + 1, StringComparison.Ordinal))
                {
                    var span = new TextSpan(at, at + 6);
                    matches.Add(new TextMatch(span, [span], 0, 1));
                }

                yield return new DocumentMatches(
                    new SearchHit { Id = document.Id, Rank = 1, Score = 1, Metadata = document.Metadata },
                    document,
                    matches.ToImmutable(),
                    documents.Length,
                    "1");
            }
        }

        public Task<WordFrequencies> CountWordsAsync(ImmutableArray<string> words, CancellationToken cancellationToken)
        {
            var all = documents.SelectMany(static d => d.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToList();
            return Task.FromResult(new WordFrequencies([.. words.Select(word => (long)all.Count(w => w == word))], all.Count));
        }

        public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CorpusDocument?> GetDocumentAsync(DocumentId id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<TextMatch>?> FindMatchesAsync(DocumentId id, QueryNode query, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IndexFacts> GetFactsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
