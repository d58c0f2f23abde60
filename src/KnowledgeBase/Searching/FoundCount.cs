namespace KnowledgeBase.Searching;

/// <summary>How many documents a search finds, and which times they are on.</summary>
/// <param name="Documents">How many match in full.</param>
public sealed record FoundCount(long Documents)
{
    /// <summary>The same for two searches of one call that find the same documents; null when a backend does not tell.</summary>
    public long? Set { get; init; }

    /// <summary>The earliest first day of these documents; null when none of them has one, or a backend does not tell.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The latest last day of these documents; null when none of them has one, or a backend does not tell.</summary>
    public DateOnly? LastDay { get; init; }
}
