using System.Collections.Immutable;
using System.ComponentModel;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Api;

/// <summary>The answer of <c>/api/v1/search</c>.</summary>
internal sealed record SearchResponse
{
    /// <summary>How the query was read.</summary>
    public required QueryAnswer Query { get; init; }

    [Description("How many documents match the whole query.")]
    public required long Total { get; init; }

    [Description("How many more have only some of the words; they follow the others.")]
    public required long PartialTotal { get; init; }

    [Description("Whether the totals were counted in full; otherwise they are lower bounds.")]
    public required bool TotalIsExact { get; init; }

    [Description("How much of the index answered; below 1 when a part was down.")]
    public required double Coverage { get; init; }

    [Description("The page, from 1.")]
    public required int Page { get; init; }

    [Description("Results on a page.")]
    public required int Count { get; init; }

    [Description("Changes with every commit; the same value means the same documents.")]
    public required string IndexVersion { get; init; }

    [Description("Address of the next page; null on the last one.")]
    public required string? Next { get; init; }

    [Description("Address of the page before; null on the first one.")]
    public required string? Previous { get; init; }

    [Description("The documents found, best first.")]
    public required ImmutableArray<HitAnswer> Hits { get; init; }

    [Description("The words that wildcards and fuzzy words stood for.")]
    public required ImmutableArray<WordExpansion> Expansions { get; init; }

    [Description("In how many documents each word of the query stands; filled when nothing matches the whole query.")]
    public required ImmutableArray<WordCount> WordCounts { get; init; }

    [Description("The words that \"broaden\" added, the strongest first; empty without it.")]
    public required ImmutableArray<string> AddedWords { get; init; }

    [Description("The query with words spelled otherwise, the likeliest first, where nothing or hardly anything was found. Offered, never applied.")]
    public required ImmutableArray<SpellingOfferAnswer> DidYouMean { get; init; }

    [Description("What there is next to a date that leaves nothing; null when it is not the date.")]
    public required NearbyDatesAnswer? NearbyDates { get; init; }

    [Description("The same search with less in it, where nothing was found; each finds something.")]
    public required ImmutableArray<OtherSearchAnswer> Without { get; init; }

    [Description("When nothing was found: speakers that were asked for and of whom nothing at all is recorded.")]
    public required ImmutableArray<string> UnknownSpeakers { get; init; }

    [Description("What the archive covers, where nothing was found; null otherwise.")]
    public required CoverageAnswer? Archive { get; init; }
}

/// <summary>How a query was read.</summary>
/// <param name="Typed">The query as it came.</param>
/// <param name="SearchedAs">The same in words.</param>
/// <param name="Tree">The query as an s-expression.</param>
/// <param name="Problems">What was ignored, re-read or limited.</param>
internal sealed record QueryAnswer(string Typed, string SearchedAs, string Tree, ImmutableArray<ProblemAnswer> Problems);

/// <summary>Something in the query that was ignored, re-read or limited.</summary>
internal sealed record ProblemAnswer(string Code, string Message, int Start, int End);

/// <summary>A stretch of a text: half-open, in UTF-16 code units.</summary>
internal sealed record SpanAnswer(int Start, int End)
{
    /// <summary>A span, counted from another origin.</summary>
    public static SpanAnswer Of(TextSpan span, int origin = 0) => new(span.Start - origin, span.End - origin);
}

/// <summary>A document found.</summary>
internal sealed record HitAnswer
{
    public required string Id { get; init; }

    [Description("The document in this interface.")]
    public required string Url { get; init; }

    [Description("The document's page for readers, at its first hit.")]
    public required string Page { get; init; }

    [Description("1 for the best of the whole result.")]
    public required int Rank { get; init; }

    [Description("Comparable within one result only.")]
    public required double Score { get; init; }

    [Description("Whether the document matches the whole query; otherwise \"missing\" and \"instead\" say what it lacks.")]
    public required bool IsFullMatch { get; init; }

    [Description("The words of the query that the document lacks and has nothing like.")]
    public required ImmutableArray<string> Missing { get; init; }

    [Description("The words of the query that the document lacks, each with what it has in its place.")]
    public required ImmutableArray<WordInstead> Instead { get; init; }

    public required DescriptionAnswer Description { get; init; }

    [Description("What matched in the title.")]
    public required ImmutableArray<SpanAnswer> TitleMarks { get; init; }

    [Description("The best passages, in the order of the text.")]
    public required ImmutableArray<PassageAnswer> Passages { get; init; }

    [Description("How many places of the text matched.")]
    public required int MatchCount { get; init; }

    [Description("How many passages with a match are not among those given.")]
    public required int MorePassages { get; init; }

    [Description("Why the document was found, in words.")]
    public required string Why { get; init; }

    public required ImmutableArray<MatchReason> Reasons { get; init; }
}

/// <summary>Whole sentences of one paragraph.</summary>
/// <param name="Text">The words, as in the document.</param>
/// <param name="Span">Where they stand in the document's text.</param>
/// <param name="Marks">What matched, counted from the start of this passage.</param>
/// <param name="ParagraphId">The paragraph they are from.</param>
/// <param name="ParagraphNumber">Its number.</param>
/// <param name="Page">The paragraph's permanent address.</param>
internal sealed record PassageAnswer(
    string Text, SpanAnswer Span, ImmutableArray<SpanAnswer> Marks, string ParagraphId, int ParagraphNumber, string Page);

/// <summary>A date as archives have it.</summary>
/// <param name="AsWritten">As a person would write it.</param>
/// <param name="Edtf">In EDTF; null when undated.</param>
/// <param name="First">First day it may cover; null when open or unknown.</param>
/// <param name="Last">Last day it may cover; null when open or unknown.</param>
internal sealed record DateAnswer(string AsWritten, string? Edtf, DateOnly? First, DateOnly? Last)
{
    /// <summary>A date.</summary>
    public static DateAnswer Of(ArchiveDate date) => new(date.AsWritten, date.Edtf, date.First, date.Last);
}

