using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Where a document stands among the results that the reader came from.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Total">How many results there are.</param>
/// <param name="Previous">The result before it; null for the first.</param>
/// <param name="Next">The result after it; null for the last.</param>
internal sealed record DocumentNeighbours(int Rank, long Total, SearchHit? Previous, SearchHit? Next)
{
    /// <summary>How many of the first results are looked through when the document is not where it was.</summary>
    private const int LookedThrough = SearchUrl.MaxCount;

    /// <summary>The page of results that the document is on.</summary>
    public int PageOf(SearchUrl url) => ((Rank - 1) / url.Count) + 1;

    /// <summary>Finds the place; null when the document is not among the results.</summary>
    /// <param name="search">Runs the searches.</param>
    /// <param name="url">The search.</param>
    /// <param name="query">The search, as read.</param>
    /// <param name="id">The document.</param>
    /// <param name="rank">Where it was when the reader followed the link; 0 when not known.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async Task<DocumentNeighbours?> FindAsync(
        ISearchIndex search, SearchUrl url, QueryNode query, DocumentId id, int rank, CancellationToken cancellationToken)
    {
        if (rank > 0)
        {
            var near = await search.SearchAsync(RequestFor(url, query, Math.Max(0, rank - 2), 3), cancellationToken);
            if (In(near, id) is { } found)
            {
                return found;
            }
        }

        // The index has changed since, or the reader came by another way.
        return In(await search.SearchAsync(RequestFor(url, query, 0, LookedThrough), cancellationToken), id);
    }

    private static SearchRequest RequestFor(SearchUrl url, QueryNode query, int offset, int count) =>
        ArchiveSearch.RequestOf(url, query) with { Offset = offset, Count = count, PassagesPerDocument = 0 };

    private static DocumentNeighbours? In(SearchPage page, DocumentId id)
    {
        for (var i = 0; i < page.Hits.Length; i++)
        {
            if (page.Hits[i].Id == id)
            {
                return new DocumentNeighbours(
                    page.Hits[i].Rank,
                    page.Total + page.PartialTotal,
                    i > 0 ? page.Hits[i - 1] : null,
                    i + 1 < page.Hits.Length ? page.Hits[i + 1] : null);
            }
        }

        return null;
    }
}
