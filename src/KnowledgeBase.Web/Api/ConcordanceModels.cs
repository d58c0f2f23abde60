using System.Collections.Immutable;
using System.ComponentModel;

namespace KnowledgeBase.Web.Api;

/// <summary>The answer of <c>/api/v1/concordance</c>.</summary>
internal sealed record ConcordanceResponse
{
    /// <summary>How the query was read.</summary>
    public required QueryAnswer Query { get; init; }

    [Description("How many lines there are; always counted in full.")]
    public required long Total { get; init; }

    [Description("In how many documents.")]
    public required long Documents { get; init; }

    [Description("The order of the lines.")]
    public required string Sort { get; init; }

    [Description("A sentence when another order was asked for than could be given; null otherwise.")]
    public required string? Notice { get; init; }

    [Description("The page, from 1.")]
    public required int Page { get; init; }

    [Description("Lines on a page.")]
    public required int Count { get; init; }

    [Description("Changes with every commit; the same value means the same lines. Empty when there are none.")]
    public required string IndexVersion { get; init; }

    [Description("Address of the next page; null on the last one.")]
    public required string? Next { get; init; }

    [Description("Address of the page before; null on the first one.")]
    public required string? Previous { get; init; }

    [Description("Address of all lines as comma-separated values.")]
    public required string Csv { get; init; }

    [Description("Address of all lines as tab-separated values.")]
    public required string Tsv { get; init; }

    [Description("The lines of the page.")]
    public required ImmutableArray<LineAnswer> Lines { get; init; }

    [Description("How many of all lines each year has, in order; then those of several years and the undated ones.")]
    public required ImmutableArray<YearAnswer> Years { get; init; }
}

/// <summary>One occurrence.</summary>
internal sealed record LineAnswer
{
    [Description("What is read before it in its paragraph, at most some 100 characters.")]
    public required string Left { get; init; }

    [Description("What matched, as in the document.")]
    public required string Keyword { get; init; }

    [Description("What is read after it.")]
    public required string Right { get; init; }

    [Description("What of \"keyword\" was looked for: all of a word or phrase, the sides of a NEAR.")]
    public required ImmutableArray<SpanAnswer> Marks { get; init; }

    [Description("Whether the paragraph is read from right to left.")]
    public required bool IsRightToLeft { get; init; }

    [Description("The document.")]
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DateAnswer Date { get; init; }

    [Description("A BCP 47 code.")]
    public required string Language { get; init; }

    public required string ParagraphId { get; init; }

    public required int ParagraphNumber { get; init; }

    [Description("Number of the occurrence in its document, from 1.")]
    public required int Position { get; init; }

    [Description("Where it stands in the document's text.")]
    public required SpanAnswer Span { get; init; }

    [Description("The document in this interface.")]
    public required string Url { get; init; }

    [Description("The document's page for readers, at this occurrence.")]
    public required string Page { get; init; }
}

/// <summary>How many lines a year has.</summary>
/// <param name="Year">Such as 1923; "several years" or "undated".</param>
/// <param name="Lines">How many.</param>
/// <param name="Words">Words of all documents of the archive with such a date, common words not counted; 0 when not known.</param>
/// <param name="PerTenThousand">Lines for each ten thousand of these words; null when they are not known.</param>
internal sealed record YearAnswer(string Year, long Lines, long Words, double? PerTenThousand);

/// <summary>The answer of <c>/api/v1/collocates</c>.</summary>
internal sealed record CollocatesResponse
{
    /// <summary>How the query was read.</summary>
    public required QueryAnswer Query { get; init; }

    [Description("How many lines were looked at: all there are.")]
    public required long Total { get; init; }

    [Description("In how many documents.")]
    public required long Documents { get; init; }

    [Description("Words of the window before an occurrence.")]
    public required int Left { get; init; }

    [Description("Words of the window after it.")]
    public required int Right { get; init; }

    [Description("Changes with every commit. Empty when there are no lines.")]
    public required string IndexVersion { get; init; }

    [Description("The words, strongest first.")]
    public required ImmutableArray<CollocateAnswer> Collocates { get; init; }
}

/// <summary>A word that stands near the occurrences more often than elsewhere.</summary>
/// <param name="Word">Without case and accents.</param>
/// <param name="Near">How often it stands within the window.</param>
/// <param name="InAll">How often it stands in the texts of the archive.</param>
/// <param name="LogLikelihood">How surprising that is; above 10.83 the chance of an accident is under one in a thousand.</param>
/// <param name="Lines">Address of the lines it stands near.</param>
internal sealed record CollocateAnswer(string Word, long Near, long InAll, double LogLikelihood, string Lines);
