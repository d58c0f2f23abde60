using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>What the archive is and how it ranks.</summary>
internal sealed class AboutModel(ISearchIndex index) : PageModel
{
    /// <summary>What the index knows about itself.</summary>
    public IndexFacts Facts { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Facts = await index.GetFactsAsync(cancellationToken);
}
