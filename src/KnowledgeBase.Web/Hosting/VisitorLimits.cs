using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Keeps one visitor from taking the site away from the others.</summary>
internal static class VisitorLimits
{
    /// <summary>Sets up the limits: requests a second of one address, and searches at the same time.</summary>
    public static void Apply(RateLimiterOptions limiter, WebOptions options)
    {
        var byAddress = PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.RequestBurst,
                    TokensPerPeriod = options.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }));
        var atOnce = PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter("searches", _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = options.ConcurrentSearches,
                QueueLimit = options.WaitingSearches,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(byAddress, Citing(options), atOnce);
        limiter.OnRejected = static (context, _) =>
        {
            // Only the token bucket knows when there is room again: without that, it is the site that is busy, not the visitor.
            var isVisitor = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
            var response = context.HttpContext.Response;
            response.StatusCode = isVisitor ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
            var seconds = isVisitor ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>What a visitor leaves behind is counted by itself: reading is cheap, keeping is not.</summary>
    private static PartitionedRateLimiter<HttpContext> Citing(WebOptions options) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = 2 * options.CitationsPerMinute,
                    TokensPerPeriod = options.CitationsPerMinute,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                    QueueLimit = 0,
                })
            : RateLimitPartition.GetNoLimiter(""));

    /// <summary>What costs nothing: the files of the site, and pages that only report an error.</summary>
    private static bool IsFree(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal);
}
