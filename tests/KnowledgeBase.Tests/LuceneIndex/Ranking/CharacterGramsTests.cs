using KnowledgeBase.LuceneIndex.Ranking;

namespace KnowledgeBase.Tests.LuceneIndex.Ranking;

public sealed class CharacterGramsTests
{
    [Fact]
    public void Runs_reach_across_words() =>
        Assert.Equal([" red", "red ", "ed n", "d no", " not", "note", "ote "], CharacterGrams.Of(["red", "note"]));

    [Fact]
    public void A_short_word_is_one_run() => Assert.Equal([" un "], CharacterGrams.Of(["un"]));

    [Fact]
    public void No_words_and_one_letter_give_no_runs()
    {
        Assert.Empty(CharacterGrams.Of([]));
        Assert.Empty(CharacterGrams.Of(["a"]));
    }
}
