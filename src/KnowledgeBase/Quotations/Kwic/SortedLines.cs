using KnowledgeBase.Analysis;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>All lines of a concordance in an order, in 32 bytes of memory each; what they say is in a <see cref="LineSpool"/>.</summary>
/// <remarks>The order is total, so that pages neither skip nor repeat.</remarks>
internal sealed class SortedLines(ConcordanceSort sort, bool descending) : IDisposable
{
    private readonly List<Entry> _entries = [];
    private readonly List<LineSource> _sources = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly LineSpool _spool = new();

    public int Count => _entries.Count;

    /// <summary>Takes up a document, whose lines follow.</summary>
    public void AddDocument(DocumentMatches found)
    {
        var about = found.Document.Metadata;
        _sources.Add(new LineSource(found.Document.Id, about.Title, about.Date, about.Language, found.IndexVersion));
    }

    /// <summary>Takes up a line of the last document.</summary>
    public void Add(LinePlace place, ConcordanceLine line)
    {
        var (word1, word2, word3, word4) = KeyOf(place, line);
        _entries.Add(new Entry(
            _sources.Count - 1, line.Position, NumberOf(word1), NumberOf(word2), NumberOf(word3), NumberOf(word4), _spool.Add(line)));
    }

    /// <summary>Puts the lines into order; none is added afterwards.</summary>
    public void Sort()
    {
        var ranks = RanksOfWords();
        var (first, ties) = (RanksOfSources(), Ranks(_sources.Order(ByDate)));
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            _entries[i] = entry with { Word1 = ranks[entry.Word1], Word2 = ranks[entry.Word2], Word3 = ranks[entry.Word3], Word4 = ranks[entry.Word4] };
        }

        _entries.Sort((a, b) =>
        {
            var order = first[a.Source].CompareTo(first[b.Source]);
            order = order != 0 ? order : a.Word1.CompareTo(b.Word1);
            order = order != 0 ? order : a.Word2.CompareTo(b.Word2);
            order = order != 0 ? order : a.Word3.CompareTo(b.Word3);
            order = order != 0 ? order : a.Word4.CompareTo(b.Word4);
            order = order != 0 ? order : ties[a.Source].CompareTo(ties[b.Source]);
            return order != 0 ? order : a.Position.CompareTo(b.Position);
        });
    }

    /// <summary>The line at a place of the order, from 0.</summary>
    public ConcordanceLine this[int index] => _spool.Read(_entries[index].At, _entries[index].Position, _sources[_entries[index].Source]);

    public void Dispose() => _spool.Dispose();

    private static Comparer<LineSource> ByDate { get; } = Comparer<LineSource>.Create(static (a, b) =>
        FirstDay(a) != FirstDay(b) ? FirstDay(a).CompareTo(FirstDay(b)) : string.CompareOrdinal(a.Id.Value, b.Id.Value));

    private static int FirstDay(LineSource source) => source.Date.IsUndated ? int.MaxValue : source.Date.First?.DayNumber ?? -1;

    /// <summary>Latest last day first, an open end before all; the undated stay last.</summary>
    private static int LastDayReversed(LineSource source) =>
        source.Date.IsUndated ? int.MaxValue : -(source.Date.Last?.DayNumber ?? (int.MaxValue - 1));

    /// <summary>The words the line is sorted by; empty ones where only documents are compared.</summary>
    private (string, string, string, string) KeyOf(LinePlace place, ConcordanceLine line) => sort switch
    {
        ConcordanceSort.Left1 => (place.WordBefore(1), place.WordBefore(2), place.WordBefore(3), ""),
        ConcordanceSort.Left2 => (place.WordBefore(2), place.WordBefore(3), place.WordBefore(1), ""),
        ConcordanceSort.Left3 => (place.WordBefore(3), place.WordBefore(1), place.WordBefore(2), ""),
        ConcordanceSort.Right1 => (place.WordAfter(1), place.WordAfter(2), place.WordAfter(3), ""),
        ConcordanceSort.Right2 => (place.WordAfter(2), place.WordAfter(3), place.WordAfter(1), ""),
        ConcordanceSort.Right3 => (place.WordAfter(3), place.WordAfter(1), place.WordAfter(2), ""),
        ConcordanceSort.Keyword => (TextFolding.Fold(line.Keyword), place.WordAfter(1), place.WordAfter(2), place.WordAfter(3)),
        _ => ("", "", "", ""),
    };

    private int NumberOf(string word)
    {
        if (!_words.TryGetValue(word, out var number))
        {
            _words.Add(word, number = _words.Count);
        }

        return number;
    }

    /// <summary>For each number of a word its place in the order.</summary>
    private int[] RanksOfWords()
    {
        var ranks = new int[_words.Count];
        var rank = 0;
        foreach (var (_, number) in _words.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            ranks[number] = descending ? -rank : rank;
            rank++;
        }

        return ranks;
    }

    /// <summary>For each document its place where documents come first; all the same where words do.</summary>
    private int[] RanksOfSources() => sort switch
    {
        ConcordanceSort.Date when descending => Ranks(_sources
            .OrderBy(LastDayReversed).ThenBy(static source => source.Id.Value, StringComparer.Ordinal)),
        ConcordanceSort.Date => Ranks(_sources.Order(ByDate)),
        ConcordanceSort.Document when descending => Ranks(_sources.OrderByDescending(static source => source.Id.Value, StringComparer.Ordinal)),
        ConcordanceSort.Document => Ranks(_sources.OrderBy(static source => source.Id.Value, StringComparer.Ordinal)),
        ConcordanceSort.Found => Ranks(_sources),
        _ => new int[_sources.Count],
    };

    private int[] Ranks(IEnumerable<LineSource> ordered)
    {
        var places = ordered.Select(static (source, i) => (source, i)).ToDictionary(static pair => pair.source.Id, static pair => pair.i);
        return [.. _sources.Select(source => places[source.Id])];
    }

    private readonly record struct Entry(int Source, int Position, int Word1, int Word2, int Word3, int Word4, long At);
}
