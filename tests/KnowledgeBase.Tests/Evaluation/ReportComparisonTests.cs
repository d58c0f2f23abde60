using System.Collections.Immutable;
using KnowledgeBase.Evaluation;

namespace KnowledgeBase.Tests.Evaluation;

public sealed class ReportComparisonTests
{
    [Fact]
    public void Two_equal_rankings_differ_by_nothing()
    {
        var comparison = ReportComparison.Of(Report("a", 0.1, 0.2), Report("b", 0.1, 0.2));
        Assert.All(comparison.Measures, static measure => Assert.Equal((0, 0, 1.0), (measure.Wins, measure.Losses, measure.P)));
        Assert.Empty(comparison.MostChanged);
    }

    [Fact]
    public void Wins_losses_and_means_are_counted()
    {
        var ndcg = ReportComparison.Of(Report("a", 0.1, 0.5, 0.3), Report("b", 0.4, 0.4, 0.3)).Measures[0];
        Assert.Equal(("nDCG@10", 1, 1), (ndcg.Name, ndcg.Wins, ndcg.Losses));
        Assert.Equal(0.3, ndcg.Before, 12);
        Assert.Equal(1.1 / 3, ndcg.After, 12);
    }

    [Fact]
    public void The_ten_most_changed_queries_come_first()
    {
        var before = Enumerable.Repeat(0.5, 20).ToArray();
        var after = Enumerable.Range(0, 20).Select(static i => 0.5 + ((i % 2 == 0 ? 1 : -1) * i / 100.0)).ToArray();
        var changed = ReportComparison.Of(Report("a", before), Report("b", after)).MostChanged;
        Assert.Equal(10, changed.Length);
        Assert.Equal(["q19", "q18", "q17"], changed.Take(3).Select(static change => change.Id));
    }

    [Fact]
    public void Queries_that_only_one_of_them_has_are_left_out() =>
        Assert.Equal(2, ReportComparison.Of(Report("a", 0.1, 0.2, 0.3), Report("b", 0.1, 0.2)).Queries);

    [Fact]
    public void Three_wins_of_three_have_the_p_that_counting_gives()
    {
        // Of the eight ways to sign three equal differences two are as extreme: p = 1/4.
        Assert.Equal(0.25, PairedRandomization.PValue([0.1, 0.1, 0.1], seed: 7), 0.02);
    }

    [Fact]
    public void Many_wins_are_no_accident_and_a_balance_is()
    {
        Assert.True(PairedRandomization.PValue([.. Enumerable.Repeat(0.01, 40)], seed: 1) < 0.001);
        Assert.True(PairedRandomization.PValue([.. Enumerable.Range(0, 40).Select(static i => i % 2 == 0 ? 0.01 : -0.01)], seed: 1) > 0.9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_p()
    {
        double[] differences = [0.1, -0.05, 0.2, 0.01, -0.3, 0.15, 0.02];
        Assert.Equal(PairedRandomization.PValue(differences, 42), PairedRandomization.PValue(differences, 42));
        // Against all 128 ways of signing them.
        Assert.Equal(CountAll(differences), PairedRandomization.PValue(differences, 42), 0.02);
    }

    private static double CountAll(double[] differences)
    {
        var observed = Math.Abs(differences.Sum()) - 1e-12;
        var ways = 1 << differences.Length;
        return Enumerable.Range(0, ways).Count(way =>
            Math.Abs(differences.Select((d, i) => (way >> i & 1) == 0 ? d : -d).Sum()) >= observed) / (double)ways;
    }

    private static EvaluationReport Report(string name, params double[] ndcg)
    {
        ImmutableArray<QueryResult> queries =
            [.. ndcg.Select(static (value, i) => new QueryResult($"q{i}", "text", new Measures(value, 0, 0, 0, 0, 0, 0, 0)))];
        return new EvaluationReport
        {
            Collection = "some",
            Ranking = name,
            Means = Measures.Mean([.. queries.Select(static query => query.Measures)]),
            Queries = queries,
        };
    }
}
