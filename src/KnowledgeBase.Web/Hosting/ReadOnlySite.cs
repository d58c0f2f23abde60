using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Refuses every method but GET and HEAD: nothing on this site can be changed by a request.</summary>
internal static class ReadOnlySite
{
    /// <summary>Answers 405 and names what is allowed.</summary>
    public static void Use(WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    });
}
