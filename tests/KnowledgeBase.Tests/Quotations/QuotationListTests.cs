using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Quotations;

public sealed class QuotationListTests(CorpusIndex corpus) : IClassFixture<CorpusIndex>
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly NameTable Names = new(
    [
        new NameRecord("person", "Johann Schober", ["Johannes Schober", "Шобер"], ["Schrober"]),
        new NameRecord("organisation", "International Criminal Police Commission", ["IKPK", "ICPC"], []),
    ]);

    public static TheoryData<string, string, int?, int?, string?, QuotationKind?, QuotationOrder> Requests => new()
    {
        { "", "", null, null, null, null, QuotationOrder.Date },
        { "", "", null, null, null, null, QuotationOrder.DateDescending },
        { "", "", null, null, null, null, QuotationOrder.Speaker },
        { "Schober", "", null, null, null, null, QuotationOrder.Date },
        { "Шобер", "", null, null, null, null, QuotationOrder.Date },
        { "", "", 1920, 1929, null, null, QuotationOrder.Date },
        { "", "", null, 1930, "de", null, QuotationOrder.Date },
        { "", "", 1946, null, null, QuotationKind.Recorded, QuotationOrder.Speaker },
        { "", "", null, null, "en", QuotationKind.Found, QuotationOrder.DateDescending },
        { "", "=Polizei", null, null, null, null, QuotationOrder.Date },
        { "Nobody", "", null, null, null, null, QuotationOrder.Date },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_index_lists_what_a_loop_over_all_documents_lists(
        string speaker, string words, int? from, int? to, string? language, QuotationKind? kind, QuotationOrder order)
    {
        var request = new QuotationRequest
        {
            Said = QuotationReading.Read(speaker, words, Today, Names).Said,
            From = from is { } first ? new DateOnly(first, 1, 1) : null,
            To = to is { } last ? new DateOnly(last, 12, 31) : null,
            Languages = language is null ? [] : [language],
            Kind = kind,
            Order = order,
            Offset = 1,
            Count = 100,
        };
        var expected = await new QuotationsInMemory(corpus.Documents).ListAsync(request, CancellationToken.None);
        var page = await corpus.Index.ListAsync(request, CancellationToken.None);

        Assert.Equal(expected.Quotations.Select(Key), page.Quotations.Select(Key));
        Assert.Equal((expected.Total, expected.Documents, expected.Undated), (page.Total, page.Documents, page.Undated));
        Assert.Equal(expected.Speakers.AsEnumerable(), page.Speakers.AsEnumerable());
        Assert.Equal(expected.Decades.AsEnumerable(), page.Decades.AsEnumerable());
        Assert.Equal(expected.Languages.AsEnumerable(), page.Languages.AsEnumerable());
        Assert.Equal(expected.Kinds.AsEnumerable(), page.Kinds.AsEnumerable());
    }

    [Theory]
    [InlineData("Schober", "")]
    [InlineData("Schober", "police")]
    [InlineData("Johann Schober", "Polizist OR Grenze*")]
    [InlineData("", "police")]
    [InlineData("", "\"the police\"")]
    public async Task The_list_and_said_in_the_search_agree(string speaker, string words)
    {
        var read = QuotationReading.Read(speaker, words, Today, Names);
        var listed = await corpus.Index.ListAsync(new QuotationRequest { Said = read.Said, Count = 100 }, CancellationToken.None);
        var query = QueryReader.Read(read.Search, Today, Names);
        var found = await corpus.Index.SearchAsync(
            new SearchRequest { Query = query.Query, Count = 100, IncludePartial = false }, CancellationToken.None);

        Assert.Equal(read.Said!.ToString(), query.Query.ToString());
        Assert.Equal(listed.Documents, found.Total);
        Assert.Equal(listed.Quotations.Select(static q => q.Id.Value).Distinct().Order(), found.Hits.Select(static hit => hit.Id.Value).Order());
    }

    [Fact]
    public async Task The_words_that_were_looked_for_are_marked()
    {
        var text = "Herr Karl sprach: „Die Polizei der Welt arbeitet zusammen.“ Die Polizei schwieg.";
        var record = new QuotationRecord { Text = "Die Polizei der Welt arbeitet zusammen.", Speaker = "Karl", Language = "de", Span = new TextSpan(19, 58) };
        using var folder = new TempFolder();
        using var index = SomeIndex.Of(folder, [QuotedDocuments.Document("M-1", text, record)]);
        var read = QuotationReading.Read("", "welt polizei", Today, NameTable.Empty);
        var quotation = Assert.Single((await index.ListAsync(new QuotationRequest { Said = read.Said }, CancellationToken.None)).Quotations);

        Assert.Equal(["Polizei", "Welt"], quotation.Marks.Select(mark => mark.In(quotation.Record.Text)));
    }

    [Fact]
    public async Task Every_page_is_a_part_of_the_whole_list_and_none_overlap()
    {
        var all = new List<string>();
        for (var page = 0; ; page++)
        {
            var some = await corpus.Index.ListAsync(new QuotationRequest { Offset = page * 7, Count = 7 }, CancellationToken.None);
            all.AddRange(some.Quotations.Select(Key));
            if (some.Quotations.IsEmpty)
            {
                Assert.Equal(some.Total, all.Count);
                break;
            }
        }

        Assert.Equal(all.Distinct(), all);
    }

    [Theory]
    [InlineData("Schober", "date:1923", "Only words")]
    [InlineData("Schober", "police date:1923", "Only words")]
    [InlineData("!!", "", "no letters")]
    [InlineData("Schober", "\"police", "closing")]
    [InlineData("\0\u202E\uD800", "\0 ((( \u202E", "")]
    public void What_cannot_be_looked_for_is_said(string speaker, string words, string says)
    {
        var read = QuotationReading.Read(speaker, words, Today, Names);

        Assert.Contains(says, string.Join(' ', read.Problems), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_list_reads_names_and_words_as_the_search_does()
    {
        var read = QuotationReading.Read("Schober", "extradition", Today, Names);

        Assert.Equal(QueryReader.Read("said:Schober extradition", Today, Names).Query.ToString(), read.Said!.ToString());
        Assert.Contains("Johannes Schober", read.Said!.OtherNames);
        Assert.StartsWith("said by Schober", read.Sentence, StringComparison.Ordinal);
    }

    private static string Key(ListedQuotation quotation) => FormattableString.Invariant(
        $"{quotation.Id} {quotation.Record.Span.Start} {quotation.Kind} {quotation.RecordedIn} {quotation.ParagraphId} {quotation.Record.Text}");
}
