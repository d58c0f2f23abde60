using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The second group of results: documents with some of the words of a list.</summary>
internal static class PartialQuery
{
    /// <summary>
    /// The query with its listed words made alternatives, everything else (dates, fields of names, NOT) still required;
    /// null when there is no list of at least two words to relax.
    /// </summary>
    public static QueryNode? Of(QueryNode query)
    {
        if (query is not QueryNode.All list)
        {
            return null;
        }

        var words = list.Children.SelectMany(Words).ToImmutableArray();
        if (words.Length < 2)
        {
            return null;
        }

        var rest = list.Children.Where(static child => !Words(child).Any());
        return list with { Children = [new QueryNode.Any(words), .. rest] };
    }

    /// <summary>The same with words of similar spelling among the alternatives; also for a single word, which has nothing else to relax.</summary>
    public static QueryNode? Of(QueryNode query, ImmutableArray<SimilarWords> similar)
    {
        var instead = similar.Select(static words => words.Instead.Node).ToImmutableArray();
        if (instead.IsEmpty)
        {
            return Of(query);
        }

        return Of(query) switch
        {
            QueryNode.All { Children: [QueryNode.Any words, ..] } relaxed =>
                relaxed with { Children = relaxed.Children.SetItem(0, words with { Children = [.. words.Children, .. instead] }) },
            _ when QueryUnits.IsUnit(query) => new QueryNode.Any(instead),
            QueryNode.All list => list with { Children = [.. list.Children.Select(child => InsteadOf(child, similar) ?? child)] },
            _ => null,
        };
    }

    private static QueryNode? InsteadOf(QueryNode child, ImmutableArray<SimilarWords> similar) =>
        similar.FirstOrDefault(words => ReferenceEquals(words.Typed.Node, child))?.Instead.Node;

    /// <summary>What a part of the list gives up when it is relaxed; nothing for a part that stays required.</summary>
    private static IEnumerable<QueryNode> Words(QueryNode child) => child switch
    {
        _ when QueryUnits.IsUnit(child) => [child],

        // A name of several words: all of its words, or the name under another variant.
        QueryNode.Any { Children: [QueryNode.All typed, QueryNode.Variants name] } when typed.Children.All(QueryUnits.IsUnit) =>
            [.. typed.Children, name],
        _ => [],
    };
}
