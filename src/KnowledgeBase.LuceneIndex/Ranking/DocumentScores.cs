using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>The scores of all documents, by the parts of the profile, by segment, by document.</summary>
internal sealed class DocumentScores(IReadOnlyList<(string Name, double[][] Scores)> parts)
{
    private readonly Lazy<double[][]> _sums = new(() => Sum(parts));

    /// <summary>No scores: every document counts the same.</summary>
    public static DocumentScores None { get; } = new([]);

    /// <summary>The same with more parts.</summary>
    public DocumentScores With(IEnumerable<(string Name, double[][] Scores)> more) => new([.. parts, .. more]);

    /// <summary>The parts, each by segment and document.</summary>
    public IReadOnlyList<(string Name, double[][] Scores)> Parts => parts;

    /// <summary>The sum of the parts; 0 where nothing matched.</summary>
    public double this[int segment, int doc] => parts.Count == 0 ? 0 : _sums.Value[segment][doc];

    /// <summary>Part by part, so that each is one walk over its numbers; in the order of the parts, so that the sums are always the same.</summary>
    private static double[][] Sum(IReadOnlyList<(string Name, double[][] Scores)> parts)
    {
        var sums = parts[0].Scores.Select(static scores => (double[])scores.Clone()).ToArray();
        foreach (var (_, scores) in parts.Skip(1))
        {
            for (var segment = 0; segment < sums.Length; segment++)
            {
                Add(sums[segment], scores[segment]);
            }
        }

        return sums;
    }

    private static void Add(double[] sums, double[] scores)
    {
        for (var doc = 0; doc < sums.Length && doc < scores.Length; doc++)
        {
            sums[doc] += scores[doc];
        }
    }

    /// <summary>The highest score of a document; 0 when none has any.</summary>
    public double Best(Snapshot snapshot)
    {
        var best = 0.0;
        foreach (var segment in snapshot.Segments)
        {
            for (var doc = 0; doc < segment.Documents; doc++)
            {
                best = Math.Max(best, this[segment.Number, doc]);
            }
        }

        return best;
    }

    /// <summary>The parts of one document's score, those above 0.</summary>
    public ImmutableArray<ScorePart> Explain(int segment, int doc) =>
    [
        .. parts.Where(part => part.Scores[segment][doc] > 0).Select(part => new ScorePart(part.Name, part.Scores[segment][doc])),
    ];
}
