using KnowledgeBase.Searching.Completing;

namespace KnowledgeBase.Tests.Searching.Completing;

public sealed class PrefixTableTests
{
    private static readonly string[] Words = ["a", "ab", "abc", "b", "ba", "bab", "c", "ca"];

    [Fact]
    public void An_entry_is_found_by_each_of_its_words_and_the_better_one_comes_first()
    {
        var table = new PrefixTable(3, [(0, "johann schober"), (1, "schober von wien"), (2, "johann")], beginningsFirst: false);
        Assert.Equal([0, 1], table.Find("scho"));
        Assert.Equal([0, 2], table.Find("johann"));
        Assert.Equal([0], table.Find("johann "));
        Assert.Equal([1], table.Find("von w"));
        Assert.Empty(table.Find("hann"));
        Assert.Empty(table.Find("schobert"));
    }

    [Fact]
    public void What_begins_as_typed_can_come_before_what_has_it_inside()
    {
        var table = new PrefixTable(3, [(0, "criminal police"), (1, "police congress"), (2, "police of police")], beginningsFirst: true);
        Assert.Equal([1, 2, 0], table.Find("police"));
    }

    [Fact]
    public void Nothing_is_found_among_nothing() => Assert.Empty(new PrefixTable(0, [], beginningsFirst: true).Find("a"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_table_finds_what_a_look_at_every_entry_finds_in_the_same_order(bool beginningsFirst)
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var entries = random.Next(1, 25);
            var texts = Enumerable.Range(0, entries + random.Next(5)).Select(i => (i % entries, Text(random))).ToList();
            var table = new PrefixTable(entries, texts, beginningsFirst);
            foreach (var beginning in Words.Append("ab a").Append("b ").Append("ca c"))
            {
                Assert.Equal(LookAtEvery(texts, beginning, beginningsFirst), table.Find(beginning));
            }
        }
    }

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Words[random.Next(Words.Length)]));

    private static IEnumerable<int> LookAtEvery(List<(int Entry, string Text)> texts, string beginning, bool beginningsFirst) => texts
        .Where(text => (" " + text.Text).Contains(" " + beginning, StringComparison.Ordinal))
        .OrderBy(text => beginningsFirst && !text.Text.StartsWith(beginning, StringComparison.Ordinal) ? 1 : 0)
        .ThenBy(static text => text.Entry)
        .Select(static text => text.Entry)
        .Distinct();
}
