using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>One occurrence of what was looked for, with what stands around it.</summary>
public sealed record ConcordanceLine
{
    /// <summary>Text to the left, from the beginning of the paragraph at most; line ends are spaces.</summary>
    public required string Left { get; init; }

    /// <summary>The words that matched, from the first to the last, as in the document; line ends are spaces.</summary>
    public required string Keyword { get; init; }

    /// <summary>Text to the right, to the end of the paragraph at most.</summary>
    public required string Right { get; init; }

    /// <summary>What of <see cref="Keyword"/> was looked for, in its offsets: all of a word or phrase, the sides of a NEAR.</summary>
    public required ImmutableArray<TextSpan> Marks { get; init; }

    /// <summary>Whether the paragraph is read from right to left; <see cref="Left"/> is what is read first all the same.</summary>
    public required bool IsRightToLeft { get; init; }

    /// <summary>The document.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its date.</summary>
    public required ArchiveDate Date { get; init; }

    /// <summary>Its language, a BCP 47 code.</summary>
    public required string Language { get; init; }

    /// <summary>The paragraph, for a link; empty when the text has none.</summary>
    public required string ParagraphId { get; init; }

    /// <summary>Its number; 0 when the text has none.</summary>
    public required int ParagraphNumber { get; init; }

    /// <summary>Number of the occurrence in the document, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Where the words stand in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The version of the index that the line comes from.</summary>
    public required string IndexVersion { get; init; }
}
