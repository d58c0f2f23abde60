using System.Runtime.CompilerServices;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching.Completing;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>The titles of a segment, found by what they begin with. Made once and kept as long as the segment lives.</summary>
internal sealed class SegmentTitles
{
    private static readonly ConditionalWeakTable<SegmentColumns, SegmentTitles> Made = [];

    private readonly SegmentColumns _columns;
    private readonly PrefixTable _table;

    /// <summary>Titles, those of most documents first.</summary>
    private readonly int[] _titles;

    /// <summary>Where the documents of each title begin in <see cref="_documents"/>.</summary>
    private readonly int[] _starts;
    private readonly int[] _documents;

    private SegmentTitles(SegmentColumns columns)
    {
        _columns = columns;
        (_starts, _documents) = Group(columns.ShownTitleOf, columns.ShownTitles.Length);
        _titles = [.. Enumerable.Range(0, columns.ShownTitles.Length).OrderByDescending(CountAll).ThenBy(title => columns.ShownTitles[title], StringComparer.Ordinal)];
        _table = new PrefixTable(
            _titles.Length, [.. _titles.Select((title, number) => (number, NameKey.Of(columns.ShownTitles[title])))], beginningsFirst: true);
    }

    public static SegmentTitles Of(SegmentColumns columns) => Made.GetValue(columns, static key => new SegmentTitles(key));

    /// <summary>The best titles that have a word beginning so and a living document.</summary>
    public IEnumerable<(string Title, int Documents, string FirstId)> Find(string beginning, Func<int, bool> isLive)
    {
        foreach (var number in _table.Find(beginning))
        {
            var title = _titles[number];
            var documents = _documents.AsSpan(_starts[title], CountAll(title));
            var (living, first) = (0, -1);
            foreach (var doc in documents)
            {
                if (isLive(doc))
                {
                    first = living++ == 0 ? doc : first;
                }
            }

            if (living > 0)
            {
                yield return (_columns.ShownTitles[title], living, _columns.Ids[_columns.IdOf[first]]);
            }
        }
    }

    private int CountAll(int title) => _starts[title + 1] - _starts[title];

    private static (int[] Starts, int[] Documents) Group(int[] titleOf, int titles)
    {
        var starts = new int[titles + 1];
        foreach (var title in titleOf)
        {
            starts[title + 1]++;
        }

        for (var title = 0; title < titles; title++)
        {
            starts[title + 1] += starts[title];
        }

        var next = (int[])starts.Clone();
        var documents = new int[titleOf.Length];
        for (var doc = 0; doc < titleOf.Length; doc++)
        {
            documents[next[titleOf[doc]]++] = doc;
        }

        return (starts, documents);
    }
}
