namespace KnowledgeBase.Evaluation;

/// <summary>How good one ranked list is, or the mean over many; every figure from 0 to 1.</summary>
/// <param name="Ndcg10">Normalised discounted cumulated gain of the first ten; the gain is the relevance itself, as in <c>trec_eval</c>.</param>
/// <param name="AveragePrecision">Mean of the precision at each relevant document, over all relevant ones.</param>
/// <param name="ReciprocalRank10">One over the place of the first relevant document among the first ten; 0 when there is none.</param>
/// <param name="Precision10">Share of the first ten places that hold a relevant document.</param>
/// <param name="Recall100">Share of the relevant documents among the first hundred.</param>
/// <param name="Recall1000">Share of the relevant documents among the first thousand.</param>
/// <param name="Success3">1 when a relevant document is among the first three, else 0.</param>
/// <param name="Success5">1 when a relevant document is among the first five, else 0.</param>
public sealed record Measures(
    double Ndcg10,
    double AveragePrecision,
    double ReciprocalRank10,
    double Precision10,
    double Recall100,
    double Recall1000,
    double Success3,
    double Success5)
{
    /// <summary>The measures by the names they are printed and compared under.</summary>
    public static IReadOnlyList<(string Name, Func<Measures, double> Of)> All { get; } =
    [
        ("nDCG@10", static m => m.Ndcg10),
        ("MAP", static m => m.AveragePrecision),
        ("MRR@10", static m => m.ReciprocalRank10),
        ("P@10", static m => m.Precision10),
        ("R@100", static m => m.Recall100),
        ("R@1000", static m => m.Recall1000),
        ("S@3", static m => m.Success3),
        ("S@5", static m => m.Success5),
    ];

    /// <summary>Measures one list.</summary>
    /// <param name="ranked">Ids, best first, each once; at most the first 1,000 are looked at.</param>
    /// <param name="relevance">The judged documents; one that is not judged counts as not relevant.</param>
    /// <exception cref="ArgumentException">No document is relevant: nothing can be measured.</exception>
    public static Measures Of(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevance)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(relevance);
        var relevant = relevance.Values.Count(static value => value > 0);
        if (relevant == 0)
        {
            throw new ArgumentException("No document is relevant.", nameof(relevance));
        }

        var gains = ranked.Take(1_000).Select(id => Math.Max(0, relevance.GetValueOrDefault(id))).ToArray();
        return new Measures(
            Discounted(gains) / Discounted([.. relevance.Values.Where(static value => value > 0).OrderDescending()]),
            SumOfPrecisions(gains) / relevant,
            ReciprocalRank(gains, 10),
            Hits(gains, 10) / 10.0,
            Hits(gains, 100) / (double)relevant,
            Hits(gains, 1_000) / (double)relevant,
            Math.Sign(Hits(gains, 3)),
            Math.Sign(Hits(gains, 5)));
    }

    /// <summary>The mean of each figure; all 0 when there are none.</summary>
    public static Measures Mean(IReadOnlyCollection<Measures> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        double Of(Func<Measures, double> figure) => all.Count == 0 ? 0 : all.Average(figure);
        return new Measures(
            Of(static m => m.Ndcg10),
            Of(static m => m.AveragePrecision),
            Of(static m => m.ReciprocalRank10),
            Of(static m => m.Precision10),
            Of(static m => m.Recall100),
            Of(static m => m.Recall1000),
            Of(static m => m.Success3),
            Of(static m => m.Success5));
    }

    private static double Discounted(int[] gains)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(10, gains.Length); i++)
        {
            sum += gains[i] / Math.Log2(i + 2);
        }

        return sum;
    }

    private static double SumOfPrecisions(int[] gains)
    {
        var (sum, found) = (0.0, 0);
        for (var i = 0; i < gains.Length; i++)
        {
            if (gains[i] > 0)
            {
                found++;
                sum += found / (i + 1.0);
            }
        }

        return sum;
    }

    private static double ReciprocalRank(int[] gains, int depth)
    {
        var first = Array.FindIndex(gains, static gain => gain > 0);
        return first < 0 || first >= depth ? 0 : 1.0 / (first + 1);
    }

    private static int Hits(int[] gains, int depth) => gains.Take(depth).Count(static gain => gain > 0);
}
