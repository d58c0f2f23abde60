using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>Completions while typing, from the titles, names and subjects of a snapshot.</summary>
/// <remarks>
/// A sorted list of every word's beginning in every entry: a look-up is two binary searches and a short walk, whatever the size.
/// </remarks>
internal sealed class Completions
{
    /// <summary>Entries looked at for one answer, so that two letters cost no more than ten.</summary>
    private const int MostConsidered = 5_000;

    private static readonly string[] Facets = ["person", "organisation", "place", "subject"];

    private readonly (string Key, int Entry)[] _keys;
    private readonly Suggestion[] _entries;

    private Completions((string Key, int Entry)[] keys, Suggestion[] entries)
    {
        _keys = keys;
        _entries = entries;
    }

    public static Completions Of(Snapshot snapshot)
    {
        var entries = Names(snapshot).Concat(Titles(snapshot)).ToArray();
        var keys = entries.SelectMany(static (entry, number) => Keys(entry.Text).Select(key => (key, number))).ToArray();
        Array.Sort(keys, static (a, b) => string.CompareOrdinal(a.key, b.key) is var order and not 0 ? order : a.number.CompareTo(b.number));
        return new Completions(keys, entries);
    }

    /// <summary>The entries that have a word beginning with what was typed: names first by how many documents have them, then titles.</summary>
    public ImmutableArray<Suggestion> Suggest(string typed, int count)
    {
        var beginning = string.Join(' ', WordCutter.Cut(typed).Select(static word => word.Exact));
        if (beginning.Length < 2)
        {
            return [];
        }

        var found = new HashSet<int>();
        for (var i = FirstAtLeast(beginning); i < _keys.Length && found.Count < MostConsidered; i++)
        {
            if (!_keys[i].Key.StartsWith(beginning, StringComparison.Ordinal))
            {
                break;
            }

            found.Add(_keys[i].Entry);
        }

        return
        [
            .. found
                .Select(entry => _entries[entry])
                .OrderBy(static entry => string.Equals(entry.Kind, "title", StringComparison.Ordinal))
                .ThenByDescending(static entry => entry.Documents)
                .ThenBy(static entry => entry.Text, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private int FirstAtLeast(string beginning)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_keys[middle].Key, beginning) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The text from each of its words on, so that the middle of a title can be typed too.</summary>
    private static IEnumerable<string> Keys(string text)
    {
        var words = WordCutter.Cut(text).Select(static word => word.Exact).ToArray();
        return words.Select((_, i) => string.Join(' ', words[i..]));
    }

    private static IEnumerable<Suggestion> Names(Snapshot snapshot)
    {
        var all = snapshot.Segments.Select(static segment => segment.AllLive()).ToArray();
        return Facets.SelectMany(facet => LuceneIndex.Facets.FacetCounter.Count(snapshot, all, facet, int.MaxValue).Values
            .Select(value => new Suggestion(value.Value, facet, value.Count)));
    }

    private static IEnumerable<Suggestion> Titles(Snapshot snapshot)
    {
        foreach (var segment in snapshot.Segments)
        {
            for (var doc = 0; doc < segment.Documents; doc++)
            {
                if (segment.IsLive(doc))
                {
                    var columns = segment.Columns;
                    yield return new Suggestion(
                        columns.ShownTitles[columns.ShownTitleOf[doc]], "title", 1, new DocumentId(columns.Ids[columns.IdOf[doc]]));
                }
            }
        }
    }
}
