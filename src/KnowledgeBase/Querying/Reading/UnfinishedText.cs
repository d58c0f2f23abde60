using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Querying.Reading;

/// <summary>A query that is being typed: which of its last words could be the beginning of something.</summary>
/// <remarks>
/// <c>extradition police con</c> can go on with something that begins <c>extradition police con</c>, <c>police con</c> or <c>con</c>;
/// what stands before is kept. Inside a field, after a sign and after an open quotation mark, what is completed is one part of the query.
/// </remarks>
internal static class UnfinishedText
{
    /// <summary>Fewer letters begin too much.</summary>
    private const int FewestCharacters = 2;

    /// <summary>After a word, two letters are more often a short word (<c>of</c>, <c>in</c>, <c>de</c>) than the beginning of a name.</summary>
    private const int FewestCharactersAfterWord = 3;

    /// <summary>Words looked back from the end.</summary>
    private const int MostWords = 8;

    /// <summary>The ends of the text that can be completed, the longest first; none after a finished part or a wildcard.</summary>
    /// <param name="typed">Any text; one that is longer than a query may be has none.</param>
    public static ImmutableArray<UnfinishedEnd> Ends(string typed)
    {
        if (typed.Length > QueryLimits.Characters)
        {
            return [];
        }

        var text = TypedText.Of(typed);
        var tokens = QueryLexer.Tokens(text, []);
        if (tokens is not [.., var last])
        {
            return [];
        }

        ImmutableArray<UnfinishedEnd> ends = last.Kind switch
        {
            QueryTokenKind.Text => [.. OfWords(typed, tokens)],
            QueryTokenKind.Phrase when last.ContentEnd == text.Text.Length => [.. OfQuotation(text, last, tokens.Count > 1 ? tokens[^2] : null, FieldAround(tokens, tokens.Count - 1))],
            _ => [],
        };
        return ends is [{ IsWhole: true }, ..] || OfTitle(typed, tokens) is not { } whole ? ends : [whole, .. ends];
    }

    /// <summary>
    /// The whole of a text that a title may begin with: <c>Johann Schober (1874</c>. The brackets and marks of a title are not meant as
    /// signs; a text that begins with one, or has signs that stand in no title, is none.
    /// </summary>
    private static UnfinishedEnd? OfTitle(string typed, List<QueryToken> tokens) =>
        tokens[0].Kind is QueryTokenKind.Text && tokens.TrueForAll(static token => MayStandInTitle(token.Kind))
            && !typed.AsSpan().ContainsAny(['*', '~', '^', '\\']) && WordsFrom(typed, 0) is { } words
                ? new UnfinishedEnd(typed, 0, words) { IsOnePart = true, IsWhole = true, IsTitle = true }
                : null;

    private static bool MayStandInTitle(QueryTokenKind kind) =>
        kind is QueryTokenKind.Text or QueryTokenKind.Open or QueryTokenKind.Close or QueryTokenKind.Phrase;

    /// <summary>Whether words can stand in a query as they are: no sign, operator or field among them.</summary>
    public static bool IsPlain(string words)
    {
        var problems = new List<QueryProblem>();
        var tokens = QueryLexer.Tokens(TypedText.Of(words), problems);
        return problems.Count == 0 && !words.Contains('\\', StringComparison.Ordinal)
            && tokens.TrueForAll(static token => token.Kind is QueryTokenKind.Text && !IsPattern(token.Text));
    }

    private static IEnumerable<UnfinishedEnd> OfWords(string typed, List<QueryToken> tokens)
    {
        var first = tokens.Count;
        while (first > 0 && tokens.Count - first < MostWords && tokens[first - 1].Kind is QueryTokenKind.Text && !IsPattern(tokens[first - 1].Text))
        {
            first--;
        }

        var before = first > 0 ? tokens[first - 1] : null;
        var around = FieldAround(tokens, first);
        for (var i = first; i < tokens.Count; i++)
        {
            var start = tokens[i].Source.Start;
            if (WordsFrom(typed, start) is { } words && (i == first || words.TrimEnd().Length >= FewestAfterWord(words)))
            {
                // A field, a sign or NEAR takes the next part only.
                var bound = i == first ? before : null;
                yield return new UnfinishedEnd(typed, start, words)
                {
                    Field = bound is { Kind: QueryTokenKind.Field } ? bound.Text : around,
                    IsOnePart = around is not null || bound is
                    {
                        Kind: QueryTokenKind.Field or QueryTokenKind.Minus or QueryTokenKind.Plus
                        or QueryTokenKind.Spelled or QueryTokenKind.Not or QueryTokenKind.Near
                    },
                    IsNear = before is { Kind: QueryTokenKind.Near },
                    IsWhole = i == 0,
                };
            }
        }
    }

