using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>All people, places, organisations or subjects of the archive.</summary>
internal sealed class NamesModel(ArchiveSearch search) : PageModel
{
    private const int MostNames = 5_000;

    /// <summary>One of the facets of <see cref="AuthorityUrl.Kinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What they are called together.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The names, A to Z.</summary>
    public ImmutableArray<FacetCount> Names { get; private set; } = [];

    /// <summary>Lists the names.</summary>
    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellationToken)
    {
        (Kind, Heading) = AuthorityUrl.Kinds.FirstOrDefault(known => known.Facet == kind);
        if (Kind is null)
        {
            return NotFound();
        }

        var page = await search.Index.SearchAsync(
            new SearchRequest { Query = new QueryNode.Everything(), Count = 0, Facets = [Kind], FacetValues = MostNames }, cancellationToken);
        Names = page.Facets.FirstOrDefault() is { } facet
            ? [.. facet.Values.OrderBy(static name => name.Value, StringComparer.InvariantCultureIgnoreCase)]
            : [];
        return Page();
    }
}
