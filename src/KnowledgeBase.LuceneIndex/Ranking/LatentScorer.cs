using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Scores the best documents so far by how near their meaning is to that of the query.</summary>
internal sealed class LatentScorer(Snapshot snapshot, ITextAnalyzer analyzer)
{
    /// <summary>How many documents are scored again; nearness alone never brings in others.</summary>
    private const int Candidates = 500;

    /// <summary>Scores, 0 for all but the candidates; null when there is no model or it knows none of the words.</summary>
    public double[][]? Score(IReadOnlyList<string> words, DocumentScores sofar)
    {
        if (snapshot.Latent.Value is not { } space || space.Place(Terms(words)) is not { } place)
        {
            return null;
        }

        var scores = snapshot.Segments.Select(static segment => new double[segment.Documents]).ToArray();
        foreach (var (segment, doc) in Best(sofar))
        {
            scores[segment][doc] = Math.Max(0, space.Similarity(place, segment, doc));
        }

        return scores;
    }

    private IEnumerable<(string Term, int Count)> Terms(IEnumerable<string> words) => words
        .SelectMany(word => snapshot.Chains.SelectMany(chain => analyzer.Stems(word, chain).Select(stem => WordStream.Cut(IndexFields.StemTerm(chain, stem)))))
        .CountBy(static term => term, StringComparer.Ordinal)
        .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(static pair => (pair.Key, pair.Value));

    /// <summary>The documents with the highest scores; of equal ones at the border those of the lower numbers.</summary>
    private List<(int Segment, int Doc)> Best(DocumentScores sofar)
    {
        var best = new PriorityQueue<(int Segment, int Doc), double>(Candidates + 1);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            for (var doc = 0; doc < snapshot.Segments[segment].Documents; doc++)
            {
                var score = sofar[segment, doc];
                if (score <= 0)
                {
                    continue;
                }

                if (best.Count < Candidates)
                {
                    best.Enqueue((segment, doc), score);
                }
                else if (best.TryPeek(out _, out var least) && score > least)
                {
                    best.EnqueueDequeue((segment, doc), score);
                }
            }
        }

        return [.. best.UnorderedItems.Select(static item => item.Element)];
    }
}
