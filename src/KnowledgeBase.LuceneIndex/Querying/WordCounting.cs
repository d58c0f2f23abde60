using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>How often words stand in the texts of the living documents.</summary>
internal static class WordCounting
{
    public static WordFrequencies Count(
        Snapshot snapshot, PostingsReader reader, ImmutableArray<string> words, CancellationToken cancellationToken)
    {
        var byYear = AllWords(snapshot);
        return new WordFrequencies(
            [.. words.Select(word => Occurrences(snapshot, reader, new QueryNode.Word(word, WordForm.Verbatim), cancellationToken))],
            byYear.Values.Sum())
        {
            WordsByYear = [.. byYear.Select(static pair => new YearWords(pair.Key, pair.Value))],
        };
    }

    private static long Occurrences(Snapshot snapshot, PostingsReader reader, QueryNode word, CancellationToken cancellationToken) =>
        snapshot.Segments.Sum(segment => reader.Read(segment, word, "text", cancellationToken).Frequencies.Sum(static f => (long)f));

    private static Dictionary<string, long> AllWords(Snapshot snapshot)
    {
        var words = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var segment in snapshot.Segments)
        {
            var columns = segment.Columns;
            var lengths = columns.Lengths["text"];
            for (var doc = 0; doc < lengths.Length; doc++)
            {
                if (segment.IsLive(doc))
                {
                    var year = DateYears.Of(Day(columns.FirstDay[doc], IndexFields.OpenStart), Day(columns.LastDay[doc], IndexFields.OpenEnd));
                    words[year] = words.GetValueOrDefault(year) + lengths[doc];
                }
            }
        }

        return words;
    }

    private static DateOnly? Day(int number, long open) => number == open ? null : DateOnly.FromDayNumber(number);
}
