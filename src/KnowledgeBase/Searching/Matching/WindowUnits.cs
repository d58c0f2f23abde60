using System.Numerics;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Searching.Matching;

/// <summary>Windows whose elements are one position long each: a matching of elements to positions.</summary>
internal sealed class WindowUnits
{
    private static readonly Comparer<(int Position, ulong Elements)> ByPosition =
        Comparer<(int Position, ulong Elements)>.Create(static (a, b) => a.Position.CompareTo(b.Position));

    private readonly List<List<Found>> _elements;

    /// <summary>Positions with a bit for each element that stands there, in order.</summary>
    private readonly List<(int Position, ulong Elements)> _places;

    /// <summary>For each element the index of its place; -1 while it has none.</summary>
    private readonly int[] _placeOf;

    public WindowUnits(List<List<Found>> elements)
    {
        _elements = elements;
        _placeOf = new int[elements.Count];
        var places = new Dictionary<int, ulong>();
        for (var i = 0; i < elements.Count; i++)
        {
            foreach (var found in elements[i])
            {
                places[found.Start] = places.GetValueOrDefault(found.Start) | (1UL << i);
            }
        }

        _places = [.. places.Select(static place => (place.Key, place.Value)).OrderBy(static place => place.Key)];
    }

    /// <summary>Every position at which an element stands, in order.</summary>
    public IEnumerable<int> Starts => _places.Select(static place => place.Position);

    /// <summary>The windows that begin at <paramref name="start"/>: the shortest, or one for each possible end.</summary>
    public IEnumerable<Found> From(int start, int widest, bool isShortest)
    {
        var first = _places.BinarySearch((start, 0), ByPosition);
        Array.Fill(_placeOf, -1);
        var placed = 0;
        for (var i = first; i < _places.Count && _places[i].Position < start + widest; i++)
        {
            if (placed < _elements.Count)
            {
                placed += TryPlace(i, 0) ? 1 : 0;
                if (placed == _elements.Count)
                {
                    yield return ToFound();
                }
            }
            else if (CanShare(first, i))
            {
                yield return Ending(first, i);
            }

            if (isShortest && placed == _elements.Count)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// Whether both places can be used at once. Sets of places that can be used together form a matroid, so two that can are part of
    /// a whole arrangement as soon as there is any.
    /// </summary>
    private bool CanShare(int first, int last) => BitOperations.PopCount(_places[first].Elements | _places[last].Elements) > 1;

    /// <summary>An arrangement from <paramref name="first"/> to <paramref name="last"/>: these two first, as a place once used stays used.</summary>
    private Found Ending(int first, int last)
    {
        Array.Fill(_placeOf, -1);
        TryPlace(first, 0);
        TryPlace(last, 0);
        for (var i = first + 1; i < last && _placeOf.AsSpan().Contains(-1); i++)
        {
            TryPlace(i, 0);
        }

        return ToFound();
    }

    /// <summary>Gives the place to an element; one that has a place already may move on to another. Recursion is at most as deep as elements are many.</summary>
    private bool TryPlace(int place, ulong tried) => TryPlace(place, ref tried);

    private bool TryPlace(int place, ref ulong tried)
    {
        for (var rest = _places[place].Elements; rest != 0; rest &= rest - 1)
        {
            var free = BitOperations.TrailingZeroCount(rest);
            if (_placeOf[free] < 0)
            {
                _placeOf[free] = place;
                return true;
            }
        }

        for (var rest = _places[place].Elements & ~tried; rest != 0; rest = _places[place].Elements & ~tried)
        {
            var element = BitOperations.TrailingZeroCount(rest);
            tried |= 1UL << element;
            if (TryPlace(_placeOf[element], ref tried))
            {
                _placeOf[element] = place;
                return true;
            }
        }

        return false;
    }

    private Found ToFound()
    {
        // The places are numbered in the order of the text.
        var places = (int[])_placeOf.Clone();
        var elements = Enumerable.Range(0, places.Length).ToArray();
        Array.Sort(places, elements);
        var parts = new Found[places.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var element = _elements[elements[i]];
            parts[i] = element[Found.FirstFrom(element, _places[places[i]].Position)];
        }

        return new Found(parts[0].Start, parts[^1].End, ImmutableCollectionsMarshal.AsImmutableArray(parts), IsSolid: false);
    }
}
