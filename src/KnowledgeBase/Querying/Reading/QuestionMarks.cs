using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>Tells the question mark that ends a sentence from the wildcard.</summary>
internal static class QuestionMarks
{
    /// <summary>
    /// Whether the run ends with one question mark directly after a letter or a whole year: <c>Interpol?</c> and <c>1950?</c>,
    /// but not <c>192?</c>.
    /// </summary>
    public static bool EndsSentence(string decoded) =>
        decoded.Length >= 2 && decoded[^1] == TypedText.Mark && (char.IsLetter(decoded[^2]) || IsYear(decoded[..^1]))
        && !decoded.AsSpan(0, decoded.Length - 1).ContainsAny(TypedText.Star, TypedText.Mark);

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit);

    /// <summary>The run without it; says so.</summary>
    public static string Remove(string decoded, TextSpan source, ReadingContext context)
    {
        var word = decoded[..^1];
        context.Report(QueryProblems.QuestionMark(TypedText.Restore(word), source));
        return word;
    }
}
