using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>The typed text without what no reader sees, and the way back to where each character was typed.</summary>
/// <remarks>
/// Invisible characters (direction marks, soft hyphens, NUL) are gone, full-width signs and digits are plain ones, lone surrogates and
/// noncharacters are U+FFFD, a word broken by a hyphen at a line's end is whole. What is left is well-formed UTF-16.
/// </remarks>
internal sealed class TypedText
{
    /// <summary>Stands for an unescaped <c>*</c>. Noncharacters cannot come from the reader: they are replaced first.</summary>
    public const char Star = '\uFDD0';

    /// <summary>Stands for an unescaped <c>?</c>.</summary>
    public const char Mark = '\uFDD1';

    /// <summary>Stands for an unescaped <c>~</c>.</summary>
    public const char Tilde = '\uFDD2';

    /// <summary>Stands for an unescaped <c>^</c>.</summary>
    public const char Caret = '\uFDD3';

    private const char Unreadable = '\uFFFD';

    private readonly List<int> _starts;
    private readonly List<int> _ends;

    private TypedText(string typed, string text, List<int> starts, List<int> ends)
    {
        (Typed, Text, _starts, _ends) = (typed, text, starts, ends);
    }

    /// <summary>As it came, cut to the limit.</summary>
    public string Typed { get; }

    /// <summary>What is read.</summary>
    public string Text { get; }

    public static TypedText Of(string typed)
    {
        var text = new StringBuilder(typed.Length);
        var starts = new List<int>(typed.Length);
        var ends = new List<int>(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            var skipped = EndOfBrokenLine(typed, i);
            if (skipped > i)
            {
                i = skipped - 1;
                continue;
            }

            if (Visible(typed, i) is { } c)
            {
                text.Append(c);
                starts.Add(i);
                ends.Add(i + 1);
            }
        }

        return new TypedText(typed, text.ToString(), starts, ends);
    }

    /// <summary>Where a stretch of <see cref="Text"/> was typed.</summary>
    public TextSpan Source(int start, int end) => end <= start
        ? new TextSpan(StartOf(start), StartOf(start))
        : new TextSpan(_starts[start], _ends[end - 1]);

    /// <summary>A stretch with escapes resolved, and signs that were not escaped as <see cref="Star"/> and its like.</summary>
    public string Decode(int start, int end)
    {
        var decoded = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (IsEscape(Text, i) && i + 1 < end)
            {
                decoded.Append(Text[++i]);
                continue;
            }

            decoded.Append(Text[i] switch
            {
                '*' => Star,
                '?' => Mark,
                '~' => Tilde,
                '^' => Caret,
                var c => c,
            });
        }

        return decoded.ToString();
    }

    /// <summary>A backslash before a sign makes the sign plain text; before anything else it is text itself.</summary>
    public static bool IsEscape(string text, int at) =>
        text[at] == '\\' && at + 1 < text.Length
        && (@"\""()*?~-+!=:/&|[]{}^<>".Contains(text[at + 1], StringComparison.Ordinal) || Quotes.IsQuote(text[at + 1]));

    /// <summary>The stand-ins as the signs they stand for.</summary>
    public static string Restore(string decoded) =>
        decoded.Replace(Star, '*').Replace(Mark, '?').Replace(Tilde, '~').Replace(Caret, '^');

    /// <summary>The stand-ins as spaces.</summary>
    public static string Blank(string decoded) =>
        decoded.Replace(Star, ' ').Replace(Mark, ' ').Replace(Tilde, ' ').Replace(Caret, ' ');

    private int StartOf(int at) => at < _starts.Count ? _starts[at] : Typed.Length;

    /// <summary>After a hyphen between a letter and a line's end, with a lower-case letter in the next line: where that line begins.</summary>
    private static int EndOfBrokenLine(string typed, int at)
    {
        if (typed[at] is not ('-' or '\u2010' or '¬') || at == 0 || !char.IsLetter(typed[at - 1]))
        {
            return at;
        }

        var end = at + 1;
        var lineEnds = false;
        while (end < typed.Length && char.IsWhiteSpace(typed[end]))
        {
            lineEnds |= typed[end] is '\n' or '\r';
            end++;
        }

        return lineEnds && end < typed.Length && char.IsLower(typed[end]) ? end : at;
    }

    private static char? Visible(string typed, int at)
    {
        var c = typed[at];
        if (char.IsSurrogate(c))
        {
            var paired = char.IsHighSurrogate(c)
                ? at + 1 < typed.Length && char.IsLowSurrogate(typed[at + 1])
                : at > 0 && char.IsHighSurrogate(typed[at - 1]);
            return paired ? c : Unreadable;
        }

        return c switch
        {
            _ when char.IsWhiteSpace(c) => ' ',
            '\u2212' or '\uFE63' => '-',
            >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF' => Unreadable,
            >= '\uFF01' and <= '\uFF5E' when !char.IsLetter(c) => (char)(c - 0xFEE0),
            '\u0640' or (>= '\uFE00' and <= '\uFE0F') => null,
            _ when char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format => null,
            _ => c,
        };
    }
}
