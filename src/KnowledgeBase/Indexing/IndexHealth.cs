using System.Collections.Immutable;

namespace KnowledgeBase.Indexing;

/// <summary>How closely an index is examined.</summary>
public enum ExaminationDepth
{
    /// <summary>What the index says about itself, and whether its files are there. Takes no time.</summary>
    Facts,

    /// <summary>
    /// Also reads every file once and compares checksums, which finds every flipped bit, and compares the list of documents with
    /// the digest in the commit.
    /// </summary>
    Checksums,

    /// <summary>Also walks every term, position, column and stored field: many times slower.</summary>
    Everything,
}

/// <summary>What an examination of an index found.</summary>
public sealed record IndexHealth
{
    /// <summary>Number of the generation that was examined, from 1; null when there is no index.</summary>
    public int? Generation { get; init; }

    /// <summary>What the index knows about itself; null when it cannot be read.</summary>
    public IndexedFacts? Facts { get; init; }

    /// <summary>How many documents it holds; 0 when it cannot be read.</summary>
    public long Documents { get; init; }

    /// <summary>How many bytes were read and compared with their checksums.</summary>
    public long BytesChecked { get; init; }

    /// <summary>What is wrong; empty when the index can be trusted.</summary>
    public ImmutableArray<IndexDamage> Damage { get; init; } = [];

    /// <summary>Whether there is an index and nothing is wrong with it.</summary>
    public bool IsSound => Generation is not null && Damage.IsEmpty;
}

/// <summary>One thing wrong with an index.</summary>
/// <param name="File">The file, relative to the index folder; empty when it is not one file's fault.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
public sealed record IndexDamage(string File, string Reason);

/// <summary>Small facts that an index keeps in its own commit, so that no crash can part them from it.</summary>
/// <param name="SchemaVersion">Version of the fields it was built with.</param>
/// <param name="AnalyzerVersion">Version of the analysis it was built with.</param>
/// <param name="CorpusDigest">Digest of the files it holds; see <see cref="IndexedFile.DigestOf"/>.</param>
/// <param name="RegisterDigest">Digest of what documents take from outside their own files; empty when nothing.</param>
/// <param name="Generation">Number of the generation, from 1.</param>
public sealed record IndexedFacts(
    int SchemaVersion, string AnalyzerVersion, string CorpusDigest, string RegisterDigest, int Generation);
