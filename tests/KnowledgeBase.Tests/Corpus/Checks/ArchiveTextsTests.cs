using KnowledgeBase.Corpus.Checks;
using KnowledgeBase.Documents;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus.Checks;

/// <summary>What the archive promises of its own documents.</summary>
public sealed class ArchiveTextsTests
{
    private const int FewestWords = 200;
    private const int MostWords = 1_200;
    private const int MostQuotedWords = 30;

    private static readonly Lazy<List<CorpusDocument>> Documents = new(static () => [.. SomeIndex.ReadCorpus(Repository.PathOf("corpus"))]);

    [Fact]
    public void The_archive_itself_passes()
    {
        var folder = Repository.PathOf("corpus");
        var report = CorpusCheck.Run(folder);
        Assert.Empty(report.Findings.Where(static f => f.Severity == FindingSeverity.Error));
        Assert.True(report.Documents >= 120, "The archive has fewer than 120 documents.");
        Assert.Equal(new KnowledgeBase.Corpus.CorpusFolder(folder).List().Paths.Length, report.Documents);
    }

    [FactSheetFact]
    public void The_archive_states_every_fact_in_its_own_words()
    {
        var sheet = FactSheet.Parse(File.ReadAllText(FactSheetFactAttribute.SheetPath));
        var report = CorpusCheck.Run(Repository.PathOf("corpus"), new CorpusCheckOptions { Facts = sheet });
        Assert.Empty(report.Findings.Where(static f => f.Severity == FindingSeverity.Error));
        Assert.DoesNotContain(report.Findings, static f => f.Code.StartsWith("copy.", StringComparison.Ordinal));
        Assert.Empty(report.Coverage!.Missing);
        Assert.Empty(report.Coverage.QuotationsWithoutRecord);
        Assert.Empty(report.Coverage.DisputesWithoutDocument);
    }

    [Fact]
    public void Every_document_is_long_enough_to_tell_something_and_short_enough_to_be_read() => Assert.DoesNotContain(
        Documents.Value.Select(static d => (d.Path, Words: CountWords(d.Text))), static d => d.Words is < FewestWords or > MostWords);

    [Theory]
    [InlineData("de", 15)]
    [InlineData("fr", 8)]
    [InlineData("es", 3)]
    [InlineData("ar", 1)]
    public void Sources_in_other_languages_have_documents_in_those_languages(string language, int atLeast) =>
        Assert.True(Documents.Value.Count(d => d.Metadata.Language == language) >= atLeast);

    [Fact]
    public void Every_document_describes_itself_in_full() => Assert.Empty(Documents.Value
        .Where(static d => d.Metadata.Summary is null || d.Metadata.Date.Edtf is null || d.Metadata.Subjects.IsEmpty || d.Metadata.Sources.IsEmpty
            || d.Metadata.Confidence is null || d.Metadata.Reliability is null || d.Metadata.Rights != "CC BY 4.0" || d.Metadata.Related.IsEmpty
            || d.Metadata.Facts.IsEmpty || d.Metadata.Added is null)
        .Select(static d => d.Path));

    [Fact]
    public void Every_quotation_says_on_what_occasion_in_which_language_and_where_it_stands()
    {
        var quotations = Documents.Value.SelectMany(static d => d.Metadata.Quotations.Select(q => (d.Path, Quotation: q))).ToList();
        Assert.NotEmpty(quotations);
        Assert.Empty(quotations
            .Where(static q => q.Quotation.Occasion is null || q.Quotation.Source is null || CountWords(q.Quotation.Text) > MostQuotedWords
                || (q.Quotation.Language != "en" && q.Quotation.Translation is null))
            .Select(static q => $"{q.Path}: {q.Quotation.Text}"));
    }

    [Fact]
    public void No_two_documents_begin_alike() => Assert.Empty(Documents.Value
        .Select(static d => (d.Path, Opening: string.Join(' ', d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3))))
        .GroupBy(static d => d.Opening, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .Select(static group => $"{group.Key}: {string.Join(' ', group.Select(static d => d.Path))}"));

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetterOrDigit));
}
