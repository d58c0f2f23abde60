using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.CitedSearches;

/// <summary>From a search to its record, and from a record to what has become of it.</summary>
public static class SearchCiting
{
    /// <summary>What a search gives now, as a record that is not kept yet.</summary>
    /// <param name="index">The index.</param>
    /// <param name="reading">How the query was read.</param>
    /// <param name="request">Its filters and order count, its page does not.</param>
    /// <param name="day">The day, in UTC, as of which the query was read.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="CitedSearchException">The search finds too many documents to be cited.</exception>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public static async Task<CitedSearch> RecordAsync(
        ISearchIndex index, QueryParseResult reading, SearchRequest request, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(request);
        var found = await index.ListAsync(request, cancellationToken).ConfigureAwait(false);
        if (found.Documents.Length > CitedSearch.MostDocuments || reading.Typed.Length > CitedSearch.MostCharacters)
        {
            throw new CitedSearchException(string.Create(
                CultureInfo.InvariantCulture,
                $"A search can be cited that finds at most {CitedSearch.MostDocuments:N0} documents with at most {CitedSearch.MostCharacters:N0} characters; narrow it."),
                "citations.too_large");
        }

        return new CitedSearch
        {
            // A half of a surrogate pair cannot be written down.
            Query = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reading.Typed)),
            Filters = request.Filters,
            Sort = request.Sort,
            SearchedAs = SearchedAs.Of(reading, found.Expansions),
            Day = day,
            IndexVersion = found.IndexVersion,
            Documents = [.. found.Documents.Select(CitedHit.Of)],
        };
    }

    /// <summary>Asks the question of a record again and compares.</summary>
    /// <param name="index">The index.</param>
    /// <param name="then">The record.</param>
    /// <param name="read">Reads a query as of a day.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public static async Task<CitedSearchReview> ReviewAsync(
        ISearchIndex index, CitedSearch then, Func<string, DateOnly, QueryParseResult> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(read);
        var reading = await KnownReferences.CheckAsync(index, read(then.Query, then.Day), cancellationToken).ConfigureAwait(false);
        var now = await index.ListAsync(then.RequestOf(reading.Query), cancellationToken).ConfigureAwait(false);
        var missing = Missing(then, now);
        var held = missing.IsEmpty ? [] : await HeldAsync(index, cancellationToken).ConfigureAwait(false);
        var before = then.Documents.ToDictionary(static hit => hit.Id);
        return new CitedSearchReview
        {
            Then = then,
            Reading = reading,
            SearchedAsNow = SearchedAs.Of(reading, now.Expansions),
            Now = now,
            Added = [.. now.Documents.Where(document => !before.ContainsKey(document.Id))],
            Changed = [.. now.Documents.Where(document => before.TryGetValue(document.Id, out var hit) && hit.Digest != CitedHit.Of(document).Digest)],
            Removed = [.. missing.Where(hit => !held.Contains(hit.Id))],
            NoLongerFound = [.. missing.Where(hit => held.Contains(hit.Id))],
            FingerprintNow = ResultFingerprint.Of(now.Documents.Select(static document => (document.Id, document.Digest))),
        };
    }

    private static ImmutableArray<CitedHit> Missing(CitedSearch then, DocumentList now)
    {
        var found = now.Documents.Select(static document => document.Id).ToHashSet();
        return [.. then.Documents.Where(hit => !found.Contains(hit.Id))];
    }

    private static async Task<HashSet<Documents.DocumentId>> HeldAsync(ISearchIndex index, CancellationToken cancellationToken)
    {
        var everything = new SearchRequest { Query = new QueryNode.Everything(), Sort = SortOrder.Added };
        var held = await index.ListAsync(everything, cancellationToken).ConfigureAwait(false);
        return [.. held.Documents.Select(static document => document.Id)];
    }
}
