using KnowledgeBase.Web.Citations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>Offers a permanent address for a search, and makes it.</summary>
/// <remarks>SECURITY: there is no cookie that a foreign page could borrow; see <see cref="Hosting.ReadOnlySite"/> for who may ask.</remarks>
[IgnoreAntiforgeryToken]
internal sealed class CiteModel(ArchiveSearch search, SearchCitations citations, SiteAddress site) : PageModel
{
    /// <summary>What was asked.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>How it was read and how much it finds.</summary>
    public SearchAnswer Answer { get; private set; } = null!;

    /// <summary>Whether the site keeps cited searches.</summary>
    public bool CanCite => citations.IsOffered;

    /// <summary>The whole address of the search.</summary>
    public string Absolute => site.Absolute(HttpContext, Search.ToString()).AbsoluteUri;

    /// <summary>Shows what would be cited. Nothing is kept.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = SearchUrlReader.Read(Request.Query, out _).Whole;
        Answer = await search.CountAsync(Search, cancellationToken);
    }

    /// <summary>Keeps the search and leads to its address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Search = SearchUrlReader.Read(Request.Query, out _).Whole;
        var id = await citations.CiteAsync(Search, cancellationToken);
        Response.Headers.Location = SearchCitations.PathOf(id);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
