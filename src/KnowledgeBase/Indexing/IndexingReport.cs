using System.Collections.Immutable;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Indexing;

/// <summary>What an indexing run did.</summary>
public sealed record IndexingReport
{
    /// <summary>Why everything was built anew; null when the index was brought up to date in place.</summary>
    public string? RebuildReason { get; init; }

    /// <summary>Documents that were not in the index before.</summary>
    public int Added { get; init; }

    /// <summary>Documents whose file has other bytes than before, or whose sources are described differently.</summary>
    public int Changed { get; init; }

    /// <summary>Documents that stand in another file or folder than before.</summary>
    public int Moved { get; init; }

    /// <summary>Documents that no file holds any more.</summary>
    public int Removed { get; init; }

    /// <summary>Documents that needed nothing.</summary>
    public int Unchanged { get; init; }

    /// <summary>Files that could not be taken; <see cref="Problems"/> tells why.</summary>
    public int Refused { get; init; }

    /// <summary>Refused files whose last good version is still in the index.</summary>
    public int Kept { get; init; }

    /// <summary>Documents in the index now.</summary>
    public int Documents { get; init; }

    /// <summary>What is wrong with which file, in order of file.</summary>
    public ImmutableArray<ReadProblem> Problems { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Bytes of the files that were read and indexed.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether the index was changed.</summary>
    public bool HasChanges => RebuildReason is not null || Added + Changed + Moved + Removed > 0;
}

/// <summary>How far an indexing run is.</summary>
/// <param name="DocumentsDone">Documents read and handed to the index.</param>
/// <param name="DocumentsTotal">Documents to read.</param>
/// <param name="BytesDone">Their bytes.</param>
/// <param name="BytesTotal">The bytes of all of them.</param>
/// <param name="Elapsed">Time since the first was read.</param>
public sealed record IndexingProgress(int DocumentsDone, int DocumentsTotal, long BytesDone, long BytesTotal, TimeSpan Elapsed)
{
    /// <summary>Mebibytes a second so far; 0 at the start.</summary>
    public double MebibytesPerSecond => Elapsed > TimeSpan.Zero ? BytesDone / (1024.0 * 1024) / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at the speed so far; null at the start.</summary>
    public TimeSpan? TimeLeft => BytesDone > 0 && Elapsed > TimeSpan.Zero
        ? Elapsed * ((double)(BytesTotal - BytesDone) / BytesDone)
        : null;
}
