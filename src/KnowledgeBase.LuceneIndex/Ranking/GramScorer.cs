using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Scores documents by the runs of four characters that they share with the words of a query: BM25 with runs for words.</summary>
internal sealed class GramScorer(Snapshot snapshot, GramWeights weights, CancellationToken cancellationToken)
{
    /// <summary>A run in more documents than this tells little and costs most to read: archives of many documents do without it.</summary>
    private const double CommonShare = 0.03;

    private const int ManyDocuments = 20_000;

    /// <summary>Adds to the scores of all documents.</summary>
    /// <param name="words">Folded, in the order of the query.</param>
    public double[][] Score(IEnumerable<string> words)
    {
        var scores = snapshot.Segments.Select(static segment => new double[segment.Documents]).ToArray();
        var norms = snapshot.GramNorms.GetOrAdd((weights.K1, weights.B), _ => [.. snapshot.Segments.Select(Norms)]);
        foreach (var gram in CharacterGrams.Of(words).CountBy(static gram => gram, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(scores, norms, new Term(IndexFields.Grams, gram.Key), gram.Value);
        }

        return scores;
    }

    private void Add(double[][] scores, double[][] norms, Term gram, int timesAsked)
    {
        var found = snapshot.Segments.Select(segment => Seek(segment, gram)).ToArray();
        var documents = snapshot.Segments.Sum(segment => found[segment.Number] is { } terms ? Count(terms, segment) : 0);
        if (snapshot.Documents > ManyDocuments && documents > snapshot.Documents * CommonShare)
        {
            return;
        }

        var weight = timesAsked * Math.Log(1 + ((snapshot.Documents - documents + 0.5) / (documents + 0.5))) * (weights.K1 + 1);
        foreach (var segment in snapshot.Segments)
        {
            if (found[segment.Number] is { } terms)
            {
                Add(scores[segment.Number], norms[segment.Number], terms.Docs(segment.Live, null, DocsFlags.FREQS), weight);
            }
        }
    }

    private static void Add(double[] scores, double[] norms, DocsEnum docs, double weight)
    {
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var frequency = docs.Freq;
            scores[doc] += weight * frequency / (frequency + norms[doc]);
        }
    }

    private static TermsEnum? Seek(SegmentView segment, Term gram) =>
        segment.Reader.GetTerms(gram.Field)?.GetEnumerator() is { } terms && terms.SeekExact(gram.Bytes) ? terms : null;

    /// <summary>In how many living documents; the index counts the removed ones too, until they are merged away.</summary>
    private static int Count(TermsEnum terms, SegmentView segment)
    {
        if (segment.Live is null)
        {
            return terms.DocFreq;
        }

        var count = 0;
        var docs = terms.Docs(segment.Live, null, DocsFlags.NONE);
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
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
}
