using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>An index that can be changed. Exactly one writer exists at a time, across processes.</summary>
public interface IIndexWriter
{
    /// <summary>Path, digest and reference code of every document in the index, in order of path; empty for a new index.</summary>
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
    void Put(CorpusDocument document);

    /// <summary>Removes a document; nothing happens when it is not there.</summary>
    void Remove(DocumentId id);

    /// <summary>Makes the change durable and visible.</summary>
    /// <param name="corpusDigest">Digest of the corpus that the index now holds.</param>
    void Commit(string corpusDigest);
}

/// <summary>One file as the index knows it.</summary>
public sealed record IndexedFile(string Path, string Digest, DocumentId Id);
