using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Quotations;

/// <summary>Who vouches for a quotation.</summary>
public enum QuotationKind
{
    /// <summary>An archivist recorded it, in this document or, with the same words or as their translation, in another.</summary>
    Recorded,

    /// <summary>A rule found it in the text and nobody confirmed it.</summary>
    Found,
}

/// <summary>In which order quotations come; ties by reference code and place.</summary>
public enum QuotationOrder
{
    /// <summary>Earliest first; undated last.</summary>
    Date,

    /// <summary>Latest first; undated last.</summary>
    DateDescending,

    /// <summary>By the speaker's name, A to Z, then by date.</summary>
    Speaker,
}

/// <summary>Which quotations are wanted.</summary>
public sealed record QuotationRequest
{
    /// <summary>Most quotations of one page.</summary>
    public const int MostQuotations = 100;

    /// <summary>Speaker and words, as <c>said:</c> asks for them; null for every quotation.</summary>
    public QueryNode.Said? Said { get; init; }

    /// <summary>First day: quotations that were said before it are left out. Null for no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day: quotations that were said after it are left out. Null for no limit. With either limit, so are undated ones.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Languages of the words, BCP 47 codes; empty for all.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Who vouches; null for both kinds.</summary>
    public QuotationKind? Kind { get; init; }

    /// <summary>The order. Default <see cref="QuotationOrder.Date"/>.</summary>
    public QuotationOrder Order { get; init; }

    /// <summary>How many to pass over; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>How many to return, 0 to <see cref="MostQuotations"/>. Default 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>Whether a quotation is wanted, as far as its record can tell: everything but speaker and words.</summary>
    public bool Admits(QuotationRecord record, QuotationKind kind)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (Kind is null || Kind == kind)
            && (Languages.IsEmpty || Languages.Contains(record.Language, StringComparer.OrdinalIgnoreCase))
            && ((From is null && To is null) || record.Date.Overlaps(From, To));
    }
}

/// <summary>A quotation with the document it stands in.</summary>
public sealed record ListedQuotation
{
    /// <summary>The quotation.</summary>
    public required QuotationRecord Record { get; init; }

    /// <summary>Who vouches for it.</summary>
    public required QuotationKind Kind { get; init; }

    /// <summary>Where an archivist recorded the same words, or words that these translate; null for a record, and when nowhere.</summary>
    public RecordedWords? RecordedIn { get; init; }

    /// <summary>The document it stands in.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>That document's title.</summary>
    public required string Title { get; init; }

    /// <summary>That document's language.</summary>
    public required string Language { get; init; }

    /// <summary>Status of that document's text: <c>authored</c>, <c>transcribed</c>, <c>machine-read</c> or <c>translated</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The paragraph in which it begins; empty when the document has no paragraphs.</summary>
    public required string ParagraphId { get; init; }

    /// <summary>Its number.</summary>
    public required int ParagraphNumber { get; init; }

    /// <summary>The words that were looked for, from the start of the record's text, in order.</summary>
    public ImmutableArray<TextSpan> Marks { get; init; } = [];
}

/// <summary>Some of the quotations that were asked for.</summary>
public sealed record QuotationPage
{
    /// <summary>The quotations of the page, in order.</summary>
    public required ImmutableArray<ListedQuotation> Quotations { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>In how many documents they stand.</summary>
    public required int Documents { get; init; }

    /// <summary>How many of them have no date.</summary>
    public required int Undated { get; init; }

    /// <summary>The speakers of all of them, most quoted first.</summary>
    public required ImmutableArray<QuotationCount> Speakers { get; init; }

    /// <summary>The decades in which they were said, such as <c>1920s</c>, in order; a quotation of several counts in each.</summary>
    public required ImmutableArray<QuotationCount> Decades { get; init; }

    /// <summary>Their languages, BCP 47 codes, most frequent first.</summary>
    public required ImmutableArray<QuotationCount> Languages { get; init; }

    /// <summary>Who vouches: <c>recorded</c> and <c>found</c>, most frequent first.</summary>
    public required ImmutableArray<QuotationCount> Kinds { get; init; }

    /// <summary>Changes with every commit of the index.</summary>
    public required string IndexVersion { get; init; }
}

/// <summary>How many of the quotations have a value.</summary>
/// <param name="Value">The value, as documents have it.</param>
/// <param name="Count">1 or more.</param>
public sealed record QuotationCount(string Value, int Count);
