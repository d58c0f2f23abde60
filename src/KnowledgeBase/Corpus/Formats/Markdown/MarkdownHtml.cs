using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Writes a document's text as safe HTML, with the places that a search found marked exactly.</summary>
/// <remarks>
/// Every paragraph, list item, heading and row carries its id; a mark that crosses emphasis or a link is written as several
/// <c>mark</c> elements with the same <c>data-hit</c>, the first of which has the id <c>hit-N</c>; where hits overlap, their marks
/// lie in one another. Nothing active comes through, whatever the document holds: raw HTML is text, links lead to http, https, mailto
/// or into the archive, and a sanitizer looks at the result.
/// </remarks>
public static class MarkdownHtml
{
    /// <summary>Writes a document's text. Safe for use by many callers at once.</summary>
    /// <param name="document">The document; when its text was made by another version of the program, it is shown as plain text.</param>
    /// <param name="hits">What to mark; may be empty.</param>
    /// <param name="options">How links and citations are resolved; null for the defaults.</param>
    /// <returns>HTML for the inside of an article; empty for an empty text.</returns>
    public static string Render(CorpusDocument document, IReadOnlyList<MarkedHit> hits, MarkdownHtmlOptions? options = null) =>
        string.Concat(RenderUnsanitized(document, hits, options ?? new MarkdownHtmlOptions()).Select(PageSanitizer.Sanitize));

    /// <summary>Writes a text of the program's own, such as its guide, in the same safe way: no marks, no links to paragraphs.</summary>
    /// <param name="markdown">Markdown, lines ended by <c>\n</c>. Its headings get ids from their words: <c>Exact words</c> is <c>#exact-words</c>.</param>
    /// <param name="exampleHref">See <see cref="MarkdownHtmlOptions.ExampleHref"/>.</param>
    public static string RenderGuide(string markdown, Func<string, string?> exampleHref)
    {
        var parts = MarkdownPage.Read(markdown, out var isPlain).Select(static part => part is PagePart.Leaf { HeadingLevel: > 0, Name: null } heading
            ? heading with { Name = ParagraphIds.Fold(heading.Text).Replace(' ', '-') }
            : part).ToImmutableArray();
        var text = MarkdownText.Of(parts, isPlain);
        var options = new MarkdownHtmlOptions { ParagraphHref = null, ExampleHref = exampleHref };
        var writer = new PageHtmlWriter(text.Text, text.Paragraphs, new MarkPlan([], text.Text), "", options, static _ => null);
        return string.Concat(writer.Write(parts).Select(PageSanitizer.Sanitize));
    }

    /// <summary>The first layer alone, in pieces, for tests of each layer.</summary>
    internal static IEnumerable<string> RenderUnsanitized(
        CorpusDocument document, IReadOnlyList<MarkedHit> hits, MarkdownHtmlOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(hits);
        var parts = MarkdownPage.Read(document.Markdown, out var isPlain);
        var text = MarkdownText.Of(parts, isPlain);
        var paragraphs = text.Paragraphs;
        if (text.Text != document.Text)
        {
            // The marks are offsets of the text that was indexed; it is shown as it is rather than marked in wrong places.
            paragraphs = [.. document.Paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph.Span.In(document.Text)))];
            parts = [.. paragraphs.Select(paragraph => PlainLeaf(document.Text, paragraph))];
        }

        var writer = new PageHtmlWriter(
            document.Text, paragraphs, new MarkPlan(hits, document.Text), document.Path, options,
            options.ResolveSource ?? NumberInList(document.Metadata.Sources));
        return writer.Write(parts);
    }

    private static PagePart.Leaf PlainLeaf(string text, Paragraph paragraph) => new PagePart.Leaf(
        ParagraphKind.Preformatted, 0, paragraph.Id, 1, [new Run.Text(paragraph.Span.In(text))]);

    private static Func<string, CitationTarget?> NumberInList(ImmutableArray<string> sources) => key =>
    {
        var index = sources.IndexOf(key);
        return index < 0 ? null : new CitationTarget((index + 1).ToString(CultureInfo.InvariantCulture), "#source-" + key);
    };
}
