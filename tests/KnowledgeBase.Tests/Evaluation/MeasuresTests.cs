using KnowledgeBase.Evaluation;

namespace KnowledgeBase.Tests.Evaluation;

public sealed class MeasuresTests
{
    [Fact]
    public void A_list_with_answers_at_two_and_four_of_three_is_measured_as_by_hand()
    {
        var measures = Of("abcde", ("b", 1), ("d", 1), ("z", 1));
        // DCG = 1/log2(3) + 1/log2(5) = 0.630930 + 0.430677; ideal = 1 + 0.630930 + 0.5.
        Assert.Equal(1.061607 / 2.130930, measures.Ndcg10, 5);
        // (1/2 + 2/4 + 0) / 3
        Assert.Equal(1.0 / 3, measures.AveragePrecision, 12);
        Assert.Equal(0.5, measures.ReciprocalRank10, 12);
        Assert.Equal(0.2, measures.Precision10, 12);
        Assert.Equal(2.0 / 3, measures.Recall100, 12);
        Assert.Equal(2.0 / 3, measures.Recall1000, 12);
        Assert.Equal(1, measures.Success3);
    }

    [Fact]
    public void The_gain_is_the_relevance_itself()
    {
        // 3·1 + 1/log2(3) against 3·1 + 2/log2(3) + 1·0.5
        var measures = Of("abc", ("a", 3), ("b", 1), ("x", 2));
        Assert.Equal((3 + 0.630930) / (3 + (2 * 0.630930) + 0.5), measures.Ndcg10, 5);
    }

    [Fact]
    public void A_perfect_list_scores_one_everywhere_but_in_precision()
    {
        var measures = Of("ab", ("a", 2), ("b", 1));
        Assert.Equal(new Measures(1, 1, 1, 0.2, 1, 1, 1, 1), measures);
    }

    [Fact]
    public void A_list_without_an_answer_scores_nothing() =>
        Assert.Equal(new Measures(0, 0, 0, 0, 0, 0, 0, 0), Of("abc", ("z", 1), ("a", 0)));

    [Fact]
    public void An_answer_at_eleven_counts_for_average_precision_and_recall_only()
    {
        var measures = Of("abcdefghijk", ("k", 1));
        Assert.Equal(0, measures.Ndcg10);
        Assert.Equal(0, measures.ReciprocalRank10);
        Assert.Equal(0, measures.Precision10);
        Assert.Equal(1.0 / 11, measures.AveragePrecision, 12);
        Assert.Equal(1, measures.Recall100);
    }

    [Fact]
    public void The_hundredth_place_counts_for_recall_at_a_hundred_and_the_next_does_not()
    {
        var list = Enumerable.Range(1, 1_001).Select(static i => $"d{i}").ToList();
        var relevant = new Dictionary<string, int> { ["d100"] = 1, ["d101"] = 1, ["d1000"] = 1, ["d1001"] = 1 };
        var measures = Measures.Of(list, relevant);
        Assert.Equal(0.25, measures.Recall100);
        Assert.Equal(0.75, measures.Recall1000);
        // (1/100 + 2/101 + 3/1000) / 4: what comes after a thousand is not looked at.
        Assert.Equal(((1 / 100.0) + (2 / 101.0) + (3 / 1000.0)) / 4, measures.AveragePrecision, 12);
    }

    [Fact]
    public void A_judgement_below_zero_is_no_gain() => Assert.Equal(1, Of("ab", ("b", -1), ("a", 1)).Ndcg10);

    [Fact]
    public void A_query_without_answers_cannot_be_measured() =>
        Assert.Throws<ArgumentException>(static () => Of("abc", ("a", 0)));

    [Fact]
    public void The_mean_is_taken_of_every_figure() => Assert.Equal(
        new Measures(0.5, 0.25, 0.5, 0.1, 0.5, 1, 0.5, 0.5),
        Measures.Mean([new Measures(1, 0.5, 1, 0.2, 1, 1, 1, 1), new Measures(0, 0, 0, 0, 0, 1, 0, 0)]));

    private static Measures Of(string ranked, params (string Id, int Relevance)[] judged) => Measures.Of(
        [.. ranked.Select(static c => c.ToString())], judged.ToDictionary(static pair => pair.Id, static pair => pair.Relevance));
}
