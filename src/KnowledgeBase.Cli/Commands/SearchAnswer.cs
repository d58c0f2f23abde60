using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The answer of <c>kb search --json</c>.</summary>
internal sealed record SearchAnswer(
    string Schema,
    string Query,
    string SearchedAs,
    string? Tree,
    ImmutableArray<QueryProblem> Problems,
    long Total,
    long PartialTotal,
    bool TotalIsExact,
    int Offset,
    string IndexVersion,
    ImmutableArray<HitAnswer> Hits,
    ImmutableArray<FacetCounts>? Facets,
    ImmutableArray<string> AddedWords,
    ImmutableArray<WordExpansion> Expansions,
    ImmutableArray<WordCount> WordCounts,
    ImmutableArray<SpellingOffer> DidYouMean,
    NearbyDates? NearbyDates,
    ImmutableArray<OtherSearch> Without,
    ImmutableArray<string> UnknownSpeakers)
{
    public static SearchAnswer Of(
        QueryParseResult reading, SearchRequest request, SearchPage page, SearchAdvice advice, bool explain) => new(
        "kb.search/1",
        reading.Typed,
        Searching.SearchedAs.Of(reading, page.Expansions),
        explain ? reading.Query.ToString() : null,
        reading.Problems,
        page.Total,
        page.PartialTotal,
        page.TotalIsExact,
        request.Offset,
        page.IndexVersion,
        [.. page.Hits.Select(hit => HitAnswer.Of(hit, explain))],
        request.Facets.IsEmpty ? null : page.Facets,
        page.AddedWords,
        page.Expansions,
        page.WordCounts,
        advice.DidYouMean,
        advice.NearbyDates,
        advice.Without,
        advice.UnknownSpeakers);
}

/// <summary>One document of a result.</summary>
internal sealed record HitAnswer(
    string Id,
    int Rank,
    double Score,
    bool IsFullMatch,
    string Title,
    string Type,
    string Date,
    string? Edtf,
    string Language,
    ImmutableArray<string> Missing,
    ImmutableArray<WordInstead> Instead,
    int MatchCount,
    ImmutableArray<PassageAnswer> Passages,
    ImmutableArray<MatchReason> Reasons,
    ImmutableArray<ScorePart>? ScoreParts)
{
    public static HitAnswer Of(SearchHit hit, bool explain) => new(
        hit.Id.Value,
        hit.Rank,
        Math.Round(hit.Score, 6),
        hit.IsFullMatch,
        hit.Metadata.Title,
        hit.Metadata.Type,
        hit.Metadata.Date.AsWritten,
        hit.Metadata.Date.Edtf,
        hit.Metadata.Language,
        hit.Missing,
        hit.Instead,
        hit.MatchCount,
        [.. hit.Passages.Select(static passage => new PassageAnswer(
            passage.Text,
            passage.ParagraphId,
            passage.ParagraphNumber,
            passage.Span.Start,
            [.. passage.Marks.Select(mark => mark.Shift(-passage.Span.Start))]))],
        hit.Reasons,
        explain ? hit.ScoreParts : null);
}

/// <summary>A passage of a document.</summary>
/// <param name="Text">The words.</param>
/// <param name="Paragraph">Name of its paragraph.</param>
/// <param name="Number">Number of its paragraph.</param>
/// <param name="Start">Where it stands in the document's text, in UTF-16 code units.</param>
/// <param name="Marks">What matched, in UTF-16 code units of <paramref name="Text"/>.</param>
internal sealed record PassageAnswer(string Text, string Paragraph, int Number, int Start, ImmutableArray<TextSpan> Marks);
