using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Advice;

/// <summary>A query without what holds its words together.</summary>
internal static class LooseQuery
{
    /// <summary>Phrases and proximities as words that stand anywhere in a document: finds at least what the query finds, and is cheap to count.</summary>
    public static QueryNode Of(QueryNode query) => query switch
    {
        QueryNode.Phrase phrase => All(phrase, phrase.Elements),
        QueryNode.Window window => All(window, window.Elements),
        QueryNode.Near near => All(near, [near.Left, near.Right]),
        QueryNode.Variants variants => variants.Others.Any(IsHeldTogether) || IsHeldTogether(variants.Typed)
            ? new QueryNode.Any([Of(variants.Typed), .. variants.Others.Select(Of)]) { Source = variants.Source }
            : variants,
        QueryNode.All all => all with { Children = [.. all.Children.Select(Of)] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(Of)] },
        QueryNode.Field field => field with { Child = Of(field.Child) },
        _ => query,
    };

    /// <summary>
    /// The same without what is looked up in quotations, for what is counted often: a quotation may be any, since it is compared with
    /// whole texts, and what somebody said may stand anywhere in a document that quotes him.
    /// </summary>
    public static QueryNode WithAnyQuotation(QueryNode query) => AnyQuotation(Of(query));

    private static QueryNode AnyQuotation(QueryNode query) => query switch
    {
        QueryNode.Quote quote => new QueryNode.Everything { Source = quote.Source },
        QueryNode.Said { Words: { } words } said =>
            new QueryNode.All([said with { Words = null }, Of(WithoutExclusions(words))]) { Source = said.Source },
        QueryNode.All all => all with { Children = [.. all.Children.Select(AnyQuotation)] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(AnyQuotation)] },
        QueryNode.Field field => field with { Child = AnyQuotation(field.Child) },
        _ => query,
    };

    /// <summary>What one quotation does not contain, another part of its document may.</summary>
    private static QueryNode WithoutExclusions(QueryNode words) => words switch
    {
        QueryNode.Not not => new QueryNode.Everything { Source = not.Source },
        QueryNode.All all => all with { Children = [.. all.Children.Select(WithoutExclusions)] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(WithoutExclusions)] },
        _ => words,
    };

    /// <summary>The same as it would be typed: names without their variants, words in any form; null when nothing is held together.</summary>
    public static string? Typed(QueryNode query)
    {
        var apart = Apart(query);
        return apart.ToString() == Plain(query).ToString() ? null : QueryWriter.Write(QuerySimplifier.Simplify(apart));
    }

    /// <summary>How many words and names stand in proximities.</summary>
    public static int WordsNear(QueryNode query) => query switch
    {
        QueryNode.Window window => window.Elements.Sum(Words),
        QueryNode.Near near => Words(near.Left) + Words(near.Right),
        QueryNode.All all => all.Children.Sum(WordsNear),
        QueryNode.Any any => any.Children.Sum(WordsNear),
        QueryNode.Field field => WordsNear(field.Child),
        QueryNode.Said { Words: { } words } => WordsNear(words),
        _ => 0,
    };

    private static int Words(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => phrase.Elements.Sum(Words),
        QueryNode.Any any => any.Children.Sum(Words),
        QueryNode.Near or QueryNode.Window => WordsNear(node),
        QueryNode.Variants variants => Words(variants.Typed) + variants.Others.Sum(Words),
        _ => 1,
    };

    private static QueryNode Apart(QueryNode query) => Of(Plain(query)) is var loose ? AnyForm(loose) : query;

    /// <summary>Names as they were typed.</summary>
    private static QueryNode Plain(QueryNode query) => query switch
    {
        QueryNode.Variants variants => variants.Typed,
        QueryNode.Any any when TypedWords.WholeName(any) is { } typed => typed,
        QueryNode.Near near => near with { Left = Plain(near.Left), Right = Plain(near.Right) },
        QueryNode.Window window => window with { Elements = [.. window.Elements.Select(Plain)] },
        QueryNode.All all => all with { Children = [.. all.Children.Select(Plain)] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(Plain)] },
        QueryNode.Field field => field with { Child = Plain(field.Child) },
        _ => query,
    };

    private static QueryNode AnyForm(QueryNode query) => query switch
    {
        QueryNode.Word { Form: WordForm.Verbatim } word => word with { Form = WordForm.AnyForm },
        QueryNode.All all => all with { Children = [.. all.Children.Select(AnyForm)] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(AnyForm)] },
        QueryNode.Field field => field with { Child = AnyForm(field.Child) },
        _ => query,
    };

    private static bool IsHeldTogether(QueryNode node) => node is QueryNode.Phrase or QueryNode.Window or QueryNode.Near;

    private static QueryNode.All All(QueryNode node, ImmutableArray<QueryNode> parts) =>
        new([.. parts.Select(Of)]) { Source = node.Source };
}
