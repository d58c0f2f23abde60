using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>The living documents in an order that follows from their reference codes alone: its beginning is an even sample of the archive.</summary>
internal static class EvenSample
{
    /// <summary>Reference codes and numbers, in that order.</summary>
    public static IEnumerable<(string Id, int Doc)> Of(DirectoryReader reader) =>
        Ids(reader).OrderBy(static id => Scatter(id.Id)).ThenBy(static id => id.Id, StringComparer.Ordinal);

    private static List<(string Id, int Doc)> Ids(DirectoryReader reader)
    {
        var ids = new List<(string Id, int Doc)>(reader.NumDocs);
        var bytes = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var live = leaf.AtomicReader.LiveDocs;
            var column = leaf.AtomicReader.GetSortedDocValues(IndexFields.Id);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live is null || live.Get(doc))
                {
                    column.Get(doc, bytes);
                    ids.Add((bytes.Utf8ToString(), leaf.DocBase + doc));
                }
            }
        }

        return ids;
    }

    /// <summary>FNV-1a: an even choice that is the same on every machine.</summary>
    private static ulong Scatter(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }
}
