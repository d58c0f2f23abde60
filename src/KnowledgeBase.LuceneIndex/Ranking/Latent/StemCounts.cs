using KnowledgeBase.Querying;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>The stems of a segment, in order, and how often each document has them in all its prose fields together.</summary>
internal static class StemCounts
{
    /// <summary>Calls back once for each stem, with living documents ascending.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="isWanted">Whether the postings of a stem are to be read.</param>
    /// <param name="take">Told the stem, its documents and how often each has it.</param>
    public static void Walk(AtomicReader reader, Func<string, bool> isWanted, Action<string, List<int>, int[]> take)
    {
        var counts = new int[Math.Max(1, reader.MaxDoc)];
        var fields = QueryFields.Stemmed
            .Select(field => reader.GetTerms(IndexFields.Stems(field))?.GetEnumerator())
            .OfType<TermsEnum>()
            .Where(static terms => terms.MoveNext())
            .ToList();
        while (fields.Count > 0)
        {
            var least = fields.Select(static terms => terms.Term).Min(BytesRef.UTF8SortedAsUnicodeComparer)!;
            var stem = least.Utf8ToString();
            var here = fields.Where(terms => terms.Term.BytesEquals(least)).ToList();
            if (isWanted(stem))
            {
                var documents = here.SelectMany(terms => Read(terms, reader.LiveDocs, counts)).Distinct().Order().ToList();
                take(stem, documents, counts);
                documents.ForEach(doc => counts[doc] = 0);
            }

            fields.RemoveAll(terms => here.Contains(terms) && !terms.MoveNext());
        }
    }

    private static List<int> Read(TermsEnum terms, IBits? live, int[] counts)
    {
        var documents = new List<int>(terms.DocFreq);
        var docs = terms.Docs(live, null, DocsFlags.FREQS);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            documents.Add(doc);
            counts[doc] += docs.Freq;
        }

        return documents;
    }
}
