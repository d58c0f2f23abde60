using System.Runtime.InteropServices;

namespace KnowledgeBase.Searching.Phrases;

/// <summary>Finds the rows of two to four words that stand in enough documents.</summary>
/// <remarks>
/// Length by length: a row can only be frequent when the two rows inside it that are one word shorter are (Agrawal and Srikant, "Fast
/// algorithms for mining association rules", 1994), so that few rows are ever counted. The same texts in the same order give the same.
/// </remarks>
internal sealed class PhraseCandidates
{
    private const int None = -1;

    private readonly WordRows _rows;
    private readonly PhraseLimits _limits;

    /// <summary>For each length from 1 on the frequent rows of that length.</summary>
    private readonly List<Row[]> _frequent = [];

    /// <summary>For each length from 1 on and each place of the texts, which of them begins there.</summary>
    private readonly List<int[]> _at = [];

    private PhraseCandidates(WordRows rows, PhraseLimits limits)
    {
        (_rows, _limits) = (rows, limits);
    }

    /// <summary>The phrases as they are most often spelled, those of most documents first.</summary>
    public static IReadOnlyList<string> Find(WordRows rows, PhraseLimits limits)
    {
        var candidates = new PhraseCandidates(rows, limits);
        candidates.CountWords();
        for (var length = 2; length <= PhraseLimits.MostWords; length++)
        {
            candidates.CountRows();
        }

        candidates.MarkParts();
        return candidates.Spell(candidates.Choose());
    }

    private void CountWords()
    {
        var numbers = CollectionsMarshal.AsSpan(_rows.Words);
        var words = new Row[_rows.Vocabulary.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] != WordRows.Gap)
            {
                words[numbers[i]].Count(_rows.DocumentOf[i], _rows.CanBound[i]);
            }
        }

        Keep(words, [.. numbers]);
    }

    private void CountRows()
    {
        var shorter = _at[^1];
        var numbers = new Dictionary<(int, int), int>();
        var rows = new List<Row>();
        var at = new int[shorter.Length];
        Array.Fill(at, None);
        for (var i = 0; i + 1 < shorter.Length; i++)
        {
            if (shorter[i] == None || shorter[i + 1] == None)
            {
                continue;
            }

            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, (shorter[i], shorter[i + 1]), out var isKnown);
            if (!isKnown)
            {
                number = rows.Count;
                rows.Add(new Row { First = shorter[i], Second = shorter[i + 1] });
            }

            at[i] = number;
            CollectionsMarshal.AsSpan(rows)[number].Count(_rows.DocumentOf[i], _rows.CanBound[i] && _rows.CanBound[i + _at.Count]);
        }

        Keep(CollectionsMarshal.AsSpan(rows), at);
    }

    /// <summary>Keeps the rows that are frequent, and gives them new numbers.</summary>
    private void Keep(ReadOnlySpan<Row> rows, int[] at)
    {
        var kept = new List<Row>();
        var numbers = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var isFrequent = rows[row].Documents >= _limits.FewestDocuments;
            numbers[row] = isFrequent ? kept.Count : None;
            if (isFrequent)
            {
                kept.Add(rows[row]);
            }
        }

        for (var i = 0; i < at.Length; i++)
        {
            at[i] = at[i] < 0 ? None : numbers[at[i]];
        }

        _frequent.Add([.. kept]);
        _at.Add(at);
    }

    /// <summary>
    /// A row that stands as often as a phrase around it always stands in it. From the longest down, because the row between the two need
    /// not be a phrase: "police chief" in "police chief of Vienna".
    /// </summary>
    private void MarkParts()
    {
        for (var length = PhraseLimits.MostWords; length > 2; length--)
        {
            var parts = _frequent[length - 2];
            foreach (var row in _frequent[length - 1].Where(row => row.IsPart || IsPhrase(row)))
            {
                parts[row.First].IsPart |= parts[row.First].Occurrences == row.Occurrences;
                parts[row.Second].IsPart |= parts[row.Second].Occurrences == row.Occurrences;
            }
        }
    }

    private bool IsPhrase(Row row) => row.BoundedDocuments >= _limits.FewestDocuments;

    /// <summary>The phrases of most documents, as length and number.</summary>
    private List<(int Length, int Number)> Choose()
    {
        var firstPlaces = FirstPlaces();
        return
        [
            .. Enumerable.Range(2, PhraseLimits.MostWords - 1)
                .SelectMany(length => _frequent[length - 1].Select((row, number) => (Row: row, Length: length, Number: number)))
                .Where(found => IsPhrase(found.Row) && !found.Row.IsPart)
                .OrderByDescending(static found => found.Row.BoundedDocuments)
                .ThenBy(found => Words(firstPlaces[found.Length - 1][found.Number], found.Length), StringComparer.Ordinal)
                .Take(_limits.MostPhrases)
                .Select(static found => (found.Length, found.Number)),
        ];
    }

    private int[][] FirstPlaces() =>
    [
        .. _at.Select((at, length) =>
        {
            var first = new int[_frequent[length].Length];
            for (var i = at.Length - 1; i >= 0; i--)
            {
                if (at[i] != None)
                {
                    first[at[i]] = i;
                }
            }

            return first;
        }),
    ];

    private string Words(int at, int length) => string.Join(' ', Enumerable.Range(at, length).Select(i => _rows.Vocabulary[_rows.Words[i]]));

    /// <summary>How each phrase is most often spelled; of two spellings the first in ordinal order.</summary>
    private List<string> Spell(List<(int Length, int Number)> phrases)
    {
        var spellings = phrases.ToDictionary(static phrase => phrase, static _ => new Dictionary<string, int>(StringComparer.Ordinal));
        for (var length = 2; length <= PhraseLimits.MostWords; length++)
        {
            var at = _at[length - 1];
            for (var i = 0; i < at.Length; i++)
            {
                if (at[i] != None && spellings.TryGetValue((length, at[i]), out var counts))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, Spelling(i, length), out _)++;
                }
            }
        }

        return
        [
            .. phrases.Select(phrase => spellings[phrase]
                .OrderByDescending(static spelling => spelling.Value)
                .ThenBy(static spelling => spelling.Key, StringComparer.Ordinal)
                .First().Key),
        ];
    }

    private string Spelling(int at, int length) => string.Concat(Enumerable.Range(at, length)
        .Select(i => (i == at ? "" : _rows.MarkBefore[i]) + _rows.Spellings[_rows.SpellingOf[i]]));

    /// <summary>What is known of a row of words. Documents are counted in their order.</summary>
    private struct Row
    {
        private int _lastDocument;
        private int _lastBounded;

        /// <summary>The row without its last word.</summary>
        public int First { get; init; }

        /// <summary>The row without its first word.</summary>
        public int Second { get; init; }

        public int Occurrences { get; private set; }

        public int Documents { get; private set; }

        /// <summary>The documents in whose language it neither begins nor ends with a common word.</summary>
        public int BoundedDocuments { get; private set; }

        /// <summary>Whether it always stands in a longer phrase.</summary>
        public bool IsPart { get; set; }

        public void Count(int document, bool isBounded)
        {
            // Numbers of documents begin with 0, and a struct's fields too.
            Occurrences++;
            Documents += _lastDocument == document + 1 ? 0 : 1;
            _lastDocument = document + 1;
            if (isBounded)
            {
                BoundedDocuments += _lastBounded == document + 1 ? 0 : 1;
                _lastBounded = document + 1;
            }
        }
    }
}
