using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Scores documents by what the reader prefers: the same for each preference that a document has.</summary>
internal sealed class PreferenceScorer(Snapshot snapshot, SearchPreferences preferences)
{
    /// <summary>Scores of all documents.</summary>
    /// <param name="weight">What one preference adds to a document that has it in full.</param>
    public double[][] Score(double weight)
    {
        var scores = snapshot.Segments.Select(static segment => new double[segment.Documents]).ToArray();
        foreach (var segment in snapshot.Segments)
        {
            AddValue(scores[segment.Number], segment, "type", preferences.Type, weight);
            AddValue(scores[segment.Number], segment, "lang", preferences.Language, weight);
        }

        if (preferences.Dates is not DatePreference.None)
        {
            AddDates(scores, weight);
        }

        return scores;
    }

    private static void AddValue(double[] scores, SegmentView segment, string facet, string? value, double weight)
    {
        var column = segment.Columns.Facets[facet];
        var wanted = value is null ? -1 : Array.IndexOf(column.Values, value);
        for (var doc = 0; wanted >= 0 && doc < scores.Length; doc++)
        {
            if (column.Of(doc).Contains(wanted))
            {
                scores[doc] += weight;
            }
        }
    }

    /// <summary>From 0 for the day farthest from what is preferred to the whole weight for the nearest, in even steps of a day.</summary>
    private void AddDates(double[][] scores, double weight)
    {
        var days = snapshot.Segments.SelectMany(segment => Enumerable.Range(0, segment.Documents).Where(segment.IsLive).Select(doc => Day(segment, doc))).OfType<int>();
        var (first, last) = days.Aggregate((First: int.MaxValue, Last: int.MinValue), static (range, day) => (Math.Min(range.First, day), Math.Max(range.Last, day)));
        foreach (var segment in snapshot.Segments)
        {
            for (var doc = 0; doc < segment.Documents; doc++)
            {
                if (Day(segment, doc) is { } day)
                {
                    var distance = preferences.Dates is DatePreference.Newer ? last - day : day - first;
                    scores[segment.Number][doc] += weight * (1 - (distance / (double)Math.Max(1, last - first)));
                }
            }
        }
    }

    /// <summary>The last day of a document, its first where the end is open; null when it has no date.</summary>
    private static int? Day(SegmentView segment, int doc)
    {
        var (first, last) = (segment.Columns.FirstDay[doc], segment.Columns.LastDay[doc]);
        return last != IndexFields.OpenEnd ? last : first != IndexFields.OpenStart ? first : null;
    }
}
