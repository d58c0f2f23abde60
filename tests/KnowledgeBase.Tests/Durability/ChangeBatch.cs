using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Durability;

/// <summary>The change that the durability tests interrupt: removes A-2, replaces A-3, adds .</summary>
internal static class ChangeBatch
{
    public static void Apply(LuceneIndexWriter writer, bool rebuild)
    {
        CorpusDocument[] put = [Some.Document("A-3", "changed"), Some.Document("A-4", LongText()), Some.Document("A-5")];
        put = rebuild ? [Some.Document("A-1"), .. put] : put;
        var files = (rebuild ? [] : writer.ListFiles()).Where(static file => file.Id.Value != "A-2").ToDictionary(static file => file.Id);
        using var change = writer.Begin(rebuild);
        change.Remove(new DocumentId("A-2"));
        foreach (var document in put)
        {
            change.Put(document);
            files[document.Id] = new IndexedFile(document.Path, document.Digest, document.Id);
        }

        change.Commit(IndexedFile.DigestOf(files.Values));
    }

    private static string LongText() => string.Join(' ', Enumerable.Range(0, 2_000).Select(static n => FormattableString.Invariant($"word{n}")));
}
