using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Querying;

/// <summary>Every message of the query language, with its code: what was found, and how it was read.</summary>
/// <remarks>Codes are stable. The wording is free to improve.</remarks>
public static class QueryProblems
{
    /// <summary>The code of <see cref="UnknownField"/>.</summary>
    public const string UnknownFieldCode = "query.unknown_field";

    /// <summary>An operator or sign that joins nothing.</summary>
    public static QueryProblem Ignored(string what, TextSpan span) =>
        new("query.ignored", $"Ignored: {Show(what)} (there is nothing here for it to join).", span);

    /// <summary>Typed text without any letter or digit.</summary>
    public static QueryProblem NoWord(string what, TextSpan span) =>
        new("query.no_word", $"Ignored: {Show(what)} (it contains no word).", span);

    /// <summary>A quotation that is never closed.</summary>
    public static QueryProblem UnclosedPhrase(string what, TextSpan span) =>
        new("query.unclosed_phrase", $"Closing quote added: “{Show(what)}”.", span);

    /// <summary>A bracket that is never closed.</summary>
    public static QueryProblem UnclosedBracket(TextSpan span) =>
        new("query.unclosed_bracket", "Closing bracket added at the end.", span);

    /// <summary>A closing bracket without an opening one.</summary>
    public static QueryProblem StrayBracket(TextSpan span) =>
        new("query.stray_bracket", "Ignored: ) (no bracket is open here).", span);

    /// <summary>Brackets around nothing.</summary>
    public static QueryProblem EmptyBrackets(TextSpan span) =>
        new("query.empty_brackets", "Ignored: ( ) (there is nothing between the brackets).", span);

    /// <summary>More brackets within brackets than are read.</summary>
    public static QueryProblem TooDeep(TextSpan span) =>
        new("query.too_deep", $"Brackets are read {QueryLimits.Depth} deep; deeper ones were ignored.", span);

    /// <summary>More text than is read.</summary>
    public static QueryProblem TooLong(int limit, TextSpan span) => new(
        "query.too_long",
        string.Create(CultureInfo.InvariantCulture, $"A query has at most {limit:N0} characters; what follows was not read."), span);

    /// <summary>More conditions than are searched.</summary>
    public static QueryProblem TooManyClauses(TextSpan span) => new(
        "query.too_many_clauses", $"A query has at most {QueryLimits.Clauses} words and conditions; what follows was not read.", span);

    /// <summary>A phrase with more words than are compared.</summary>
    public static QueryProblem LongPhrase(int limit, TextSpan span) =>
        new("query.long_phrase", $"Only the first {limit} words of this phrase were used.", span);

    /// <summary>A quotation with more words than are compared.</summary>
    public static QueryProblem LongQuote(TextSpan span) =>
        new("query.long_quote", $"A quotation has at most {QueryLimits.QuoteWords} words; only the first {QueryLimits.QuoteWords} were used.", span);

    /// <summary>A field that the archive does not have.</summary>
    public static QueryProblem UnknownField(string name, TextSpan span) =>
        new(UnknownFieldCode, $"There is no field “{Show(name)}”; searched as words.", span);

    /// <summary>A field with nothing to look for.</summary>
    public static QueryProblem FieldWithoutValue(string name, TextSpan span) =>
        new("query.empty_field", $"Ignored: {name}: (nothing follows the colon).", span);

    /// <summary>A field directly before another one.</summary>
    public static QueryProblem FieldBeforeField(string name, TextSpan span) =>
        new("query.field_before_field", $"Ignored: {name}: (another field follows it).", span);

    /// <summary>A value that is not a date.</summary>
    public static QueryProblem NotADate(string field, string value, TextSpan span) => new(
        "query.not_a_date",
        $"“{Show(value)}” is not a date and was searched as words; write for example {field}:1923, {field}:1923-09 or {field}:1923-09-03.",
        span);

    /// <summary>A range whose end comes before its start.</summary>
    public static QueryProblem ReversedRange(string value, TextSpan span) =>
        new("query.reversed_range", $"“{Show(value)}” ends before it begins; the two dates were exchanged.", span);

