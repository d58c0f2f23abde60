using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Highlighting;

/// <summary>Arithmetic on spans.</summary>
public static class SpanMerging
{
    /// <summary>Joins spans that overlap or touch, so that no character is marked twice.</summary>
    /// <param name="sortedSpans">Spans ordered by <see cref="TextSpan.Start"/>.</param>
    /// <returns>The same characters as disjoint spans, in order.</returns>
    public static ImmutableArray<TextSpan> Merge(IEnumerable<TextSpan> sortedSpans)
    {
        ArgumentNullException.ThrowIfNull(sortedSpans);
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in sortedSpans)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged.ToImmutable();
    }
}
