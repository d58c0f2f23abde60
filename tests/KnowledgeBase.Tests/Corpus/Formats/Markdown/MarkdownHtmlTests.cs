using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tests.Corpus.Formats.Markdown;

public sealed class MarkdownHtmlTests
{
    private const char BrokenLine = '\u0001';

    private const char NextCell = '\u0002';

    private static readonly MarkdownHtmlOptions Options = new()
    {
        ResolveLink = static link => link.Path is null ? $"/d/{link.Id}" : "/file/" + link.Path,
    };

    [Fact]
    public void A_page_has_ids_numbers_citations_and_links() =>
        Assert.Equal(
            """
            <h2 id="who" dir="auto">Who paid</h2>
            <p id="hall" dir="auto"><a class="paragraph-link" href="#hall" aria-label="Link to paragraph 1">¶ 1</a> The <em>hall</em>.<sup class="citation"><a href="#source-S042">[2]</a>, [S099]</sup></p>
            <ol start="3">
            <li>
            <p id="x" dir="auto"><a class="paragraph-link" href="#x" aria-label="Link to paragraph 2">¶ 2</a> <a href="/d/IPA-1914-0001">Monaco</a> <a href="/file/congresses/m.md">file</a> <a href="#hall">hall</a> <a href="https://example.org/?a=1&amp;b=2" rel="noopener">out</a></p>
            </li>
            </ol>
            <table>
            <thead>
            <tr id="row" dir="auto"><th scope="col" class="align-right"><a class="paragraph-link" href="#row" aria-label="Link to paragraph 3">¶ 3</a> A</th><th scope="col">B</th></tr>
            </thead>
            </table>

            """,
            Render(
                """
                ## Who paid {#who}

                The *hall*. [S042, S099] {#hall}

                3. [Monaco](IPA-1914-0001) [file](../congresses/m.md) [hall](#hall) [out](https://example.org/?a=1&b=2) {#x}

                | A | B {#row} |
                |--:|---|
                """));

    [Fact]
    public void A_mark_across_emphasis_and_a_link_is_split()
    {
        const string markdown = "The *international police* [congress](https://example.org) met {#a}";
        var html = Render(markdown, new MarkedHit(7, [Find(markdown, "police congress met")]), new MarkedHit(8, [Find(markdown, "met")]));
        Assert.Equal(
            """
            <p id="a" dir="auto"><a class="paragraph-link" href="#a" aria-label="Link to paragraph 1">¶ 1</a> The <em>international <mark id="hit-7" data-hit="7">police</mark></em><mark data-hit="7"> </mark><a href="https://example.org" rel="noopener"><mark data-hit="7">congress</mark></a><mark data-hit="7"> </mark><mark data-hit="7"><mark id="hit-8" class="current" data-hit="8">met</mark></mark></p>

            """,
            html);
    }

    [Fact]
    public void Links_that_lead_nowhere_are_shown_without_a_link()
    {
        var html = MarkdownHtml.Render(Document("[a](IPA-1) [b](x.md) [c](../../x.md) [d](ftp://x/y) [e](//evil.example) [f](/etc/passwd)"), []);
        Assert.Equal(1, Parse(html).QuerySelectorAll("a").Length);
        Assert.Equal(6, Parse(html).QuerySelectorAll("span.no-link").Length);
    }

    [Fact]
    public void Text_outside_the_marks_is_unchanged_and_marks_are_exact() =>
        Gen.Select(Odd.Markdown, Gen.Select(Gen.Int[0, 200], Gen.Int[0, 40]).Array[0, 6])
            .Sample(static (markdown, places) => MarksAreExact(markdown, places));

    [Theory]
    [InlineData("a-\nb", 0, 4)]
    [InlineData("a-  \nb", 0, 4)]
    [InlineData("a\\\nb-\nc", 0, 6)]
    [InlineData("| a | b |\n|---|---|\n| c | d |", 0, 7)]
    public void Marks_over_line_ends_and_cells_are_exact(string markdown, int start, int length) => MarksAreExact(markdown, (start, length));

    [Fact]
    public void A_text_of_another_version_is_shown_as_it_was_indexed()
    {
        var document = Document("New *words*") with
        {
            Text = "Old <b>words</b>",
            Paragraphs = [new Paragraph("a", 1, new TextSpan(0, 16), ParagraphKind.Text)],
        };
        var page = Parse(MarkdownHtml.Render(document, [new MarkedHit(1, [new TextSpan(4, 7)])]));
        Assert.Equal("Old <b>words</b>", page.QuerySelector("#a code")!.TextContent);
        Assert.Equal("<b>", page.QuerySelector("mark")!.TextContent);
    }

    [Fact]
    public void What_nests_too_deep_is_shown_as_written_and_marked()
    {
        var markdown = new string('>', 20_000) + "\n\nneedle";
        var document = Document(markdown);
        var at = document.Text.IndexOf("needle", StringComparison.Ordinal);
        var page = Parse(MarkdownHtml.Render(document, [new MarkedHit(1, [new TextSpan(at, at + 6)])]));
        Assert.Equal("needle", page.QuerySelector("pre mark#hit-1")!.TextContent);
    }

