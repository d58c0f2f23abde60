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
                     (QuoteDifferences.Spacing, "spacing"),
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

    /// <summary>How one word differs: <c>“great”: the document has “good”</c>; empty for words that are the same.</summary>
    public static string Of(ComparedPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var difference = pair.Relation switch
        {
            WordRelation.Replaced => $"“{pair.Quoted}”: the document has “{pair.Stored}”",
            WordRelation.Added => $"“{pair.Quoted}”: not in the document",
            WordRelation.Dropped => $"“{pair.Stored}”: in the document, missing from the quotation",
            WordRelation.Swapped when pair.Stored.Length == 0 => $"“{pair.Quoted}”: in the document it stands elsewhere",
            WordRelation.Swapped when pair.Quoted.Length == 0 => $"“{pair.Stored}”: in the quotation it stands elsewhere",
            WordRelation.Swapped => $"“{pair.Quoted}”: the document has “{pair.Stored}”, in this order",
            WordRelation.LeftOut => $"“{pair.Stored}”: left out by the ellipsis",
            _ => "",
        };
        return difference.Length == 0 ? "" : difference + (pair.IsNegation ? " – a negation" : "") + (pair.IsNumber ? " – a number" : "");
    }

    /// <summary>What a translation says: <c>our translation of words of Johann Schober</c>, and how far the words are the same.</summary>
    public static string Of(TranslationFind find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var same = find.WordsDiffering > 0 ? Words(find.WordsDiffering)
            : find.Differences is QuoteDifferences.None ? "the same words"
            : "the same words but for " + NamesOf(find.Differences);
        return $"our translation of words of {Speaker(find)}, {same}";
    }

    internal static string Of(QuoteAnswer answer, List<QuoteFind> finds)
    {
        if (finds.Count == 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"Not found in the {Documents(answer.DocumentsSearched)} of this archive.")
                + Translated(answer) + Coverage(answer);
        }

        var best = answer.Finds[0];
        var same = finds.Count(find => find.Verdict == best.Verdict);
        var verdict = Of(best);
        var omission = best.Words.Any(static pair => pair.Relation is WordRelation.LeftOut && pair.IsNegation)
            ? " The ellipsis leaves out a negation: read the words left out."
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]}; {Documents(same)} of {answer.DocumentsSearched:N0}.{omission}")
            + Translated(answer) + Coverage(answer);
    }

    private static string Translated(QuoteAnswer answer) => answer.Translations is [var first, ..]
        ? $" {(first.WordsDiffering == 0 ? "It is" : "It is close to")} this archive's own translation of what {Speaker(first)} said: our words, not the speaker's."
        : "";

    private static string Speaker(TranslationFind find) =>
        find.Quotation.Record.Speaker is { Length: > 0 } speaker ? speaker : "an unknown speaker";

    private static string Words(int count) => string.Create(
        CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "word differs" : "words differ")}");

    private static string Documents(long count) => string.Create(
        CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "document" : "documents")}");

    private static string Risks(QuoteFind find)
    {
        var risks = (find.ChangesNegation, find.ChangesNumber) switch
        {
            (true, true) => "a negation and a number",
            (true, false) => "a negation",
            (false, true) => "a number",
            _ => "",
        };
        return risks.Length == 0 ? "" : (find.WordsDiffering == 1 ? ", " : ", among them ") + risks;
    }

    private static string Coverage(QuoteAnswer answer) => answer.DocumentsCompared < answer.DocumentsInQuestion
        ? string.Create(
            CultureInfo.InvariantCulture,
            $" The words are so common that of {Documents(answer.DocumentsInQuestion)} in question only the {answer.DocumentsCompared:N0} most likely were compared.")
        : "";
}
