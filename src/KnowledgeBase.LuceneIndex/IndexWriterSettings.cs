using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Storage;
using Lucene.Net.Documents;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.LuceneIndex;

/// <summary>What a writer needs to know; tests put failing parts in its place.</summary>
internal sealed record IndexWriterSettings
{
    /// <summary>A document of the corpus to a document of Lucene.</summary>
    public required Func<CorpusDocument, Document> Map { get; init; }

    /// <summary>Version of the fields; an index of another version is rebuilt.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Version of the analysis; an index of another version is rebuilt.</summary>
    public required string AnalyzerVersion { get; init; }

    /// <summary>What the lock is held for, in words, for whoever finds it held.</summary>
    public required string Purpose { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Memory for documents not yet written, in mebibytes. Default 48: more is not faster.</summary>
    public double BufferMebibytes { get; init; } = 48;

    /// <summary>Opens the files of a generation.</summary>
    public Func<string, Directory> OpenDirectory { get; init; } = DurableDirectory.At;
}
