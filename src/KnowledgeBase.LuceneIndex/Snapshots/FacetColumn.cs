using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>The values of one facet in one segment.</summary>
internal sealed class FacetColumn
{
    private readonly int[] _starts;
    private readonly int[] _ordinals;

    private FacetColumn(string[] values, int[] starts, int[] ordinals)
    {
        Values = values;
        _starts = starts;
        _ordinals = ordinals;
    }

    /// <summary>The values of the segment, in ordinal order.</summary>
    public string[] Values { get; }

    /// <summary>Indices into <see cref="Values"/> of one document.</summary>
    public ReadOnlySpan<int> Of(int doc) => _ordinals.AsSpan(_starts[doc], _starts[doc + 1] - _starts[doc]);

    public static FacetColumn Read(AtomicReader reader, string facet)
    {
        var starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(IndexFields.Facet(facet)) is not { } set)
        {
            return new FacetColumn([], starts, []);
        }

        var ordinals = new List<int>();
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            set.SetDocument(doc);
            for (var next = set.NextOrd(); next != SortedSetDocValues.NO_MORE_ORDS; next = set.NextOrd())
            {
                ordinals.Add((int)next);
            }

            starts[doc + 1] = ordinals.Count;
        }

        return new FacetColumn(ReadValues(set), starts, [.. ordinals]);
    }

    private static string[] ReadValues(SortedSetDocValues set)
    {
        var values = new string[(int)set.ValueCount];
        var bytes = new BytesRef();
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            set.LookupOrd(ordinal, bytes);
            values[ordinal] = bytes.Utf8ToString();
        }

        return values;
    }
}
