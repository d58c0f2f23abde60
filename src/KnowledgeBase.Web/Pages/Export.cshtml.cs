using System.Collections.Immutable;
using KnowledgeBase.Exporting;
using KnowledgeBase.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>Offers the formats of an export; with a format, the file itself.</summary>
internal sealed class ExportModel(ArchiveSearch search, ExportAnswer export) : PageModel
{
    /// <summary>What was asked.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>What of the address could not be used.</summary>
    public ImmutableArray<ParameterProblem> Problems { get; private set; } = [];

    /// <summary>How it was read and how much it finds.</summary>
    public SearchAnswer Answer { get; private set; } = null!;

    /// <summary>Sends the file, or shows the formats.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var wanted = ExportApi.Read(Request.Query, usual: null, out var problems);
        Problems = problems.RemoveAll(static problem => problem.Code == "parameter.unknown");
        if (wanted is not null && Problems.IsEmpty)
        {
            await export.WriteAsync(HttpContext, wanted, forSpreadsheets: true);
            return new EmptyResult();
        }

        Search = SearchUrlReader.Read(Request.Query, out _).Whole;
        Answer = await search.CountAsync(Search, cancellationToken);
        return Page();
    }

    /// <summary>The file of a format.</summary>
    public string AddressOf(HitFormatFacts format, bool withPartial)
    {
        var address = Search.At("/export");
        var more = $"format={format.Name}{(withPartial ? "&partial=" + ExportApi.IncludePartial : "")}";
        return address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + more;
    }
}
