using System.Collections.Immutable;
using KnowledgeBase.Documents;
using Markdig;
using Markdig.Parsers.Inlines;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>The parts of a document's page, read from its Markdown.</summary>
internal static class MarkdownPage
{
    /// <summary>Longer texts are shown as written: the parser would need seconds.</summary>
    public const int LongestMarkdown = 1_000_000;

    /// <summary>Markdig looks at every link start again for each that is not closed: 25,000 of them take four seconds.</summary>
    private const int MostLinkSigns = 5_000;

    /// <summary>The sanitizer's time grows with the square of an element's children; these bounds keep it under a second.</summary>
    private const int MostLeaves = 20_000;

    private const int MostChildren = 2_000;
    private const int MostRuns = 4_000;

    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>Reads Markdown. Never throws: what cannot be read as Markdown is shown as written.</summary>
    /// <param name="markdown">The body of a document, lines ended by <c>\n</c>.</param>
    /// <param name="isPlain">Whether it is shown as written, because it is too long or too deeply nested.</param>
    public static ImmutableArray<PagePart> Read(string markdown, out bool isPlain)
    {
        isPlain = false;
        if (!IsExpensive(markdown))
        {
            try
            {
                // SECURITY: the parser refuses deep nesting by an exception; the builder bounds its own recursion.
                if (PageBuilder.Build(Markdig.Markdown.Parse(markdown, Pipeline)) is { } parts && !IsTooMuch(parts))
                {
                    return parts;
                }
            }
            catch (ArgumentException)
            {
                // Too deeply nested: falls through to the plain view.
            }
        }

        isPlain = true;
        return ReadPlain(markdown);
    }

    private static bool IsExpensive(string markdown) =>
        markdown.Length > LongestMarkdown
        || markdown.AsSpan().Count("](") > MostLinkSigns
        || markdown.AsSpan().Count("]:") > MostLinkSigns;

    private static bool IsTooMuch(ImmutableArray<PagePart> parts)
    {
        var children = new Stack<int>([0]);
        var leaves = 0;
        foreach (var part in parts)
        {
            if (part is PagePart.Close)
            {
                children.Pop();
                continue;
            }

            children.Push(children.Pop() + 1);
            if (part is PagePart.Leaf leaf && (++leaves > MostLeaves || leaf.Runs.Length > MostRuns))
            {
                return true;
            }

            // What stands at the outermost level is written in pieces.
            if (children.Count > 1 && children.Peek() > MostChildren)
            {
                return true;
            }

            if (part is PagePart.Open)
            {
                children.Push(0);
            }
        }

        return false;
    }

    /// <summary>Every stretch between blank lines as a preformatted paragraph, short ones together.</summary>
    private static ImmutableArray<PagePart> ReadPlain(string markdown)
    {
        var shortest = markdown.Length > LongestMarkdown ? 2_000 : 100;
        var parts = ImmutableArray.CreateBuilder<PagePart>();
        var lines = new RunBuilder();
        var (length, firstLine, number) = (0, 1, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() && length >= shortest)
            {
                parts.Add(new PagePart.Leaf(ParagraphKind.Preformatted, 0, null, firstLine, lines.Finish()));
                (lines, length) = (new RunBuilder(), 0);
            }
            else if (length > 0 || !line.IsWhiteSpace())
            {
                firstLine = length == 0 ? number : firstLine;
                lines.AppendVerbatim(length == 0 ? "" : "\n");
                lines.AppendVerbatim(line);
                length += line.Length + 1;
            }
        }

        parts.Add(new PagePart.Leaf(ParagraphKind.Preformatted, 0, null, firstLine, lines.Finish()));
        return parts.ToImmutable();
    }

    /// <summary>CommonMark and tables; no raw HTML and no attributes written in the text.</summary>
    private static MarkdownPipeline MakePipeline()
    {
        // SECURITY: never UseAdvancedExtensions: its generic attributes let a heading carry onmouseover.
        var builder = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CitationParser());
        builder.InlineParsers.Add(new ParagraphNameParser());
        return builder.Build();
    }
}
