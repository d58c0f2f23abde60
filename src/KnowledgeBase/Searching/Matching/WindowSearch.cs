namespace KnowledgeBase.Searching.Matching;

/// <summary>Windows whose elements differ in length: arrangements are tried, the element with the fewest places first.</summary>
internal sealed class WindowSearch
{
    /// <summary>Places tried for one start; windows of real texts need some dozens.</summary>
    public const int MostSteps = 2_000;

    /// <summary>Places tried for all the starts of one text.</summary>
    public const int MostStepsOfText = 5_000;

    private readonly List<List<Found>> _places;
    private readonly int[] _restOfLengths;
    private readonly int _start;
    private readonly int _distance;
    private readonly bool _isShortest;
    private readonly int _mostSteps;
    private readonly Found[] _chosen;
    private readonly SortedDictionary<int, Found> _byEnd = [];
    private int _steps;

    private WindowSearch(List<List<Found>> places, int start, int distance, bool isShortest, int mostSteps)
    {
        (_places, _start, _distance, _isShortest, _mostSteps) = (places, start, distance, isShortest, mostSteps);
        _chosen = new Found[places.Count];
        _restOfLengths = new int[places.Count + 1];
        for (var i = places.Count - 1; i >= 0; i--)
        {
            _restOfLengths[i] = _restOfLengths[i + 1] + places[i].Max(static found => found.Length);
        }
    }

    /// <summary>The windows that begin at <paramref name="start"/>: the shortest, or one for each possible end.</summary>
    /// <param name="elements">All places of each element.</param>
    /// <param name="next">For each element the first place that does not lie before the start.</param>
    /// <param name="start">Where the windows begin.</param>
    /// <param name="widest">The widest any window can be.</param>
    /// <param name="distance">How many positions may be free.</param>
    /// <param name="isShortest">Whether only the shortest is wanted.</param>
    /// <param name="stepsLeft">How many places may still be tried in this text; less by those that were.</param>
    public static IEnumerable<Found> From(
        List<List<Found>> elements, int[] next, int start, int widest, int distance, bool isShortest, ref int stepsLeft)
    {
        var places = new List<List<Found>>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            var end = Found.FirstFrom(elements[i], start + widest);
            var within = elements[i].GetRange(next[i], end - next[i]).FindAll(found => found.End <= start + widest);
            if (within.Count == 0)
            {
                return [];
            }

            places.Add(within);
        }

        places.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        var search = new WindowSearch(places, start, distance, isShortest, Math.Min(MostSteps, stepsLeft));
        search.Choose(0, lastEnd: start, covered: 0, hasStart: false);
        stepsLeft -= Math.Min(search._steps, stepsLeft);
        return search._byEnd.Values;
    }

    private void Choose(int element, int lastEnd, int covered, bool hasStart)
    {
        if (element == _places.Count)
        {
            if (hasStart && lastEnd - _start - covered <= _distance)
            {
                _byEnd.TryAdd(lastEnd, ToFound(lastEnd));
            }

            return;
        }

        foreach (var place in _places[element])
        {
            var end = Math.Max(lastEnd, place.End);
            if (_isShortest && _byEnd.Count > 0 && end >= _byEnd.First().Key)
            {
                continue;
            }

            var isTooWide = end - _start - covered - place.Length - _restOfLengths[element + 1] > _distance;
            if (isTooWide || Overlaps(place, element))
            {
                continue;
            }

            if (++_steps > _mostSteps)
            {
                return;
            }

            _chosen[element] = place;
            Choose(element + 1, end, covered + place.Length, hasStart || place.Start == _start);
        }
    }

    private bool Overlaps(Found place, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (place.Start < _chosen[i].End && _chosen[i].Start < place.End)
            {
                return true;
            }
        }

        return false;
    }

    private Found ToFound(int end) => new(_start, end, [.. _chosen.Order()], IsSolid: false);
}
