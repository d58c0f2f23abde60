using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>What a place of a text says of a quotation, found by comparing the two word by word.</summary>
/// <param name="Span">From the first to the last word in the text.</param>
/// <param name="Parts">The parts between the ellipses.</param>
/// <param name="Pairs">Word by word, neighbours of one kind together.</param>
/// <param name="Differences">What differs besides words.</param>
/// <param name="Operations">How many words were replaced, added, dropped or moved; a swap counts once.</param>
/// <param name="WordsDiffering">How many words differ; the words of a swap count each.</param>
public sealed record QuoteComparison(
    TextSpan Span,
    ImmutableArray<TextSpan> Parts,
    ImmutableArray<ComparedPair> Pairs,
    QuoteDifferences Differences,
    int Operations,
    int WordsDiffering)
{
    /// <summary>The verdict on this place.</summary>
    public QuoteVerdict Verdict => (Operations, Differences) switch
    {
        ( > 0, _) => QuoteVerdict.Near,
        (_, QuoteDifferences.None) => QuoteVerdict.Verbatim,
        _ => QuoteVerdict.VerbatimBut,
    };

    /// <summary>Whether a negation differs, or an ellipsis leaves one out.</summary>
    public bool ChangesNegation => Pairs.Any(static pair => pair.IsNegation);

    /// <summary>Whether a number differs.</summary>
    public bool ChangesNumber => Pairs.Any(static pair => pair.IsNumber && pair.Relation is not WordRelation.LeftOut);

    /// <summary>
    /// Whether the words that carry the sense of the quotation stand in the text in the same order: all of them, of at least three.
    /// </summary>
    public required bool KeepsSense { get; init; }

    /// <summary>
    /// How many changes still count as near, whatever they change: one in a quotation under seven words, then three in ten.
    /// </summary>
    public static int MostOperations(int words) => words < 7 ? 1 : Math.Max(2, words * 3 / 10);

    /// <summary>
    /// How many changes still count as near when the words that carry the sense stand there in order: one more than
    /// <see cref="MostOperations"/> in a quotation of 8 to 19 words. <c>Ours is a political and not a cultural goal</c> is the
    /// sentence <c>Ours is not a political but a cultural goal</c>, though a third of its words changed.
    /// </summary>
    public static int MostOperationsWithSense(int words) => MostOperations(words) + (words is >= 8 and < 20 ? 1 : 0);

    /// <inheritdoc cref="Find(QuotedText, ComparableText)"/>
    public static QuoteComparison? Find(QuotedText quote, string text) => Find(quote, ComparableText.Of(text));

    /// <summary>Compares a quotation with the best place of a text; null when the text has nothing near it.</summary>
    /// <exception cref="ArgumentException">The quotation is refused.</exception>
    public static QuoteComparison? Find(QuotedText quote, ComparableText text)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(text);
        if (quote.Refusal is { } reason)
        {
            throw new ArgumentException(reason, nameof(quote));
        }

        var stored = text.Words;
        var (usual, most) = (MostOperations(quote.WordCount), MostOperationsWithSense(quote.WordCount));

        // Two words that changed places far apart count as one change, but take two steps of an alignment.
        return !QuoteWindow.MayStandIn(quote, stored, most + 1) ? null : QuoteAlignment.Best(quote, stored, most + 1)
            .Select(place => new ComparisonBuilder(quote, text.Text, stored, place).Build())
            .Where(found => found.Operations <= usual || (found.Operations <= most && found.KeepsSense))
            .OrderBy(static found => found.Operations)
            .ThenBy(static found => BitOperations.PopCount((uint)found.Differences))
            .ThenBy(static found => found.Span.Length)
            .ThenBy(static found => found.Span.Start)
            .FirstOrDefault();
    }

    /// <summary>How two spellings of one word differ.</summary>
    internal static QuoteDifferences Spelling(string quoted, string stored)
    {
        if (string.Equals(quoted, stored, StringComparison.Ordinal))
        {
            return QuoteDifferences.None;
        }

        var sameLetters = string.Equals(quoted.ToLowerInvariant(), stored.ToLowerInvariant(), StringComparison.Ordinal);
        var differences = sameLetters ? QuoteDifferences.Case : QuoteDifferences.Accents;
        var sameCase = quoted.Count(char.IsUpper) == stored.Count(char.IsUpper)
            && char.IsUpper(quoted, 0) == char.IsUpper(stored, 0);
        return sameLetters || sameCase ? differences : differences | QuoteDifferences.Case;
    }

    /// <summary>Visible characters without white space and quotation marks, as edges are compared.</summary>
    internal static string EdgeOf(ReadOnlySpan<char> text)
    {
        var visible = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            var isMark = char.GetUnicodeCategory(c) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                || c is '"' or '\'' or '„' or '‚';
            if (!char.IsWhiteSpace(c) && !isMark && !TextFolding.IsInvisible(c))
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }
}
