using CsCheck;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tests.Corpus.Formats.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("One *two* **three** ***four*** `five`.", "One two three four five.")]
    [InlineData("A line\nand the next.", "A line and the next.")]
    [InlineData("A line  \nand a hard break\\\nhere.", "A line\nand a hard break\nhere.")]
    // A word that was broken at the end of a line; a space would make it two.
    [InlineData("The crim-\ninal police", "The crim-\ninal police")]
    [InlineData("The crim\u2010\n  inal police", "The crim\u2010\ninal police")]
    [InlineData("> The *crim-*\n> inal\n> police", "The crim-\ninal police")]
    [InlineData("- The crim-\n  inal police", "The crim-\ninal police")]
    [InlineData("Anti-\nAnarchist, 1914-\n1923, police -\nor", "Anti- Anarchist, 1914- 1923, police - or")]
    [InlineData("Two\n\nparagraphs", "Two\n\nparagraphs")]
    [InlineData("# Title\n\nText", "Title\n\nText")]
    [InlineData("- one\n- two\n  - inner\n\n1. first", "one\n\ntwo\n\ninner\n\nfirst")]
    [InlineData("> „Nur ein guter Mensch“\n> sprach er.", "„Nur ein guter Mensch“ sprach er.")]
    [InlineData("| Year | Seat |\n|---|:-:|\n| 1923 | *Wien* |\n| 1946 |  |", "Year\tSeat\n\n1923\tWien\n\n1946\t")]
    [InlineData("```\nint  x;\n\n  y\n```", "int  x;\n\n  y")]
    [InlineData("    code", "code")]
    [InlineData("<b>bold</b> & <script>alert(1)</script>", "<b>bold</b> & <script>alert(1)</script>")]
    [InlineData("<div>\nblock\n</div>", "<div> block </div>")]
    [InlineData("&auml;&amp;&#x1F46E;&nbsp;&lt;", "ä&👮\u00A0<")]
    [InlineData("\\*not emphasis\\* \\[S042\\]", "*not emphasis* [S042]")]
    [InlineData("<https://example.org/a> and <a@example.org>", "https://example.org/a and a@example.org")]
    [InlineData("[Monaco](../congresses/monaco-1914.md) and [here][x]\n\n[x]: https://example.org", "Monaco and here")]
    [InlineData("![A seal](seal.png) below", "A seal below")]
    [InlineData("They met. [S042] Then left. [S001, S042]", "They met. Then left.")]
    [InlineData("They met [S042], then left [S001]. End", "They met, then left. End")]
    [InlineData("They met[S042] there", "They met there")]
    [InlineData("They met [S042]there", "They met there")]
    [InlineData("[S042] They met", "They met")]
    [InlineData("*They met [S001]* and [S002] [S003] left", "They met and left")]
    [InlineData("[S042](https://example.org) [Sx] [S] [S1,S2] [S1 S2]", "S042 [Sx] [S] [S1 S2]")]
    [InlineData("`[S042]` stays", "[S042] stays")]
    [InlineData("The hall. [S042] {#hall}", "The hall.")]
    [InlineData("A {#hall} inside", "A {#hall} inside")]
    [InlineData("Bad {#Hall}", "Bad {#Hall}")]
    [InlineData("   \n\n", "")]
    [InlineData("[S042]", "")]
    [InlineData("Espace\u00A0: 1\u202F000", "Espace\u00A0: 1\u202F000")]
    [InlineData("Bell \u0007 and \uFFFE", "Bell \uFFFD and \uFFFD")]
    [InlineData("مؤتمر *فيينا* 1923", "مؤتمر فيينا 1923")]
    [InlineData("a\u0308 👩‍✈️ e\u0301", "a\u0308 👩‍✈️ e\u0301")]
    public void Markdown_reads_as(string markdown, string text) => Assert.Equal(text, MarkdownText.Read(markdown).Text);

    [Fact]
    public void Paragraphs_have_kinds_numbers_and_names()
    {
        var read = MarkdownText.Read(
            "Intro. {#intro}\n\n## Who paid {#who}\n\n- item {#item}\n  > quoted\n\n|a|b|\n|-|-|\n|1|2 {#row}|\n\n    code\n\n# End");
        Assert.Equal(
            [
                "intro 1 Text 0", "who 2 Heading 2", "item 2 ListItem 0", "p-? 3 Quotation 0", "p-? 4 TableRow 0", "row 5 TableRow 0",
                "p-? 6 Preformatted 0", "p-? 7 Heading 2",
            ],
            read.Paragraphs.Select(static p => $"{(p.Id.StartsWith("p-", StringComparison.Ordinal) ? "p-?" : p.Id)} {p.Number} {p.Kind} {p.HeadingLevel}"));
        Assert.Empty(read.Problems);
        Assert.False(read.IsPlain);
    }

    [Theory]
    [InlineData("a {#x}\n\nb\n\nc {#x}", 5, "stands twice")]
    [InlineData("a {#hit-1}", 1, "begins with p-, hit- or source-")]
    [InlineData("a {#p-1}", 1, "begins with p-, hit- or source-")]
    public void A_name_that_cannot_be_used_is_reported(string markdown, int line, string message)
    {
        var read = MarkdownText.Read(markdown);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(read.Paragraphs.Length, read.Paragraphs.Select(static p => p.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Wien, 1923!", "wien 1923")]
    [InlineData("Congrès  de *Monaco*", "CONGRES DE MONACO")]
    public void Ids_do_not_depend_on_case_accents_and_punctuation(string one, string other) =>
        Assert.Equal(MarkdownText.Read(one).Paragraphs[0].Id, MarkdownText.Read(other).Paragraphs[0].Id);

    [Fact]
    public void An_id_never_changes_between_versions_of_the_program() =>
        Assert.Equal(
            ["p-izxzxg6h", "p-izxzxg6h-2"],
            MarkdownText.Read("The congress met in Vienna.\n\nThe congress met in Vienna").Paragraphs.Select(static p => p.Id));

    [Fact]
    public void Ids_survive_edits_elsewhere() =>
        Gen.Select(Odd.Sentences, Gen.Int[0, 20], Odd.Sentence).Sample(static (sentences, at, added) =>
        {
            var before = MarkdownText.Read(string.Join("\n\n", sentences));
            var edited = sentences.ToList();
            // A name that is given twice stays with the first that has it, and the reading of the document says so.
            edited.Insert(Math.Min(at, edited.Count), added.Replace("{#x}", "{#added}", StringComparison.Ordinal));
            var after = MarkdownText.Read(string.Join("\n\n", edited));
            var idsAfter = after.Paragraphs.Select(p => (p.Id, Text: p.Span.In(after.Text))).ToList();

            // Paragraphs of equal words are numbered in order, so only their set of ids can be the same.
            return before.Paragraphs
                .GroupBy(p => ParagraphIds.Fold(p.Span.In(before.Text)))
                .All(group => group.All(p => idsAfter.Any(other => other.Id == p.Id && ParagraphIds.Fold(other.Text) == group.Key)));
        });

    [Fact]
    public void Paragraphs_cover_the_text_in_order_separated_by_blank_lines() =>
        Odd.Markdown.Sample(static markdown =>
        {
            var read = MarkdownText.Read(markdown);
            Assert.Equal(read.Text, string.Join(MarkdownText.Separator, read.Paragraphs.Select(p => p.Span.In(read.Text))));
            Assert.Equal(read.Paragraphs.Length, read.Paragraphs.Select(static p => p.Id).Distinct().Count());
        });

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("[a](")]
    [InlineData("[a]: b\n")]
    [InlineData("![")]
    [InlineData("|a|\n|-|\n")]
    [InlineData("`")]
    [InlineData("<div>")]
    [InlineData("*a **b ")]
    public void Hostile_nesting_is_still_read(string piece)
    {
        foreach (var length in new[] { 3_000, 60_000, 1_500_000 })
        {
            var markdown = "needle\n\n" + string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + "\n\nhaystack";
            var read = MarkdownText.Read(markdown);
            Assert.Contains("needle", read.Text, StringComparison.Ordinal);
            Assert.True(read.IsPlain || length <= 60_000);
            Assert.True(!read.IsPlain || read.Text.EndsWith("\nhaystack", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_shown_as_written_keeps_its_lines()
    {
        var read = MarkdownText.Read(new string('[', 30_000) + "\n  two\n\n\nthree\n\nand four");
        Assert.True(read.IsPlain);
        Assert.Equal(2, read.Paragraphs.Length);
        Assert.All(read.Paragraphs, static p => Assert.Equal(ParagraphKind.Preformatted, p.Kind));
        Assert.EndsWith("[\n  two\n\nthree\n\nand four", read.Text, StringComparison.Ordinal);
    }
}
