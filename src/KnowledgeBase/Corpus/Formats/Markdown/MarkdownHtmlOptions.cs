using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>One place of a document that a search found.</summary>
/// <param name="Number">Its number on the page, from 1; the place gets the id <c>hit-</c> and this number.</param>
/// <param name="Marks">What to mark, in offsets of the document's text. Empty stretches and what lies outside the text are left out, and so are
/// marks after the first 4,000 of one paragraph.</param>
public sealed record MarkedHit(int Number, ImmutableArray<TextSpan> Marks);

/// <summary>How a citation is shown.</summary>
/// <param name="Label">What the reader sees, such as the source's number in the list of sources.</param>
/// <param name="Href">Where it leads, such as <c>#source-S042</c>.</param>
/// <param name="Title">What it is, for a tooltip; null when nothing is known.</param>
public sealed record CitationTarget(string Label, string Href, string? Title = null);

/// <summary>How a document's page is written.</summary>
public sealed record MarkdownHtmlOptions
{
    /// <summary>
    /// The address of a document or paragraph inside the archive; null for what does not exist, which is then shown without a link.
    /// Links within the document are not asked for. Default: none exists.
    /// </summary>
    public Func<CorpusLink, string?> ResolveLink { get; init; } = static _ => null;

    /// <summary>
    /// Where the citation of a key leads; null for an unknown key, which is then shown as written. Default: the number of the source
    /// in the document's list, leading to <c>#source-KEY</c>.
    /// </summary>
    public Func<string, CitationTarget?>? ResolveSource { get; init; }

    /// <summary>
    /// The address of a paragraph, for the link beside it; null for a page without such links. Default: <c>#</c> and its id.
    /// </summary>
    public Func<Paragraph, string>? ParagraphHref { get; init; } = static paragraph => "#" + paragraph.Id;

    /// <summary>
    /// Where the code in the first cell of a table row leads, an example that can be run; null for nowhere. Default: nowhere.
    /// </summary>
    public Func<string, string?> ExampleHref { get; init; } = static _ => null;

    /// <summary>Number of the hit that the reader has come to; it carries the class <c>current</c>. Default: none.</summary>
    public int? CurrentHit { get; init; }
}
