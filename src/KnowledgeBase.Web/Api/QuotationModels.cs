using System.Collections.Immutable;
using System.ComponentModel;
using KnowledgeBase.Quotations;
using KnowledgeBase.Web.Viewing;

namespace KnowledgeBase.Web.Api;

/// <summary>The answer of <c>/api/v1/quotes/check</c>.</summary>
internal sealed record QuoteResponse
{
    [Description("The quotation without the marks and the white space around it.")]
    public required string Quoted { get; init; }

    [Description("verbatim, verbatim-but, near, not-found or refused: the best of all places. Decided by comparing with the stored texts.")]
    public required string Verdict { get; init; }

    [Description("The verdict in a sentence; for \"refused\" the reason.")]
    public required string Sentence { get; init; }

    [Description("The longest stretch of the quotation that stands in the archive, verbatim or but for case, accents, punctuation, line breaks or spacing, where neither the quotation nor anything near does; at least 5 words. It does not count for the verdict. Null when there is none.")]
    public required QuoteStretchAnswer? Stretch { get; init; }

    [Description("How many documents the archive holds.")]
    public required long DocumentsSearched { get; init; }

    [Description("How many have enough of the words to come into question.")]
    public required long DocumentsInQuestion { get; init; }

    [Description("How many of these were compared word by word; fewer only for very common words, the most likely first.")]
    public required long DocumentsCompared { get; init; }

    [Description("Changes with every commit; the same value means the same documents.")]
    public required string IndexVersion { get; init; }

    [Description("The answer for readers.")]
    public required string Page { get; init; }

    [Description("In how many documents the words stand, or nearly so.")]
    public required int FindCount { get; init; }

    [Description("One place of each document, best first, at most 50.")]
    public required ImmutableArray<QuoteFindAnswer> Finds { get; init; }

    [Description("Recorded quotations whose translation by the archive has the words or nearly so. They are no words of the speaker and do not count for the verdict.")]
    public required ImmutableArray<TranslationFindAnswer> Translations { get; init; }

    /// <summary>The answer of the quote finder.</summary>
    public static QuoteResponse Of(QuoteAnswer answer) => new()
    {
        Quoted = answer.Quoted,
        Verdict = NameOf(answer.Verdict),
        Sentence = answer.Sentence,
        Stretch = answer.Stretch is { } stretch ? QuoteStretchAnswer.Of(stretch) : null,
        DocumentsSearched = answer.DocumentsSearched,
        DocumentsInQuestion = answer.DocumentsInQuestion,
        DocumentsCompared = answer.DocumentsCompared,
        IndexVersion = answer.IndexVersion,
        Page = QuoteUrl.Check(answer.Quoted),
        FindCount = answer.FindCount,
        Finds = [.. answer.Finds.Select(find => QuoteFindAnswer.Of(find, answer.Quoted))],
        Translations = [.. answer.Translations.Select(TranslationFindAnswer.Of)],
    };

    /// <summary>A verdict as programs read it.</summary>
    public static string NameOf(QuoteVerdict verdict) => verdict switch
    {
        QuoteVerdict.Verbatim => "verbatim",
        QuoteVerdict.VerbatimBut => "verbatim-but",
        QuoteVerdict.Near => "near",
        QuoteVerdict.NotFound => "not-found",
        _ => "refused",
    };

