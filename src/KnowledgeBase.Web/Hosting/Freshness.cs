using System.Globalization;
using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Lets a browser ask whether what it holds is still what the site would say.</summary>
/// <remarks>
/// A page depends on its address, the index, the registers, the program and, in its citations, the day. Nothing is used without asking again.
/// </remarks>
internal static class Freshness
{
    private static readonly string Program = typeof(Freshness).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Answers 304 where it can, and gives every good answer its tag.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) || !IsOfTheIndex(context.Request.Path))
        {
            await next(context);
            return;
        }

        var index = context.RequestServices.GetRequiredService<ISearchIndex>();
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var facts = await index.GetFactsAsync(context.RequestAborted);
        var register = context.RequestServices.GetRequiredService<WebOptions>().Register().Digest;
        var tag = string.Create(
            CultureInfo.InvariantCulture,
            $"W/\"{facts.IndexVersion}-{register[..Math.Min(8, register.Length)]}-{Program}-{clock.GetUtcNow():yyyyMMdd}\"");
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var held)
            && EntityTagHeaderValue.TryParse(tag, out var current)
            && held.Any(one => one.Compare(current, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = tag;
            return;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.Headers.ETag = tag;
                context.Response.Headers.CacheControl = "no-cache";
            }

            return Task.CompletedTask;
        });
        await next(context);
    });

    private static bool IsOfTheIndex(PathString path) =>
        path == "/"
        || path == "/advanced"
        || path == "/concordance"
        || path == "/quote"
        || path == "/quotations"
        || path.StartsWithSegments("/d", StringComparison.Ordinal)
        || path.StartsWithSegments("/s", StringComparison.Ordinal)
        || path == "/feed"
        || path == "/cite"
        || path.StartsWithSegments("/sitemap", StringComparison.Ordinal)
        || path == "/sitemap.xml"
        || path.StartsWithSegments("/a", StringComparison.Ordinal)
        // A file says when it was made: it is made anew every time.
        || (path.StartsWithSegments("/api/v1", StringComparison.Ordinal) && path != "/api/v1/export"
            && !path.Value!.EndsWith(".json", StringComparison.Ordinal));
}
