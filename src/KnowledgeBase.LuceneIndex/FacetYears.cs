using KnowledgeBase.Documents;

namespace KnowledgeBase.LuceneIndex;

/// <summary>The years under which a document is counted.</summary>
internal static class FacetYears
{
    /// <summary>
    /// A document of a long period is counted under each of its years up to this many, and beyond it under its first and last year
    /// only: a chronology of a century must not fill every year of the timeline.
    /// </summary>
    public const int LongestPeriod = 12;

    /// <summary>Years in order; empty for an undated document.</summary>
    public static IReadOnlyList<int> Of(ArchiveDate date)
    {
        var first = date.First?.Year ?? date.Last?.Year;
        var last = date.Last?.Year ?? date.First?.Year;
        if (first is null || last is null)
        {
            return [];
        }

        return last - first < LongestPeriod
            ? [.. Enumerable.Range(first.Value, last.Value - first.Value + 1)]
            : [first.Value, last.Value];
    }
}
