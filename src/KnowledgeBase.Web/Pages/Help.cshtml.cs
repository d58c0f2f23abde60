using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Querying;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>How to search: the guide that stands beside the source of the query language.</summary>
internal sealed class HelpModel : PageModel
{
    /// <summary>The guide, every example a link that runs it.</summary>
    public static IHtmlContent Guide { get; } = new HtmlString(
        MarkdownHtml.RenderGuide(QueryGuide.Body, static example => SearchUrl.Everything.WithText(example).ToString()));
}
