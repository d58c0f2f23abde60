using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>Says what went wrong and what to do.</summary>
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    /// <summary>What went wrong.</summary>
    public FailedRequest Failed { get; private set; } = null!;

    /// <summary>Words of the address that may be worth searching.</summary>
    public string Guess { get; private set; } = "";

    /// <summary>Shows the page; asked for by its own address, it is itself not found.</summary>
    public void OnGet()
    {
        Failed = HttpContext.Features.Get<FailedRequest>()
            ?? ProblemMapping.OfStatus(StatusCodes.Status404NotFound, ErrorResponses.PagePath);
        Response.StatusCode = Failed.Status;
        var last = Failed.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        last = Uri.UnescapeDataString(last);
        Guess = last.Length is > 1 and <= 60 ? last.Replace('-', ' ') : "";
    }
}
