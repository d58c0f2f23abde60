using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching;

/// <summary>Says which codes of a query name no document: what a text says only the archive can answer.</summary>
public static class KnownReferences
{
    /// <summary>The reading with a problem for each <c>like:</c> whose document the archive does not hold.</summary>
    /// <remarks>Asks nothing of the index when no document is named.</remarks>
    /// <param name="index">The archive.</param>
    /// <param name="reading">How a text was read.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public static async Task<QueryParseResult> CheckAsync(ISearchIndex index, QueryParseResult reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(reading);
        var problems = new List<QueryProblem>();
        foreach (var like in Named(reading.Query).DistinctBy(static like => like.Reference))
        {
            if (await index.GetDocumentAsync(new DocumentId(like.Reference), cancellationToken).ConfigureAwait(false) is null)
            {
                problems.Add(QueryProblems.UnknownReference(like.Reference, like.Source));
            }
        }

        return problems.Count == 0 ? reading : reading with { Problems = [.. reading.Problems, .. problems] };
    }

    /// <summary>The conditions of a query, or inside it, that name a document.</summary>
    public static IEnumerable<QueryNode.Like> Named(QueryNode query) => query switch
    {
        QueryNode.Like like => [like],
        QueryNode.All all => all.Children.SelectMany(Named),
        QueryNode.Any any => any.Children.SelectMany(Named),
        QueryNode.Not not => Named(not.Child),
        QueryNode.Field field => Named(field.Child),
        _ => [],
    };
}
