using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.CitedSearches;

/// <summary>A short proof of what was found: the same documents with the same content in the same order give the same.</summary>
public static class ResultFingerprint
{
    /// <summary>So much of a document's digest counts: 64 bits, far more than an archive has versions.</summary>
    public const int DigestLength = 16;

    /// <summary>The beginning of a digest.</summary>
    public static string Shorten(string digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest[..Math.Min(DigestLength, digest.Length)];
    }

    /// <summary>16 lower-case hexadecimal digits: the beginning of SHA-256 over one line for each document, code, space, digest.</summary>
    public static string Of(IEnumerable<(DocumentId Id, string Digest)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, digest) in documents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{id} {Shorten(digest)}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
