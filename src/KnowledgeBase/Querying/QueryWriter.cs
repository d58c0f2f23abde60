using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Querying;

/// <summary>A tree as it would be typed: what the advanced form puts into the search box, and what a link without one part asks for.</summary>
/// <remarks>Read again, the text gives the same tree, as long as it keeps the <see cref="QueryLimits"/>.</remarks>
public static class QueryWriter
{
    private const string DoubleQuotes = "\"“”„‟❝❞〝〞〟″‶";

    /// <summary>The query text; empty for everything. Names come as they were typed, without their variants.</summary>
    public static string Write(QueryNode query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query switch
        {
            QueryNode.Everything => "",
            QueryNode.All all => WriteAll(all),
            QueryNode.Any any => string.Join(" OR ", any.Children.Select(static child => child is QueryNode.All or QueryNode.Any ? Bracket(child) : Term(child))),
            _ => Term(query),
        };
    }

    /// <summary>The query without one of the conditions that stand side by side in it; empty when nothing else is asked for.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="condition">One of the children of an <see cref="QueryNode.All"/>, or the tree itself.</param>
    public static string WriteWithout(QueryNode query, QueryNode condition)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(condition);
        return query is QueryNode.All all
            ? Write(QuerySimplifier.Simplify(all with { Children = [.. all.Children.Where(child => !ReferenceEquals(child, condition))] }))
            : ReferenceEquals(query, condition) ? "" : Write(query);
    }

    /// <summary>Words beside <c>said:</c> would be looked for in the quotation; where they are not meant to, brackets keep them apart.</summary>
    private static string WriteAll(QueryNode.All all)
    {
        var hasWords = all.Children.Any(static child => child is not QueryNode.Not && Trees.IsWords(child));
        return string.Join(' ', all.Children.Select(child =>
            child is QueryNode.All or QueryNode.Any || (child is QueryNode.Said && hasWords) ? Bracket(child) : Term(child)));
    }

    private static string Bracket(QueryNode node) => $"({Write(node)})";

    /// <summary>A condition that a sign or field before it holds for as a whole.</summary>
    private static string Operand(QueryNode node) =>
        node is QueryNode.All or QueryNode.Any or QueryNode.Near
        or QueryNode.Said { Words: not null }
            ? Bracket(node)
            : Term(node);

    private static string Term(QueryNode node) => node switch
    {
        QueryNode.Everything => "*",
        QueryNode.Word { Form: WordForm.AnyForm } word => Plain(word.Text),
        QueryNode.Word { Form: WordForm.Verbatim } word => $"\"{word.Text}\"",
        QueryNode.Word word => "=" + Plain(word.Text),
        QueryNode.Wildcard wildcard => WildcardTerm(wildcard),
        QueryNode.Fuzzy fuzzy => FuzzyTerm(fuzzy),
        QueryNode.Phrase phrase => PhraseTerm(phrase),
        QueryNode.Window window => string.Create(
            CultureInfo.InvariantCulture, $"{(QueryPhrasing.FormOf(window.Elements) is WordForm.AsSpelled ? "=" : "")}\"{Elements(window.Elements)}\"~{window.Distance}"),
        QueryNode.Near near => NearTerm(near),
        QueryNode.Variants variants => Term(variants.Typed),
        QueryNode.Not not => "-" + Operand(not.Child),
        QueryNode.Field field => $"{field.Name}:{Operand(field.Child)}",
        QueryNode.DateRange range => DateTerm(range),
        QueryNode.Undated => "date:none",
        QueryNode.Added added => "added:" + (DateReader.RelativeIn(added.Words) ?? Range(added.First, added.Last)),
        QueryNode.Like like => "like:" + like.Reference,
        QueryNode.Said said => SaidTerm(said),
        QueryNode.Quote quote => $"quote:{QuoteTerm(quote.Text)}",
        _ => Bracket(node),
    };

    /// <summary>A word that would be read as an operator or a date gets a backslash, which is no part of any word.</summary>
    private static string Plain(string text) =>
        text is "AND" or "OR" or "NOT" or "NEAR" or "BEFORE" or "AROUND" ? "\\" + text : text;

    /// <summary>In brackets where a question mark at the end could be taken for the end of a question.</summary>
    private static string WildcardTerm(QueryNode.Wildcard wildcard)
    {
        var pattern = (wildcard.Form is WordForm.AsSpelled ? "=" : "") + wildcard.Pattern;
        return wildcard.Pattern.EndsWith('?') ? $"({pattern})" : pattern;
    }

    private static string FuzzyTerm(QueryNode.Fuzzy fuzzy) => fuzzy.Text + (fuzzy.Edits == 1 ? "~" : "~2");

    private static string PhraseTerm(QueryNode.Phrase phrase) => QueryPhrasing.FormOf(phrase.Elements) switch
    {
        WordForm.AnyForm => $"\"{Elements(phrase.Elements)}\"~",
        WordForm.AsSpelled => $"=\"{Elements(phrase.Elements)}\"",
        _ => $"\"{Elements(phrase.Elements)}\"",
    };

    private static string Elements(ImmutableArray<QueryNode> elements) => string.Join(' ', elements.Select(Element));

    private static string Element(QueryNode element) => element switch
    {
        QueryNode.Word word => word.Text,
        QueryNode.Wildcard wildcard when wildcard.Pattern.EndsWith('?') => $"({wildcard.Pattern} OR {wildcard.Pattern})",
        QueryNode.Wildcard wildcard => wildcard.Pattern,
        QueryNode.Fuzzy fuzzy => FuzzyTerm(fuzzy),
        QueryNode.Phrase phrase => Elements(phrase.Elements),
        QueryNode.Variants variants => Element(variants.Typed),
        QueryNode.Any any => $"({string.Join(" OR ", any.Children.Select(InChoice))})",
        _ => Write(element),
    };

    private static string InChoice(QueryNode element) => element switch
    {
        QueryNode.Wildcard wildcard => wildcard.Pattern,
        QueryNode.Phrase phrase => string.Join(' ', phrase.Elements.Select(InChoice)),
        _ => Element(element),
    };

    private static string NearTerm(QueryNode.Near near)
    {
        var right = near.Right is QueryNode.Near ? Bracket(near.Right) : Side(near.Right);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Side(near.Left)} {(near.Ordered ? "BEFORE" : "NEAR")}/{near.Distance} {right}");
    }

    private static string Side(QueryNode side) => side is QueryNode.Any ? Bracket(side) : Term(side);

    private static string SaidTerm(QueryNode.Said said)
    {
        var speaker = said.Speaker.Length == 0 ? "*" : (said.IsAsSpelled ? "=" : "") + SpeakerTerm(said.Speaker);
        return said.Words is null ? $"said:{speaker}" : $"said:{speaker} {(said.Words is QueryNode.Any ? Bracket(said.Words) : Write(said.Words))}";
    }

    /// <summary>In brackets where a question mark at the end of a word could be taken for the end of a question.</summary>
    private static string SpeakerTerm(string speaker) => speaker.Split(' ') is var words && words.Any(static word => word.EndsWith('?'))
        ? $"({string.Join(' ', words.Select(Plain))})"
        : $"\"{speaker}\"";

    /// <summary>In marks that do not stand in the text.</summary>
    private static string QuoteTerm(string text)
    {
        foreach (var marks in new[] { "\"\"", "«»", "‹›", "「」", "『』", "《》" })
        {
            if (!text.AsSpan().ContainsAny(marks[0] == '"' ? DoubleQuotes : marks))
            {
                return $"{marks[0]}{text}{marks[1]}";
            }
        }

        return $"\"{text}\"";
    }

    private static string DateTerm(QueryNode.DateRange range) =>
        $"date:{(range.Relation is DateRelation.Within ? "within:" : "")}{Range(range.First, range.Last)}";

    private static string Range(DateOnly? first, DateOnly? last)
    {
        if (first is { } from && last is { } to)
        {
            return Unit(from, to) is { } unit ? unit : $"{Starting(from)}..{Ending(to)}";
        }

        return $"{(first is { } start ? Starting(start) : "")}..{(last is { } end ? Ending(end) : "")}";
    }

    /// <summary>A whole year, month or day as such.</summary>
    private static string? Unit(DateOnly first, DateOnly last) =>
        first == last ? Day(first)
        : Starting(first) is var start && start == Ending(last) ? start
        : null;

    private static string Starting(DateOnly day) => day.DayOfYear == 1 ? Year(day) : day.Day == 1 ? Month(day) : Day(day);

    private static string Ending(DateOnly day) =>
        day is { Month: 12, Day: 31 } ? Year(day) : day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? Month(day) : Day(day);

    private static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
