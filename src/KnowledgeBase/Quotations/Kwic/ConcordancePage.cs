using System.Collections.Immutable;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>A page of a concordance, with counts over all of it.</summary>
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
/// <param name="Words">
/// How many words all documents of the archive with this date have, common words of their language not counted; 0 when not known.
/// </param>
public sealed record YearCount(string Year, long Lines, long Words)
{
    /// <summary>Lines for each ten thousand words of that year; null when the words are not known.</summary>
    public double? PerTenThousand => Words > 0 ? Lines * 10_000.0 / Words : null;
}

/// <summary>A word that stands near the keyword.</summary>
/// <param name="Word">Without case and accents.</param>
/// <param name="Near">How often it stands within the window.</param>
/// <param name="InAll">How often it stands in the texts of the archive.</param>
/// <param name="LogLikelihood">How surprising that is; above 10.83 the chance of an accident is under one in a thousand.</param>
public sealed record Collocate(string Word, long Near, long InAll, double LogLikelihood);
