using KnowledgeBase.CitedSearches;
using KnowledgeBase.Web.Citations;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>A cited search and what has become of it.</summary>
internal sealed class CitedSearchModel(SearchCitations citations) : PageModel
{
    /// <summary>What was cited, and what it finds now.</summary>
    public CitedSearchReview Review { get; private set; } = null!;

    /// <summary>The ready-made citation.</summary>
    public string Citation { get; private set; } = "";

    /// <summary>The search of today.</summary>
    public SearchUrl Search => SearchCitations.UrlOf(Review.Then);

    /// <summary>What has happened, one sentence.</summary>
    public string Summary
    {
        get
        {
            var (then, now) = (Review.Then.Documents.Length, Review.Now.Documents.Length);
            if (Review.IsUnchanged)
            {
                return $"Nothing has changed: {Labels.Count(then, "document")}, the same content, the same order.";
            }

            if (Review.IsReordered)
            {
                return $"The same {Labels.Count(then, "document")} with the same content, in another order.";
            }

            (int Count, string Word)[] changes =
            [
                (Review.Added.Length, "added"), (Review.Changed.Length, "changed"), (Review.Removed.Length, "removed"),
                (Review.NoLongerFound.Length, "no longer found"),
            ];
            var words = changes.Where(static change => change.Count > 0).Select(static change => $"{Labels.Number(change.Count)} {change.Word}");
            return $"{Labels.Count(then, "document")} then, {Labels.Number(now)} today: {Labels.List(words)}.";
        }
    }

    /// <summary>Shows the page; an unknown name is not found.</summary>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await citations.ReviewAsync(id, cancellationToken) is not { } review)
        {
            return NotFound();
        }

        Review = review;
        Citation = citations.TextOf(HttpContext, CitationId.Read(id)!, review.Then);
        return Page();
    }
}
