using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The answer of <c>kb quote --json</c>.</summary>
/// <param name="Schema">Name and version.</param>
/// <param name="Quoted">The quotation without the marks around it.</param>
/// <param name="Verdict">verbatim, verbatim-but, near, not-found or refused.</param>
/// <param name="Sentence">The verdict in a sentence, or the reason for none.</param>
/// <param name="Stretch">The longest stretch of it that stands in the archive, when neither it nor anything near does; null for none.</param>
/// <param name="DocumentsSearched">How many documents the archive holds.</param>
/// <param name="DocumentsInQuestion">How many have enough of the words.</param>
/// <param name="DocumentsCompared">How many of these were compared.</param>
/// <param name="IndexVersion">Changes with every commit.</param>
/// <param name="FindCount">In how many documents the words stand, or nearly so.</param>
/// <param name="Finds">One place of each document, best first, at most 50.</param>
/// <param name="Translations">Translations by the archive that have the words; they do not count for the verdict.</param>
internal sealed record QuoteCheckAnswer(
    string Schema,
    string Quoted,
    QuoteVerdict Verdict,
    string Sentence,
    QuoteStretchAnswer? Stretch,
    long DocumentsSearched,
    long DocumentsInQuestion,
    long DocumentsCompared,
    string IndexVersion,
    int FindCount,
    ImmutableArray<QuoteFindAnswer> Finds,
    ImmutableArray<TranslationAnswer> Translations)
{
    public static QuoteCheckAnswer Of(QuoteAnswer answer) => new(
        "kb.quote/1",
        answer.Quoted,
        answer.Verdict,
        answer.Sentence,
        answer.Stretch is { } stretch ? QuoteStretchAnswer.Of(stretch) : null,
        answer.DocumentsSearched,
        answer.DocumentsInQuestion,
        answer.DocumentsCompared,
        answer.IndexVersion,
        answer.FindCount,
        [.. answer.Finds.Select(QuoteFindAnswer.Of)],
        [.. answer.Translations.Select(TranslationAnswer.Of)]);

    /// <summary>What differs besides words, by name.</summary>
    public static ImmutableArray<string> DifferenceNames(QuoteDifferences differences) =>
        [.. QuoteSentence.NamesOf(differences).Split(", ", StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>The place of a document that comes nearest to a quotation.</summary>
internal sealed record QuoteFindAnswer(
    QuoteVerdict Verdict,
    ImmutableArray<string> Differences,
    string Id,
    string Title,
    string Type,
    string Date,
    string? Edtf,
    string Language,
    string Status,
    string Text,
    int Start,
    int End,
    string Paragraph,
    int Number,
    int WordsDiffering,
    bool ChangesNegation,
    bool ChangesNumber,
    ImmutableArray<ComparedPair> Words,
    QuotationRecord? Quotation)
{
    public static QuoteFindAnswer Of(QuoteFind find) => new(
        find.Verdict,
        QuoteCheckAnswer.DifferenceNames(find.Differences),
        find.Id.Value,
        find.Title,
        find.Type,
        find.Date.AsWritten,
        find.Date.Edtf,
        find.Language,
        find.Status,
        find.Text,
        find.Span.Start,
        find.Span.End,
        find.ParagraphId,
        find.ParagraphNumber,
        find.WordsDiffering,
        find.ChangesNegation,
        find.ChangesNumber,
        find.Words,
        find.Record);
}

/// <summary>A recorded quotation whose translation has the words.</summary>
internal sealed record TranslationAnswer(
    QuotationLine Quotation, ImmutableArray<string> Differences, int WordsDiffering, ImmutableArray<ComparedPair> Words)
{
    public static TranslationAnswer Of(TranslationFind find) => new(
        QuotationLine.Of(find.Quotation), QuoteCheckAnswer.DifferenceNames(find.Differences), find.WordsDiffering, find.Words);
}

/// <summary>The longest stretch of a quotation that stands in the archive while the whole does not.</summary>
/// <param name="Quoted">The words, as given.</param>
/// <param name="Span">Where they stand in the quotation, in UTF-16 code units.</param>
/// <param name="WordCount">How many words they are.</param>
/// <param name="FindCount">In how many documents they stand.</param>
/// <param name="Finds">The best places, at most 3.</param>
/// <param name="Translations">Translations by the archive that have the words.</param>
internal sealed record QuoteStretchAnswer(
    string Quoted, TextSpan Span, int WordCount, int FindCount, ImmutableArray<QuoteFindAnswer> Finds, ImmutableArray<TranslationAnswer> Translations)
{
    public static QuoteStretchAnswer Of(QuoteStretch stretch) => new(
        stretch.Quoted,
        stretch.Span,
        stretch.WordCount,
        stretch.FindCount,
        [.. stretch.Finds.Select(QuoteFindAnswer.Of)],
        [.. stretch.Translations.Select(TranslationAnswer.Of)]);
}

/// <summary>A quotation with the document it stands in.</summary>
/// <param name="Kind">recorded: an archivist vouches for it; found: a rule found it and nobody confirmed it.</param>
/// <param name="RecordedIn">The document in which an archivist recorded the same words, or words that these translate; null for none.</param>
/// <param name="IsTranslation">Whether the words are this archive's own translation of those recorded there.</param>
/// <param name="Id">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Status of its text.</param>
/// <param name="Paragraph">Name of the paragraph.</param>
/// <param name="Number">Number of the paragraph.</param>
/// <param name="Quotation">The words, the speaker, the date and what else the record has.</param>
/// <param name="Marks">What was looked for, in UTF-16 code units of the quotation's text.</param>
internal sealed record QuotationLine(
    QuotationKind Kind,
    string? RecordedIn,
    bool IsTranslation,
    string Id,
    string Title,
    string Status,
    string Paragraph,
    int Number,
    QuotationRecord Quotation,
    ImmutableArray<TextSpan> Marks)
{
    public static QuotationLine Of(ListedQuotation listed) => new(
        listed.Kind, listed.RecordedIn?.Id.Value, listed.RecordedIn is { IsTranslation: true }, listed.Id.Value, listed.Title, listed.Status, listed.ParagraphId, listed.ParagraphNumber,
        listed.Record, listed.Marks);
}
