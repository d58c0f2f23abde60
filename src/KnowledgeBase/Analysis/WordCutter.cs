using KnowledgeBase.Documents;

namespace KnowledgeBase.Analysis;

/// <summary>One word with its place, before any language has looked at it.</summary>
/// <param name="Position">Number of the word, from 0; several words may share one.</param>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Raw">As spelled; see <see cref="TextToken.Raw"/>.</param>
/// <param name="Exact">Folded; see <see cref="TextToken.Exact"/>; never empty.</param>
public readonly record struct CutWord(int Position, TextSpan Span, string Raw, string Exact);

/// <summary>Words with positions: the part of analysis that knows no language.</summary>
public static class WordCutter
{
    /// <summary>The words of a text in order, positions from 0.</summary>
    /// <remarks>
    /// A word broken at a line's end (<c>inter-⏎national</c>) is there three times at one position: whole, with both parts' place,
    /// and in its parts, so that a phrase with the whole word and a search for a part both find it.
    /// </remarks>
    public static IReadOnlyList<CutWord> Cut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<CutWord>();
        var position = -1;
        var previous = default(TextSpan);
        foreach (var span in WordSegmenter.Words(text))
        {
            var word = Word(text, span);
            if (word.Exact.Length == 0)
            {
                continue;
            }

            if (IsBrokenBefore(text, previous, span))
            {
                // Both parts share the whole word's position: the text has one word here, not two.
                words.Add(word with { Position = position });
                words.Add(Joined(text, previous, span) with { Position = position });
            }
            else
            {
                position++;
                words.Add(word with { Position = position });
            }

            previous = span;
        }

        return words;
    }

    /// <summary>One word for each place, as spelled: of a word broken at a line's end the whole. How typed text is cut.</summary>
    public static IReadOnlyList<string> OneForEachPlace(string text) =>
        [.. Cut(text).GroupBy(static word => word.Position).Select(static words => words.MaxBy(static word => word.Raw.Length).Raw)];

    private static CutWord Word(string text, TextSpan span)
    {
        var slice = span.In(text);
        var dotless = IsDotted(slice) ? slice.Replace(".", "", StringComparison.Ordinal) : slice;
        var raw = TextFolding.Compose(dotless);
        return new CutWord(0, span, raw, TextFolding.Fold(dotless));
    }

    private static bool IsDotted(string slice) =>
        slice.Length > 2 && slice[1] == '.' && char.IsLetter(slice[0]);

    private static CutWord Joined(string text, TextSpan first, TextSpan second)
    {
        var whole = first.In(text) + second.In(text);
        return new CutWord(0, new TextSpan(first.Start, second.End), TextFolding.Compose(whole), TextFolding.Fold(whole));
    }

    /// <summary>A letter, a hyphen, a line end, and a lower-case letter: a word broken by the typesetter.</summary>
    private static bool IsBrokenBefore(string text, TextSpan previous, TextSpan span)
    {
        if (previous.Length == 0 || !char.IsLower(text[span.Start]) || !char.IsLetter(text[previous.End - 1]))
        {
            return false;
        }

        var between = text.AsSpan(previous.End, span.Start - previous.End);
        return between.Length is >= 2 and <= 8
            && between[0] is '-' or '\u2010' or '¬'
            && between[1..].Contains('\n')
            && between[1..].IsWhiteSpace();
    }
}
