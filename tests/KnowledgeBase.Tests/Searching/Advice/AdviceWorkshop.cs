using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Searching.Advice;

/// <summary>A small archive in which it is easy to see what advice should be given.</summary>
public sealed class AdviceWorkshop : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LuceneSearchIndex _index;

    private static readonly NameTable Names = new(
    [
        new NameRecord("person", "Johann Schober", ["Шобер"], ["Schrober"]),
        new NameRecord("person", "Harry Söderman", [], []),
        new NameRecord("place", "Vienna", ["Wien"], []),
    ]);

    public AdviceWorkshop()
    {
        CorpusDocument[] documents =
        [
            .. Enumerable.Range(0, 12).Select(static i => Document($"C-{i:00}", "The congress of the criminal police.", "1914-04-14")),
            Document("V-1", "Schober opened the congress at Vienna.", "1923-09-03", person: "Johann Schober", place: "Vienna"),
            Document("V-2", "Schober spoke of extradition.", "1923-09-05", person: "Johann Schober"),
            Document("V-3", "Söderman on counterfeiters.", "1930", person: "Harry Söderman"),
            Document("P-1", "A trial of forgers in Paris.", "1926"),
            Document("P-2", "A trail in the snow of Paris.", "1926", type: "letter"),
            Document("P-3", "Mountain trails and a long trail.", "1927-06"),
            Document("P-4", "The international commission on the trail of forgers.", "1928"),
            Document("O-1", "Opium and morphine.", "1920"),
            Document("O-2", "Opium in the harbour.", "1923-02-10"),
            Document("O-3", "Opium without a date.", null),
            Document("R-1", "Международная комиссия полиции.", "1923"),
            Document("D-1", "Мост через реку.", "1931"),
        ];
        _index = SomeIndex.Of(_folder, documents);
    }

    /// <summary>What is advised where a search finds what it finds.</summary>
    internal async Task<SearchAdvice> Advise(string typed, params ImmutableArray<FacetFilter> filters) =>
        await new SearchAdviser(_index, Names, Read).AdviseAsync(new AdvisedSearch(Read(typed), filters, await Total(typed, filters)), CancellationToken.None);

    /// <summary>How many documents a search finds in full.</summary>
    internal async Task<long> Total(string typed, ImmutableArray<FacetFilter> filters) => (await Search(typed, filters)).Total;

    /// <summary>Searches as a page does.</summary>
    internal Task<SearchPage> Search(string typed, ImmutableArray<FacetFilter> filters) =>
        _index.SearchAsync(new SearchRequest { Query = Read(typed).Query, Filters = filters, Count = 100 }, CancellationToken.None);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private static ReadQuery Read(string typed) => QueryReader.Read(typed, new DateOnly(2026, 11, 23), Names);

    private static CorpusDocument Document(
        string id, string text, string? date, string? person = null, string? place = null, string type = "other")
    {
        var document = Some.Document(id, text);
        return document with
        {
            Metadata = document.Metadata with
            {
                Title = id,
                Type = type,
                Date = date is not null && Edtf.TryParse(date, out var edtf, out _)
                    ? new ArchiveDate(date, date, edtf.First, edtf.Last)
                    : ArchiveDate.None,
                People = person is null ? [] : [person],
                Places = place is null ? [] : [place],
                Quotations = id == "V-2" ? [new QuotationRecord { Text = text, Speaker = "Johann Schober", Language = "en", Span = new TextSpan(0, text.Length) }] : [],
            },
        };
    }
}
