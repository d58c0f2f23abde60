using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Corpus;

/// <summary>The files of a corpus at one moment.</summary>
/// <param name="Files">The files that can be read, in ordinal order of their paths.</param>
/// <param name="Problems">The files that cannot, in order of their paths.</param>
public sealed record CorpusSnapshot(ImmutableArray<SnapshotFile> Files, ImmutableArray<ReadProblem> Problems)
{
    /// <summary>Reads every file's bytes once.</summary>
    /// <param name="folder">The corpus.</param>
    /// <param name="limits">How much is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="OperationCanceledException">The call was ended.</exception>
    public static CorpusSnapshot Take(CorpusFolder folder, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        limits ??= new ReadLimits();
        var listing = folder.List();
        var files = ImmutableArray.CreateBuilder<SnapshotFile>(listing.Paths.Length);
        var problems = listing.Problems.ToList();
        foreach (var path in listing.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CorpusFile.TryRead(folder.Root, path, limits, out var problem) is not { } bytes)
            {
                problems.Add(problem!);
                continue;
            }

            var modified = File.GetLastWriteTimeUtc(Path.Combine(folder.Root, path));
            files.Add(new SnapshotFile(path, bytes.Length, modified, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        return new CorpusSnapshot(files.ToImmutable(), [.. problems.OrderBy(static p => p.File, StringComparer.Ordinal)]);
    }

    /// <summary>The digest of a corpus: SHA-256 over path and digest of every document, in ordinal order of path.</summary>
    /// <param name="files">The documents, in any order.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string DigestOf(IEnumerable<(string Path, string Digest)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, digest) in files.OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            // A zero byte stands in no path, so two lists never give the same bytes.
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{digest}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>One file of a snapshot.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
/// <param name="Digest">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record SnapshotFile(string Path, long Size, DateTime Modified, string Digest);
