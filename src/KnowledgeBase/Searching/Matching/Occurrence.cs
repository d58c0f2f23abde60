using System.Collections.Immutable;

namespace KnowledgeBase.Searching.Matching;

/// <summary>A stretch of word positions at which something stands.</summary>
/// <param name="Position">Position of the first word.</param>
/// <param name="End">Position after the last word.</param>
public readonly record struct Occurrence(int Position, int End);

/// <summary>One match of words that are held together by their positions.</summary>
/// <param name="Start">Position of the first word.</param>
/// <param name="End">Position after the last word.</param>
/// <param name="Parts">The words it is made of, in order of position.</param>
public sealed record PositionMatch(int Start, int End, ImmutableArray<Occurrence> Parts)
{
    /// <summary>
    /// What belongs together and is marked as one: a whole phrase, each word of a window, each side of a NEAR, also where two of them
    /// stand side by side. In order of position.
    /// </summary>
    public ImmutableArray<Occurrence> Segments { get; init; } = Parts;
}
