using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Searching.Highlighting;

public sealed class SnippetSelectorTests
{
    private const string Letters =
        "The congress met in the capital, and the newspapers wrote about it at length.\n\n"
        + "Schober had sent the letters himself, three hundred of them, in several languages. Nobody answered for weeks; the office waited. "
        + "Then the answers came, one by one, from Paris and from Rome, and the office began to count them all.\n\n"
        + "Schober counted. The rest of the year went by without another word from the invited governments, as far as one can see.\n\n"
        + "At the end Schober opened the congress in Vienna with a speech that everyone remembered for a long time.";

    [Fact]
    public void A_passage_is_whole_sentences_and_only_what_matched_is_marked()
    {
        var selection = Select(Letters, 3, "Paris", "Rome");

        var passage = Assert.Single(selection.Snippets);
        Assert.StartsWith("Then the answers came", passage.Text, StringComparison.Ordinal);
        Assert.EndsWith("count them all.", passage.Text, StringComparison.Ordinal);
        Assert.Equal(["Paris", "Rome"], passage.Marks.Select(static mark => mark.In(Letters)));
        Assert.Equal(passage.Text, passage.Span.In(Letters));
        Assert.Equal(0, selection.More);
    }

    [Fact]
    public void The_passage_with_most_parts_of_the_query_is_shown_when_there_is_room_for_one()
    {
        var selection = Select(Letters, 1, "Schober", "congress", "Vienna");

        Assert.StartsWith("At the end Schober", Assert.Single(selection.Snippets).Text, StringComparison.Ordinal);
        Assert.Equal(3, selection.More);
    }

    [Fact]
    public void A_second_passage_shows_something_else_before_the_same_again()
    {
        var selection = Select(Letters, 2, "Schober", "Rome");

        Assert.Contains(selection.Snippets, static passage => passage.Text.Contains("Rome", StringComparison.Ordinal));
        Assert.Contains(selection.Snippets, static passage => passage.Text.Contains("Schober", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_names_is_one_sentence_whose_every_word_can_match()
    {
        const int Names = 100_000;
        var text = string.Join(", ", Enumerable.Range(0, Names).Select(static n => FormattableString.Invariant($"name{n}")));
        var at = 0;
        var matches = new List<TextMatch>();
        foreach (var name in text.Split(", "))
        {
            var span = new TextSpan(at, at + name.Length);
            matches.Add(new TextMatch(span, [span], 0, 1));
            at = span.End + 2;
        }

        var selection = SnippetSelector.Select(Some.Document("X-1", text), matches, 3);

        Assert.StartsWith("name0, name1,", Assert.Single(selection.Snippets).Text, StringComparison.Ordinal);
        Assert.Equal(0, selection.More);
    }

    [Fact]
    public void Passages_come_in_the_order_of_the_text()
    {
        var starts = Select(Letters, 3, "Schober", "congress").Snippets.Select(static passage => passage.Span.Start).ToArray();

        Assert.Equal(starts.Order(), starts);
    }

    [Fact]
    public void A_short_sentence_brings_the_next_one_along()
    {
        var text = Letters[Letters.IndexOf("Schober counted", StringComparison.Ordinal)..];
        var passage = Select(text, 1, "counted").Snippets.Single();

        Assert.StartsWith("Schober counted. The rest of the year", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hits_in_neighbouring_sentences_are_one_passage()
    {
        var selection = Select(Letters, 3, "letters", "weeks");

        Assert.StartsWith("Schober had sent", Assert.Single(selection.Snippets).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_match_that_reaches_over_a_full_stop_is_never_cut()
    {
        var from = Letters.IndexOf("languages. Nobody", StringComparison.Ordinal);
        var match = new TextMatch(new TextSpan(from, from + 17), [new TextSpan(from, from + 17)], 0, 1);

        var passage = SnippetSelector.Select(InParagraphs(Letters), [match], 3).Snippets.Single();

        Assert.Equal(["languages. Nobody"], passage.Marks.Select(static mark => mark.In(Letters)));
    }

    [Fact]
    public void A_sentence_too_long_to_show_is_cut_between_words_around_the_match()
    {
        var text = string.Join(' ', Enumerable.Repeat("words without any stop", 100)) + " needle " + string.Join(' ', Enumerable.Repeat("and more of them", 100));
        var passage = Select(text, 1, "needle").Snippets.Single();

        Assert.InRange(passage.Text.Length, 100, 480);
        Assert.True(passage is { BeginsInside: true, EndsInside: true });
        Assert.Equal("needle", passage.Marks.Single().In(text));
        Assert.True(char.IsWhiteSpace(text[passage.Span.Start - 1]) && char.IsWhiteSpace(text[passage.Span.End]));
    }

    private static SnippetSelection Select(string text, int count, params string[] words)
    {
        var matches = words.SelectMany((word, part) => Places(text, word).Select(span => new TextMatch(span, [span], part, 1)))
            .OrderBy(static match => match.Span.Start).ToImmutableArray();
        return SnippetSelector.Select(InParagraphs(text), matches, count);
    }

    private static CorpusDocument InParagraphs(string text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (var at = 0; at < text.Length;)
        {
            var blank = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            var end = blank < 0 ? text.Length : blank;
            var number = paragraphs.Count + 1;
            paragraphs.Add(new Paragraph("p-" + number, number, new TextSpan(at, end), ParagraphKind.Text));
            at = end + 2;
        }

        return Some.Document("S-1", text) with { Paragraphs = paragraphs.ToImmutable() };
    }

    private static IEnumerable<TextSpan> Places(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + word.Length);
        }
    }
}