    /// <summary>A range in braces.</summary>
    public static QueryProblem ExclusiveRange(TextSpan span) =>
        new("query.exclusive_range", "Both ends of a range are included, in braces too.", span);

    /// <summary>A date outside a field.</summary>
    public static QueryProblem ReadAsDate(string value, TextSpan span) => new(
        "query.read_as_date", $"“{value}” was read as date:{value}; put it in quotation marks to look for these signs in the text.", span);

    /// <summary>A code that names no document.</summary>
    public static QueryProblem NotAReference(string value, TextSpan span) => new(
        "query.not_a_reference",
        $"“{Show(value)}” is not a reference code such as IPA-1923-0007; like:{Show(value)} was searched as words.", span);

    /// <summary>A code that could name a document and names none.</summary>
    public static QueryProblem UnknownReference(string value, TextSpan span) => new(
        "query.unknown_reference",
        $"The archive has no document “{Show(value)}”; like: needs the reference code of a document, such as IPA-1923-0200.", span);

    /// <summary>A dash before a word.</summary>
    public static QueryProblem DashAsMinus(string dash, TextSpan span) => new(
        "query.dash_as_minus", $"The dash “{dash}” before a word was read as -, which leaves the word out.", span);

    /// <summary>Single quotation marks around several words.</summary>
    public static QueryProblem SingleQuotes(string words, TextSpan span) => new(
        "query.single_quotes",
        $"Single quotation marks do not hold words together, as they are apostrophes too; write \"{Show(words)}\" to find these words side by side.", span);

    /// <summary>A star at the edge of a phrase.</summary>
    public static QueryProblem StarAtEdge(TextSpan span) => new(
        "query.star_at_edge", "A * at the beginning or end of a phrase stands for no word that is needed; it was ignored.", span);

    /// <summary>A sign that means something before a word and stands behind it.</summary>
    public static QueryProblem SpelledBehind(string typed, TextSpan span) => new(
        "query.spelled_behind", $"Ignored: the = at the end of “{Show(typed)}”; before a word it asks for the word as spelled.", span);

    /// <summary>Operators in lower case.</summary>
    public static QueryProblem LowerCaseOperator(string word, TextSpan span) => new(
        "query.lower_case_operator",
        $"“{word}” was searched as a word; in capitals, {word.ToUpperInvariant()} {OperatorMeaning(word)}.", span);

    /// <summary>AND and OR side by side without brackets.</summary>
    public static QueryProblem MixedOperators(string reading, TextSpan span) =>
        new("query.mixed_operators", $"Read as {Show(reading, 160)}; put brackets to change that.", span);

    /// <summary>NEAR or BEFORE without a number.</summary>
    public static QueryProblem NoDistance(string name, int used, TextSpan span) =>
        new("query.no_distance", $"{name} needs a number of words; read as {name}/{used}.", span);

    /// <summary>A number of words that is over the limit.</summary>
    public static QueryProblem LongDistance(TextSpan span) =>
        new("query.long_distance", $"Words can be at most {QueryLimits.Distance} words apart; read as {QueryLimits.Distance}.", span);

    /// <summary>NEAR or BEFORE with a side that has no place in the text.</summary>
    public static QueryProblem NearImpossible(string name, TextSpan span) => new(
        "query.near_impossible",
        $"{name} needs words or phrases of one field on both sides; read as AND.", span);

    /// <summary>More NEAR and BEFORE than are searched.</summary>
    public static QueryProblem LongNear(string name, TextSpan span) => new(
        "query.long_near", $"At most {QueryLimits.NearDepth} NEAR or BEFORE can follow one another; this {name} was read as AND.", span);

    /// <summary>NEAR or BEFORE with several words in brackets.</summary>
    public static QueryProblem NearEach(string name, TextSpan span) =>
        new("query.near_each", $"Each of the words in brackets was looked for {name} the other side.", span);

