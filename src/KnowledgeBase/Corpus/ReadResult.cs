using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus;

/// <summary>What came of reading a file: a document, or the reasons why there is none.</summary>
/// <param name="Document">The document; null when the file was refused.</param>
/// <param name="Problems">Why it was refused; empty when there is a document.</param>
public sealed record ReadResult(CorpusDocument? Document, ImmutableArray<ReadProblem> Problems);
