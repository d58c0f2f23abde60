using System.Collections.Immutable;
using KnowledgeBase.Corpus;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>An index that can be changed. Exactly one writer exists at a time, across processes.</summary>
/// <remarks>For one caller at a time. Holds the right to write until it is disposed or the process ends, however it ends.</remarks>
public interface IIndexWriter : IDisposable
{
    /// <summary>
    /// Why the index must be built anew, in words: there is none, it is damaged, or another version of the program made it.
    /// Null when it can be changed in place.
    /// </summary>
    /// <exception cref="Searching.IndexUnavailableException">The folder cannot be read.</exception>
    string? RebuildReason { get; }

    /// <summary>What the index knows about itself; null when it must be built anew.</summary>
    IndexedFacts? Facts { get; }

    /// <summary>Path, digest and reference code of every document in the index, in order of path; empty when it must be built anew.</summary>
    /// <exception cref="Searching.IndexUnavailableException">The index cannot be read.</exception>
    ImmutableArray<IndexedFile> ListFiles();

    /// <summary>Begins an all-or-nothing change; dispose it without a commit and nothing happened.</summary>
    /// <param name="rebuild">Whether to build a new generation beside the live one instead of changing that one.</param>
    /// <exception cref="Searching.IndexUnavailableException">Another process is writing, or the folder cannot be written.</exception>
    IIndexChange Begin(bool rebuild);
}

/// <summary>One all-or-nothing change: until <see cref="Commit"/> returns, readers and a restart see none of it.</summary>
public interface IIndexChange : IDisposable
{
    /// <summary>Adds a document, replacing the one with its reference code.</summary>
    /// <exception cref="Searching.IndexUnavailableException">The disk refused; the index is as it was before the change.</exception>
    void Put(CorpusDocument document);

    /// <summary>Removes a document; nothing happens when it is not there.</summary>
    /// <exception cref="Searching.IndexUnavailableException">The disk refused; the index is as it was before the change.</exception>
    void Remove(DocumentId id);

    /// <summary>Makes the change durable and visible.</summary>
    /// <param name="corpusDigest">Digest of the files that the index now holds; see <see cref="IndexedFile.DigestOf"/>.</param>
    /// <param name="registerDigest">Digest of what documents take from outside their own files; empty when nothing.</param>
    /// <exception cref="Searching.IndexUnavailableException">The disk refused; the index is as it was before the change.</exception>
    void Commit(string corpusDigest, string registerDigest = "");
}

/// <summary>One file as the index knows it.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Digest">SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Id">The document it holds.</param>
public sealed record IndexedFile(string Path, string Digest, DocumentId Id)
{
    /// <summary>SHA-256 over path and digest of every file, in ordinal order of path; 64 lower-case hexadecimal digits.</summary>
    public static string DigestOf(IEnumerable<IndexedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return CorpusSnapshot.DigestOf(files.Select(static file => (file.Path, file.Digest)));
    }
}
