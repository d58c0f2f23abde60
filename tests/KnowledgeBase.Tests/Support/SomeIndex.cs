using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Tests.Support;

/// <summary>Indexes of a few documents, for tests.</summary>
internal static class SomeIndex
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    /// <summary>The names of the archive's own authority files.</summary>
    public static NameTable NamesOfTheArchive { get; } = new(RegisterReader.Load(Repository.PathOf("corpus")).Register.Authorities.Select(
        static authority => new NameRecord(authority.Kind.ToString().ToLowerInvariant(), authority.Name, authority.Variants, authority.Misspellings)));

    /// <summary>An index of the documents in a folder, open for searching.</summary>
    public static LuceneSearchIndex Of(TempFolder folder, IReadOnlyList<CorpusDocument> documents)
    {
        using (var writer = LuceneIndexWriter.Open(
            new IndexFolder(folder.Path), Analyzer, new IndexingOptions(), "a test", TimeProvider.System))
        {
            using var change = writer.Begin(rebuild: true);
            foreach (var document in documents)
            {
                change.Put(document);
            }

            change.Commit(IndexedFile.DigestOf(documents.Select(static d => new IndexedFile(d.Path, d.Digest, d.Id))));
        }

        var index = new LuceneSearchIndex(new IndexFolder(folder.Path), Analyzer);
        index.Refresh();
        return index;
    }

    /// <summary>The documents of a corpus folder; every file must be in order.</summary>
    public static IReadOnlyList<CorpusDocument> ReadCorpus(string folder)
    {
        var reader = new DocumentReader(RegisterReader.Load(folder).Register);
        return
        [
            .. new CorpusFolder(folder).List().Paths.Select(path => reader.Read(folder, path) is { Document: { } document }
                ? document
                : throw new InvalidDataException($"{path} is not a document of the corpus.")),
        ];
    }
}
