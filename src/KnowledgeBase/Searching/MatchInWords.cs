using System.Collections.Immutable;

namespace KnowledgeBase.Searching;

/// <summary>How what matched is like what was typed, in words: the same on cards, in feeds, in files and on the command line.</summary>
public static class MatchInWords
{
    /// <summary>
    /// Such as <c>congress</c>, <c>matched variant: Wien (for Vienna)</c> or <c>congress instead of congrss</c>.
    /// </summary>
    public static string Of(MatchReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Kind switch
        {
            MatchKind.Variant => $"matched variant: {reason.What} (for {reason.VariantOf})",
            MatchKind.SimilarSpelling => $"{reason.What} instead of {reason.VariantOf}",
            MatchKind.Part => $"{reason.What} (part of {reason.VariantOf})",
            MatchKind.Added => $"{reason.What} (added)",
            _ => reason.What,
        };
    }

    /// <summary>The same with what is different: <c>nearly the quotation: 1 word differs, a negation</c>.</summary>
    public static string WithDetail(MatchReason reason) => Of(reason) + Detail(reason);

    /// <summary>What is different, after a colon; empty for nothing.</summary>
    public static string Detail(MatchReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Detail is null ? "" : ": " + reason.Detail;
    }

    /// <summary>Such as <c>congress, congresses instead of congrss</c>.</summary>
    public static string Of(WordInstead instead)
    {
        ArgumentNullException.ThrowIfNull(instead);
        return $"{string.Join(", ", instead.Found)} instead of {instead.Typed}";
    }

    /// <summary>Everything of the query that a document lacks, and what it has in its place; empty for a full match.</summary>
    public static ImmutableArray<string> Lacking(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return [.. hit.Missing, .. hit.Instead.Select(Of)];
    }
}
