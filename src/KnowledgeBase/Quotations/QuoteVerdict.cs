using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>What the archive says of a quotation.</summary>
public enum QuoteVerdict
{
    /// <summary>No verdict: too short, too long or nothing to compare; the answer says why.</summary>
    Refused,

    /// <summary>Character for character, as far as they are visible.</summary>
    Verbatim,

    /// <summary>The same words in the same order; case, accents, punctuation, line breaks, spacing or ellipses differ.</summary>
    VerbatimBut,

    /// <summary>Some words differ; each is shown.</summary>
    Near,

    /// <summary>Nothing like it in the documents that were searched.</summary>
    NotFound,
}

/// <summary>What may differ while the words are the same.</summary>
[Flags]
public enum QuoteDifferences
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Upper and lower case.</summary>
    Case = 1,

    /// <summary>Accents, umlauts, ligatures.</summary>
    Accents = 2,

    /// <summary>Punctuation.</summary>
    Punctuation = 4,

    /// <summary>Line breaks and end-of-line hyphens.</summary>
    LineBreaks = 8,

    /// <summary>Whether there is white space between two words or signs, while all else between them is the same.</summary>
    Spacing = 16,

    /// <summary>The document marks words left out with an ellipsis where the quotation runs on.</summary>
    DroppedEllipses = 32,

    /// <summary>The quotation marks words left out where the document leaves none out.</summary>
    AddedEllipses = 64,
}

/// <summary>How a word of the quotation relates to the document.</summary>
public enum WordRelation
{
    /// <summary>The same word.</summary>
    Same,

    /// <summary>The document has another word here.</summary>
    Replaced,

    /// <summary>The document does not have the word.</summary>
    Added,

    /// <summary>The document has a word that the quotation does not have.</summary>
    Dropped,

    /// <summary>The words stand in another order.</summary>
    Swapped,

    /// <summary>Words of the document that an ellipsis stands for.</summary>
    LeftOut,
}

/// <summary>One step of the comparison, word by word.</summary>
/// <param name="Relation">How the two relate.</param>
/// <param name="Quoted">The words of the quotation, as typed; empty for dropped and left-out words.</param>
/// <param name="Stored">The words of the document, as stored; empty for added words.</param>
/// <param name="IsNegation">
/// Whether the difference adds, takes away or changes a negation; <c>isn’t</c> for <c>is not</c> does not.
/// </param>
/// <param name="IsNumber">Whether the difference is in a number.</param>
public sealed record ComparedPair(WordRelation Relation, string Quoted, string Stored, bool IsNegation = false, bool IsNumber = false)
{
    /// <summary>
    /// What stands in the document between these words and the next ones of the comparison, punctuation and white space; empty after
    /// the last, and after words that the document does not have.
    /// </summary>
    public string After { get; init; } = "";
}

/// <summary>The place of a document that comes nearest to a quotation.</summary>
public sealed record QuoteFind
{
    /// <summary>The document.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its date.</summary>
    public required ArchiveDate Date { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>Its language.</summary>
    public required string Language { get; init; }

    /// <summary>Status of its text: <c>authored</c>, <c>transcribed</c>, <c>machine-read</c> or <c>translated</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The verdict on this place: never <see cref="QuoteVerdict.Refused"/> or <see cref="QuoteVerdict.NotFound"/>.</summary>
    public required QuoteVerdict Verdict { get; init; }

    /// <summary>What differs besides words.</summary>
    public required QuoteDifferences Differences { get; init; }

    /// <summary>From the first to the last word in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The parts between the quotation's ellipses; one without any.</summary>
    public required ImmutableArray<TextSpan> Parts { get; init; }

    /// <summary>The words as the document has them.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraph of the first word, for a link; empty when the document has no paragraphs.</summary>
    public required string ParagraphId { get; init; }

    /// <summary>Its number.</summary>
    public required int ParagraphNumber { get; init; }

    /// <summary>Word by word; empty when verbatim without ellipsis.</summary>
    public required ImmutableArray<ComparedPair> Words { get; init; }

    /// <summary>How many words differ: 0 unless <see cref="QuoteVerdict.Near"/>.</summary>
    public required int WordsDiffering { get; init; }

    /// <summary>Whether a negation differs, or an ellipsis leaves one out.</summary>
    public bool ChangesNegation => Words.Any(static pair => pair.IsNegation);

    /// <summary>Whether a number differs.</summary>
    public bool ChangesNumber => Words.Any(static pair => pair.IsNumber && pair.Relation is not WordRelation.LeftOut);

    /// <summary>The quotation record that covers the place; null when the document records none there.</summary>
    public QuotationRecord? Record { get; init; }
}

/// <summary>A recorded quotation whose translation has the words, or nearly so: the archive's words, not the speaker's.</summary>
/// <param name="Quotation">The quotation; its record has the speaker's own words and the translation.</param>
/// <param name="Differences">What differs from the translation besides words.</param>
/// <param name="WordsDiffering">How many words differ from the translation; 0 when none.</param>
/// <param name="Words">Word by word; empty when no word differs.</param>
public sealed record TranslationFind(
    ListedQuotation Quotation, QuoteDifferences Differences, int WordsDiffering, ImmutableArray<ComparedPair> Words);

/// <summary>The answer of the quote finder.</summary>
public sealed record QuoteAnswer
{
    /// <summary>The quotation without the marks around it.</summary>
    public required string Quoted { get; init; }

    /// <summary>The best verdict of all places.</summary>
    public required QuoteVerdict Verdict { get; init; }

    /// <summary>The verdict in a sentence for the reader.</summary>
    public required string Sentence { get; init; }

    /// <summary>One place of each document that has the words or nearly so, best first; at most <see cref="QuoteFinder.MostFinds"/>.</summary>
    public ImmutableArray<QuoteFind> Finds { get; init; } = [];

    /// <summary>Recorded translations that have the words or nearly so; they do not count for the verdict.</summary>
    public ImmutableArray<TranslationFind> Translations { get; init; } = [];

    /// <summary>
    /// The longest stretch of it that stands in the archive, when neither it nor anything near does; null when no stretch is long enough.
    /// </summary>
    public QuoteStretch? Stretch { get; init; }

    /// <summary>How many documents had such a place.</summary>
    public int FindCount { get; init; }

    /// <summary>How many documents the archive holds.</summary>
    public long DocumentsSearched { get; init; }

    /// <summary>How many of them have enough of the words to come into question.</summary>
    public long DocumentsInQuestion { get; init; }

    /// <summary>How many of these were compared word by word; fewer than in question only for very common words.</summary>
    public long DocumentsCompared { get; init; }

    /// <summary>Changes with every commit of the index.</summary>
    public string IndexVersion { get; init; } = "";
}
