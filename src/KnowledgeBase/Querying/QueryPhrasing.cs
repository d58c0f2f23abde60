using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Querying;

/// <summary>Says conditions inside a sentence.</summary>
internal sealed class QueryPhrasing(Func<string, string?> matched)
{
    /// <summary>How the words of a phrase or window are compared.</summary>
    public static WordForm FormOf(IEnumerable<QueryNode> elements)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case QueryNode.Word word:
                    return word.Form;
                case QueryNode.Wildcard { Form: WordForm.AsSpelled }:
                    return WordForm.AsSpelled;
                case QueryNode.Variants variants:
                    return FormOf([variants.Typed]);
                case QueryNode.Any any when any.Children.Any(static child => child is QueryNode.Word or QueryNode.Phrase or QueryNode.Variants):
                    return FormOf(any.Children);
                case QueryNode.Phrase phrase:
                    return FormOf(phrase.Elements);
            }
        }

        return WordForm.Verbatim;
    }

    /// <summary>A condition within others; a group of them in brackets.</summary>
    public string Inline(QueryNode node) => node switch
    {
        QueryNode.All all => $"({List(all.Children, " and ")})",
        QueryNode.Any any => $"({Choice(any)})",
        QueryNode.Near or QueryNode.Window => $"({Loose(node)})",
        _ => Loose(node),
    };

    /// <summary>The alternatives; one that is left out in brackets, as <c>not a or b</c> can be read in two ways.</summary>
    public string Choice(QueryNode.Any any) => string.Join(" or ", any.Children.Select(child => child is QueryNode.Not ? $"({Loose(child)})" : Inline(child)));

    public string List(ImmutableArray<QueryNode> nodes, string separator) => string.Join(separator, nodes.Select(Inline));

    public string Wildcard(QueryNode.Wildcard wildcard) => wildcard.Pattern + Matched(wildcard.Pattern);

    public string Fuzzy(QueryNode.Fuzzy fuzzy, string label) => string.Create(
        CultureInfo.InvariantCulture,
        $"{label}{fuzzy.Text}{(fuzzy.Edits > 1 ? $", up to {fuzzy.Edits} letters different" : "")}{Matched(Key(fuzzy))}");

    /// <summary>A phrase in quotation marks, and behind them what its wildcards matched; each is named where there are several.</summary>
    public string Phrase(QueryNode.Phrase phrase)
    {
        var patterns = Patterns(phrase.Elements).Distinct(StringComparer.Ordinal).ToList();
        var notes = patterns.Select(pattern => matched(pattern) is { } note ? patterns.Count == 1 ? note : $"{pattern}: {note}" : null)
            .Where(static note => note is not null).ToList();
        return $"“{Elements(phrase.Elements)}”" + (notes.Count == 0 ? "" : $" ({string.Join("; ", notes)})");
    }

    /// <summary>The speaker, and the other names that count; a name that was typed in full is not said again.</summary>
    public static string Speaker(QueryNode.Said said) =>
        (said.Speaker.Length == 0 ? "said by anybody"
            : said.IsAsSpelled ? $"said by “{said.Speaker}” as spelled"
            : said.Speaker.Contains('~', StringComparison.Ordinal) ? $"said by a name spelled like {said.Speaker}"
            : SpeakerName.HasPatterns(said.Speaker) ? $"said by a name that fits {said.Speaker}"
            : $"said by {said.Speaker}")
        + Also(said.OtherNames.Where(name => !name.Equals(said.Speaker, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A number of words, said as such.</summary>
    public static string Words(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "word" : "words")}");

    /// <summary>A condition without brackets around it.</summary>
    private string Loose(QueryNode node) => node switch
    {
        QueryNode.Everything => "all documents",
        QueryNode.Word { Form: WordForm.AnyForm } word => word.Text,
        QueryNode.Word { Form: WordForm.Verbatim } word => $"exactly “{word.Text}”",
        QueryNode.Word word => $"exactly “{word.Text}” as spelled",
        QueryNode.Wildcard wildcard => Wildcard(wildcard),
        QueryNode.Fuzzy fuzzy => Fuzzy(fuzzy, "about "),
        QueryNode.Phrase phrase => FormOf(phrase.Elements) switch
        {
            WordForm.AnyForm => $"{Phrase(phrase)} in any word form",
            WordForm.AsSpelled => $"exactly {Phrase(phrase)} as spelled",
            _ => $"exactly {Phrase(phrase)}",
        },
        QueryNode.Window window => string.Create(
            CultureInfo.InvariantCulture, $"{List(window.Elements, ", ")} within {Words(window.Distance)}, any order"),
        QueryNode.Near near => string.Create(
            CultureInfo.InvariantCulture, $"{Inline(near.Left)} {(near.Ordered ? "at most" : "within")} {Words(near.Distance)} {(near.Ordered ? "before" : "of")} {Inline(near.Right)}"),
        QueryNode.Variants variants => Loose(variants.Typed) + Also(NamesOf(variants)),
        QueryNode.Not not => $"not {Inline(not.Child)}",
        QueryNode.Field field => InField(field),
        QueryNode.DateRange range => Date(range),
        QueryNode.Undated => "undated",
        QueryNode.Added added => $"added {added.Words}",
        QueryNode.Like like => $"similar to {like.Reference}",
        QueryNode.Said { Words: null } said => Speaker(said),
        QueryNode.Said said => $"{Speaker(said)} with {Inline(said.Words)}",
        QueryNode.Quote quote => $"looking for a quotation: “{quote.Text}”",
        _ => node.ToString(),
    };

    private static string Date(QueryNode.DateRange range) => range switch
    {
        { First: null, Last: null } => "dated",
        { Relation: DateRelation.Within } => $"date within {range.Words}",
        _ when range.Words.StartsWith("about ", StringComparison.Ordinal) || range.Words.StartsWith("before ", StringComparison.Ordinal)
            || range.Words.StartsWith("after ", StringComparison.Ordinal) => $"date {range.Words}",
        _ => $"date overlaps {range.Words}",
    };

    /// <summary>Texts and names contain a word; codes are cut into words only to be compared, and are said as one.</summary>
    private string InField(QueryNode.Field field) => field switch
    {
        { Name: "type" or "lang" or "ref" or "status", Child: QueryNode.Phrase code } when FormOf(code.Elements) is WordForm.AnyForm =>
            $"{FieldName(field.Name)} {Relation(field.Name, code.Elements)} {string.Join('-', code.Elements.Select(Element))}",
        { Name: "ref", Child: QueryNode.Word { Form: WordForm.AnyForm } word } => $"reference code {Relation("ref", [word])} {word.Text}",
        { Name: "type" or "lang" or "status", Child: QueryNode.Word { Form: WordForm.AnyForm } word } =>
            $"{FieldName(field.Name)} is {Code(field.Name, word)}",
        { Name: "type" or "lang" or "status", Child: QueryNode.Any any } when any.Children.All(static child => child is QueryNode.Word { Form: WordForm.AnyForm }) =>
            $"{FieldName(field.Name)} is ({string.Join(" or ", any.Children.Select(child => Code(field.Name, (QueryNode.Word)child)))})",
        _ => $"{FieldName(field.Name)} contains {Inline(field.Child)}",
    };

    /// <summary>A code; of a language with its name.</summary>
    private static string Code(string field, QueryNode.Word code) =>
        field == "lang" && LanguageNames.NameOf(code.Text) is { } language ? $"{language} ({code.Text})" : code.Text;

    /// <summary>
    /// A reference code is letters, a year and a number; fewer parts are the beginning of many, and without the letters they may stand anywhere in it.
    /// </summary>
    private static string Relation(string field, ImmutableArray<QueryNode> parts) =>
        field != "ref" || (parts.Length > 2 && StartsWithLetter(parts[0])) ? "is"
        : StartsWithLetter(parts[0]) ? "begins with"
        : "contains";

    private static bool StartsWithLetter(QueryNode part) => part is QueryNode.Word { Text: var text } && char.IsLetter(text, 0);

    /// <summary>Field names are words a reader knows, but for codes.</summary>
    private static string FieldName(string name) => name switch
    {
        "lang" => "language",
        "ref" => "reference code",
        _ => name,
    };

    private string Elements(ImmutableArray<QueryNode> elements) => WordSegmenter.Join(elements.Select(Element));

    private string Element(QueryNode element) => element switch
    {
        QueryNode.Word word => word.Text,
        QueryNode.Wildcard wildcard => wildcard.Pattern,
        QueryNode.Fuzzy fuzzy => Key(fuzzy),
        QueryNode.Phrase phrase => Elements(phrase.Elements),
        QueryNode.Any any => $"({string.Join(" or ", any.Children.Select(Element))})",
        _ => Inline(element),
    };

    private static IEnumerable<string> Patterns(IEnumerable<QueryNode> elements) => elements.SelectMany(static element => element switch
    {
        QueryNode.Wildcard wildcard => [wildcard.Pattern],
        QueryNode.Fuzzy fuzzy => [Key(fuzzy)],
        QueryNode.Phrase phrase => Patterns(phrase.Elements),
        QueryNode.Any any => Patterns(any.Children),
        _ => Enumerable.Empty<string>(),
    });

    private IEnumerable<string> NamesOf(QueryNode.Variants variants) =>
        variants.Names.IsEmpty ? variants.Others.Select(Name) : variants.Names;

    private string Name(QueryNode name) => name is QueryNode.Phrase phrase ? Elements(phrase.Elements) : Loose(name);

    private static string Also(IEnumerable<string> names)
    {
        var others = string.Join(", ", names);
        return others.Length == 0 ? "" : $" (also {others})";
    }

    private static string Key(QueryNode.Fuzzy fuzzy) => fuzzy.Text + (fuzzy.Edits == 1 ? "~" : "~2");

    private string Matched(string pattern) => matched(pattern) is { } note ? $" ({note})" : "";
}
