namespace KnowledgeBase.Corpus;

/// <summary>How much of a file is read. The defaults are those of the contract in <c>corpus/README.md</c>.</summary>
public sealed record ReadLimits
{
    /// <summary>Largest file that is read, in bytes; a larger one is refused unread. Default 16 MiB, at least 1.</summary>
    public int LargestFileBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Largest front matter, in characters. Default 65,536, at least 1.</summary>
    public int LargestFrontMatterCharacters { get; init; } = 64 * 1024;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range its own comment gives.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(LargestFileBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LargestFrontMatterCharacters, 1);
    }
}