/// <summary>What is known about a document.</summary>
internal sealed record DescriptionAnswer
{
    public required string Title { get; init; }

    public required string Type { get; init; }

    public required DateAnswer Date { get; init; }

    [Description("What the date is of: event, issued, created or lived.")]
    public required string DateKind { get; init; }

    [Description("A BCP 47 code.")]
    public required string Language { get; init; }

    public required string? Summary { get; init; }

    public required ImmutableArray<string> Creators { get; init; }

    public required ImmutableArray<string> People { get; init; }

    public required ImmutableArray<string> Organisations { get; init; }

    public required ImmutableArray<string> Places { get; init; }

    public required ImmutableArray<string> Subjects { get; init; }

    [Description("Keys of the register of sources, or sources written out.")]
    public required ImmutableArray<string> Sources { get; init; }

    [Description("agreed, single-source or disputed; null when not stated.")]
    public required string? Confidence { get; init; }

    [Description("authored, transcribed, machine-read or translated.")]
    public required string Status { get; init; }

    public required string? Rights { get; init; }

    public required ImmutableArray<string> Related { get; init; }

    public required DateOnly? Added { get; init; }

    /// <summary>The description of a document.</summary>
    public static DescriptionAnswer Of(DocumentMetadata about) => new()
    {
        Title = about.Title,
        Type = about.Type,
        Date = DateAnswer.Of(about.Date),
        DateKind = about.DateKind,
        Language = about.Language,
        Summary = about.Summary,
        Creators = about.Creators,
        People = about.People,
        Organisations = about.Organisations,
        Places = about.Places,
        Subjects = about.Subjects,
        Sources = about.Sources,
        Confidence = about.Confidence,
        Status = about.Status,
        Rights = about.Rights,
        Related = about.Related,
        Added = about.Added,
    };
}

/// <summary>The answer of <c>/api/v1/documents/{ref}</c>.</summary>
internal sealed record DocumentResponse
{
    public required string Id { get; init; }

    [Description("The document's permanent page for readers.")]
    public required string Page { get; init; }

    [Description("SHA-256 of the document's file.")]
    public required string Digest { get; init; }

    public required DescriptionAnswer Description { get; init; }

    [Description("The plain text that is searched and quoted.")]
    public required string Text { get; init; }

    public required ImmutableArray<ParagraphAnswer> Paragraphs { get; init; }

    [Description("Quotations that stand in the text.")]
    public required ImmutableArray<QuotationAnswer> Quotations { get; init; }

    [Description("The versions of a disputed question.")]
    public required ImmutableArray<DisputedVersion> Versions { get; init; }

    [Description("How \"q\" was read; null without \"q\".")]
    public required QueryAnswer? Query { get; init; }

    [Description("The places that \"q\" matches, in order; empty without \"q\".")]
    public required ImmutableArray<MatchAnswer> Matches { get; init; }
}

/// <summary>A paragraph.</summary>
internal sealed record ParagraphAnswer(string Id, int Number, string Kind, SpanAnswer Span);

/// <summary>A quotation.</summary>
internal sealed record QuotationAnswer(
    string Text, string Speaker, DateAnswer Date, string? Occasion, string Language, string? Source, string? Translation, SpanAnswer Span,
    bool IsConfirmed)
{
    /// <summary>A quotation of a document.</summary>
    public static QuotationAnswer Of(QuotationRecord quotation) => new(
        quotation.Text, quotation.Speaker, DateAnswer.Of(quotation.Date), quotation.Occasion, quotation.Language, quotation.Source,
        quotation.Translation, SpanAnswer.Of(quotation.Span), quotation.IsConfirmed);
}

/// <summary>A place of the text that the query matches.</summary>
/// <param name="Span">From the first to the last character.</param>
/// <param name="Marks">The words of the match.</param>
/// <param name="ParagraphId">The paragraph; null when there is none.</param>
internal sealed record MatchAnswer(SpanAnswer Span, ImmutableArray<SpanAnswer> Marks, string? ParagraphId);

/// <summary>The answer of <c>/api/v1/facets</c>.</summary>
internal sealed record FacetsResponse(QueryAnswer Query, long Total, string IndexVersion, ImmutableArray<FacetAnswer> Facets);

/// <summary>A facet and its most frequent values.</summary>
internal sealed record FacetAnswer(string Facet, string Label, int DistinctValues, ImmutableArray<FacetValueAnswer> Values);

/// <summary>How many of the documents found have a value.</summary>
internal sealed record FacetValueAnswer(string Value, string Label, long Count);

/// <summary>The answer of <c>/api/v1/suggestions</c>.</summary>
internal sealed record SuggestionsResponse(string Typed, ImmutableArray<SuggestionAnswer> Suggestions);

/// <summary>A completion.</summary>
/// <param name="Text">What would stand in the search box: what was typed before is kept, and marks that are needed are added.</param>
/// <param name="Kind">person, organisation, place, subject, phrase or title; inside a field also type, source, lang or status.</param>
/// <param name="Group">What the kind is called above its completions; those of a group stand together.</param>
/// <param name="Name">The name, phrase or title alone, as a reader would say it.</param>
/// <param name="Variant">Another name that begins as typed; null when the name itself does.</param>
/// <param name="Documents">How many documents have the name or the title; of a phrase how many a search for it in quotation marks finds.</param>
/// <param name="Id">The document, for a title that one document only has; null otherwise.</param>
internal sealed record SuggestionAnswer(string Text, string Kind, string Group, string Name, string? Variant, long Documents, string? Id);
