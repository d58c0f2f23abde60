using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The quote finder: does this stand in the archive, word for word?</summary>
internal sealed class QuoteModel(ArchiveQuotations quotations, ArchiveSearch search, SiteAddress site) : PageModel
{
    /// <summary>The quotation as pasted.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the archive says of it; null when nothing was asked.</summary>
    public QuoteAnswer? Answer { get; private set; }

    /// <summary>What the index knows about itself.</summary>
    public IndexFacts Facts { get; private set; } = null!;

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => search.Today;

    /// <summary>The whole address of the answer, for print.</summary>
    public Uri Permanent => site.Absolute(HttpContext, QuoteUrl.Check(Answer?.Quoted ?? ""));

    /// <summary>The verdict in a word or two.</summary>
    public string Heading => Answer?.Verdict switch
    {
        QuoteVerdict.Verbatim or QuoteVerdict.VerbatimBut => Labels.Capitalised(QuoteSentence.Of(Answer.Finds[0])),
        QuoteVerdict.Near => "Not verbatim, but near",
        QuoteVerdict.NotFound => "Not found",
        _ => "No verdict",
    };

    /// <summary>Answers the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Text = string.Join('\n', Request.Query["text"].ToArray());
        Facts = await search.Index.GetFactsAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(Text))
        {
            Answer = await quotations.CheckAsync(Text, cancellationToken);
        }
    }
}
