using KnowledgeBase.Analysis;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>What a snapshot knows about itself.</summary>
internal static class SnapshotFacts
{
    public static IndexFacts Of(Snapshot snapshot, ITextAnalyzer analyzer)
    {
        var facts = CommitFacts.Read(snapshot.Reader.IndexCommit.UserData);
        var (first, last) = Days(snapshot);
        return new IndexFacts(
            snapshot.Documents,
            snapshot.Version,
            facts?.CorpusDigest ?? "",
            facts?.SchemaVersion ?? IndexFields.SchemaVersion,
            facts?.AnalyzerVersion ?? analyzer.Version,
            [.. Facets.FacetCounter.Count(snapshot, [.. snapshot.Segments.Select(static s => s.AllLive())], "lang", int.MaxValue).Values.Select(static v => v.Value)],
            first,
            last,
            facts?.Generation ?? 0);
    }

    private static (DateOnly? First, DateOnly? Last) Days(Snapshot snapshot)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var segment in snapshot.Segments)
        {
            for (var doc = 0; doc < segment.Documents; doc++)
            {
                if (!segment.IsLive(doc))
                {
                    continue;
                }

                var (from, to) = (segment.Columns.FirstDay[doc], segment.Columns.LastDay[doc]);
                first = from == IndexFields.OpenStart ? first : Math.Min(first, from);
                last = to == IndexFields.OpenEnd ? last : Math.Max(last, to);
            }
        }

        return (first == int.MaxValue ? null : DateOnly.FromDayNumber(first), last == int.MinValue ? null : DateOnly.FromDayNumber(last));
    }
}
