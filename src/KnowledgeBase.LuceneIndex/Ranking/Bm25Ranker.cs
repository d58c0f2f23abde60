using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Scores documents with BM25 on exact lengths, by the parts of a ranking profile.</summary>
/// <remarks>
/// One pass over the postings of each unit and field; the engine's own similarity keeps lengths in one byte, which measured worse.
/// A unit's document frequency is counted over all languages together, so that no language is favoured for being rare.
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
/// </remarks>
internal sealed class Bm25Ranker(Snapshot snapshot, UnitPostings postings, RankingProfile profile, ITextAnalyzer analyzer)
{
    /// <summary>The scores of all documents.</summary>
    public DocumentScores Score(ImmutableArray<QueryUnit> units)
    {
        var parts = new List<(string Name, double[][] Scores)>();
        foreach (var part in profile.Parts)
        {
            var scores = NewScores();
            Add(scores, part, units);
            parts.Add((part.Name, scores));
        }

        return new DocumentScores(parts);
    }

    /// <summary>How much a unit says: its inverse document frequency over the fields of the first part, by what it counts.</summary>
    public double Weight(QueryUnit unit)
    {
        var fields = Fields(profile.Parts[0], unit);
        return unit.Weight * Idf(snapshot.Segments.Sum(segment => Combine(segment, unit, fields).Count));
    }

    private double[][] NewScores() => [.. snapshot.Segments.Select(static s => new double[s.Documents])];

    private void Add(double[][] scores, RankingPart part, ImmutableArray<QueryUnit> units)
    {
        var average = part.Fields.Sum(field => snapshot.AverageLengths[field]);
        foreach (var unit in Counted(units))
        {
            var fields = Fields(part, unit);
            if (fields.Length == 0)
            {
                continue;
            }

            var bySegment = snapshot.Segments.Select(segment => Combine(segment, unit, fields)).ToArray();
            var idf = Idf(bySegment.Sum(static s => s.Count));
            foreach (var segment in snapshot.Segments)
            {
                Add(scores[segment.Number], segment, bySegment[segment.Number], part, idf * part.Weight * unit.Node.Times * unit.Weight, average);
            }
        }
    }

    private void Add(
        double[] scores, SegmentView segment, List<(int Doc, int Frequency)> found, RankingPart part, double weight, double average)
    {
        var lengths = part.Fields.Select(field => segment.Columns.Lengths[field]).ToArray();
        foreach (var (doc, frequency) in found)
        {
            var length = 0;
            foreach (var field in lengths)
            {
                length += field[doc];
            }

            var norm = profile.K1 * (1 - profile.B + (profile.B * length / average));
            scores[doc] += weight * frequency * (profile.K1 + 1) / (frequency + norm);
        }
    }

    /// <summary>Words that are too common in the language of the query do not score, unless there is nothing else.</summary>
    private IEnumerable<QueryUnit> Counted(ImmutableArray<QueryUnit> units)
    {
        var chain = QueryLanguage.Guess([.. units.Select(static unit => unit.Node).OfType<QueryNode.Word>()], snapshot, analyzer);
        var rare = units.Where(unit => !StopWords.IsCommon(unit.Node, chain, analyzer)).ToList();
        return rare.Count > 0 ? rare : units;
    }

    private static ImmutableArray<string> Fields(RankingPart part, QueryUnit unit) =>
        [.. part.Fields.Where(field => unit.Fields.Contains(field))];

    private List<(int Doc, int Frequency)> Combine(SegmentView segment, QueryUnit unit, ImmutableArray<string> fields)
    {
        var lists = fields.Select(field => postings.Of(segment, unit.Node, field)).Where(static p => p.Documents.Length > 0).ToArray();
        var combined = new List<(int Doc, int Frequency)>();
        var at = new int[lists.Length];
        while (true)
        {
            var next = int.MaxValue;
            for (var i = 0; i < lists.Length; i++)
            {
                if (at[i] < lists[i].Documents.Length)
                {
                    next = Math.Min(next, lists[i].Documents[at[i]]);
                }
            }

            if (next == int.MaxValue)
            {
                return combined;
            }

            combined.Add((next, Advance(lists, at, next)));
        }
    }

    private static int Advance(Postings[] lists, int[] at, int doc)
    {
        var frequency = 0;
        for (var i = 0; i < lists.Length; i++)
        {
            if (at[i] < lists[i].Documents.Length && lists[i].Documents[at[i]] == doc)
            {
                frequency += lists[i].Frequencies[at[i]++];
            }
        }

        return frequency;
    }

    private double Idf(int documents) =>
        Math.Log(1 + ((snapshot.Documents - documents + 0.5) / (documents + 0.5)));
}