    /// <summary>What differs besides words, by name.</summary>
    public static ImmutableArray<string> NamesOf(QuoteDifferences differences) =>
        [.. QuoteSentence.NamesOf(differences).Split(", ", StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>The longest stretch of a quotation that stands in the archive while the whole does not.</summary>
/// <param name="Quoted">The words, as pasted.</param>
/// <param name="Span">Where they stand in the quotation (<c>quoted</c> of the answer).</param>
/// <param name="WordCount">How many words they are.</param>
/// <param name="FindCount">In how many documents they stand.</param>
/// <param name="Finds">The best places, at most 3; empty when only translations have the words.</param>
/// <param name="Translations">Recorded translations that have the words.</param>
/// <param name="Page">The check of these words alone, for readers.</param>
internal sealed record QuoteStretchAnswer(
    string Quoted,
    SpanAnswer Span,
    int WordCount,
    int FindCount,
    ImmutableArray<QuoteFindAnswer> Finds,
    ImmutableArray<TranslationFindAnswer> Translations,
    string Page)
{
    /// <summary>The stretch of an answer of the quote finder.</summary>
    public static QuoteStretchAnswer Of(QuoteStretch stretch) => new(
        stretch.Quoted,
        SpanAnswer.Of(stretch.Span),
        stretch.WordCount,
        stretch.FindCount,
        [.. stretch.Finds.Select(find => QuoteFindAnswer.Of(find, stretch.Quoted))],
        [.. stretch.Translations.Select(TranslationFindAnswer.Of)],
        QuoteUrl.Check(stretch.Quoted));
}

/// <summary>The place of a document that comes nearest to a quotation.</summary>
internal sealed record QuoteFindAnswer
{
    [Description("verbatim, verbatim-but or near.")]
    public required string Verdict { get; init; }

    [Description("What differs besides words: case, accents, punctuation, line breaks, spacing, dropped ellipses (the document marks words left out where the quotation runs on), added ellipses.")]
    public required ImmutableArray<string> Differences { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Type { get; init; }

    public required DateAnswer Date { get; init; }

    [Description("A BCP 47 code.")]
    public required string Language { get; init; }

    [Description("Status of the text: authored, transcribed, machine-read or translated.")]
    public required string Status { get; init; }

    [Description("The words as the document has them.")]
    public required string Text { get; init; }

    [Description("Where they stand in the document's text.")]
    public required SpanAnswer Span { get; init; }

    [Description("The parts between the ellipses.")]
    public required ImmutableArray<SpanAnswer> Parts { get; init; }

    public required string ParagraphId { get; init; }

    public required int ParagraphNumber { get; init; }

    [Description("The document for readers, at the words, which are marked.")]
    public required string Page { get; init; }

    [Description("The paragraph's permanent address.")]
    public required string ParagraphPage { get; init; }

    [Description("How many words differ.")]
    public required int WordsDiffering { get; init; }

    public required bool ChangesNegation { get; init; }

    public required bool ChangesNumber { get; init; }

    [Description("Word by word; empty when nothing differs and nothing is left out.")]
    public required ImmutableArray<ComparedWordsAnswer> Words { get; init; }

    [Description("The quotation that is recorded or was found there; null when the words are the document's own.")]
    public required QuotationAnswer? Quotation { get; init; }

    /// <summary>A place of the quote finder's answer.</summary>
    public static QuoteFindAnswer Of(QuoteFind find, string quoted) => new()
    {
        Verdict = QuoteResponse.NameOf(find.Verdict),
        Differences = QuoteResponse.NamesOf(find.Differences),
        Id = find.Id.Value,
        Title = find.Title,
        Type = find.Type,
        Date = DateAnswer.Of(find.Date),
        Language = find.Language,
        Status = find.Status,
        Text = find.Text,
        Span = SpanAnswer.Of(find.Span),
        Parts = [.. find.Parts.Select(static part => SpanAnswer.Of(part))],
        ParagraphId = find.ParagraphId,
        ParagraphNumber = find.ParagraphNumber,
        Page = QuoteUrl.OfWords(find.Id, quoted, find.Text),
        ParagraphPage = DocumentUrl.OfParagraph(find.Id, find.ParagraphId),
        WordsDiffering = find.WordsDiffering,
        ChangesNegation = find.ChangesNegation,
        ChangesNumber = find.ChangesNumber,
        Words = [.. find.Words.Select(ComparedWordsAnswer.Of)],
        Quotation = find.Record is null ? null : QuotationAnswer.Of(find.Record),
    };
}

/// <summary>Words of a quotation beside those of a document.</summary>
/// <param name="Relation">same, replaced, added, dropped, swapped or left-out.</param>
/// <param name="Quoted">The words of the quotation; empty for dropped and left-out words.</param>
/// <param name="Stored">The words of the document; empty for added words.</param>
/// <param name="IsNegation">Whether the difference adds, takes away or changes a negation.</param>
/// <param name="IsNumber">Whether the difference is in a number.</param>
/// <param name="After">What stands in the document between these words and the next ones, punctuation and white space; empty after the last.</param>
internal sealed record ComparedWordsAnswer(string Relation, string Quoted, string Stored, bool IsNegation, bool IsNumber, string After)
{
    public static ComparedWordsAnswer Of(ComparedPair pair) => new(
        pair.Relation is WordRelation.LeftOut ? "left-out" : pair.Relation.ToString().ToLowerInvariant(),
        pair.Quoted, pair.Stored, pair.IsNegation, pair.IsNumber, pair.After);
}

/// <summary>A recorded quotation whose translation has the words.</summary>
/// <param name="Quotation">The quotation, with the speaker's own words and the translation.</param>
/// <param name="Differences">What differs from the translation besides words.</param>
/// <param name="WordsDiffering">How many words differ from the translation.</param>
/// <param name="Words">Word by word; empty when no word differs.</param>
internal sealed record TranslationFindAnswer(
    ListedQuotationAnswer Quotation, ImmutableArray<string> Differences, int WordsDiffering, ImmutableArray<ComparedWordsAnswer> Words)
{
    public static TranslationFindAnswer Of(TranslationFind find) => new(
        ListedQuotationAnswer.Of(find.Quotation), QuoteResponse.NamesOf(find.Differences), find.WordsDiffering,
        [.. find.Words.Select(ComparedWordsAnswer.Of)]);
}

/// <summary>The answer of <c>/api/v1/quotations</c>.</summary>
internal sealed record QuotationsResponse
{
    [Description("How speaker and words were read, in words.")]
    public required string ReadAs { get; init; }

    [Description("What was ignored or re-read.")]
    public required ImmutableArray<string> Problems { get; init; }

    [Description("The same for the search: a query that finds the documents; empty when there is none that means the same.")]
    public required string Search { get; init; }

    public required int Total { get; init; }

    [Description("In how many documents they stand.")]
    public required int Documents { get; init; }

    [Description("How many have no date.")]
    public required int Undated { get; init; }

    [Description("The page, from 1.")]
    public required int Page { get; init; }

    [Description("Quotations on a page.")]
    public required int Count { get; init; }

    [Description("Changes with every commit; the same value means the same documents.")]
    public required string IndexVersion { get; init; }

    [Description("Address of the next page; null on the last one.")]
    public required string? Next { get; init; }

    [Description("Address of the page before; null on the first one.")]
    public required string? Previous { get; init; }

    public required ImmutableArray<ListedQuotationAnswer> Quotations { get; init; }

    [Description("Speakers of all of them, most quoted first.")]
    public required ImmutableArray<QuotationCount> Speakers { get; init; }

    public required ImmutableArray<QuotationCount> Decades { get; init; }

    public required ImmutableArray<QuotationCount> Languages { get; init; }

    [Description("recorded: by an archivist; found: by rule, not confirmed.")]
    public required ImmutableArray<QuotationCount> Kinds { get; init; }

    [Description("When there is nothing: speakers on record whose names are spelled much like the speaker that was asked for, the likeliest first, at most 5.")]
    public required ImmutableArray<SpeakerOfferAnswer> DidYouMean { get; init; }

    [Description("The speaker that was asked for, when nothing at all is recorded of anyone of that name; null otherwise.")]
    public required string? UnknownSpeaker { get; init; }
}

/// <summary>A speaker who may have been meant.</summary>
/// <param name="Speaker">The name, as the quotations have it.</param>
/// <param name="Count">How many quotations the list has of the speaker.</param>
/// <param name="KeepsConditions">Whether that is with the words, years, languages and kind that were asked for.</param>
/// <param name="Page">The list in this site.</param>
internal sealed record SpeakerOfferAnswer(string Speaker, int Count, bool KeepsConditions, string Page)
{
    /// <summary>An offer as an answer.</summary>
    public static SpeakerOfferAnswer Of(SpeakerOffer offer, QuotationUrl url) =>
        new(offer.Speaker, offer.Count, offer.KeepsConditions, url.For(offer).ToString());
}

/// <summary>A quotation with the document it stands in.</summary>
internal sealed record ListedQuotationAnswer
{
    public required QuotationAnswer Quotation { get; init; }

    [Description("recorded: an archivist vouches for it; found: a rule found it and nobody confirmed it.")]
    public required string Kind { get; init; }

    [Description("The document in which an archivist recorded the same words, or words that these translate; null when it is this one, or none.")]
    public required string? RecordedIn { get; init; }

    [Description("Whether the words are this archive's own translation of those recorded there.")]
    public required bool IsTranslation { get; init; }

    [Description("The document it stands in.")]
    public required string Id { get; init; }

    public required string Title { get; init; }

    [Description("Status of the document's text: authored, transcribed, machine-read or translated.")]
    public required string Status { get; init; }

    public required string ParagraphId { get; init; }

    public required int ParagraphNumber { get; init; }

    [Description("The document for readers, at the words, which are marked.")]
    public required string Page { get; init; }

    [Description("What was looked for, counted from the start of the quotation's text.")]
    public required ImmutableArray<SpanAnswer> Marks { get; init; }

    /// <summary>A quotation of the list.</summary>
    public static ListedQuotationAnswer Of(ListedQuotation listed) => new()
    {
        Quotation = QuotationAnswer.Of(listed.Record),
        Kind = QuotationCounts.NameOf(listed.Kind),
        RecordedIn = listed.RecordedIn?.Id.Value,
        IsTranslation = listed.RecordedIn is { IsTranslation: true },
        Id = listed.Id.Value,
        Title = listed.Title,
        Status = listed.Status,
        ParagraphId = listed.ParagraphId,
        ParagraphNumber = listed.ParagraphNumber,
        Page = QuoteUrl.OfQuotation(listed),
        Marks = [.. listed.Marks.Select(static mark => SpanAnswer.Of(mark))],
    };
}
