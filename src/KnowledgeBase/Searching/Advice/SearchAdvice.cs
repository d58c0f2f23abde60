using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Advice;

/// <summary>What a reader may try who found nothing, or hardly anything. Everything is offered with its count; nothing is applied.</summary>
public sealed record SearchAdvice
{
    /// <summary>No advice.</summary>
    public static SearchAdvice None { get; } = new();

    /// <summary>The same query with words spelled otherwise, the likeliest first; at most <see cref="SpellingAdviser.MostOffers"/>.</summary>
    public ImmutableArray<SpellingOffer> DidYouMean { get; init; } = [];

    /// <summary>The dates next to those that were asked for; null when it is not a date that leaves nothing.</summary>
    public NearbyDates? NearbyDates { get; init; }

    /// <summary>The same search with less in it, in the order typed, and with any of the words.</summary>
    public ImmutableArray<OtherSearch> Without { get; init; } = [];

    /// <summary>Speakers that were asked for and of whom nothing at all is recorded, as read.</summary>
    public ImmutableArray<string> UnknownSpeakers { get; init; } = [];

    /// <summary>What the archive covers; null when something was found.</summary>
    public IndexFacts? Archive { get; init; }
}

/// <summary>The query that may have been meant.</summary>
/// <param name="Query">The whole query as it would be typed: operators, fields and quotation marks stay.</param>
/// <param name="Filters">The filters beside it.</param>
/// <param name="Documents">How many documents it finds; above 0.</param>
/// <param name="Changes">What is different, in the order of the query; at least one.</param>
public sealed record SpellingOffer(string Query, ImmutableArray<FacetFilter> Filters, long Documents, ImmutableArray<WordChange> Changes)
{
    /// <summary>
    /// What else is different, such as <c>without the date</c>, where nothing that may be meant is left otherwise; null when date and
    /// filters stay.
    /// </summary>
    public string? LeftOut { get; init; }
}

/// <summary>A word spelled otherwise.</summary>
/// <param name="Typed">What was typed; several words when they are now one.</param>
/// <param name="Instead">What stands in its place.</param>
/// <param name="Place">Where that stands in the query that is offered.</param>
public sealed record WordChange(string Typed, string Instead, TextSpan Place);

/// <summary>What there is next to a date that leaves nothing.</summary>
/// <param name="Asked">The date in words, such as <c>1921</c>.</param>
/// <param name="Nearest">
/// The same search on the nearest time before and the nearest time after it, and for dates that must lie wholly inside, on those that
/// only overlap; each finds something.
/// </param>
/// <param name="Without">The same search at any time; null when nothing else was asked for.</param>
public sealed record NearbyDates(string Asked, ImmutableArray<OtherSearch> Nearest, OtherSearch? Without);

/// <summary>Another search that finds something.</summary>
/// <param name="Words">What is different, such as <c>without “military”</c> or <c>1923</c>.</param>
/// <param name="Query">The query as it would be typed.</param>
/// <param name="Filters">The filters beside it.</param>
/// <param name="Documents">How many documents it finds; above 0.</param>
public sealed record OtherSearch(string Words, string Query, ImmutableArray<FacetFilter> Filters, long Documents)
{
    /// <summary>The one filter that it goes without; null when something else is different.</summary>
    public FacetFilter? WithoutFilter { get; init; }
}