    /// <summary>A wildcard with too few letters.</summary>
    public static QueryProblem ShortWildcard(string typed, string? readAs, TextSpan span) => new(
        "query.short_wildcard",
        $"“{Show(typed)}” needs at least {QueryLimits.WildcardLiterals} letters beside its wildcards; "
            + (readAs is null ? "it was ignored." : $"searched as {Show(readAs)}."), span);

    /// <summary>More wildcards in a word than are searched.</summary>
    public static QueryProblem ManyWildcards(string typed, string readAs, TextSpan span) => new(
        "query.many_wildcards",
        $"“{Show(typed)}” has more than {QueryLimits.Wildcards} wildcards; searched as {Show(readAs)}.", span);

    /// <summary>More words with wildcards than are searched.</summary>
    public static QueryProblem ManyWildcardWords(string typed, TextSpan span) => new(
        "query.many_wildcard_words",
        $"At most {QueryLimits.WildcardWords} words can have wildcards; those of “{Show(typed)}” and of what follows were ignored.", span);

    /// <summary>Wildcards between characters that are words of their own.</summary>
    public static QueryProblem WildcardBetweenWords(string typed, TextSpan span) => new(
        "query.wildcard_between_words",
        $"In “{Show(typed)}” every character is a word of its own; the wildcards were ignored.", span);

    /// <summary>A question mark that ends a question.</summary>
    public static QueryProblem QuestionMark(string word, TextSpan span) => new(
        "query.question_mark", $"The question mark after “{Show(word)}” was read as punctuation, not as a wildcard.", span);

    /// <summary>A star that stands for a whole word of a phrase.</summary>
    public static QueryProblem StarInPhrase(int words, TextSpan span) => new(
        "query.star_in_phrase", $"Each * between the words of the phrase was read as one other word or none ({words} in all).", span);

    /// <summary>A star alone where a word is needed.</summary>
    public static QueryProblem StarAlone(string typed, TextSpan span) =>
        new("query.star_alone", $"“{Show(typed)}” alone stands for everything and leaves nothing out.", span);

    /// <summary>Spelling tolerance for a word that is too short.</summary>
    public static QueryProblem ShortFuzzy(string word, TextSpan span) => new(
        "query.short_fuzzy",
        $"Other spellings are looked for from {QueryLimits.FuzzyLength} letters on; “{Show(word)}” was searched as it is.", span);

    /// <summary>More words with spelling tolerance than are searched.</summary>
    public static QueryProblem ManyFuzzy(string word, TextSpan span) => new(
        "query.many_fuzzy",
        $"Other spellings are looked for of {QueryLimits.FuzzyWords} words; “{Show(word)}” was searched as it is.", span);

    /// <summary>More names beside other words than are searched under their other names.</summary>
    public static QueryProblem ManyNames(string name, TextSpan span) => new(
        "query.many_names",
        $"Names near other words are searched under {VariantExpansion.MostNamesBeside} other names together; “{Show(name)}” was searched as typed.",
        span);

    /// <summary>A number of edits that is not offered.</summary>
    public static QueryProblem FuzzyEdits(string typed, int used, TextSpan span) =>
        new("query.fuzzy_edits", $"“{Show(typed)}”: a spelling can differ by 1 or 2 letters; read as ~{used}.", span);

    /// <summary>Two signs that cannot both hold.</summary>
    public static QueryProblem Contradiction(string kept, string ignored, TextSpan span) =>
        new("query.contradiction", $"{kept} and {ignored} do not go together; {ignored} was ignored.", span);

    /// <summary>A weight, as other systems have it.</summary>
    public static QueryProblem Boost(string typed, TextSpan span) =>
        new("query.boost", $"Ignored: {Show(typed)} (words cannot be given a weight).", span);

    private static string OperatorMeaning(string word) => word switch
    {
        "or" => "means either",
        "not" => "leaves out what follows",
        _ => "joins words, as a space does",
    };

    /// <summary>Typed text as it can stand in a sentence: short, and readable.</summary>
    private static string Show(string text, int longest = 40)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + "…";
    }
}
