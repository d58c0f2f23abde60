using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Says why a document was found.</summary>
internal static class WhyLine
{
    private const int MostWords = 8;

    /// <summary>
    /// The words that matched and where, such as <c>congress in title, text (3×); matched variant: Wien (for Vienna) in text</c> or
    /// <c>nearly the quotation in text: 1 word differs</c>; empty without reasons.
    /// </summary>
    public static string Of(ImmutableArray<MatchReason> reasons)
    {
        var words = reasons.GroupBy(static reason => (reason.What, reason.VariantOf, reason.Kind, reason.Detail)).ToList();
        var parts = words.Take(MostWords)
            .Select(static group => $"{MatchInWords.Of(group.First())} in {string.Join(", ", group.Select(Place))}{MatchInWords.Detail(group.First())}")
            .ToList();
        if (words.Count > MostWords)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"and {words.Count - MostWords} more"));
        }

        return string.Join("; ", parts);
    }

    private static string Place(MatchReason reason) =>
        Labels.Field(reason.Field) + (reason.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({reason.Count}×)") : "");
}
