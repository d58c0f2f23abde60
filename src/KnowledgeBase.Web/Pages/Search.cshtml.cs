using System.Collections.Immutable;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The search page; without a query, the front door of the archive.</summary>
internal sealed class SearchModel(ArchiveSearch search, ArchiveQuotations quotations) : PageModel
{
    /// <summary>What was asked.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>What of the address could not be used.</summary>
    public ImmutableArray<ParameterProblem> AddressProblems { get; private set; } = [];

    /// <summary>How it was read and what was found.</summary>
    public SearchAnswer Answer { get; private set; } = null!;

    /// <summary>What the index knows about itself.</summary>
    public IndexFacts Facts { get; private set; } = null!;

    /// <summary>What the archive says of the quotation that is looked for; null when none is.</summary>
    public QuoteAnswer? Quotation { get; private set; }

    /// <summary>What may be tried instead; nothing when enough was found.</summary>
    public SearchAdvice Advice { get; private set; } = SearchAdvice.None;

    /// <summary>How many passages the documents that match in full have; null when they were not counted.</summary>
    public long? Passages { get; private set; }

    /// <summary>The ways into the archive; only for an empty search.</summary>
    public FrontDoor? FrontDoor { get; private set; }

    /// <summary>How many pages the results have, at least 1.</summary>
    public int Pages => (int)Math.Clamp((Found + Search.Count - 1) / Search.Count, 1, int.MaxValue);

    /// <summary>How many documents can be reached by paging.</summary>
    public long Found => Answer.Page.Total + Answer.Page.PartialTotal;

    /// <summary>Whether nothing that was typed stands in any document, so that all that is shown has other words in its place.</summary>
    public bool HasOnlyWordsLikeThose =>
        Answer.Page.Total == 0 && !Answer.Page.WordCounts.IsEmpty && Answer.Page.WordCounts.All(static word => word.Documents == 0);

    /// <summary>Answers the page, or with <c>part=results</c> only what changes while a reader types.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Search = SearchUrlReader.Read(Request.Query, out var problems);
        // What other sites hang on an address, such as the name of a campaign, is nothing to tell a reader of.
        AddressProblems = problems.RemoveAll(static problem => problem.Code == "parameter.unknown");
        if (Request.Query.ContainsKey("from") || Request.Query.ContainsKey("to"))
        {
            if (problems.IsEmpty)
            {
                return LocalRedirect("~" + Search);
            }
        }

        if (Search.View is ResultView.Concordance)
        {
            return LocalRedirect("~" + Search);
        }

        Facts = await search.Index.GetFactsAsync(cancellationToken);
        Answer = await search.RunAsync(Search, cancellationToken);
        Passages = await search.CountPassagesAsync(Answer, cancellationToken);
        Quotation = await quotations.CheckAsync(Answer.Reading.Query, cancellationToken);
        Advice = await search.AdviseAsync(Answer, cancellationToken);

        if (Search.IsEmpty && Search.Page == 1)
        {
            FrontDoor = await search.FrontDoorAsync(cancellationToken);
        }

        return Request.Query["part"] == "results" ? Partial("_SearchRegion", this) : Page();
    }
}
