using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Scores documents as a ranking profile says: words, then runs of characters, then meaning, each on a scale of its own.</summary>
/// <remarks>
/// Each scorer is divided by its best score for the query before weights apply: scorers that count in different units can then be
/// added. This measured better than adding ranks.
/// </remarks>
internal sealed class ProfileRanker(
    Snapshot snapshot, Bm25Ranker words, RankingProfile profile, ITextAnalyzer analyzer, CancellationToken cancellationToken)
{
    /// <summary>The scores of all documents.</summary>
    /// <param name="units">What was asked for.</param>
    /// <param name="similar">
    /// Words of similar spelling, and the parts of runs without spaces, score as if they had been typed. Compounds and their parts do
    /// not: as rare as they are they would outweigh what was typed, and their characters count already.
    /// </param>
    /// <param name="added">Words that broaden the query, with their weights.</param>
    public DocumentScores Score(ImmutableArray<QueryUnit> units, ImmutableArray<SimilarWords> similar, ImmutableArray<QueryUnit> added)
    {
        var scores = words.Score([.. units, .. added, .. similar.Where(static words => words.Kind is Likeness.Spelling or Likeness.Part).Select(static words => words.Instead)]);
        if (profile.Grams is not { } grams)
        {
            return scores;
        }

        var parts = Scaled(scores.Parts, 1).ToList();
        var asked = QueryWords.Of(units, snapshot, analyzer);
        if (asked.Count > 0)
        {
            var byGrams = new GramScorer(snapshot, grams, cancellationToken).Score(asked.Select(TextFolding.Fold));
            parts.AddRange(Scaled([("spelling", byGrams)], grams.Weight));
        }

        var sofar = new DocumentScores(parts);
        return profile.LatentWeight > 0 && new LatentScorer(snapshot, analyzer).Score(asked, sofar) is { } byMeaning
            ? new DocumentScores([.. parts, .. Scaled([("meaning", byMeaning)], profile.LatentWeight)])
            : sofar;
    }

    /// <summary>Multiplies the parts by one factor, so that the best sum is the weight.</summary>
    private static IReadOnlyList<(string Name, double[][] Scores)> Scaled(IReadOnlyList<(string Name, double[][] Scores)> parts, double weight)
    {
        var best = 0.0;
        for (var segment = 0; parts.Count > 0 && segment < parts[0].Scores.Length; segment++)
        {
            best = Math.Max(best, Best([.. parts.Select(part => part.Scores[segment])]));
        }

        var factor = best > 0 ? weight / best : 0;
        foreach (var scores in parts.SelectMany(static part => part.Scores))
        {
            for (var doc = 0; doc < scores.Length; doc++)
            {
                scores[doc] *= factor;
            }
        }

        return parts;
    }

    private static double Best(double[][] parts)
    {
        var best = 0.0;
        for (var doc = 0; doc < parts[0].Length; doc++)
        {
            var sum = 0.0;
            foreach (var scores in parts)
            {
                sum += scores[doc];
            }

            best = Math.Max(best, sum);
        }

        return best;
    }
}
