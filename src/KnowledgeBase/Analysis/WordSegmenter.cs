using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Analysis;

/// <summary>Cuts text into words, the same way for every language and every field.</summary>
/// <remarks>
/// A word is a run of letters, digits and marks. Apostrophes and hyphens separate words (<c>l'univers</c>, <c>anti-anarchist</c>);
/// dotted single letters are one word (<c>C.I.P.C.</c>); a full stop or comma between digits belongs to the number (<c>1,000</c>).
/// A character of a script without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese) is a word of its own, and so is a syllable
/// of Korean, whose spaces part words with endings run together.
/// </remarks>
public static class WordSegmenter
{
    /// <summary>The words of the text in order; none of them is empty, none overlap.</summary>
    public static IEnumerable<TextSpan> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        while (at < text.Length)
        {
            var kind = KindAt(text, at, out var width);
            if (kind is CharacterKind.Other)
            {
                at += width;
                continue;
            }

            var end = kind is CharacterKind.Ideograph ? EndOfMarks(text, at + width) : EndOfWord(text, at);
            yield return new TextSpan(at, end);
            at = end;
        }
    }

    /// <summary>Whether a word is a character of a script without spaces, which readers type in runs.</summary>
    public static bool IsUnspaced(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && Rune.TryGetRuneAt(word, 0, out var rune) && IsUnspaced(rune.Value);
    }

    /// <summary>The words as a reader would type them: a space between two of them, but none inside a run of a script without spaces.</summary>
    public static string Join(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder();
        var isUnspaced = false;
        foreach (var word in words)
        {
            var isNextUnspaced = IsUnspaced(word);
            text.Append(text.Length == 0 || (isUnspaced && isNextUnspaced) ? "" : " ").Append(word);
            isUnspaced = isNextUnspaced;
        }

        return text.ToString();
    }

    private enum CharacterKind
    {
        Other,
        Letter,
        Digit,
        Ideograph,
    }

    private static int EndOfWord(string text, int start)
    {
        var dotted = EndOfDottedLetters(text, start);
        if (dotted > start)
        {
            return dotted;
        }

        var at = start;
        var last = CharacterKind.Letter;
        while (at < text.Length)
        {
            var kind = KindAt(text, at, out var width);
            if (kind is CharacterKind.Letter or CharacterKind.Digit)
            {
                last = IsMarkOrJoiner(text, at) ? last : kind;
                at += width;
            }
            else if (IsInsideNumber(text, at, last) || IsInvisibleInside(text, at))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Two or more single letters, each followed by a full stop: the end after the last of them.</summary>
    private static int EndOfDottedLetters(string text, int start)
    {
        var at = start;
        var letters = 0;
        while (at + 1 < text.Length && char.IsLetter(text[at]) && text[at + 1] == '.')
        {
            at += 2;
            letters++;
        }

        // "C.I.P" without the last stop; but "e.g. x" ends before the next word.
        if (letters > 0 && at < text.Length && char.IsLetter(text[at])
            && (at + 1 == text.Length || KindAt(text, at + 1, out _) is CharacterKind.Other))
        {
            at++;
            letters++;
        }

        return letters >= 2 ? at : start;
    }

    private static int EndOfMarks(string text, int at)
    {
        while (at < text.Length && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark)
        {
            at++;
        }

        return at;
    }

    private static bool IsInsideNumber(string text, int at, CharacterKind last) =>
        last is CharacterKind.Digit
        && text[at] is '.' or ','
        && char.IsAsciiDigit(text[at - 1])
        && at + 1 < text.Length
        && char.IsAsciiDigit(text[at + 1]);

    private static bool IsInvisibleInside(string text, int at) =>
        TextFolding.IsInvisible(text[at]) && at + 1 < text.Length
        && KindAt(text, at + 1, out _) is CharacterKind.Letter or CharacterKind.Digit;

    private static bool IsMarkOrJoiner(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static CharacterKind KindAt(string text, int at, out int width)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            width = 1;
            return CharacterKind.Other;
        }

        width = rune.Utf16SequenceLength;
        if (IsUnspaced(rune.Value))
        {
            return CharacterKind.Ideograph;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharacterKind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => CharacterKind.Digit,
            _ => CharacterKind.Other,
        };
    }

    private static bool IsUnspaced(int rune) => rune is
        >= 0x0E01 and <= 0x0E3A or >= 0x0E40 and <= 0x0EDF // Thai, Lao
        or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17D3 // Burmese, Khmer
        or >= 0x3041 and <= 0x30FF or >= 0x31F0 and <= 0x31FF // Kana
        or >= 0xAC00 and <= 0xD7A3 // Hangul
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3134F; // Han
}
