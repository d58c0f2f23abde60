using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Highlighting;

/// <summary>The passages of a document that are shown, and how many with a match are not.</summary>
public sealed record SnippetSelection(ImmutableArray<Snippet> Snippets, int MoreSentences);

/// <summary>Chooses the passages that show why a document matched.</summary>
public static class SnippetSelector
{
    /// <summary>The paragraphs with matches, the first <paramref name="count"/> of them.</summary>
    public static SnippetSelection Select(CorpusDocument document, IReadOnlyList<TextMatch> matches, int count)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(matches);
        var paragraphs = document.Paragraphs
            .Select(paragraph => (Paragraph: paragraph, Marks: matches.SelectMany(static m => m.Marks).Where(paragraph.Span.Contains)))
            .Where(static pair => pair.Marks.Any())
            .ToList();
        var shown = paragraphs.Take(count).Select(pair => new Snippet(
            pair.Paragraph.Span.In(document.Text),
            pair.Paragraph.Span,
            pair.Paragraph.Id,
            pair.Paragraph.Number,
            SpanMerging.Merge(pair.Marks.OrderBy(static m => m.Start))));
        return new SnippetSelection([.. shown], Math.Max(0, paragraphs.Count - count));
    }
}
