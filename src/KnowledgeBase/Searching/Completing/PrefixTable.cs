namespace KnowledgeBase.Searching.Completing;

/// <summary>Finds the best entries of a list that have a word beginning with what was typed.</summary>
/// <remarks>
/// The text of every entry stands in a sorted list once from each of its words on. All that begin alike are a range of that list, and a
/// tree of the best of every range gives them one by one: an answer of <c>k</c> entries costs <c>k</c> times the logarithm of the list,
/// whether ten entries begin so or ten thousand. About 16 bytes a word and two a character. Immutable.
/// </remarks>
public sealed class PrefixTable
{
    private const char End = '\0';

    private readonly int _entries;
    private readonly char[] _pool;

    /// <summary>Where each key begins in the pool, in order of what stands there; each ends at <see cref="End"/>.</summary>
    private readonly int[] _keys;

    /// <summary>For each key how good it is, 0 the best; the number of the entry, or that and the number of all entries.</summary>
    private readonly int[] _ranks;

    /// <summary>A binary tree over the keys, leaves from the number of keys on: the best key of each part.</summary>
    private readonly int[] _best;

    /// <summary>Sorts the keys.</summary>
    /// <param name="entries">How many entries there are; the better one has the smaller number.</param>
    /// <param name="texts">Texts of entries as <see cref="Querying.Names.NameKey.Of"/> writes them; an entry may have several.</param>
    /// <param name="beginningsFirst">Whether entries that begin with what was typed come before those that have it inside.</param>
    public PrefixTable(int entries, IReadOnlyCollection<(int Entry, string Text)> texts, bool beginningsFirst)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _entries = entries;
        _pool = new char[texts.Sum(static text => text.Text.Length + 1)];
        var (keys, ranks) = (new List<int>(), new List<int>());
        var at = 0;
        foreach (var (entry, text) in texts)
        {
            text.CopyTo(0, _pool, at, text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (i == 0 || text[i - 1] == ' ')
                {
                    keys.Add(at + i);
                    ranks.Add(i > 0 && beginningsFirst ? entry + entries : entry);
                }
            }

            at += text.Length + 1;
        }

        (_keys, _ranks) = ([.. keys], [.. ranks]);
        Array.Sort(_keys, _ranks, Comparer<int>.Create(Compare));
        _best = Tree();
    }

    /// <summary>The entries that have a word beginning so, best first, each once. Take few: each costs a search.</summary>
    /// <param name="beginning">Words as <see cref="Querying.Names.NameKey.Of"/> writes them; a space at the end wants another word.</param>
    public IEnumerable<int> Find(string beginning)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        var from = FirstKey(key => CompareBeginning(key, beginning) >= 0);
        var to = FirstKey(key => CompareBeginning(key, beginning) > 0);
        var ranges = new PriorityQueue<(int From, int To, int Best), int>();
        Add(from, to);
        var seen = new HashSet<int>();
        while (ranges.TryDequeue(out var range, out var rank))
        {
            Add(range.From, range.Best);
            Add(range.Best + 1, range.To);
            if (seen.Add(rank % _entries))
            {
                yield return rank % _entries;
            }
        }

        void Add(int start, int end)
        {
            if (start < end)
            {
                var best = BestOf(start, end);
                ranges.Enqueue((start, end, best), _ranks[best]);
            }
        }
    }

    private int FirstKey(Func<int, bool> isThere)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isThere(_keys[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Compares the beginning of a key, as long as what was typed.</summary>
    private int CompareBeginning(int key, string beginning)
    {
        for (var i = 0; i < beginning.Length; i++)
        {
            // The end of a text is smaller than any character, so nothing is read beyond it.
            if (_pool[key + i] != beginning[i])
            {
                return _pool[key + i] - beginning[i];
            }
        }

        return 0;
    }

    private int Compare(int one, int other)
    {
        if (one == other)
        {
            return 0;
        }

        var i = 0;
        while (_pool[one + i] == _pool[other + i] && _pool[one + i] != End)
        {
            i++;
        }

        var order = _pool[one + i] - _pool[other + i];
        return order != 0 ? order : one - other;
    }

    private int[] Tree()
    {
        var count = _keys.Length;
        var best = new int[2 * count];
        for (var key = 0; key < count; key++)
        {
            best[count + key] = key;
        }

        for (var node = count - 1; node > 0; node--)
        {
            best[node] = Better(best[2 * node], best[(2 * node) + 1]);
        }

        return best;
    }

    private int BestOf(int from, int to)
    {
        var best = from;
        for (int left = from + _keys.Length, right = to + _keys.Length; left < right; left /= 2, right /= 2)
        {
            if (left % 2 == 1)
            {
                best = Better(best, _best[left++]);
            }

            if (right % 2 == 1)
            {
                best = Better(best, _best[--right]);
            }
        }

        return best;
    }

    private int Better(int one, int other) =>
        _ranks[one] < _ranks[other] || (_ranks[one] == _ranks[other] && one < other) ? one : other;
}
