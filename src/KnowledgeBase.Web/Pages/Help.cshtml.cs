using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>How to search.</summary>
internal sealed class HelpModel : PageModel;
