using System.Globalization;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Feeds;

/// <summary>The documents of a search as an Atom feed, page by page.</summary>
/// <remarks>
/// The parameters are those of the search page and mean the same. Only documents that match in full are in it: who is told of
/// something new wants what was asked for.
/// </remarks>
internal static class SearchFeed
{
    private const int UsualCount = 50;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/feed", ["GET", "HEAD"], ReadAsync).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(
        HttpContext context, ArchiveSearch search, SiteAddress site, WebOptions options, CancellationToken cancellationToken)
    {
        var url = SearchUrlReader.Read(context.Request.Query, out _);
        url = context.Request.Query.ContainsKey("count") ? url : url with { Count = UsualCount };
        var reading = (await search.ReadAsync(url.Text, cancellationToken)).Parsed;
        var page = await search.Index.SearchAsync(
            ArchiveSearch.RequestOf(url, reading.Query) with { IncludePartial = false }, cancellationToken);
        var feed = new AtomFeed
        {
            Archive = options.ArchiveName,
            Url = url,
            Page = page,
            SearchedAs = SearchedAs.Of(reading, page.Expansions),
            Notes = reading.Notes,
            Updated = await UpdatedAsync(search.Index, ArchiveSearch.RequestOf(url, reading.Query), cancellationToken),
            Absolute = path => site.Absolute(context, path),
        };
        return Results.Bytes(XmlText.Write(feed.Write), "application/atom+xml; charset=utf-8");
    }

    /// <summary>The day the newest document of the search joined the archive; without one, that of the whole archive.</summary>
    private static async Task<DateOnly> UpdatedAsync(ISearchIndex index, SearchRequest request, CancellationToken cancellationToken)
    {
        foreach (var query in new[] { request.Query, new QueryNode.Everything() })
        {
            var newest = await index.SearchAsync(
                new SearchRequest
                {
                    Query = query,
                    Filters = query == request.Query ? request.Filters : [],
                    Sort = SortOrder.Added,
                    Count = 1,
                    PassagesPerDocument = 0,
                    IncludePartial = false,
                },
                cancellationToken);
            if (newest.Hits is [var first, ..])
            {
                return AtomFeed.UpdatedOf(first.Metadata);
            }
        }

        return DateOnly.FromDateTime(DateTime.UnixEpoch);
    }

    /// <summary>The last page of a feed, from 1.</summary>
    public static int LastPage(SearchUrl url, long total) => (int)Math.Clamp((total + url.Count - 1) / url.Count, 1, int.MaxValue);

    /// <summary>The address of a page of the feed.</summary>
    public static string AddressOf(SearchUrl url, int page) =>
        (url with { Page = page, Count = url.Count == UsualCount ? SearchUrl.DefaultCount : url.Count }).At("/feed");

    /// <summary>A number as feeds write it.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A document type as a category.</summary>
    public static string Category(string type) => Labels.TypeOf(type);
}
