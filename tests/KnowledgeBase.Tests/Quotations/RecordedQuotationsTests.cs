using KnowledgeBase.Documents;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

public sealed class RecordedQuotationsTests
{
    private static readonly RecordedQuotations Recorded = new(
    [
        (new DocumentId("A"), Record("Only a good man can be a good policeman.", isConfirmed: true)),
        (new DocumentId("B"), Record("Nobody ever wrote these words down.", isConfirmed: false)),
    ]);

    [Theory]
    [InlineData("Only a good man can be a good policeman.", "A")]
    [InlineData("only a GOOD man, can be a good policeman!", "A")]
    [InlineData("a good man can be", "A")]
    [InlineData("We said: only a good man can be a good policeman, and we meant it", "A")]
    [InlineData("Only a good man can be a bad policeman.", null)]
    [InlineData("Only a good man can be a goods", null)]
    [InlineData("Nobody ever wrote these words down.", null)]
    [InlineData("good man", null)]
    [InlineData("", null)]
    public void A_found_quotation_is_confirmed_by_the_record_that_has_its_words(string text, string? expected) =>
        Assert.Equal(expected, Recorded.Find(Record(text, isConfirmed: false))?.Id.Value);

    [Fact]
    public void A_translation_is_known_as_one()
    {
        var record = Record("Nur ein guter Mensch kann das sein", isConfirmed: true) with { Translation = "Only a good man can be that" };
        var recorded = new RecordedQuotations([(new DocumentId("C"), record)]);

        Assert.Equal(new RecordedWords(new DocumentId("C"), IsTranslation: true), recorded.Find(Record("only a good man can be that!", isConfirmed: false)));
        Assert.Equal(new RecordedWords(new DocumentId("C"), IsTranslation: false), recorded.Find(Record("ein guter Mensch kann", isConfirmed: false)));
    }

    private static QuotationRecord Record(string text, bool isConfirmed) =>
        new() { Text = text, Speaker = "Johann Schober", Language = "en", IsConfirmed = isConfirmed };
}
