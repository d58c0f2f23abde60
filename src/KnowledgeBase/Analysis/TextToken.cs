using KnowledgeBase.Documents;

namespace KnowledgeBase.Analysis;

/// <summary>One word of a text in the three forms that can be searched.</summary>
/// <remarks>
/// All forms of a word share its position, so a phrase may mix them. Several tokens may stand at one position
/// (a word broken by an end-of-line hyphen is there whole and in its parts).
/// </remarks>
/// <param name="Position">Number of the word, from 0; paragraphs are <see cref="ParagraphGap"/> apart.</param>
/// <param name="Span">Where it stands in the text that was analysed.</param>
/// <param name="Raw">As spelled, composed (NFC), without invisible characters; what <c>=word</c> compares.</param>
/// <param name="Exact">Without case, accents and ligatures; what a verbatim phrase compares. Never empty.</param>
/// <param name="Stem">The word form's stem in the text's language; what a plain word compares.</param>
/// <param name="OtherStem">
/// A second stem, of the folded word, where it differs: a reader who types no accents finds the same words. Null otherwise.
/// </param>
public readonly record struct TextToken(
    int Position, TextSpan Span, string Raw, string Exact, string Stem, string? OtherStem)
{
    /// <summary>Positions between the last word of a paragraph and the first of the next: no phrase and no NEAR reaches across.</summary>
    public const int ParagraphGap = 100;
}
