using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>In which documents of one segment something stands in one field, and how often in each.</summary>
/// <param name="Documents">Living documents, ascending.</param>
/// <param name="Frequencies">For each of them how often; at least 1.</param>
internal sealed record Postings(int[] Documents, int[] Frequencies)
{
    public static Postings Empty { get; } = new([], []);

    /// <summary>How often in one document; 0 when not at all.</summary>
    public int FrequencyIn(int doc)
    {
        var index = Array.BinarySearch(Documents, doc);
        return index < 0 ? 0 : Frequencies[index];
    }

    public void AddTo(FixedBitSet set)
    {
        foreach (var doc in Documents)
        {
            set.Set(doc);
        }
    }
}
