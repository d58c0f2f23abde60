using System.Collections.Immutable;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching.Advice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>Every occurrence of what was asked for, one line each, with its neighbours and its years.</summary>
internal sealed class ConcordanceModel(ArchiveSearch search, ArchiveConcordance concordance) : PageModel
{
    private const int MostCollocates = 50;

    /// <summary>What was asked.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>What of the address could not be used.</summary>
    public ImmutableArray<ParameterProblem> AddressProblems { get; private set; } = [];

    /// <summary>How it was read, and the facets of the documents found.</summary>
    public SearchAnswer Answer { get; private set; } = null!;

    /// <summary>The lines.</summary>
    public ConcordancePage Lines { get; private set; } = null!;

    /// <summary>What may be tried instead; nothing when enough was found.</summary>
    public SearchAdvice Advice { get; private set; } = SearchAdvice.None;

    /// <summary>How many pages the lines have, at least 1.</summary>
    public int Pages => (int)Math.Clamp((Lines.Total + Search.Count - 1) / Search.Count, 1, int.MaxValue);

    /// <summary>Documents that match, but by title, names or description only; not known while lines are left out.</summary>
    public long DocumentsWithoutLines => Search.Lines.Near.Length > 0 ? 0 : Math.Max(0, Answer.Page.Total - Lines.Documents);

    /// <summary>Answers the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Search = SearchUrlReader.Read(Request.Query, ResultView.Concordance, out var problems);
        AddressProblems = problems.RemoveAll(static problem => problem.Code == "parameter.unknown");
        if (problems.IsEmpty && (Request.Query.ContainsKey("from") || Request.Query.ContainsKey("to")))
        {
            return LocalRedirect("~" + Search);
        }

        Answer = await search.RunAsync(Search, cancellationToken);
        Lines = await concordance.ReadAsync(Search, Answer.Reading.Query, MostCollocates, cancellationToken);
        Advice = await search.AdviseAsync(Answer, cancellationToken);
        return Page();
    }
}
