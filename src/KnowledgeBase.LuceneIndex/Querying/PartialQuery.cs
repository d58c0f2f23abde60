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

        var words = list.Children.Where(QueryUnits.IsUnit).ToImmutableArray();
        if (words.Length < 2)
        {
            return null;
        }

        var rest = list.Children.Where(static child => !QueryUnits.IsUnit(child));
        return list with { Children = [new QueryNode.Any(words), .. rest] };
    }
}
