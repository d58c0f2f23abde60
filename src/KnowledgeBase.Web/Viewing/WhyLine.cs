using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Says why a document was found.</summary>
internal static class WhyLine
{
    private const int MostReasons = 6;

    /// <summary>One sentence without a full stop, such as <c>congress in the title; police in the text (3×)</c>; empty without reasons.</summary>
    public static string Of(ImmutableArray<MatchReason> reasons)
    {
        var parts = reasons.Take(MostReasons).Select(Say).ToList();
        if (reasons.Length > MostReasons)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"and {reasons.Length - MostReasons} more"));
        }

        return string.Join("; ", parts);
    }

    private static string Say(MatchReason reason)
    {
        var what = reason.VariantOf is null ? reason.What : $"{reason.What} (variant of {reason.VariantOf})";
        var times = reason.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({reason.Count}×)") : "";
        return $"{what} {Labels.InField(reason.Field)}{times}";
    }
}
