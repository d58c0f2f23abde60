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
