using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>A piece of a document's page, in order: what both its text and its HTML are made from.</summary>
/// <remarks>
/// Because the plain text and the page walk the same pieces, an offset of the text and a place on the page cannot disagree.
/// </remarks>
internal abstract record PagePart
{
    private PagePart()
    {
    }

    /// <summary>A container begins.</summary>
    /// <param name="Tag">Its HTML element: <c>ul</c>, <c>ol</c>, <c>li</c>, <c>blockquote</c>, <c>table</c>, <c>thead</c> or <c>tbody</c>.</param>
    /// <param name="Start">The first number of an ordered list that does not begin with 1; null otherwise.</param>
    public sealed record Open(string Tag, int? Start = null) : PagePart;

    /// <summary>The innermost container of this element ends.</summary>
    public sealed record Close(string Tag) : PagePart;

    /// <summary>A line across the page.</summary>
    public sealed record Rule : PagePart;

    /// <summary>A paragraph, heading, list item, table row or preformatted block.</summary>
    /// <param name="Kind">What it is on the page.</param>
    /// <param name="HeadingLevel">2 to 6 for a heading, 0 for everything else.</param>
    /// <param name="Name">The name the author gave it; null when none.</param>
    /// <param name="Line">Its line in the Markdown, from 1.</param>
    /// <param name="Runs">What it consists of.</param>
    public sealed record Leaf(ParagraphKind Kind, int HeadingLevel, string? Name, int Line, ImmutableArray<Run> Runs) : PagePart
    {
        /// <summary>Its plain text.</summary>
        public string Text { get; } = string.Concat(Runs.Select(static run => run.PlainText));

        /// <summary>Whether there is nothing to read in it; such a leaf is no paragraph and has no part in the text.</summary>
        public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    }
}

/// <summary>A piece of a <see cref="PagePart.Leaf"/>.</summary>
internal abstract record Run
{
    private Run()
    {
    }

    /// <summary>What it adds to the plain text; empty for most kinds.</summary>
    public virtual string PlainText => "";

    /// <summary>Words, as they are read.</summary>
    public sealed record Text(string Value) : Run
    {
        /// <inheritdoc/>
        public override string PlainText => Value;
    }

    /// <summary>A line break that the author asked for.</summary>
    public sealed record Break : Run
    {
        /// <inheritdoc/>
        public override string PlainText => "\n";
    }

    /// <summary>What stands between two cells of a table row.</summary>
    public sealed record CellGap : Run
    {
        /// <inheritdoc/>
        public override string PlainText => "\t";
    }

    /// <summary>An inline element begins: <c>em</c>, <c>strong</c> or <c>code</c>.</summary>
    public sealed record Open(string Tag) : Run;

    /// <summary>The innermost inline element or link ends.</summary>
    public sealed record Close : Run;

    /// <summary>A link begins.</summary>
    /// <param name="Target">Where it points, as written; not yet judged.</param>
    public sealed record OpenLink(string Target) : Run;

    /// <summary>A table cell begins.</summary>
    public sealed record OpenCell(bool IsHeader, string? Alignment) : Run;

    /// <summary>A table cell ends.</summary>
    public sealed record CloseCell(bool IsHeader) : Run;

    /// <summary>A citation of sources; no part of the text.</summary>
    public sealed record Citation(ImmutableArray<string> Keys) : Run;
}