    [Fact]
    public void A_file_of_ten_megabytes_is_rendered()
    {
        var document = Document(string.Concat(Enumerable.Repeat("A line of *ten megabytes*. <b>\n\n", 320_000)));
        var html = MarkdownHtml.Render(document, [new MarkedHit(1, [new TextSpan(2, 6)])]);
        Assert.Contains("<mark id=\"hit-1\" data-hit=\"1\">line</mark>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|a|\n|-|\n", "|a|\n")]
    [InlineData("", "- a\n")]
    [InlineData("", "*abc* ")]
    [InlineData("", "a  \n")]
    [InlineData("", "a\n\n")]
    public void A_long_row_of_siblings_is_rendered(string head, string piece)
    {
        var document = Document(head + string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length)));
        var hits = Enumerable.Range(0, 10_000).Select(static i => new MarkedHit(i + 1, [new TextSpan(i * 4, (i * 4) + 1)])).ToList();
        var html = MarkdownHtml.Render(document, hits);
        Assert.Contains("<mark id=\"hit-3997\" data-hit=\"3997\">", html, StringComparison.Ordinal);
    }

    private static void MarksAreExact(string markdown, params (int Start, int Length)[] places)
    {
        var document = Document(markdown);
        var hits = places
            .Select(place => (Start: place.Start % (document.Text.Length + 1), place.Length))
            .Select((place, i) => new MarkedHit(i + 1, [new TextSpan(place.Start, Math.Min(document.Text.Length, place.Start + place.Length))]))
            .ToList();
        var page = Parse(MarkdownHtml.Render(document, hits, Options));
        var shown = document.Text.ToCharArray();

        foreach (var paragraph in document.Paragraphs)
        {
            var element = page.GetElementById(paragraph.Id);
            Assert.NotNull(element);
            var read = Read(element);
            Assert.Equal(paragraph.Span.In(document.Text), read.Replace(BrokenLine, '\n').Replace(NextCell, '\t'));
            read.CopyTo(shown.AsSpan(paragraph.Span.Start));
        }

        foreach (var hit in hits)
        {
            var number = hit.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var marked = string.Concat(page.QuerySelectorAll($"mark[data-hit='{number}']").Select(static mark => mark.TextContent));
            var expected = InElements(document, new string(shown), Snap(document.Text, hit.Marks[0]));
            Assert.Equal(expected, marked);
            Assert.Equal(expected.Length > 0 ? 1 : 0, page.QuerySelectorAll("#hit-" + number).Length);
            Assert.True(expected.Length == 0 || page.QuerySelector($"mark[data-hit='{number}']")!.Id == "hit-" + number);
        }
    }

    internal static CorpusDocument Document(string markdown)
    {
        var text = MarkdownText.Read(markdown);
        return new CorpusDocument
        {
            Id = new DocumentId("IPA-1923-0001"),
            Path = "seats/hall.md",
            Digest = new string('0', 64),
            Metadata = new DocumentMetadata
            {
                Title = "T",
                Type = "other",
                Date = ArchiveDate.None,
                Language = "en",
                Sources = ["S001", "S042"],
            },
            Markdown = markdown,
            Text = text.Text,
            Paragraphs = text.Paragraphs,
        };
    }

    internal static IDocument Parse(string html) => new HtmlParser().ParseDocument("<body>" + html + "</body>");

    private static string Render(string markdown, params MarkedHit[] hits) =>
        MarkdownHtml.Render(Document(markdown.ReplaceLineEndings("\n")), hits, Options with { CurrentHit = 8 });

    private static TextSpan Find(string markdown, string words)
    {
        var at = MarkdownText.Read(markdown).Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }

    /// <summary>
    /// What a reader sees of a paragraph, without what the page adds. What has no character in the page (a broken line, the gap before
    /// a cell) is a sign that no document holds.
    /// </summary>
    private static string Read(INode node)
    {
        var text = new System.Text.StringBuilder();
        var cells = 0;
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IElement { ClassName: "citation" }:
                    break;
                case IElement { ClassName: "paragraph-link" }:
                    break;
                case IElement { LocalName: "br" }:
                    text.Append(BrokenLine);
                    break;
                case IElement { LocalName: "td" or "th" }:
                    text.Append(cells++ == 0 ? "" : NextCell.ToString()).Append(Read(child));
                    break;
                case IText words when words.PreviousSibling is IElement { ClassName: "paragraph-link" }:
                    text.Append(words.Data.AsSpan(1));
                    break;
                case IText words:
                    text.Append(words.Data);
                    break;
                default:
                    text.Append(Read(child));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The characters of a span that stand in some element: not what separates paragraphs, cells and broken lines.</summary>
    private static string InElements(CorpusDocument document, string shown, TextSpan span) =>
        string.Concat(document.Paragraphs.Select(paragraph =>
        {
            var start = Math.Max(span.Start, paragraph.Span.Start);
            var end = Math.Min(span.End, paragraph.Span.End);
            return start < end ? string.Concat(shown[start..end].Where(static c => c is not (BrokenLine or NextCell))) : "";
        }));

    private static TextSpan Snap(string text, TextSpan span)
    {
        bool Splits(int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
        return span.Length == 0 ? span : new TextSpan(Splits(span.Start) ? span.Start - 1 : span.Start, Splits(span.End) ? span.End + 1 : span.End);
    }
}
