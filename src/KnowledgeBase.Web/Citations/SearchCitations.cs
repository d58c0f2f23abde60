using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.CitedSearches;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Citations;

/// <summary>Cites searches, and tells what has become of cited ones: for pages and interface alike.</summary>
internal sealed class SearchCitations(ArchiveSearch search, WebOptions options, SiteAddress site)
{
    /// <summary>Whether searches can be cited here.</summary>
    [MemberNotNullWhen(true, nameof(Folder))]
    public bool IsOffered => Folder is not null;

    private CitedSearchFolder? Folder => options.CitedSearches;

    /// <summary>The path of a cited search.</summary>
    public static string PathOf(string id) => "/s/" + id;

    /// <summary>Keeps what a search finds now.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="CitedSearchException">It cannot be kept.</exception>
    public async Task<string> CiteAsync(SearchUrl url, CancellationToken cancellationToken)
    {
        var folder = Folder ?? throw new CitedSearchException("No folder is set up for cited searches.", "citations.io");
        var day = search.Today;
        var reading = search.Read(url.Text, day).Parsed;
        return folder.Save(await SearchCiting.RecordAsync(
            search.Index, reading, ArchiveSearch.RequestOf(url, reading.Query), day, cancellationToken));
    }

    /// <summary>A cited search and what it finds now; null when there is none of that name.</summary>
    /// <exception cref="CitedSearchException">The record is damaged.</exception>
    public async Task<CitedSearchReview?> ReviewAsync(string id, CancellationToken cancellationToken) =>
        Folder?.Find(id) is { } cited
            ? await SearchCiting.ReviewAsync(search.Index, cited, (text, day) => search.Read(text, day).Parsed, cancellationToken)
            : null;

    /// <summary>The ready-made citation.</summary>
    public string TextOf(HttpContext context, string id, CitedSearch cited) =>
        SearchCitation.Of(cited, options.ArchiveName, site.Absolute(context, PathOf(id)));

    /// <summary>The search as it stands in an address.</summary>
    public static SearchUrl UrlOf(CitedSearch cited) =>
        (new SearchUrl { Text = cited.Query, Sort = cited.Sort }).WithFilters(cited.Filters);
}
