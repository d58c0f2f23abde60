using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Hosting;

/// <summary>
/// Refuses every method but GET and HEAD: nothing of the archive can be changed by a request. The one thing that a visitor may leave
/// behind is a cited search, by POST to its own addresses and from this site's own pages.
/// </summary>
internal static class ReadOnlySite
{
    /// <summary>Answers 405 and names what is allowed, or 403 to a page of another site.</summary>
    public static void Use(WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return next(context);
        }

        var cites = request.Path == "/cite" || request.Path == "/api/v1/citations";
        if (cites && HttpMethods.IsPost(request.Method) && IsFromHere(request))
        {
            return next(context);
        }

        context.Response.StatusCode = cites && HttpMethods.IsPost(request.Method)
            ? StatusCodes.Status403Forbidden
            : StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = cites ? "GET, HEAD, POST" : "GET, HEAD";
        return Task.CompletedTask;
    });

    /// <summary>Whether a browser says that a page of this site asks; a program says nothing of the kind and has no reader to betray.</summary>
    /// <remarks>
    /// SECURITY: a page elsewhere must not make its readers fill the folder of citations. Browsers send <c>Sec-Fetch-Site</c>, older
    /// ones <c>Origin</c>, and pages cannot change either. Behind a proxy the scheme may differ, so hosts are compared.
    /// </remarks>
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.ToUriComponent());
    }
}
