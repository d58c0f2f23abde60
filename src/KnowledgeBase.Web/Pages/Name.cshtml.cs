using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>A person, place, organisation or subject: its other names, every document about it, every quotation of a speaker.</summary>
internal sealed class NameModel(ArchiveSearch search, ArchiveQuotations quotations, ArchiveSources sources) : PageModel
{
    private const int PageSize = 50;
    private const int MostQuotations = 20;

    /// <summary>One of the facets of <see cref="AuthorityUrl.Kinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What such names are called together.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The name, as in the descriptions of the documents.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the authority files say; null when they do not have the name.</summary>
    public NameView? Record { get; private set; }

    /// <summary>The search for its documents.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>Its documents, by date.</summary>
    public SearchPage Found { get; private set; } = null!;

    /// <summary>The search for every document in which one of the names stands, whatever the document is about.</summary>
    public SearchUrl Naming => SearchUrl.Everything.WithText($"\"{Name.Replace('"', ' ')}\"~");

    /// <summary>How many documents that search finds.</summary>
    public long NamingTotal { get; private set; }

    /// <summary>What the person or organisation said, the earliest first; null for what does not speak.</summary>
    public QuotationPage? Said { get; private set; }

    /// <summary>The list of these quotations.</summary>
    public QuotationUrl AllSaid => QuotationUrl.Everything with { Speaker = Name };

    /// <summary>How many pages they have, at least 1.</summary>
    public int Pages => (int)Math.Clamp((Found.Total + PageSize - 1) / PageSize, 1, int.MaxValue);

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Shows a name; one that the archive does not know at all is not found.</summary>
    public async Task<IActionResult> OnGetAsync(string kind, string name, CancellationToken cancellationToken)
    {
        (Kind, Heading) = AuthorityUrl.Kinds.FirstOrDefault(known => known.Facet == kind);
        if (Kind is null)
        {
            return NotFound();
        }

        Record = sources.FindName(Kind, name);
        if (Record is not null && Record.Name != name)
        {
            return LocalRedirect("~" + AuthorityUrl.Of(Kind, Record.Name));
        }

        Name = name;
        Number = SearchUrlReader.Read(Request.Query, out _).Page;
        Search = SearchUrl.Everything.With(new FacetFilter(Kind, name)) with { Sort = SortOrder.DateAscending };
        // A description that has another name of the record is of the same person, place or subject.
        var anyName = Search.WithFilters([.. Search.Filters, .. Record?.Variants.Select(other => new FacetFilter(Kind, other)) ?? []]);
        Found = await search.Index.SearchAsync(
            ArchiveSearch.RequestOf(anyName with { Count = PageSize, Page = Number }, new QueryNode.Everything()), cancellationToken);
        NamingTotal = (await search.CountAsync(Naming, cancellationToken)).Page.Total;
        if (Kind is "person" or "organisation")
        {
            Said = (await quotations.ListAsync(AllSaid with { Count = MostQuotations }, cancellationToken)).Page;
        }

        return Found.Total == 0 && (Said?.Total ?? 0) == 0 && Record is null ? NotFound() : Page();
    }

    /// <summary>The address of another page of the list.</summary>
    public string AddressOf(int number) => AuthorityUrl.Of(Kind, Name) + (number == 1 ? "" : FormattableString.Invariant($"?page={number}"));
}
