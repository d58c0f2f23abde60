using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Api;

/// <summary>One page of a search for programs, and the way to its neighbours: by cursor, or by number when a number is asked for.</summary>
internal sealed class SearchPaging
{
    private readonly SearchUrl _url;
    private readonly bool _byNumber;
    private readonly string _digest;

    private SearchPaging(SearchUrl url, bool byNumber, PageCursor? cursor, string digest, DateOnly day)
    {
        (_url, _byNumber, _digest, Day, Cursor) = (url, byNumber, digest, cursor?.Day ?? day, cursor);
        Offset = cursor?.Offset ?? url.Offset;
    }

    /// <summary>The place that was asked for; null at the beginning and for a number.</summary>
    public PageCursor? Cursor { get; }

    /// <summary>How many documents lie before the page.</summary>
    public int Offset { get; }

    /// <summary>Number of the page, from 1; with a cursor, the one it would be if all had this size.</summary>
    public int Page => Cursor is null ? _url.Page : (Offset / _url.Count) + 1;

    /// <summary>Reads which page is asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="url">The search.</param>
    /// <param name="search">Reads queries.</param>
    /// <param name="names">Digest of the registers: with other names it is another search.</param>
    /// <param name="problems">Takes what cannot be used.</param>
    public static SearchPaging Read(
        HttpRequest request, SearchUrl url, ArchiveSearch search, string names, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var (typed, byNumber) = (request.Query["cursor"].ToString(), request.Query.ContainsKey("page"));
        var digest = PageCursor.DigestOf(url, names);
        var cursor = typed.Length == 0 ? null : PageCursor.Read(typed);
        if (typed.Length > 0)
        {
            var wrong = byNumber ? "\"page\" and \"cursor\" exclude each other; leave one of them away."
                : cursor is null ? "This is no cursor. Accepted is the cursor in \"next\" or \"previous\" of an answer, unchanged; leave it away to begin."
                : cursor.Search != digest ? "This cursor belongs to another search. Follow \"next\" as it is; leave the cursor away to begin this search."
                : null;
            if (wrong is not null)
            {
                problems.Add(new("cursor", "parameter.cursor", wrong));
            }
        }

        return new SearchPaging(url, byNumber, cursor, digest, search.Today);
    }

    /// <summary>Reads the query as of the day the paging began.</summary>
    public Task<ReadQuery> ReadQueryAsync(ArchiveSearch search, CancellationToken cancellationToken) =>
        search.ReadAsync(_url.Text, Day, cancellationToken);

    /// <summary>The day as of which the query is read.</summary>
    public DateOnly Day { get; }

    /// <summary>The page; null when the state that the cursor reads is not kept any more.</summary>
    public async Task<SearchPage?> RunAsync(ISearchIndex index, SearchRequest request, CancellationToken cancellationToken) => _byNumber
        ? await index.SearchAsync(request, cancellationToken)
        : await index.SearchAtAsync(request with { Offset = Offset }, Cursor?.IndexVersion, cancellationToken);

    /// <summary>Address of the next page; null on the last one.</summary>
    public string? Next(SearchPage page) => Offset + (long)_url.Count < page.Total + page.PartialTotal
        ? Address(page, _url.Page + 1, Offset + _url.Count)
        : null;

    /// <summary>Address of the page before; null on the first one.</summary>
    public string? Previous(SearchPage page) => Offset > 0 ? Address(page, _url.Page - 1, Math.Max(0, Offset - _url.Count)) : null;

    /// <summary>What a caller is told whose cursor is too old.</summary>
    public static ProblemHttpResult Gone(HttpRequest request) => TypedResults.Problem(ProblemMapping.ToProblemDetails(new(
        StatusCodes.Status410Gone, "cursor.gone", "The cursor is too old",
        "The archive has changed since, and the state that this cursor reads is kept only for ten minutes after it was last asked for. "
        + "Accepted are newer cursors; leave the cursor away to begin again, or ask for pages by number.", request.Path)));

    private string Address(SearchPage found, int number, int offset)
    {
        if (_byNumber)
        {
            return _url.OnPage(number).At("/api/v1/search");
        }

        var address = _url.OnPage(1).At("/api/v1/search");
        var cursor = new PageCursor(found.IndexVersion, offset, Day, _digest);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={cursor}";
    }
}
