using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Searching;

public sealed class RankingInWordsTests
{
    [Fact]
    public void Every_part_of_a_score_is_explained_by_its_name_with_its_weight()
    {
        var parts = RankingInWords.Parts(RankingProfile.Archive);
        Assert.Equal(["words", "title", "names", "spelling", "meaning", "preference"], parts.Select(static part => part.Name));
        Assert.Contains("title, text and summary", parts[0].Sentence, StringComparison.Ordinal);
        Assert.EndsWith("title alone, times 0.3.", parts[1].Sentence, StringComparison.Ordinal);
        Assert.Contains("gets 0.4, where", parts[3].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_number_changes_the_words()
    {
        var changed = RankingProfile.Archive with { LatentWeight = 0.77, PreferenceWeight = 0.55, Grams = new GramWeights(0.66, 1, 1) };
        var text = string.Join('\n', RankingInWords.Parts(changed).Select(static part => part.Sentence));
        Assert.Contains("0.77", text, StringComparison.Ordinal);
        Assert.Contains("0.55", text, StringComparison.Ordinal);
        Assert.Contains("0.66", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_profile_has_plain_words() =>
        Assert.Equal(["words"], RankingInWords.Parts(RankingProfile.Bm25 with { PreferenceWeight = 0 }).Select(static part => part.Name));

    [Fact]
    public void Broadening_is_told_where_there_is_any()
    {
        Assert.Empty(RankingInWords.Broadening(RankingProfile.Archive));
        Assert.StartsWith(
            "Broaden takes at most 40 words that the best 5 documents share and searches for them too. What you typed keeps 70% of the weight.",
            RankingInWords.Broadening(RankingProfile.Broaden), StringComparison.Ordinal);
    }
}
