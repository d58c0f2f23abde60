using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Advice;

/// <summary>What a query asks for as it is spelled, with a <c>=</c> before it.</summary>
internal static class SpelledWords
{
    /// <summary>Where each <c>=</c> was typed, and what stands behind it; what is left out is not among it.</summary>
    public static ImmutableArray<(int Place, string Words)> In(string typed, QueryNode query) =>
    [
        .. Spelled(query).Select(node => (Place: PlaceOf(typed, node), node.Source.End))
            .Where(static one => one.Place >= 0).DistinctBy(static one => one.Place).OrderBy(static one => one.Place)
            .Select(one => (one.Place, typed[(one.Place + 1)..one.End])),
    ];

    /// <summary>The text without these signs; null when there are none.</summary>
    public static string? Without(string typed, QueryNode query)
    {
        var text = typed;
        foreach (var (place, _) in In(typed, query).Reverse())
        {
            text = text.Remove(place, 1);
        }

        return text == typed ? null : text;
    }

    private static IEnumerable<QueryNode> Spelled(QueryNode node) => node switch
    {
        QueryNode.Word { Form: WordForm.AsSpelled } or QueryNode.Wildcard { Form: WordForm.AsSpelled } => [node],
        QueryNode.Phrase phrase when QueryPhrasing.FormOf(phrase.Elements) is WordForm.AsSpelled => [node],
        QueryNode.Window window when QueryPhrasing.FormOf(window.Elements) is WordForm.AsSpelled => [node],
        QueryNode.Said said => (said.IsAsSpelled ? [said] : Enumerable.Empty<QueryNode>()).Concat(said.Words is { } words ? Spelled(words) : []),
        QueryNode.Near near => Spelled(near.Left).Concat(Spelled(near.Right)),
        QueryNode.All all => all.Children.SelectMany(Spelled),
        QueryNode.Any any => any.Children.SelectMany(Spelled),
        QueryNode.Field field => Spelled(field.Child),
        _ => [],
    };

    /// <summary>The sign stands where the condition begins, directly before it, or behind the colon of <c>said:</c>; -1 for none, as in <c>=(a b)</c>.</summary>
    private static int PlaceOf(string typed, QueryNode node)
    {
        var source = new TextSpan(Math.Min(node.Source.Start, typed.Length), Math.Min(node.Source.End, typed.Length));
        return node is QueryNode.Said ? typed.IndexOf(":=", source.Start, source.Length, StringComparison.Ordinal) is >= 0 and var colon ? colon + 1 : -1
            : source.Length > 0 && typed[source.Start] == '=' ? source.Start
            : source.Start > 0 && typed[source.Start - 1] == '=' ? source.Start - 1
            : -1;
    }
}
