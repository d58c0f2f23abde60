using System.Collections.Immutable;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Web.Api;

/// <summary>The query that may have been meant.</summary>
/// <param name="Query">The whole query as it would be typed.</param>
/// <param name="Filters">The filters beside it.</param>
/// <param name="Documents">How many documents it finds.</param>
/// <param name="Changes">What is different.</param>
/// <param name="LeftOut">What else is different, in words, such as "without the date"; null when date and filters stay.</param>
/// <param name="Page">The search in this site.</param>
internal sealed record SpellingOfferAnswer(
    string Query, ImmutableArray<FacetFilter> Filters, long Documents, ImmutableArray<WordChangeAnswer> Changes, string? LeftOut, string Page)
{
    /// <summary>An offer as an answer.</summary>
    public static SpellingOfferAnswer Of(SpellingOffer offer, SearchUrl url) => new(
        offer.Query, offer.Filters, offer.Documents,
        [.. offer.Changes.Select(static change => new WordChangeAnswer(change.Typed, change.Instead, change.Place.Start, change.Place.End))],
        offer.LeftOut,
        url.Whole.WithText(offer.Query).WithFilters(offer.Filters).ToString());
}

/// <summary>A word spelled otherwise.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Instead">What stands in its place.</param>
/// <param name="Start">Where that begins in the query that is offered, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
internal sealed record WordChangeAnswer(string Typed, string Instead, int Start, int End);

/// <summary>What there is next to a date that leaves nothing.</summary>
/// <param name="Asked">The date in words.</param>
/// <param name="Nearest">The same search on the nearest times that find something, the earlier first.</param>
/// <param name="Without">The same search at any time; null when nothing else was asked for.</param>
internal sealed record NearbyDatesAnswer(string Asked, ImmutableArray<OtherSearchAnswer> Nearest, OtherSearchAnswer? Without)
{
    /// <summary>Dates as an answer.</summary>
    public static NearbyDatesAnswer Of(NearbyDates dates, SearchUrl url) => new(
        dates.Asked,
        [.. dates.Nearest.Select(other => OtherSearchAnswer.Of(other, url))],
        dates.Without is { } without ? OtherSearchAnswer.Of(without, url) : null);
}

/// <summary>Another search that finds something.</summary>
/// <param name="Words">What is different.</param>
/// <param name="Query">The query as it would be typed.</param>
/// <param name="Filters">The filters beside it.</param>
/// <param name="Documents">How many documents it finds.</param>
/// <param name="Page">The search in this site.</param>
internal sealed record OtherSearchAnswer(string Words, string Query, ImmutableArray<FacetFilter> Filters, long Documents, string Page)
{
    /// <summary>A search as an answer.</summary>
    public static OtherSearchAnswer Of(OtherSearch other, SearchUrl url) =>
        new(other.Words, other.Query, other.Filters, other.Documents, url.Whole.For(other).ToString());
}

/// <summary>What the archive covers.</summary>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="FirstDay">First day of the earliest; null when all are undated.</param>
/// <param name="LastDay">Last day of the latest; null when all are undated.</param>
/// <param name="Languages">The languages of the documents, most frequent first.</param>
internal sealed record CoverageAnswer(long Documents, DateOnly? FirstDay, DateOnly? LastDay, ImmutableArray<string> Languages)
{
    /// <summary>What an index knows about itself, as far as readers want to know.</summary>
    public static CoverageAnswer Of(IndexFacts facts) => new(facts.Documents, facts.FirstDay, facts.LastDay, facts.Languages);
}
