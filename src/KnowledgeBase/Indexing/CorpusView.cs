using System.Collections.Immutable;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Indexing;

/// <summary>A corpus at one moment, and the way to read it.</summary>
/// <param name="Snapshot">Its files.</param>
/// <param name="RegisterDigest">Digest of what documents take from outside their own files; when it changes, all are read again.</param>
/// <param name="RegisterProblems">What is wrong with the registers of names and sources.</param>
/// <param name="Read">Reads one of the files; called by many threads.</param>
public sealed record CorpusView(
    CorpusSnapshot Snapshot, string RegisterDigest, ImmutableArray<ReadProblem> RegisterProblems, Func<SnapshotFile, ReadResult> Read)
{
    /// <summary>Looks at a folder now.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="OperationCanceledException">The call was ended.</exception>
    public static CorpusView Of(CorpusFolder folder, ReadLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (register, problems) = RegisterReader.Load(folder.Root);
        var reader = new DocumentReader(register, limits);
        return new CorpusView(
            CorpusSnapshot.Take(folder, limits, cancellationToken),
            register.Digest,
            problems,
            file => WithFoundQuotations(reader.Read(folder.Root, file.Path)));
    }

    /// <summary>What the rules find is made on the threads that read, and indexed beside what archivists recorded.</summary>
    private static ReadResult WithFoundQuotations(ReadResult result) =>
        result.Document is { } document ? result with { Document = QuotationRules.AddFound(document) } : result;
}
