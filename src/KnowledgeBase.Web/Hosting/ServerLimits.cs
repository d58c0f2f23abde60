using KnowledgeBase.Quotations;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KnowledgeBase.Web.Hosting;

/// <summary>What the web server accepts.</summary>
internal static class ServerLimits
{
    /// <summary>The site only answers questions, and what is cited stands in the address: no request has a body worth reading.</summary>
    private const int LargestBody = 8 * 1024;

    /// <summary>
    /// A form sends a quotation in the address, so that the answer can be shared: as many characters as are checked, each up to nine
    /// (three bytes in UTF-8, percent-encoded), and some room for the rest.
    /// </summary>
    private const int LongestAddress = (9 * QuotedText.MostCharacters) + (4 * 1024);

    /// <summary>Applies the limits to Kestrel.</summary>
    public static void Apply(KestrelServerOptions server, WebOptions options)
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = options.MaxConnections;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        server.Limits.MaxRequestLineSize = LongestAddress;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
    }
}
