using System.Globalization;
using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>What stands between a word and the one before it.</summary>
/// <param name="Punctuation">The visible characters, without white space; empty for none.</param>
/// <param name="HasSpace">Whether there is white space.</param>
/// <param name="HasLineBreak">Whether there is a line end.</param>
internal readonly record struct WordGap(string Punctuation, bool HasSpace, bool HasLineBreak)
{
    /// <summary>Whether it has an ellipsis.</summary>
    public bool HasEllipsis => WithoutEllipses.Length < Punctuation.Length;

    /// <summary>The visible characters without ellipses.</summary>
    public string WithoutEllipses => QuotedText.WithoutEllipses(Punctuation);

    public static WordGap Of(ReadOnlySpan<char> between)
    {
        var punctuation = new StringBuilder();
        var (space, line) = (false, false);
        foreach (var c in between)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                line |= c is '\n' or '\r' or '\u2028' or '\u2029';
            }
            else if (!TextFolding.IsInvisible(c))
            {
                punctuation.Append(c);
            }
        }

        return new WordGap(punctuation.ToString(), space, line);
    }
}

/// <summary>A word, or a sign that means something (<c>€ % − §</c>), as quotations are compared.</summary>
/// <param name="Span">Where it stands; a word broken at a line's end with both its parts.</param>
/// <param name="Raw">As spelled, composed, without invisible characters, full stops of abbreviations and line breaks.</param>
/// <param name="Exact">Without case and accents.</param>
/// <param name="IsBroken">Whether it is broken by an end-of-line hyphen.</param>
/// <param name="Before">What stands between it and the word before.</param>
/// <remarks>English contractions with <c>not</c> are two words; see <see cref="Contractions"/>.</remarks>
internal readonly record struct ComparedWord(TextSpan Span, string Raw, string Exact, bool IsBroken, WordGap Before)
{
    /// <summary>How it is written with the word beside it; of a contraction, <see cref="Exact"/> has the word that is meant.</summary>
    public ContractedForm Form { get; init; }

    /// <summary>Whether both are the same word written in the same form.</summary>
    public bool IsSameAs(ComparedWord other) => Form == other.Form && string.Equals(Exact, other.Exact, StringComparison.Ordinal);
}

/// <summary>Text to the words that quotations are compared by.</summary>
internal static class ComparedWords
{
    /// <summary>The words and signs of a text in order; none overlap.</summary>
    public static ComparedWord[] Of(string text)
    {
        var words = new List<ComparedWord>();
        var end = 0;
        var cut = WordCutter.Cut(text);
        for (var i = 0; i < cut.Count;)
        {
            var (first, span) = (i, cut[i].Span);
            for (i++; i < cut.Count && cut[i].Position == cut[first].Position; i++)
            {
                span = new TextSpan(Math.Min(span.Start, cut[i].Span.Start), Math.Max(span.End, cut[i].Span.End));
            }

            end = AddSigns(words, text, end, span.Start);
            var before = WordGap.Of(text.AsSpan(end, span.Start - end));
            Contractions.Add(words, text, i - first == 1
                ? new ComparedWord(span, cut[first].Raw, cut[first].Exact, false, before)
                : Whole(text, span, before));
            end = span.End;
        }

        AddSigns(words, text, end, text.Length);
        return [.. words];
    }

    private static ComparedWord Whole(string text, TextSpan span, WordGap before)
    {
        var letters = string.Concat(span.In(text).Where(static c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '¬')));
        return new ComparedWord(span, TextFolding.Compose(letters), TextFolding.Fold(letters), true, before);
    }

    /// <summary>Adds the signs between two words.</summary>
    /// <returns>The end of the last of them, or <paramref name="start"/>.</returns>
    private static int AddSigns(List<ComparedWord> words, string text, int start, int end)
    {
        var last = start;
        for (var at = start; at < end; at++)
        {
            if (IsSign(text, at))
            {
                var sign = text[at].ToString();
                var before = WordGap.Of(text.AsSpan(last, at - last));
                last = at + 1;
                words.Add(new ComparedWord(new TextSpan(at, last), sign, sign, false, before));
            }
        }

        return last;
    }

    /// <summary>Signs change what is said: five euros are not five dollars, and minus five is not five.</summary>
    private static bool IsSign(string text, int at) => text[at] switch
    {
        '%' or '‰' or '&' or '§' or '#' or '@' or '°' or '№' or '†' => true,
        '|' or '~' or '^' or '`' => false,
        '-' or '\u2013' => IsMinus(text, at),
        var c => char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol,
    };

    private static bool IsMinus(string text, int at) =>
        at + 1 < text.Length && char.IsDigit(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[');
}
