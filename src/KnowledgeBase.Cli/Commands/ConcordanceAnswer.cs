using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations.Kwic;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The answer of <c>kb concordance --json</c>.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Query">The query as typed.</param>
/// <param name="SearchedAs">How it was read, in words.</param>
/// <param name="Problems">What was ignored, re-read or limited.</param>
/// <param name="Total">How many lines there are; always counted in full.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Sort">The order of the lines.</param>
/// <param name="Notice">A sentence when another order was asked for than could be given.</param>
/// <param name="IndexVersion">The version of the index; empty when nothing was found.</param>
/// <param name="Lines">The lines; null when only tables were asked for.</param>
/// <param name="Collocates">The words that stand near; null when they were not asked for.</param>
/// <param name="Years">The counts by year; null when they were not asked for.</param>
internal sealed record ConcordanceAnswer(
    string Schema,
    string Query,
    string SearchedAs,
    ImmutableArray<QueryProblem> Problems,
    long Total,
    long Documents,
    string Sort,
    string? Notice,
    string IndexVersion,
    ImmutableArray<LineAnswer>? Lines,
    ImmutableArray<Collocate>? Collocates,
    ImmutableArray<YearCount>? Years);

/// <summary>One line.</summary>
internal sealed record LineAnswer(
    string Left,
    string Keyword,
    string Right,
    ImmutableArray<TextSpan> Marks,
    string Id,
    string Title,
    string Date,
    string? Edtf,
    string Language,
    string Paragraph,
    int Number,
    int Position,
    int Start,
    int End)
{
    public static LineAnswer Of(ConcordanceLine line) => new(
        line.Left,
        line.Keyword,
        line.Right,
        line.Marks,
        line.Id.Value,
        line.Title,
        line.Date.AsWritten,
        line.Date.Edtf,
        line.Language,
        line.ParagraphId,
        line.ParagraphNumber,
        line.Position,
        line.Span.Start,
        line.Span.End);
}
