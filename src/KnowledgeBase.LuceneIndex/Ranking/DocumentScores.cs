using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>The scores of all documents, by the parts of the profile, by segment, by document.</summary>
internal sealed class DocumentScores(IReadOnlyList<(string Name, double[][] Scores)> parts)
{
    /// <summary>No scores: every document counts the same.</summary>
    public static DocumentScores None { get; } = new([]);

    /// <summary>The same with more parts.</summary>
    public DocumentScores With(IEnumerable<(string Name, double[][] Scores)> more) => new([.. parts, .. more]);

    /// <summary>The parts, each by segment and document.</summary>
    public IReadOnlyList<(string Name, double[][] Scores)> Parts => parts;

    /// <summary>The sum of the parts; 0 where nothing matched.</summary>
    public double this[int segment, int doc]
    {
        get
        {
            var sum = 0.0;
            foreach (var (_, scores) in parts)
            {
                sum += scores[segment][doc];
            }

            return sum;
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
