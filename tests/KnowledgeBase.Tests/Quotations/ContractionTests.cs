using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

public sealed class ContractionTests
{
    private const string Long = "Ours is not a political but a cultural goal.";
    private const string Short = "Ours isn’t a political but a cultural goal, and they can’t stop us.";
    private const string Joined = "They cannot stop the police of all countries.";

    [Theory]
    [InlineData(Long, "Ours isn’t a political but a cultural goal", "isn’t", "is not", false)]
    [InlineData(Long, "Ours isn't a political but a cultural goal", "isn't", "is not", false)]
    [InlineData(Short, "Ours is not a political but a cultural goal", "is not", "isn’t", false)]
    [InlineData(Short, "and they cannot stop us", "cannot", "can’t", false)]
    [InlineData(Short, "and they can not stop us", "can not", "can’t", false)]
    [InlineData(Joined, "They can’t stop the police of all countries", "can’t", "cannot", false)]
    [InlineData(Joined, "They can not stop the police of all countries", "can not", "cannot", false)]
    [InlineData(Short, "Ours is a political but a cultural goal", "is", "isn’t", true)]
    [InlineData("Ours is a political but a cultural goal.", "Ours isn’t a political but a cultural goal", "isn’t", "is", true)]
    [InlineData("They can stop the police of all countries.", "They cannot stop the police of all countries", "cannot", "can", true)]
    [InlineData("They will never stop the police of all countries.", "They won’t stop the police of all countries", "won’t", "will never", true)]
    [InlineData("They will not stop the police of all countries.", "They won’t stop the police of all countries", "won’t", "will not", false)]
    [InlineData("They were the police of all those countries.", "They aren’t the police of all those countries", "aren’t", "were", true)]
    public async Task A_contraction_is_one_word_that_differs_and_a_negation_only_against_the_positive(
        string text, string typed, string quoted, string stored, bool isNegation)
    {
        var answer = await Ask(text, typed);
        var find = answer.Finds[0];
        var pair = Assert.Single(find.Words, static pair => pair.Relation is not WordRelation.Same);

        Assert.Equal(QuoteVerdict.Near, answer.Verdict);
        Assert.Equal((WordRelation.Replaced, quoted, stored), (pair.Relation, pair.Quoted, pair.Stored));
        Assert.Equal(isNegation, pair.IsNegation);
        Assert.Equal(1, find.WordsDiffering);
        Assert.Equal(
            $"“{quoted}”: the document has “{stored}”{(isNegation ? " – a negation" : "")}", QuoteSentence.Of(pair));
    }

    [Theory]
    [InlineData("Ours isn’t a political but a cultural goal", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("Ours isn't a political but a cultural goal", QuoteVerdict.VerbatimBut, QuoteDifferences.Punctuation)]
    [InlineData("ours ISN’T a political but a cultural goal", QuoteVerdict.VerbatimBut, QuoteDifferences.Case)]
    [InlineData("Ours isn t a political but a cultural goal", QuoteVerdict.VerbatimBut, QuoteDifferences.Punctuation)]
    public async Task The_same_contraction_is_the_same_word(string typed, QuoteVerdict verdict, QuoteDifferences differences)
    {
        var answer = await Ask(Short, typed);

        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(differences, answer.Finds[0].Differences);
    }

    [Fact]
    public async Task Half_a_contraction_at_the_edge_of_a_quotation_is_shown_whole()
    {
        var find = (await Ask(Short, "not a political but a cultural goal")).Finds[0];

        Assert.Equal("isn’t a political but a cultural goal", find.Text);
        Assert.Equal(("not", "isn’t", false), (find.Words[0].Quoted, find.Words[0].Stored, find.Words[0].IsNegation));
    }

    [Fact]
    public async Task An_added_and_a_dropped_contraction_are_negations()
    {
        var added = (await Ask("They all stop the police of many countries", "They all don’t stop the police of many countries")).Finds[0];
        var dropped = (await Ask("They all don’t stop the police of many countries", "They all stop the police of many countries")).Finds[0];

        Assert.Contains(added.Words, static pair => pair is { Relation: WordRelation.Added, Quoted: "don’t", IsNegation: true });
        Assert.Contains(dropped.Words, static pair => pair is { Relation: WordRelation.Dropped, Stored: "don’t", IsNegation: true });
    }

    private static Task<QuoteAnswer> Ask(string text, string typed) =>
        new QuoteFinder(new QuotationsInMemory([QuotedDocuments.Document("A", text)])).FindAsync(typed, CancellationToken.None);
}