    /// <summary>The field before the innermost open bracket that has one: it holds for all that stands in it.</summary>
    private static string? FieldAround(List<QueryToken> tokens, int end)
    {
        var open = new Stack<string?>();
        for (var i = 0; i < end; i++)
        {
            if (tokens[i].Kind is QueryTokenKind.Open)
            {
                open.Push(i > 0 && tokens[i - 1].Kind is QueryTokenKind.Field ? tokens[i - 1].Text : open.TryPeek(out var outer) ? outer : null);
            }
            else if (tokens[i].Kind is QueryTokenKind.Close)
            {
                open.TryPop(out _);
            }
        }

        return open.TryPeek(out var field) ? field : null;
    }

    private static IEnumerable<UnfinishedEnd> OfQuotation(TypedText text, QueryToken quotation, QueryToken? before, string? around)
    {
        var starts = StartsOfWords(text, quotation);
        foreach (var start in starts)
        {
            // The words of a quotation stand side by side: its last word alone says nothing about what goes on.
            var isWhole = start == starts[0];
            if ((isWhole || start != starts[^1]) && WordsFrom(text.Typed, start) is { } words)
            {
                yield return new UnfinishedEnd(text.Typed, start, words)
                {
                    Field = before is { Kind: QueryTokenKind.Field } ? before.Text : around,
                    IsOnePart = true,
                    IsNear = before is { Kind: QueryTokenKind.Near },
                    IsWhole = isWhole,
                    ClosingMark = Quotes.ClosingOf(text.Text[quotation.ContentStart - 1]),
                };
            }
        }
    }

    /// <summary>Where the last words of an open quotation were typed; none before a wildcard or a choice.</summary>
    private static List<int> StartsOfWords(TypedText text, QueryToken quotation)
    {
        var starts = new List<int>();
        for (var at = quotation.ContentStart; at < quotation.ContentEnd; at++)
        {
            if (text.Text[at] is '*' or '?' or '(' or ')' or '~' or '\\')
            {
                return [];
            }

            if (text.Text[at] != ' ' && (at == quotation.ContentStart || text.Text[at - 1] == ' '))
            {
                starts.Add(text.Source(at, at + 1).Start);
            }
        }

        return starts.Count > MostWords ? [.. starts.Skip(starts.Count - MostWords)] : starts;
    }

    private static int FewestAfterWord(string words) => WordSegmenter.IsUnspaced(words) ? FewestCharacters : FewestCharactersAfterWord;

    private static string? WordsFrom(string typed, int start)
    {
        var words = NameKey.Of(typed[start..]);
        return words.Length < FewestCharacters ? null : char.IsWhiteSpace(typed[^1]) ? words + " " : words;
    }

    private static bool IsPattern(string decoded) =>
        decoded.AsSpan().ContainsAny([TypedText.Star, TypedText.Mark, TypedText.Tilde, TypedText.Caret]);
}

/// <summary>The end of a text that is being typed, from a word on.</summary>
/// <param name="Typed">The whole text.</param>
/// <param name="Start">Where the word begins; what stands before is kept.</param>
/// <param name="Words">The words as <see cref="NameKey.Of"/> writes them; with a space at the end when the last is finished.</param>
internal sealed record UnfinishedEnd(string Typed, int Start, string Words)
{
    /// <summary>The field the words stand in; null for none.</summary>
    public string? Field { get; init; }

    /// <summary>Whether several words must stand in quotation marks to be what is meant: after a field, a sign, NEAR.</summary>
    public bool IsOnePart { get; init; }

    /// <summary>Whether the words stand beside NEAR or BEFORE, and so must stand in a text.</summary>
    public bool IsNear { get; init; }

    /// <summary>Whether nothing is left out that belongs together: the whole text, or the whole of an open quotation.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it is read as the beginning of a title and of nothing else.</summary>
    public bool IsTitle { get; init; }

    /// <summary>The mark that closes the quotation the words stand in; null outside of one.</summary>
    public char? ClosingMark { get; init; }

    /// <summary>The text with its end replaced by words that shall be read as words.</summary>
    public string Complete(string words)
    {
        var kept = Typed[..Start];
        if (ClosingMark is { } mark)
        {
            return kept + WithoutSigns(words) + mark;
        }

        var isPlain = UnfinishedText.IsPlain(words) && !(IsOnePart && words.Contains(' ', StringComparison.Ordinal));
        return kept + (isPlain ? words : $"\"{WithoutSigns(words)}\"");
    }

    /// <summary>Between quotation marks punctuation does not count, but some signs are read: they go, and leave a space between words.</summary>
    private static string WithoutSigns(string words)
    {
        var text = new StringBuilder(words.Length);
        var isAfterSign = false;
        foreach (var c in words)
        {
            if (Quotes.IsQuote(c) || c is '*' or '?' or '~' or '^' or '\\' or '(' or ')' or '[' or ']')
            {
                isAfterSign = true;
                continue;
            }

            var needsSpace = isAfterSign && char.IsLetterOrDigit(c) && text.Length > 0;
            text.Append(needsSpace ? " " : "").Append(c);
            isAfterSign = false;
        }

        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
