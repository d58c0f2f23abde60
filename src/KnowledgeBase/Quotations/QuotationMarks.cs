using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Whole">With the marks.</param>
/// <param name="Words">Without them.</param>
/// <param name="Language">The language whose marks these are: <c>en</c>, <c>de</c>, <c>fr</c>; empty when several use them.</param>
internal readonly record struct MarkedStretch(TextSpan Whole, TextSpan Words, string Language);

/// <summary>Finds what stands between quotation marks in one paragraph.</summary>
internal static class QuotationMarks
{
    private static readonly (char Open, string Close, string Language)[] Pairs =
    [
        ('„', "“”", "de"),
        ('“', "”", "en"),
        ('«', "»", "fr"),
        ('»', "«", "de"),
        ('"', "\"", ""),
    ];

    /// <summary>The stretches in order; a mark that is never closed in the paragraph opens nothing.</summary>
    public static IEnumerable<MarkedStretch> In(string text, TextSpan paragraph)
    {
        var at = paragraph.Start;
        while (at < paragraph.End)
        {
            if (Closed(text, at, paragraph.End) is { } stretch)
            {
                yield return stretch;
                at = stretch.Whole.End;
            }
            else
            {
                at++;
            }
        }
    }

    private static MarkedStretch? Closed(string text, int at, int end)
    {
        foreach (var (open, close, language) in Pairs)
        {
            if (text[at] == open && text.AsSpan(at + 1, end - at - 1).IndexOfAny(close) is var length and >= 0)
            {
                var words = Trim(text, new TextSpan(at + 1, at + 1 + length));
                return words.Length == 0 ? null : new MarkedStretch(new TextSpan(at, at + length + 2), words, language);
            }
        }

        return null;
    }

    /// <summary>French marks have spaces inside.</summary>
    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
