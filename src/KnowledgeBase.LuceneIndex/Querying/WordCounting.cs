using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>How often words stand in the texts of the living documents.</summary>
internal static class WordCounting
{
    public static WordFrequencies Count(
        Snapshot snapshot, PostingsReader reader, ImmutableArray<string> words, CancellationToken cancellationToken) => new(
        [.. words.Select(word => Occurrences(snapshot, reader, new QueryNode.Word(word, WordForm.Verbatim), cancellationToken))],
        snapshot.Segments.Sum(AllWords));

    private static long Occurrences(Snapshot snapshot, PostingsReader reader, QueryNode word, CancellationToken cancellationToken) =>
        snapshot.Segments.Sum(segment => reader.Read(segment, word, "text", cancellationToken).Frequencies.Sum(static f => (long)f));

    private static long AllWords(SegmentView segment)
    {
        var lengths = segment.Columns.Lengths["text"];
        var total = 0L;
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            total += segment.IsLive(doc) ? lengths[doc] : 0;
        }

        return total;
    }
}
