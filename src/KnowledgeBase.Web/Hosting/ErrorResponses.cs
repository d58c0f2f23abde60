using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Gives every failure a body: a page for readers, problem details for programs.</summary>
internal static partial class ErrorResponses
{
    /// <summary>Where the page for readers is.</summary>
    public const string PagePath = "/error";

    /// <summary>Catches exceptions and fills answers of 400 and above that have no body yet.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path.Value ?? "/";
        FailedRequest failed;
        try
        {
            await next(context);
            if (context.Response.StatusCode < 400 || HasBody(context.Response))
            {
                return;
            }

            failed = ProblemMapping.OfStatus(context.Response.StatusCode, path);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            Log(context, exception);
            failed = ProblemMapping.OfException(exception, path);
            context.Response.Clear();
            if (failed.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = "5";
            }
        }

        await Write(context, failed, next);
    });

    private static bool HasBody(HttpResponse response) =>
        response.HasStarted || response.ContentLength is > 0 || !string.IsNullOrEmpty(response.ContentType);

    private static async Task Write(HttpContext context, FailedRequest failed, RequestDelegate next)
    {
        context.Response.StatusCode = failed.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(
                ProblemMapping.ToProblemDetails(failed), options: null, "application/problem+json", context.RequestAborted);
            return;
        }

        var (originalPath, originalMethod) = (context.Request.Path, context.Request.Method);
        try
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            context.Features.Set(failed);
            context.Request.Path = PagePath;
            context.Request.Method = HttpMethods.IsHead(originalMethod) ? HttpMethods.Head : HttpMethods.Get;
            await next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.Method) = (originalPath, originalMethod);
        }
    }

    private static void Log(HttpContext context, Exception exception)
    {
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorResponses));
        if (exception is Searching.IndexUnavailableException)
        {
            IndexUnavailable(logger, exception.Message);
        }
        else if (exception is CitedSearches.CitedSearchException { Code: not "citations.too_large" })
        {
            CannotCite(logger, exception.Message);
        }
        else if (exception is not CitedSearches.CitedSearchException)
        {
            RequestFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The index cannot be read: {Reason}")]
    private static partial void IndexUnavailable(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "Cited searches: {Reason}")]
    private static partial void CannotCite(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "A request failed.")]
    private static partial void RequestFailed(ILogger logger, Exception exception);
}
