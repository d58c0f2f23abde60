using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>One occurrence of what was looked for, with what stands around it.</summary>
public sealed record ConcordanceLine
{
    /// <summary>Text to the left, from the beginning of the paragraph at most; line ends are spaces.</summary>
    public required string Left { get; init; }

    /// <summary>The words that matched, as in the document; line ends are spaces.</summary>
    public required string Keyword { get; init; }

    /// <summary>Text to the right, to the end of the paragraph at most.</summary>
    public required string Right { get; init; }

    /// <summary>The document.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its date.</summary>
    public required ArchiveDate Date { get; init; }

    /// <summary>The paragraph, for a link.</summary>
    public required string ParagraphId { get; init; }

    /// <summary>Its number.</summary>
    public required int ParagraphNumber { get; init; }

    /// <summary>Number of the occurrence in the document, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Where the words stand in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The first three words to the left, nearest first, without case and accents; what the lines are sorted by.</summary>
    public required ImmutableArray<string> LeftWords { get; init; }

    /// <summary>The first three words to the right, nearest first.</summary>
    public required ImmutableArray<string> RightWords { get; init; }
}

/// <summary>By what concordance lines are sorted; ties by the next word outwards, then date, document and position.</summary>
public enum ConcordanceSort
{
    /// <summary>By document in the order of the search, then by position: the order in which the lines are found.</summary>
    Found,

    /// <summary>By the first word to the left.</summary>
    Left1,

    /// <summary>By the second word to the left.</summary>
    Left2,

    /// <summary>By the third word to the left.</summary>
    Left3,

    /// <summary>By the first word to the right.</summary>
    Right1,

    /// <summary>By the second word to the right.</summary>
    Right2,

    /// <summary>By the third word to the right.</summary>
    Right3,

    /// <summary>By the words that matched.</summary>
    Keyword,

    /// <summary>By first day, undated last.</summary>
    Date,

    /// <summary>By reference code.</summary>
    Document,
}

/// <summary>A page of a concordance.</summary>
/// <param name="Lines">The lines of the page.</param>
/// <param name="Total">How many lines there are; always counted in full.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Sort">The order that was used.</param>
/// <param name="Notice">A sentence when another order was asked for than could be given; null otherwise.</param>
/// <param name="Years">How many lines each year has, in order; then those of several years and the undated ones.</param>
/// <param name="Collocates">The words that stand near it more often than elsewhere, strongest first.</param>
/// <param name="IndexVersion">The version of the index; empty when nothing was found.</param>
public sealed record ConcordancePage(
    ImmutableArray<ConcordanceLine> Lines,
    long Total,
    long Documents,
    ConcordanceSort Sort,
    string? Notice,
    ImmutableArray<YearCount> Years,
    ImmutableArray<Collocate> Collocates,
    string IndexVersion);

/// <summary>How many lines come from documents of a year.</summary>
/// <param name="Year">Such as <c>1923</c>; <c>several years</c> or <c>undated</c>.</param>
/// <param name="Lines">How many.</param>
public sealed record YearCount(string Year, long Lines);

/// <summary>A word that stands near the keyword.</summary>
/// <param name="Word">Without case and accents.</param>
/// <param name="Near">How often it stands within the window.</param>
/// <param name="InAll">How often it stands in the texts of the archive.</param>
/// <param name="LogLikelihood">How surprising that is; above 10.83 the chance of an accident is under one in a thousand.</param>
public sealed record Collocate(string Word, long Near, long InAll, double LogLikelihood);
