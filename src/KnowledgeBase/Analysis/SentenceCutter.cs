using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Analysis;

/// <summary>Cuts a paragraph into sentences.</summary>
/// <remarks>
/// Follows the idea of Unicode's sentence boundaries (UAX #29): a terminator, then closing marks, then a space, then something that is
/// not a small letter. Full stops that end no sentence are known by the language: abbreviations ("Dr.", "S. 1", "z. B."), initials
/// ("J. Edgar Hoover"), ordinals where a language writes them with a stop ("3. September").
/// </remarks>
public static class SentenceCutter
{
    private const string Terminators = ".!?…‼⁇⁈⁉؟۔।॥";
    private const string WideTerminators = "。！？｡";
    private const string Closers = "\"'”’“»›)]}」』）";
    private const string Openers = "\"'“‘„‚«‹([{¿¡–—-「『（";

    /// <summary>The sentences of a part of a text, in order; together they hold every character of it that is not white space at an edge.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The part: one paragraph.</param>
    /// <param name="language">BCP 47 code of the text; an unknown one gets the rules that hold everywhere.</param>
    public static IEnumerable<TextSpan> Cut(string text, TextSpan within, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var rules = SentenceRules.For(language);
        var start = SkipSpace(text, within.Start, within.End);
        for (var at = start; at < within.End; at++)
        {
            var end = EndOfSentence(text, start, at, within.End, rules);
            if (end < 0)
            {
                continue;
            }

            yield return new TextSpan(start, end);
            start = SkipSpace(text, end, within.End);
            at = start - 1;
        }

        var last = within.End;
        while (last > start && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        if (last > start)
        {
            yield return new TextSpan(start, last);
        }
    }

    /// <summary>Where the sentence ends whose terminator stands at <paramref name="at"/>; -1 when none ends there.</summary>
    private static int EndOfSentence(string text, int start, int at, int limit, SentenceRules rules)
    {
        var isWide = WideTerminators.Contains(text[at], StringComparison.Ordinal);
        if (!isWide && !Terminators.Contains(text[at], StringComparison.Ordinal))
        {
            return -1;
        }

        var end = at + 1;
        while (end < limit && IsTerminator(text[end]))
        {
            end++;
        }

        var isSingleStop = text[at] == '.' && end == at + 1;
        end = SkipClosers(text, end, limit);
        var next = SkipSpace(text, end, limit);
        if (next == limit || isWide)
        {
            return end;
        }

        if (next == end || !CanBegin(text, next, limit))
        {
            return -1;
        }

        return isSingleStop && !rules.StopEnds(WordBefore(text, start, at), WordAfter(text, next, limit), IsFirst(text, start, at)) ? -1 : end;
    }

    /// <summary>Closing marks, also the French one with a space before it; one with a letter after it opens.</summary>
    private static int SkipClosers(string text, int at, int limit)
    {
        while (at < limit && Closers.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        var isSpaced = at + 1 < limit && char.IsWhiteSpace(text[at]) && text[at + 1] == '»' && (at + 2 == limit || !char.IsLetterOrDigit(text[at + 2]));
        return isSpaced ? at + 2 : at;
    }

    private static bool IsTerminator(char c) =>
        Terminators.Contains(c, StringComparison.Ordinal) || WideTerminators.Contains(c, StringComparison.Ordinal);

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a sentence can begin here: after opening marks, anything but a small letter or another mark.</summary>
    private static bool CanBegin(string text, int at, int limit)
    {
        at = SkipOpeners(text, at, limit);
        return at < limit
            && Rune.TryGetRuneAt(text, at, out var rune)
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherPunctuation or UnicodeCategory.ClosePunctuation);
    }

    private static int SkipOpeners(string text, int at, int limit)
    {
        while (at < limit && (char.IsWhiteSpace(text[at]) || Openers.Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        return at;
    }

    /// <summary>The letters, digits and inner stops right before the stop.</summary>
    private static ReadOnlySpan<char> WordBefore(string text, int start, int at)
    {
        var first = at;
        while (first > start && (char.IsLetterOrDigit(text[first - 1]) || text[first - 1] == '.'))
        {
            first--;
        }

        return text.AsSpan(first, at - first);
    }

    private static ReadOnlySpan<char> WordAfter(string text, int at, int limit)
    {
        var first = SkipOpeners(text, at, limit);
        var end = first;
        while (end < limit && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(first, end - first);
    }

    /// <summary>Whether nothing but the word before the stop has been said: "1. The first resolution".</summary>
    private static bool IsFirst(string text, int start, int at) => !text.AsSpan(start, at - start).ContainsAny(' ', '\n', '\t');
}
