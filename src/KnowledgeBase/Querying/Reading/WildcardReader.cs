using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>Words with <c>*</c> and <c>?</c> in them.</summary>
internal static partial class WildcardReader
{
    /// <summary>The elements of a run with at least one wildcard, in order; empty when no word is left.</summary>
    public static List<QueryNode> Read(string decoded, WordForm form, TextSpan source, ReadingContext context)
    {
        var elements = new List<QueryNode>();
        foreach (var piece in Pieces(DottedLetters().IsMatch(decoded) ? decoded.Replace(".", "", StringComparison.Ordinal) : decoded))
        {
            if (!piece.AsSpan().ContainsAny(TypedText.Star, TypedText.Mark))
            {
                elements.AddRange(Words(piece, form, source, context));
                continue;
            }

            elements.AddRange(ReadPiece(piece, form, source, context));
        }

        return elements;
    }

    private static IEnumerable<QueryNode> ReadPiece(string piece, WordForm form, TextSpan source, ReadingContext context)
    {
        var letters = piece.EnumerateRunes().Count(static r => Rune.IsLetterOrDigit(r));
        var typed = TypedText.Restore(piece);
        if (letters < QueryLimits.WildcardLiterals)
        {
            var words = Words(piece, form, source, context).ToList();
            context.Report(QueryProblems.ShortWildcard(typed, words.Count == 0 ? null : string.Join(' ', words.Cast<QueryNode.Word>().Select(static w => w.Text)), source));
            return words;
        }

        if (context.Words(piece.Replace(TypedText.Star.ToString(), "", StringComparison.Ordinal).Replace(TypedText.Mark.ToString(), "", StringComparison.Ordinal)).Count != 1)
        {
            context.Report(QueryProblems.WildcardBetweenWords(typed, source));
            return Words(piece, form, source, context);
        }

        if (!context.TakeWildcard(typed, source))
        {
            return Words(piece, form, source, context);
        }

        var pattern = Canonical(piece, out var wasCut);
        if (wasCut)
        {
            context.Report(QueryProblems.ManyWildcards(typed, pattern, source));
        }

        var wildcardForm = form is WordForm.AsSpelled ? WordForm.AsSpelled : WordForm.Verbatim;
        return [new QueryNode.Wildcard(pattern, wildcardForm) { Source = source }];
    }

    private static IEnumerable<QueryNode> Words(string text, WordForm form, TextSpan source, ReadingContext context) =>
        context.Words(text).Select(word => new QueryNode.Word(word, form) { Source = source });

    /// <summary>
    /// The pattern with plain signs: <c>**</c> is <c>*</c>, <c>*?</c> is <c>?*</c> (it matches the same and is cheaper), and wildcards
    /// over the limit are gone.
    /// </summary>
    private static string Canonical(string piece, out bool wasCut)
    {
        var pattern = new StringBuilder(piece.Length);
        var taken = 0;
        wasCut = false;
        for (var i = 0; i < piece.Length;)
        {
            if (piece[i] is not (TypedText.Star or TypedText.Mark))
            {
                pattern.Append(piece[i++]);
                continue;
            }

            var (marks, star) = (0, false);
            for (; i < piece.Length && piece[i] is TypedText.Star or TypedText.Mark; i++)
            {
                marks += piece[i] == TypedText.Mark ? 1 : 0;
                star |= piece[i] == TypedText.Star;
            }

            var room = QueryLimits.Wildcards - taken - (star && taken < QueryLimits.Wildcards ? 1 : 0);
            var kept = Math.Min(marks, room);
            wasCut |= kept < marks || (star && taken == QueryLimits.Wildcards);
            pattern.Append('?', kept);
            taken += kept;
            if (star && taken < QueryLimits.Wildcards)
            {
                pattern.Append('*');
                taken++;
            }
        }

        return pattern.ToString();
    }

    /// <summary>The runs of letters, digits, marks and wildcards.</summary>
    private static IEnumerable<string> Pieces(string decoded)
    {
        var start = -1;
        for (var i = 0; i <= decoded.Length; i++)
        {
            var belongs = i < decoded.Length && Belongs(decoded, i);
            if (belongs && start < 0)
            {
                start = i;
            }
            else if (!belongs && start >= 0)
            {
                yield return decoded[start..i];
                start = -1;
            }
        }
    }

    private static bool Belongs(string text, int at)
    {
        var c = text[at];
        if (c is '.' or ',')
        {
            return at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
        }

        if (char.IsSurrogate(c))
        {
            return Rune.TryGetRuneAt(text, char.IsLowSurrogate(c) ? at - 1 : at, out var rune) && Rune.IsLetterOrDigit(rune);
        }

        return char.IsLetterOrDigit(c) || c is TypedText.Star or TypedText.Mark
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>An acronym with full stops and a wildcard, such as <c>C.I.P.*</c>: one word.</summary>
    [GeneratedRegex(@"^(\p{L}\.){2,}\p{L}?[\uFDD0\uFDD1]+\.?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DottedLetters();
}
