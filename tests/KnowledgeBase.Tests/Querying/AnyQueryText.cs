using CsCheck;

namespace KnowledgeBase.Tests.Querying;

/// <summary>Query texts of every kind: well-formed ones, and what no keyboard types.</summary>
internal static class AnyQueryText
{
    private static readonly string[] Parts =
    [
        "police", "congress", "Schober", "the", "or", "a", "anti-anarchist", "l’univers", "C.I.P.C.", "1,000", "Söderman", "Шобер", "国際", "שלום", "1923",
        "AND", "OR", "NOT", "&&", "||", "|", "NEAR/5", "BEFORE/3", "NEAR", "near/0", "AROUND(7)", "BEFORE/999",
        "(", ")", "\"", "“", "”", "„", "«", "»", "「", "」", "‘", "’", "'",
        "-", "+", "!", "=", "~", "~2", "~5", "^3", "*", "?", "polic*", "wom?n", "*politan", "Schober~", "p*", "a*b*c*d*",
        "title:", "text:", "person:", "foo:", "date:", "before:", "after:", "added:", "like:", "said:", "quote:",
        "date:1914..1923", "date:within:1914~", "date:[1914 TO 1923]", "date:none", "added:last-week", "1924..1930", "like:IPA-1923-0007",
        "\\", "\\\"", "/", ":", "[", "]", "{", "}", "%", "\0", "\u200F", "\u202E", "\uFEFF", "\uD800", "\uDC00", "\uFDD0", "＊", "（", "＂", "　", "\n", "-\n", "😀", "e\u0301",
    ];

    private static readonly Gen<string> Known = Gen.Int[0, Parts.Length - 1].Select(static n => Parts[n]);

    private static readonly Gen<string> Part = Gen.OneOf(
        Known,
        Known,
        Known,
        Gen.Char.Array[0, 6].Select(static chars => new string(chars)));

    /// <summary>Up to a dozen parts, with or without spaces between.</summary>
    public static Gen<string> Short { get; } =
        Gen.Select(Part.Array[0, 12], Gen.Int[0, 2].Select(static n => n == 0 ? "" : " "), static (parts, space) => string.Join(space, parts));

    /// <summary>Some thousand characters.</summary>
    public static Gen<string> Long { get; } =
        Gen.Select(Part.Array[1, 60], Gen.Int[1, 80], static (parts, times) => string.Concat(Enumerable.Repeat(string.Join(' ', parts), times)));
}
