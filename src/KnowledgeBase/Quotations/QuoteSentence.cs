using System.Globalization;

namespace KnowledgeBase.Quotations;

/// <summary>Verdicts in the words of the reader.</summary>
public static class QuoteSentence
{
    /// <summary>Characters of a stretch that a sentence repeats.</summary>
    private const int LongestInSentence = 160;

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
                     (QuoteDifferences.Spacing, "spacing"),
                     (QuoteDifferences.DroppedEllipses, "dropped ellipses"),
                     (QuoteDifferences.AddedEllipses, "added ellipses"),
                 ])
        {
            if (differences.HasFlag(flag))
            {
                names.Add(name);
            }
        }

        return string.Join(", ", names);
    }

    /// <summary>
    /// The verdict on one place: <c>verbatim</c>, <c>verbatim with words left out</c>, <c>verbatim but for case</c>,
    /// <c>near: 2 words differ</c>.
    /// </summary>
    public static string Of(QuoteFind find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return find.Verdict switch
        {
            QuoteVerdict.Verbatim => "verbatim" + LeftOut(find),
            QuoteVerdict.VerbatimBut => "verbatim" + LeftOut(find) + " but for " + NamesOf(find.Differences),
            _ => "near: " + Differing(find.WordsDiffering, find.ChangesNegation, find.ChangesNumber),
        };
    }

    private static string LeftOut(QuoteFind find) =>
        find.Words.Any(static pair => pair.Relation is WordRelation.LeftOut && pair.IsNegation) ? " with a negation left out"
        : find.Words.Any(static pair => pair.Relation is WordRelation.LeftOut) ? " with words left out"
        : "";

    /// <summary>
    /// What a document has of a quotation, as a reason for which it was found: <c>the quotation</c> or <c>nearly the quotation</c>.
    /// </summary>
    public static string Found(QuoteComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Verdict is QuoteVerdict.Near ? "nearly the quotation" : "the quotation";
    }

    /// <summary>
    /// What differs there: <c>1 word differs, a negation</c>, <c>verbatim but for case</c>, and of what an ellipsis leaves out a
    /// negation; null for nothing.
    /// </summary>
    public static string? Detail(QuoteComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var differs = comparison.Verdict switch
        {
            QuoteVerdict.Near => Differing(comparison.WordsDiffering, comparison.ChangesNegation, comparison.ChangesNumber),
            QuoteVerdict.VerbatimBut => "verbatim but for " + NamesOf(comparison.Differences),
            _ => "",
        };
        var omission = comparison.Pairs.Any(static pair => pair.Relation is WordRelation.LeftOut && pair.IsNegation)
            ? "the ellipsis leaves out a negation"
            : "";
        var detail = string.Join("; ", new[] { differs, omission }.Where(static part => part.Length > 0));
        return detail.Length == 0 ? null : detail;
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

    /// <summary>
    /// What of a quotation does stand in the archive: <c>but these 9 words of it stand in 2 documents, verbatim but for case</c>.
    /// </summary>
    public static string Of(QuoteStretch stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        var words = $"but these {stretch.WordCount.ToString(CultureInfo.InvariantCulture)} words of it ";
        return stretch.Finds is [var best, ..] ? $"{words}stand in {Documents(stretch.FindCount)}, {Of(best)}"
            : $"{words}are this archive's own translation of what {Speaker(stretch.Translations[0])} said, not the speaker's words";
    }

    private static string Shortened(string words) => words.Length <= LongestInSentence
        ? words
        : words[..(words.LastIndexOf(' ', LongestInSentence) is > 0 and var end ? end : LongestInSentence)] + " …";

    internal static string Of(QuoteAnswer answer, List<QuoteFind> finds)
    {
        if (finds.Count == 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"Not found in the {Documents(answer.DocumentsSearched)} of this archive")
                + (answer.Stretch is { } stretch ? $", {Of(stretch)}: “{Shortened(stretch.Quoted)}”." : ".")
                + Translated(answer) + Coverage(answer);
        }

        var best = answer.Finds[0];
        var same = finds.Count(find => find.Verdict == best.Verdict);
        var verdict = Of(best);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]}; {Documents(same)} of {answer.DocumentsSearched:N0}.{Omission(best)}")
            + Translated(answer) + Coverage(answer);
    }

    private static string Omission(QuoteFind find) =>
        (find.Words.Any(static pair => pair.Relation is WordRelation.LeftOut && pair.IsNegation)
            ? " The ellipsis leaves out a negation: read the words left out."
            : "")
        + (find.Differences.HasFlag(QuoteDifferences.DroppedEllipses)
            ? " The document marks words left out where the quotation runs on."
            : "");

    private static string Translated(QuoteAnswer answer) => answer.Translations is [var first, ..]
        ? $" {(first.WordsDiffering == 0 ? "It is" : "It is close to")} this archive's own translation of what {Speaker(first)} said: our words, not the speaker's."
        : "";

    private static string Speaker(TranslationFind find) =>
        find.Quotation.Record.Speaker is { Length: > 0 } speaker ? speaker : "an unknown speaker";

    private static string Words(int count) => string.Create(
        CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "word differs" : "words differ")}");

    private static string Documents(long count) => string.Create(
        CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "document" : "documents")}");

    private static string Differing(int words, bool changesNegation, bool changesNumber)
    {
        var risks = (changesNegation, changesNumber) switch
        {
            (true, true) => "a negation and a number",
            (true, false) => "a negation",
            (false, true) => "a number",
            _ => "",
        };
        return Words(words) + (risks.Length == 0 ? "" : (words == 1 ? ", " : ", among them ") + risks);
    }

    private static string Coverage(QuoteAnswer answer) => answer.DocumentsCompared < answer.DocumentsInQuestion
        ? string.Create(
            CultureInfo.InvariantCulture,
            $" The words are so common that of {Documents(answer.DocumentsInQuestion)} in question only the {answer.DocumentsCompared:N0} most likely were compared.")
        : "";
}
