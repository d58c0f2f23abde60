using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>Where documents come from.</summary>
/// <param name="List">Every document file with its digest, now.</param>
/// <param name="Read">Reads one of them; a file that cannot be taken is a value with problems, never an exception. Called by many threads.</param>
public sealed record CorpusSource(
    Func<CancellationToken, CorpusListing> List, Func<CorpusFile, CancellationToken, FileReading> Read);

/// <summary>The files of a corpus at one moment.</summary>
/// <param name="Files">The documents, in ordinal order of path.</param>
/// <param name="RegisterDigest">Digest of what documents take from outside their own files; when it changes, all are read again.</param>
public sealed record CorpusListing(ImmutableArray<CorpusFile> Files, string RegisterDigest);

/// <summary>A file of the corpus.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Digest">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record CorpusFile(string Path, long Size, string Digest);

/// <summary>What reading a file gave.</summary>
/// <param name="Document">The document; null when the file is refused.</param>
/// <param name="Problems">What is wrong with it; with a document, what was put up with.</param>
public sealed record FileReading(CorpusDocument? Document, ImmutableArray<IndexingProblem> Problems);
