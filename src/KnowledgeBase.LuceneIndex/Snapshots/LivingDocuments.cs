using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>Finds documents of a reader without the columns of a <see cref="Snapshot"/>.</summary>
internal static class LivingDocuments
{
    /// <summary>The number of a document; null when the reader does not have it.</summary>
    public static int? Find(DirectoryReader reader, string id)
    {
        var term = new Term(IndexFields.Id, new BytesRef(id));
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term)?.NextDoc() is { } doc and not DocIdSetIterator.NO_MORE_DOCS)
            {
                return leaf.DocBase + doc;
            }
        }

        return null;
    }
}
