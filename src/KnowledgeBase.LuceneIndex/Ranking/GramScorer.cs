using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Scores documents by the runs of four characters that they share with the words of a query: BM25 with runs for words.</summary>
internal sealed class GramScorer(Snapshot snapshot, GramWeights weights, CancellationToken cancellationToken)
{
    /// <summary>Adds to the scores of all documents.</summary>
    /// <param name="words">Folded, in the order of the query.</param>
    public double[][] Score(IEnumerable<string> words)
    {
        var scores = snapshot.Segments.Select(static segment => new double[segment.Documents]).ToArray();
        var norms = new double[snapshot.Segments.Length][];
        foreach (var gram in CharacterGrams.Of(words).CountBy(static gram => gram, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(scores, norms, new Term(IndexFields.Grams, gram.Key), gram.Value);
        }

        return scores;
    }

    private void Add(double[][] scores, double[][] norms, Term gram, int timesAsked)
    {
        var found = snapshot.Segments.Select(segment => Read(segment, gram)).ToArray();
        var documents = found.Sum(static f => f.Count);
        var weight = timesAsked * Math.Log(1 + ((snapshot.Documents - documents + 0.5) / (documents + 0.5))) * (weights.K1 + 1);
        foreach (var segment in snapshot.Segments)
        {
            var target = scores[segment.Number];
            var norm = norms[segment.Number] ??= Norms(segment);
            foreach (var (doc, frequency) in found[segment.Number])
            {
                target[doc] += weight * frequency / (frequency + norm[doc]);
            }
        }
    }

    private double[] Norms(SegmentView segment)
    {
        var counts = segment.Columns.GramCounts;
        var norms = new double[counts.Length];
        for (var doc = 0; doc < norms.Length; doc++)
        {
            norms[doc] = weights.K1 * (1 - weights.B + (weights.B * counts[doc] / snapshot.AverageGrams));
        }

        return norms;
    }

    private static List<(int Doc, int Frequency)> Read(SegmentView segment, Term gram)
    {
        var found = new List<(int Doc, int Frequency)>();
        if (segment.Reader.GetTerms(gram.Field)?.GetEnumerator() is not { } terms || !terms.SeekExact(gram.Bytes))
        {
            return found;
        }

        found.Capacity = terms.DocFreq;
        var docs = terms.Docs(segment.Live, null, DocsFlags.FREQS);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            found.Add((doc, docs.Freq));
        }

        return found;
    }
}
