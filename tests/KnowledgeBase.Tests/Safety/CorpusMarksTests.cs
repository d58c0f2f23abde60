using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Tests.Contracts;
using KnowledgeBase.Web.Viewing;

namespace KnowledgeBase.Tests.Safety;

/// <summary>Marks in the archive itself: of queries made of its own sentences, in every language it has.</summary>
public sealed partial class CorpusMarksTests(RealArchive archive) : IClassFixture<RealArchive>
{
    private static int Queries => int.TryParse(
        Environment.GetEnvironmentVariable("KB_MARKED_QUERIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? count
        : 60;

    [Fact]
    public async Task Whatever_is_marked_is_what_was_asked_for_and_the_rest_of_the_text_is_untouched()
    {
        const int Seed = 4;
        var judge = new Judge(archive.Documents, new LuceneTextAnalyzer());
        var random = new Random(Seed);
        for (var i = 0; i < Queries; i++)
        {
            var typed = Query(random);
            var query = archive.Read(typed).Query;
            var marks = new JudgedMarks(judge, query);
            var found = 0;
            await foreach (var document in archive.Index.StreamAsync(new SearchRequest { Query = query, IncludePartial = false }, CancellationToken.None))
            {
                var problems = marks.Problems(document).Concat(Problems(document)).Take(3).ToList();
                Assert.True(problems.Count == 0, $"seed {Seed}, query {i}: {typed}\nread as {query}\n{string.Join('\n', problems)}");
                found++;
            }

            Assert.True(found > 0, $"seed {Seed}, query {i}: {typed} finds nothing, and it is made of a sentence of the archive.");
        }
    }

    [Fact]
    public async Task Text_that_looks_like_html_is_shown_as_text()
    {
        const string Text = "<script>alert('police')</script> & <b onclick=\"x\">police</b> &lt;police&gt; <mark>congress</mark>.";
        using var folder = new Support.TempFolder();
        using var index = Support.SomeIndex.Of(folder, [Support.Some.Document("A-1", Text)]);
        foreach (var typed in new[] { "police", "script", "\"x police\"", "lt NEAR/3 mark", "=mark", "con*" })
        {
            var page = await index.SearchAsync(new SearchRequest { Query = archive.Read(typed).Query }, CancellationToken.None);
            var passage = Assert.Single(Assert.Single(page.Hits).Passages);
            Assert.Empty(InHtml(passage));
        }
    }

    /// <summary>What is wrong with what the page shows of a hit; empty when nothing is.</summary>
    private static IEnumerable<string> Problems(DocumentMatches found)
    {
        var hit = found.Hit;
        if (hit.Passages.IsEmpty && hit.TitleMarks.IsEmpty && hit.Reasons.IsEmpty)
        {
            yield return $"{hit.Id} has no mark and no reason";
        }

        if (hit.MatchCount > 0 && hit.Passages.IsEmpty)
        {
            yield return $"{hit.Id} has matches and no passage";
        }

        var sentences = found.Document.Paragraphs
            .SelectMany(paragraph => paragraph.Kind is ParagraphKind.Heading or ParagraphKind.TableRow
                ? [paragraph.Span]
                : SentenceCutter.Cut(found.Document.Text, paragraph.Span, found.Document.Metadata.Language))
            .ToList();
        foreach (var passage in hit.Passages)
        {
            if (passage.Text != passage.Span.In(found.Document.Text) || passage.Marks.IsEmpty || !passage.Marks.All(passage.Span.Contains))
            {
                yield return $"{hit.Id}: the passage at {passage.Span} is not the text, or has no mark in it";
            }

            // Whole sentences, or the passage says at which end it is cut because they are too long to show.
            var (begins, ends) = (sentences.Exists(s => s.Start == passage.Span.Start), sentences.Exists(s => s.End == passage.Span.End));
            if (begins == passage.BeginsInside || ends == passage.EndsInside)
            {
                yield return $"{hit.Id}: no whole sentences: {passage.Text}";
            }

            foreach (var problem in InHtml(passage))
            {
                yield return $"{hit.Id}: {problem}";
            }
        }
    }

    /// <summary>Without the marks the HTML is the text, encoded; the marks are where they should be.</summary>
    private static IEnumerable<string> InHtml(Snippet passage)
    {
        var html = MarkedText.Html(passage.Text, passage.Marks, passage.Span.Start).ToString()!;
        if (Tags().Matches(html).Any(static tag => tag.Value is not ("<mark>" or "</mark>")))
        {
            yield return $"a tag of the text is in the HTML: {html}";
        }

        var marked = new List<TextSpan>();
        var text = new StringBuilder();
        foreach (var piece in html.Split("<mark>"))
        {
            var ends = piece.Split("</mark>");
            var start = text.Length;
            text.Append(WebUtility.HtmlDecode(ends[0]));
            if (ends.Length == 2)
            {
                marked.Add(new TextSpan(start, text.Length).Shift(passage.Span.Start));
                text.Append(WebUtility.HtmlDecode(ends[1]));
            }
        }

        if (text.ToString() != passage.Text || !marked.SequenceEqual(passage.Marks))
        {
            yield return $"the HTML is not the passage with its marks: {html}";
        }
    }

    /// <summary>Some words of a paragraph of the archive, in one of the forms of the language.</summary>
    private string Query(Random random)
    {
        while (true)
        {
            var document = archive.Documents[random.Next(archive.Documents.Count)];
            var paragraph = document.Paragraphs[random.Next(document.Paragraphs.Length)];
            var words = WordCutter.Cut(paragraph.Span.In(document.Text)).DistinctBy(static word => word.Position)
                .Select(static word => word.Raw).Where(static word => word.All(char.IsLetterOrDigit)).ToList();
            var at = random.Next(Math.Max(1, words.Count - 4));
            if (words.Count >= 5 && words[at].Length >= 4)
            {
                return Typed(random.Next(9), words, at, random);
            }
        }
    }

    private static string Typed(int form, List<string> words, int at, Random random)
    {
        var (one, two, other) = (words[at], words[at + 1], words[random.Next(words.Count)]);
        return form switch
        {
            0 => $"{one} {other}",
            1 => $"({one} OR {two}) -zeppelin",
            2 => $"\"{one}\" OR ={two}",
            3 => $"\"{one} {two} {words[at + 2]}\" OR \"{one} {two}\"~10",
            4 => $"{one} NEAR/50 {words[at + 3]} OR {one}",
            5 => $"({one} OR {two}) BEFORE/8 {words[at + 4]} OR {two}",
            6 => $"{one[..3]}* OR *{one[^3..]}",
            7 => $"{one}~ OR text:{two}",
            _ => $"title:{one} OR \"{one} ({two} OR {other})\"~ OR {one}",
        };
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
