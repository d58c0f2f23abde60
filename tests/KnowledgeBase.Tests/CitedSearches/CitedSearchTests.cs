using System.Text;
using KnowledgeBase.CitedSearches;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.CitedSearches;

public sealed class CitedSearchTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_review_names_exactly_what_was_added_changed_and_removed()
    {
        CorpusDocument[] before =
        [
            Some.Document("A-1", "The police met in Vienna."), Some.Document("A-2", "The police met in Berlin."),
            Some.Document("A-3", "The police met in Prague."), Some.Document("A-4", "The police met in Rome."),
        ];
        var cited = await CiteAsync(before, "police met");
        CorpusDocument[] after =
        [
            Some.Document("A-1", "The police met in Vienna."), Some.Document("A-2", "The police met in Berlin, and again."),
            Some.Document("A-4", "Nobody came to Rome."), Some.Document("A-5", "The police met in Oslo."),
        ];

        var review = await ReviewAsync(after, cited);

        Assert.Equal(["A-5"], review.Added.Select(static d => d.Id.Value));
        Assert.Equal(["A-2"], review.Changed.Select(static d => d.Id.Value));
        Assert.Equal(["A-3"], review.Removed.Select(static d => d.Id.Value));
        Assert.Equal(["A-4"], review.NoLongerFound.Select(static d => d.Id.Value));
        Assert.False(review.IsUnchanged);
        Assert.False(review.IsReordered);
        Assert.False(review.IsReadDifferently);
    }

    [Fact]
    public async Task The_same_archive_gives_the_same_fingerprint_and_another_document_elsewhere_does_not_matter()
    {
        CorpusDocument[] before = [Some.Document("A-1", "The police met."), Some.Document("A-2", "The congress met.")];
        var cited = await CiteAsync(before, "police");

        var review = await ReviewAsync([.. before, Some.Document("A-9", "Something else.")], cited);

        Assert.True(review.IsUnchanged);
        Assert.Equal(cited.Fingerprint, review.FingerprintNow);
        Assert.Empty(review.Added.Select(static d => d.Id.Value).Concat(review.Removed.Select(static d => d.Id.Value)));
    }

    [Fact]
    public async Task Another_order_is_said_and_nothing_else()
    {
        CorpusDocument[] before = [Some.Document("A-1", "Police police."), Some.Document("A-2", "One police and more words.")];
        var cited = await CiteAsync(before, "police");
        var turned = cited with { Documents = [.. cited.Documents.Reverse()] };

        var review = await ReviewAsync(before, turned);

        Assert.True(review.IsReordered);
        Assert.False(review.IsUnchanged);
    }

    [Fact]
    public async Task A_record_comes_back_from_its_folder_as_it_was()
    {
        var cited = await CiteAsync([Some.Document("A-1", "Police of Wien, „Kriminalpolizei“.")], "polic* \"a\u0301\" <b>") with
        {
            Filters = [new FacetFilter("lang", "en"), new FacetFilter("place", "Wien & Umgebung", Exclude: true)],
            Sort = SortOrder.DateDescending,
        };
        var folder = new CitedSearchFolder(_folder.PathOf("citations"));

        var id = folder.Save(cited);
        var read = folder.Find(id)!;

        Assert.Equal(CitationId.Length, id.Length);
        Assert.Equal(CitedSearchFile.Write(cited), CitedSearchFile.Write(read));
        Assert.Equal(cited.Documents.AsEnumerable(), read.Documents);
        Assert.Equal(cited.Filters.AsEnumerable(), read.Filters);
        Assert.Equal(id, folder.Save(read));
        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal(cited.Query, folder.Find(id.ToUpperInvariant())!.Query);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789ab")]
    [InlineData("../../../etc/passwd")]
    [InlineData("..%2f..%2f..")]
    [InlineData("0123456789abc")]
    [InlineData("uuuuuuuuuuuu")]
    [InlineData("aaaa/aaaa/aa")]
    public void An_unknown_name_is_not_found(string? id) => Assert.Null(new CitedSearchFolder(_folder.PathOf("citations")).Find(id));

    [Fact]
    public async Task A_record_that_was_tampered_with_is_not_believed()
    {
        var folder = new CitedSearchFolder(_folder.PathOf("citations"));
        var id = folder.Save(await CiteAsync([Some.Document("A-1")], "delegates"));
        var file = Directory.GetFiles(folder.Path).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            Assert.Equal("citations.damaged", Assert.Throws<CitedSearchException>(() => folder.Find(id)).Code);
        }
    }

    [Fact]
    public void A_record_that_fits_its_name_but_says_nonsense_is_not_believed()
    {
        var folder = _folder.PathOf("citations");
        Directory.CreateDirectory(folder);
        foreach (var text in new[] { "", "{}", "[]", "null", "{\"schema\":\"kb.cited-search/1\"}", "{\"schema\":\"kb.cited-search/1\",\"filters\":3}" })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            File.WriteAllBytes(Path.Combine(folder, CitationId.Of(bytes) + ".json"), bytes);
            Assert.Throws<CitedSearchException>(() => new CitedSearchFolder(folder).Find(CitationId.Of(bytes)));
        }
    }

    [Fact]
    public async Task A_full_folder_takes_no_more_but_what_it_has()
    {
        var folder = new CitedSearchFolder(_folder.PathOf("citations"), most: 2);
        var cited = await CiteAsync([Some.Document("A-1")], "delegates");
        var id = folder.Save(cited);
        folder.Save(cited with { Query = "second" });

        Assert.Equal("citations.full", Assert.Throws<CitedSearchException>(() => folder.Save(cited with { Query = "third" })).Code);
        Assert.Equal(id, folder.Save(cited));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_says_which_and_why()
    {
        var folder = new CitedSearchFolder(Path.Combine(_folder.Write("a-file", ""), "citations"));
        var cited = await CiteAsync([Some.Document("A-1")], "delegates");

        var failure = Assert.Throws<CitedSearchException>(() => folder.Save(cited));

        Assert.Equal("citations.io", failure.Code);
        Assert.Contains(folder.Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relative_dates_keep_the_meaning_they_had()
    {
        var document = Some.Document("A-1") with { Metadata = Some.Document("A-1").Metadata with { Added = Day.AddDays(-2) } };
        var cited = await CiteAsync([document], "added:last-week");

        var review = await ReviewAsync([document], cited);

        Assert.Single(cited.Documents);
        Assert.True(review.IsUnchanged);
        Assert.False(review.IsReadDifferently);
    }

    [Fact]
    public void The_citation_says_what_a_footnote_needs()
    {
        var cited = new CitedSearch
        {
            Query = "police -military",
            SearchedAs = "word: police; without: military",
            Filters = [new FacetFilter("lang", "de")],
            Day = Day,
            IndexVersion = "1.5-0a1b2c3d",
            Documents = [new CitedHit(new DocumentId("A-1"), "0123456789abcdef", "Title")],
        };

        var text = SearchCitation.Of(cited, "Archive", new Uri("https://archive.example/s/0123456789ab"));

        Assert.Equal(
            "Archive, search for “police -military”, filters lang: de (searched as word: police; without: military): 1 document, "
            + $"25 November 2026, index 1.5-0a1b2c3d, fingerprint {cited.Fingerprint}, https://archive.example/s/0123456789ab.",
            text);
    }

    public void Dispose() => _folder.Dispose();

    private static QueryParseResult Read(string text, DateOnly day) => QueryReader.Read(text, day, NameTable.Empty).Parsed;

    private static async Task<CitedSearch> CiteAsync(CorpusDocument[] documents, string query)
    {
        using var folder = new TempFolder();
        using var index = SomeIndex.Of(folder, documents);
        var reading = Read(query, Day);
        return await SearchCiting.RecordAsync(index, reading, new SearchRequest { Query = reading.Query }, Day, CancellationToken.None);
    }

    private static async Task<CitedSearchReview> ReviewAsync(CorpusDocument[] documents, CitedSearch cited)
    {
        using var folder = new TempFolder();
        using LuceneSearchIndex index = SomeIndex.Of(folder, documents);
        return await SearchCiting.ReviewAsync(index, cited, Read, CancellationToken.None);
    }
}
