using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex;

/// <summary>Which files the index holds: a column of its own, so that listing them reads no texts.</summary>
internal static class IndexedFiles
{
    /// <summary>Binary column: path, digest and reference code.</summary>
    public const string FieldName = "file";

    private const char Separator = '\0';

    /// <summary>The column's value for a document.</summary>
    public static BinaryDocValuesField ToField(CorpusDocument document) => new(
        FieldName, new BytesRef(string.Join(Separator, document.Path, document.Digest, document.Id.Value)));

    /// <summary>Every file of the index, in ordinal order of path.</summary>
    /// <exception cref="InvalidDataException">A document has no such column.</exception>
    public static ImmutableArray<IndexedFile> Read(IndexReader reader)
    {
        var files = new List<IndexedFile>(reader.NumDocs);
        foreach (var leaf in reader.Leaves)
        {
            var fileOf = ColumnOf(leaf.AtomicReader);
            var live = leaf.AtomicReader.LiveDocs;
            for (var number = 0; number < leaf.AtomicReader.MaxDoc; number++)
            {
                if (live is null || live.Get(number))
                {
                    files.Add(fileOf(number));
                }
            }
        }

        return [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The file of a document by its number in the segment; for one thread.</summary>
    public static Func<int, IndexedFile> ColumnOf(AtomicReader reader)
    {
        var column = reader.GetBinaryDocValues(FieldName);
        var value = new BytesRef();
        return number =>
        {
            column?.Get(number, value);
            return Parse(column is null ? "" : Encoding.UTF8.GetString(value.Bytes, value.Offset, value.Length));
        };
    }

    private static IndexedFile Parse(string value) =>
        value.Split(Separator) is [var path, var digest, var id]
            ? new IndexedFile(path, digest, new DocumentId(id))
            : throw new InvalidDataException("a document does not say which file it is from");
}
