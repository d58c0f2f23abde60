using System.Collections.Immutable;

namespace KnowledgeBase.Searching.Matching;

/// <summary>A match while it is put together: an interval, and what it is made of.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Children">The parts; none for a single word.</param>
/// <param name="IsSolid">Whether it is marked as one stretch.</param>
internal sealed record Found(int Start, int End, ImmutableArray<Found> Children, bool IsSolid) : IComparable<Found>
{
    public int Length => End - Start;

    public static Found Of(Occurrence at) => new(at.Position, at.End, [], IsSolid: true);

    /// <summary>By start, then by end.</summary>
    public int CompareTo(Found? other) =>
        other is null ? 1 : Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public PositionMatch ToMatch()
    {
        var parts = new List<Occurrence>();
        var segments = new List<Occurrence>();
        Collect(parts, segments, isInSolid: false);
        return new PositionMatch(Start, End, [.. parts.OrderBy(static p => p.Position)])
        {
            Segments = [.. segments.OrderBy(static s => s.Position)],
        };
    }

    /// <summary>Sorted, each interval once: which of several ways to make an interval is kept does not matter.</summary>
    public static List<Found> Distinct(List<Found> found)
    {
        found.Sort();
        var distinct = new List<Found>(found.Count);
        foreach (var one in found)
        {
            if (distinct.Count == 0 || distinct[^1].CompareTo(one) != 0)
            {
                distinct.Add(one);
            }
        }

        return distinct;
    }

    /// <summary>Index of the first with a start of at least <paramref name="start"/>.</summary>
    public static int FirstFrom(List<Found> sorted, int start)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Collect(List<Occurrence> parts, List<Occurrence> segments, bool isInSolid)
    {
        if (IsSolid && !isInSolid)
        {
            segments.Add(new Occurrence(Start, End));
        }

        if (Children.IsEmpty)
        {
            parts.Add(new Occurrence(Start, End));
        }

        foreach (var child in Children)
        {
            child.Collect(parts, segments, isInSolid || IsSolid);
        }
    }
}
