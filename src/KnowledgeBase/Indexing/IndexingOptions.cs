namespace KnowledgeBase.Indexing;

/// <summary>How an index is written. The defaults suit one machine with 2 cores and 4 GiB of memory.</summary>
public sealed record IndexingOptions
{
    /// <summary>Memory for documents not yet written to disk, in mebibytes. Default 48, at least 16; more was measured to be no faster.</summary>
    public double BufferMebibytes { get; init; } = 48;

    /// <summary>
    /// Files read ahead of the one being written, 1 to 256. Default 8: enough to keep a second core busy; each holds one document
    /// in memory.
    /// </summary>
    public int ReadAhead { get; init; } = 8;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range its own comment gives.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BufferMebibytes, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BufferMebibytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReadAhead, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ReadAhead, 256);
    }
}
