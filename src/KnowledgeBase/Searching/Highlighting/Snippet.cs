using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Highlighting;

/// <summary>One place of a text that a query matched.</summary>
/// <param name="Span">From the first to the last character of the match.</param>
/// <param name="Marks">
/// What to mark: the words of the match. A phrase is one mark; the two sides of a NEAR are two. In order, disjoint, all within
/// <paramref name="Span"/>.
/// </param>
/// <param name="Part">Which part of the query matched: the number of the leaf or proximity node, from 0 in the order of the text typed.</param>
/// <param name="Weight">How much it says: rare parts weigh more. Above 0.</param>
public sealed record TextMatch(TextSpan Span, ImmutableArray<TextSpan> Marks, int Part, double Weight);

/// <summary>A passage of a document: whole sentences of one paragraph.</summary>
/// <param name="Text">The words, as in the document.</param>
/// <param name="Span">Where they stand in the document's text.</param>
/// <param name="ParagraphId">The paragraph they are from.</param>
/// <param name="ParagraphNumber">Its number.</param>
/// <param name="Marks">What matched, in offsets of the document's text; in order, disjoint, all within <paramref name="Span"/>.</param>
public sealed record Snippet(
    string Text, TextSpan Span, string ParagraphId, int ParagraphNumber, ImmutableArray<TextSpan> Marks)
{
    /// <summary>Whether it begins inside a sentence, because the sentence is too long to be shown whole.</summary>
    public bool BeginsInside { get; init; }

    /// <summary>Whether it ends inside a sentence, for the same reason.</summary>
    public bool EndsInside { get; init; }
}
