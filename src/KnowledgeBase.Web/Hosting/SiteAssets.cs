using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Hosting;

/// <summary>The site's own files, held in the assembly and addressed by their content, so that browsers may keep them for ever.</summary>
internal static class SiteAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByName = Load();

    /// <summary>The address of a file, with the digest of its content in it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string Address(string name) => $"/assets/{ByName[name].Version}/{name}";

    /// <summary>Serves the files.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/assets/{version}/{name}", ["GET", "HEAD"], static (string version, string name, HttpContext context) =>
            Serve(context, name, version)).ExcludeFromDescription();
        endpoints.MapMethods("/favicon.ico", ["GET", "HEAD"], static (HttpContext context) =>
            Serve(context, "favicon.svg", "")).ExcludeFromDescription();
    }

    private static IResult Serve(HttpContext context, string name, string version)
    {
        if (!ByName.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        var response = context.Response;
        response.Headers.ETag = $"\"{asset.Version}\"";
        response.Headers.Vary = "Accept-Encoding";
        // An address with an old digest, from a page that was open during an update, gives today's file and is not kept.
        response.Headers.CacheControl = version == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        if (context.Request.Headers.IfNoneMatch == response.Headers.ETag)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var acceptsBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
        if (acceptsBrotli)
        {
            response.Headers.ContentEncoding = "br";
        }

        return Results.Bytes(acceptsBrotli ? asset.Brotli : asset.Plain, asset.ContentType);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return Make(name[Prefix.Length..], bytes.ToArray());
            })
            .ToFrozenDictionary(static asset => asset.Name, StringComparer.Ordinal);
    }

    private static Asset Make(string name, byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(plain);
        }

        var contentType = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"No content type is known for assets that end in '{other}'."),
        };
        var version = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        return new Asset(name, contentType, version, plain, compressed.ToArray());
    }

    private sealed record Asset(string Name, string ContentType, string Version, byte[] Plain, byte[] Brotli);
}
