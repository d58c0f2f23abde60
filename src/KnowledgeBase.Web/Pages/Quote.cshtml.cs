using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The quote finder: does this stand in the archive, word for word?</summary>
internal sealed class QuoteModel(ArchiveQuotations quotations, ArchiveSearch search) : PageModel
{
    /// <summary>The quotation as pasted.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the archive says of it; null when nothing was asked.</summary>
    public QuoteAnswer? Answer { get; private set; }

    /// <summary>What the index knows about itself.</summary>
    public IndexFacts Facts { get; private set; } = null!;

    /// <summary>The verdict in a word or two.</summary>
    public string Heading => Answer?.Verdict switch
    {
        QuoteVerdict.Verbatim => "Verbatim",
        QuoteVerdict.VerbatimBut => "Verbatim but for " + QuoteSentence.NamesOf(Answer.Finds[0].Differences),
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
