using KnowledgeBase.Analysis;

namespace KnowledgeBase.Tests.Analysis;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("congress", "congress", 0)]
    [InlineData("congrss", "congress", 1)]
    [InlineData("congresss", "congress", 1)]
    [InlineData("congrass", "congress", 1)]
    [InlineData("cnogress", "congress", 1)]
    [InlineData("conrgess", "congress", 1)]
    [InlineData("cngrss", "congress", 2)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("kongres", "congress", 2)]
    [InlineData("вени", "вена", 1)]
    public void A_swap_of_neighbours_is_one_edit_like_any_other(string a, string b, int edits)
    {
        Assert.Equal(edits, EditDistance.Of(a, b, 2));
        Assert.Equal(edits, EditDistance.Of(b, a, 2));
        Assert.True(EditDistance.IsWithin(a, b, edits));
        Assert.Equal(edits, EditDistance.Of(a + new string('x', 80), b + new string('x', 80), 2));
    }

    [Theory]
    [InlineData("police", "congress", 2)]
    [InlineData("police", "polcei", 1)]
    [InlineData("ab", "abcdef", 3)]
    public void A_larger_distance_is_one_more_than_what_is_of_interest(string a, string b, int most)
    {
        Assert.Equal(most + 1, EditDistance.Of(a, b, most));
        Assert.False(EditDistance.IsWithin(a, b, most));
    }

    [Theory]
    [InlineData("kriminal", "criminal", 2, 1)]
    [InlineData("kriminel", "criminal", 2, 3)]
    [InlineData("wien", "bien", 1, 2)]
    [InlineData("opium", "poium", 2, 1)]
    [InlineData("police", "", 2, 3)]
    public void The_first_letter_of_a_long_word_may_differ_by_one_edit(string typed, string word, int most, int edits) =>
        Assert.Equal(edits, EditDistance.OfTyped(typed, word, most));
}
