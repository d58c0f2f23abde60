using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Documentation;

public sealed class QueryGuideTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var cells in Rows(QueryGuide.Markdown, "You type"))
            {
                examples.Add(cells[0], cells[2]);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_page_says_what_the_guide_says(string typed, string says)
    {
        var read = QueryReader.Read(typed, Today, SomeIndex.NamesOfTheArchive);
        var sentence = QueryDescription.Sentence(read.Query);
        var notes = string.Join(' ', read.Parsed.Problems.Select(static problem => problem.Message));
        Assert.Equal(notes.Length == 0 ? sentence : $"{sentence}. {notes}", says);
    }

    [Fact]
    public void Every_kind_of_condition_has_an_example()
    {
        var read = string.Join('\n', Examples.Select(static row => QueryReader.Read((string)row[0], Today, SomeIndex.NamesOfTheArchive).Query.ToString()));
        foreach (var kind in new[] { "(wild", "(fuzzy~1", "(fuzzy~2", "(phrase", "(window", "(near", "(before", "(all", "(any", "(not", "(date-overlaps", "(date-within", "(undated", "(added", "(like", "(said", "(quote" })
        {
            Assert.Contains(kind, read, StringComparison.Ordinal);
        }

        Assert.All(QueryFields.Text, field => Assert.Contains($"({field}: ", read, StringComparison.Ordinal));
        Assert.All(QueryFields.Aliases.Keys.Except(["organization", "reference"]), alias => Assert.Contains($"`{alias}:`", QueryGuide.Markdown, StringComparison.Ordinal));
    }

    [Fact]
    public void The_limits_are_those_of_the_program()
    {
        var limits = string.Join('\n', Rows(QueryGuide.Markdown, "What").Select(static cells => string.Join(": ", cells)));
        foreach (var limit in new[]
        {
            QueryLimits.Characters, QueryLimits.QuoteCharacters, QueryLimits.Clauses, QueryLimits.Depth, QueryLimits.PhraseWords,
            QueryLimits.WindowWords, QueryLimits.Distance, QueryLimits.NearDepth, QueryLimits.Wildcards, QueryLimits.FuzzyWords,
        })
        {
            Assert.Matches(string.Create(CultureInfo.InvariantCulture, $@"(?<!\d){limit:N0}(?!\d)"), limits);
        }
    }

    [Fact]
    public void On_the_site_every_example_is_a_link_that_runs_it()
    {
        var html = MarkdownHtml.RenderGuide(QueryGuide.Body, static example => "/?q=" + Uri.EscapeDataString(example));
        foreach (var row in Examples)
        {
            var address = $"href=\"/?q={Uri.EscapeDataString((string)row[0]).Replace("'", "&#39;", StringComparison.Ordinal)}\"";
            Assert.Contains(address, html, StringComparison.Ordinal);
        }

        Assert.Contains("<h2 id=\"exact-words\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("paragraph-link", html, StringComparison.Ordinal);
    }

    /// <summary>The cells of the rows of every table whose first column has this heading.</summary>
    private static IEnumerable<ImmutableArray<string>> Rows(string markdown, string firstHeading)
    {
        var text = MarkdownText.Read(markdown);
        var isWanted = false;
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Kind is not ParagraphKind.TableRow)
            {
                isWanted = false;
                continue;
            }

            var cells = paragraph.Span.In(text.Text).Split('\t').ToImmutableArray();
            if (cells[0] == firstHeading)
            {
                isWanted = true;
            }
            else if (isWanted)
            {
                yield return cells;
            }
        }
    }
}
