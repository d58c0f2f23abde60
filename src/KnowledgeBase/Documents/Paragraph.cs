namespace KnowledgeBase.Documents;

/// <summary>What a paragraph is on the page.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>A heading inside the document; the title is not one.</summary>
    Heading,

    /// <summary>A paragraph of a block quotation.</summary>
    Quotation,

    /// <summary>A list item.</summary>
    ListItem,

    /// <summary>A row of a table, its cells separated by tabs.</summary>
    TableRow,

    /// <summary>A code block, or text shown as written.</summary>
    Preformatted,
}

/// <summary>The unit of showing, linking and quoting: a numbered, named range of the document's text.</summary>
/// <param name="Id">
/// Its name in links, unique in the document: written by the author, or made from its words, so that it does not change when
/// other paragraphs do.
/// </param>
/// <param name="Number">1 for the first, counting every kind but headings; a heading has the number of what follows it.</param>
/// <param name="Span">Its place in the document's text. Paragraphs are in order, do not overlap and are separated by a blank line.</param>
/// <param name="Kind">What it is on the page.</param>
/// <param name="HeadingLevel">2 to 6 for a heading, 0 for everything else.</param>
public sealed record Paragraph(string Id, int Number, TextSpan Span, ParagraphKind Kind, int HeadingLevel = 0);
