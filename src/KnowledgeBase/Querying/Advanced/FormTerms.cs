using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>What a reader typed into a field of words: words and phrases, in which nothing can reach beyond the field.</summary>
/// <remarks>
/// Wildcards, <c>~</c>, <c>=</c> and quotation marks mean what they mean in the language. Signs, brackets, colons, backslashes and
/// operators do not: they separate words, or are words.
/// </remarks>
internal static class FormTerms
{
    private static readonly SearchValues<char> Wildcards = SearchValues.Create("*?");

    /// <summary>The terms in order, without the operators in <paramref name="passedOver"/> that stand between two of them.</summary>
    public static ImmutableArray<FormTerm> Flat(string value, params ReadOnlySpan<string> passedOver)
    {
        var pieces = Pieces(value);
        var terms = ImmutableArray.CreateBuilder<FormTerm>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!(JoinsAt(pieces, i) && passedOver.Contains(pieces[i].Operator)) && pieces[i].Term is { } term)
            {
                terms.Add(term);
            }
        }

        return terms.ToImmutable();
    }

    /// <summary>The terms between one OR and the next; no list of them is empty.</summary>
    public static ImmutableArray<ImmutableArray<FormTerm>> Choices(string value)
    {
        var pieces = Pieces(value);
        var choices = new List<List<FormTerm>> { new() };
        for (var i = 0; i < pieces.Count; i++)
        {
            var joins = JoinsAt(pieces, i);
            if (joins && pieces[i].Operator == "OR")
            {
                choices.Add([]);
            }
            else if (!(joins && pieces[i].Operator == "AND") && pieces[i].Term is { } term)
            {
                choices[^1].Add(term);
            }
        }

        return [.. choices.Where(static choice => choice.Count > 0).Select(static choice => choice.ToImmutableArray())];
    }

    /// <summary>Words that must stand side by side as they are, for between quotation marks: every sign is punctuation.</summary>
    /// <returns>Empty when there is no word.</returns>
    public static string Verbatim(string value)
    {
        var text = Clean(value);
        var content = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            content.Append(@"\()*?~^".Contains(text[i], StringComparison.Ordinal) || Quotes.Closes(text, i, '"') ? ' ' : text[i]);
        }

        var words = string.Join(' ', content.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return WordCutter.OneForEachPlace(words).Count == 0 ? "" : words;
    }

    /// <summary>A name as it stands after a colon; empty when there is no word.</summary>
    public static string Name(string value)
    {
        var words = WordCutter.OneForEachPlace(TypedText.Blank(Decode(Clean(value))));
        return words switch
        {
            [] => "",
            [var only] when IsSafe(only) => IsOperator(only) ? "\\" + only : only,
            _ => $"\"{string.Join(' ', words)}\"",
        };
    }

    /// <summary>Whether a word by itself would be read as something else.</summary>
    public static bool IsOperator(string word) => word is "AND" or "OR" or "NOT" or "NEAR" or "BEFORE" or "AROUND";

    /// <summary>With escapes resolved and the signs of the language as their stand-ins.</summary>
    public static string Decode(string text)
    {
        var typed = TypedText.Of(text);
        return typed.Decode(0, typed.Text.Length);
    }

    private static string Clean(string value) =>
        TypedText.Of(value.Length > QueryLimits.QuoteCharacters ? value[..QueryLimits.QuoteCharacters] : value).Text;

    private static bool JoinsAt(List<Piece> pieces, int at) =>
        pieces[at].Operator is not null && at > 0 && at + 1 < pieces.Count
        && pieces[at - 1].Operator is null && pieces[at + 1].Operator is null;

    private static List<Piece> Pieces(string value)
    {
        var text = Clean(value);
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '(' or ')')
            {
                at++;
                continue;
            }

            var isSpelled = text[at] == '=' && at + 1 < text.Length && (Quotes.Opens(text, at + 1) || char.IsLetterOrDigit(text[at + 1]));
            at += isSpelled ? 1 : 0;
            if (Quotes.Opens(text, at))
            {
                pieces.Add(new Piece(Asking(ReadPhrase(text, isSpelled, ref at)), null));
            }
            else
            {
                var end = EndOfChunk(text, at);
                // A question mark at the end of a question is no wildcard.
                var isLast = text.AsSpan(end).IsWhiteSpace() && pieces.Count > 1;
                pieces.Add(ReadChunk(text[at..end], isSpelled, isLast));
                at = end;
            }
        }

        // What has no word in it is nothing, but for an operator that joins what stands beside it.
        pieces.RemoveAll(static piece => piece is { Term: null, Operator: null });
        return pieces;
    }

    private static int EndOfChunk(string text, int start)
    {
        var at = start;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')') && !(at > start && Quotes.Opens(text, at)))
        {
            at += TypedText.IsEscape(text, at) ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private static FormTerm ReadPhrase(string text, bool isSpelled, ref int at)
    {
        var open = text[at];
        var content = new StringBuilder();
        for (at++; at < text.Length && !Quotes.Closes(text, at, open); at++)
        {
            if (TypedText.IsEscape(text, at))
            {
                content.Append(text[at]).Append(text[++at]);
            }
            else
            {
                // What would end the straight marks that it is written in, or hide them, is punctuation.
                content.Append(text[at] == '\\' || Quotes.Closes(text, at, '"') ? ' ' : text[at]);
            }
        }

        at = Math.Min(at + 1, text.Length);
        var end = at;
        while (end < text.Length && text[at] == '~' && (end == at || char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        var suffix = text[at..end];
        at = end;
        return new FormTerm(content.ToString().Trim(), IsPhrase: true, isSpelled, suffix);
    }

    private static Piece ReadChunk(string chunk, bool isSpelled, bool isLast)
    {
        var joins = isSpelled ? null : chunk switch
        {
            "AND" or "&&" or "&" => "AND",
            "OR" or "||" or "|" => "OR",
            _ => null,
        };
        var decoded = Decode(chunk);
        if (isLast && QuestionMarks.EndsSentence(decoded))
        {
            (chunk, decoded) = (chunk[..^1], decoded[..^1]);
        }

        return new Piece(Asking(ReadWord(chunk.TrimEnd(','), decoded, isSpelled)), joins);
    }

    private static FormTerm? ReadWord(string chunk, string decoded, bool isSpelled)
    {
        var suffix = chunk.EndsWith("~1", StringComparison.Ordinal) || chunk.EndsWith("~2", StringComparison.Ordinal) ? chunk[^2..]
            : chunk.EndsWith('~') ? "~" : "";
        var body = chunk[..^suffix.Length];
        if (IsSafe(body))
        {
            return new FormTerm(body, IsPhrase: false, isSpelled, suffix);
        }

        var words = decoded.AsSpan().ContainsAny(TypedText.Star, TypedText.Mark)
            ? Patterns(chunk)
            : WordCutter.OneForEachPlace(TypedText.Blank(decoded));
        return words switch
        {
            [] => null,
            [var only] when IsSafe(only) => new FormTerm(only, IsPhrase: false, isSpelled, ""),
            _ => new FormTerm(string.Join(' ', words), IsPhrase: true, isSpelled, isSpelled ? "" : "~"),
        };
    }

    /// <summary>Words and wildcards between signs.</summary>
    private static List<string> Patterns(string chunk)
    {
        var plain = new StringBuilder(chunk.Length);
        foreach (var rune in chunk.EnumerateRunes())
        {
            plain.Append(IsOfWord(rune) ? rune.ToString() : " ");
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static piece => piece.TrimStart('-')).Where(static piece => piece.EnumerateRunes().Any(Rune.IsLetterOrDigit))];
    }

    /// <summary>Whether a run is read as words wherever it stands in a query, and not as a date.</summary>
    private static bool IsSafe(string run) =>
        run.Length > 0 && run[0] != '-' && !DateReader.IsUnmistakable(run) && run.EnumerateRunes().All(IsOfWord) && run.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || "-'’.,".Contains(rune.ToString(), StringComparison.Ordinal)
        || (rune.IsBmp && Wildcards.Contains((char)rune.Value))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The term; null when the language finds no word in it.</summary>
    private static FormTerm? Asking(FormTerm? term) =>
        term is null || FormQuery.Read(term.Text) is QueryNode.Everything ? null : term;

    /// <summary>A term, or what can also join two terms.</summary>
    private sealed record Piece(FormTerm? Term, string? Operator);
}
