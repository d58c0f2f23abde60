using System.Globalization;

namespace KnowledgeBase.Quotations;

/// <summary>Verdicts in the words of the reader.</summary>
public static class QuoteSentence
{
    /// <summary>What differs, by name: <c>case, punctuation</c>; empty for nothing.</summary>
    public static string NamesOf(QuoteDifferences differences)
    {
        var names = new List<string>();
        foreach (var (flag, name) in (ReadOnlySpan<(QuoteDifferences, string)>)
                 [
                     (QuoteDifferences.Case, "case"),
                     (QuoteDifferences.Accents, "accents"),
                     (QuoteDifferences.Punctuation, "punctuation"),
                     (QuoteDifferences.LineBreaks, "line breaks"),
                 ])
        {
            if (differences.HasFlag(flag))
            {
                names.Add(name);
            }
        }

        return string.Join(", ", names);
    }

    /// <summary>The verdict on one place: <c>verbatim</c>, <c>verbatim but for case</c>, <c>near: 2 words differ</c>.</summary>
    public static string Of(QuoteFind find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return find.Verdict switch
        {
            QuoteVerdict.Verbatim => "verbatim",
            QuoteVerdict.VerbatimBut => "verbatim but for " + NamesOf(find.Differences),
            _ => string.Create(CultureInfo.InvariantCulture, $"near: {Words(find.WordsDiffering)}") + Risks(find),
        };
    }

    internal static string Of(QuoteAnswer answer, List<QuoteFind> finds)
    {
        if (finds.Count == 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"Not found in the {Documents(answer.DocumentsSearched)} of this archive.") + Coverage(answer);
        }

        var best = answer.Finds[0];
        var same = finds.Count(find => find.Verdict == best.Verdict);
        var verdict = Of(best);
        var omission = best.Words.Any(static pair => pair.Relation is WordRelation.LeftOut && pair.IsNegation)
            ? " The ellipsis leaves out a negation: read the words left out."
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]}; {Documents(same)} of {answer.DocumentsSearched:N0}.{omission}") + Coverage(answer);
    }

    private static string Words(int count) => string.Create(
        CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "word differs" : "words differ")}");

    private static string Documents(long count) => string.Create(
        CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "document" : "documents")}");

    private static string Risks(QuoteFind find) => (find.ChangesNegation, find.ChangesNumber) switch
    {
        (true, true) => ", among them a negation and a number",
        (true, false) => ", among them a negation",
        (false, true) => ", among them a number",
        _ => "",
    };

    private static string Coverage(QuoteAnswer answer) => answer.DocumentsCompared < answer.DocumentsInQuestion
        ? string.Create(
            CultureInfo.InvariantCulture,
            $" The words are so common that only {answer.DocumentsCompared:N0} of {Documents(answer.DocumentsInQuestion)} in question were compared.")
        : "";
}
