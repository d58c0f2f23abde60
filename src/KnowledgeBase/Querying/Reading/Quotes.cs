namespace KnowledgeBase.Querying.Reading;

/// <summary>Quotation marks of all languages. Within a family any mark opens and closes, as keyboards and languages differ.</summary>
internal static class Quotes
{
    // „Polizei“, “police”, ”poliisi”, "police", 〝警察〟, and ″police″ as some keyboards have it; «police», »Polizei«; ‹police›; 「警察」, 『警察』, 《警察》, 〈警察〉
    private const string Double = "\"“”„‟❝❞〝〞〟″‶";
    private const string Apostrophes = "'’‘‚‛′`´";
    private const string Guillemets = "«»";
    private const string SingleGuillemets = "‹›";
    private const string Openers = "「『《〈";
    private const string Closers = "」』》〉";

    public static bool IsQuote(char c) =>
        Double.Contains(c, StringComparison.Ordinal) || Guillemets.Contains(c, StringComparison.Ordinal)
        || SingleGuillemets.Contains(c, StringComparison.Ordinal)
        || Openers.Contains(c, StringComparison.Ordinal) || Closers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a quotation begins at <paramref name="at"/>.</summary>
    public static bool Opens(string text, int at)
    {
        var c = text[at];
        return (IsQuote(c) && !Closers.Contains(c, StringComparison.Ordinal) && !IsGershayim(text, at))
            || (c is '‘' or '‚' && EndOfSingle(text, at) > at);
    }

    /// <summary>Whether the mark at <paramref name="at"/> closes what <paramref name="opener"/> opened.</summary>
    public static bool Closes(string text, int at, char opener)
    {
        var c = text[at];
        if (opener is '‘' or '‚')
        {
            return ClosesSingle(text, at);
        }

        var bracket = Openers.IndexOf(opener, StringComparison.Ordinal);
        if (bracket >= 0)
        {
            return c == Closers[bracket];
        }

        return FamilyOf(opener).Contains(c, StringComparison.Ordinal) && !IsGershayim(text, at);
    }

    /// <summary>
    /// Where single marks that are read as apostrophes end, which stand around several words as quotation marks would: <c>'criminal police'</c>
    /// but not <c>states' police</c>, <c>l'Interpol</c>. <paramref name="at"/> when there are none.
    /// </summary>
    public static int EndOfIgnoredSingle(string text, int at)
    {
        var isAtStart = at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '(';
        if (!Apostrophes.Contains(text[at], StringComparison.Ordinal) || !isAtStart || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]))
        {
            return at;
        }

        var hasSpace = false;
        for (var i = at + 1; i < text.Length; i++)
        {
            hasSpace |= char.IsWhiteSpace(text[i]);
            if (Apostrophes.Contains(text[i], StringComparison.Ordinal) && char.IsLetterOrDigit(text[i - 1])
                && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] == ')'))
            {
                return hasSpace ? i : at;
            }
        }

        return at;
    }

    /// <summary>The mark that a writer closes with who has opened so.</summary>
    public static char ClosingOf(char opener) => opener switch
    {
        '“' => '”',
        '„' or '‟' => '“',
        '❝' => '❞',
        '〝' => '〞',
        '‶' => '″',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        _ when Openers.IndexOf(opener, StringComparison.Ordinal) is >= 0 and var bracket => Closers[bracket],
        _ => opener,
    };

    private static string FamilyOf(char opener) =>
        Guillemets.Contains(opener, StringComparison.Ordinal) ? Guillemets
        : SingleGuillemets.Contains(opener, StringComparison.Ordinal) ? SingleGuillemets
        : Double;

    /// <summary>The sign in Hebrew acronyms, such as צה"ל, is typed as a quotation mark but part of the word.</summary>
    private static bool IsGershayim(string text, int at) =>
        text[at] is '"' or '”' && at > 0 && at + 1 < text.Length && IsHebrew(text[at - 1]) && IsHebrew(text[at + 1]);

    private static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05EA';

    /// <summary>
    /// Single marks are apostrophes as well: <c>‘criminal police’</c> is a quotation only where the first stands at a word's
    /// beginning and the last at a word's end.
    /// </summary>
    private static int EndOfSingle(string text, int at)
    {
        if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
        {
            return at;
        }

        for (var i = at + 1; i < text.Length; i++)
        {
            if (ClosesSingle(text, i))
            {
                return i;
            }
        }

        return at;
    }

    private static bool ClosesSingle(string text, int at) =>
        text[at] is '’' or '‘' && at > 0 && !char.IsWhiteSpace(text[at - 1])
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
