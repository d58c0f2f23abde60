using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Feeds;

/// <summary>Tells search engines which pages there are: every document once, and what else is worth finding.</summary>
internal static class Sitemap
{
    /// <summary>Most addresses of one file, as the protocol allows.</summary>
    private const int Most = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] OtherPages = ["/", "/a/person", "/a/place", "/a/organisation", "/a/subject", "/help", "/about"];

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/robots.txt", ["GET", "HEAD"], static (HttpContext context, SiteAddress site) => Results.Text(
            $"User-agent: *\nDisallow: /api/\nDisallow: /*?\nDisallow: /advanced\nDisallow: /export\nDisallow: /cite\nDisallow: /feed\nDisallow: /s/\n\nSitemap: {site.Absolute(context, "/sitemap.xml")}\n"))
            .ExcludeFromDescription();
        endpoints.MapMethods("/sitemap.xml", ["GET", "HEAD"], ReadAsync).ExcludeFromDescription();
        endpoints.MapMethods("/sitemap/{number:int:min(1)}.xml", ["GET", "HEAD"], ReadPartAsync).ExcludeFromDescription();
    }

    /// <summary>All addresses; when they are too many for one file, the list of the files.</summary>
    private static async Task<IResult> ReadAsync(HttpContext context, ISearchIndex index, SiteAddress site, CancellationToken cancellationToken)
    {
        var documents = await DocumentsAsync(index, cancellationToken);
        var files = (documents.Length + OtherPages.Length + Most - 1) / Most;
        return files == 1
            ? Xml(xml => WritePart(xml, documents, 1, path => site.Absolute(context, path).AbsoluteUri))
            : Xml(xml => WriteIndex(xml, files, path => site.Absolute(context, path).AbsoluteUri));
    }

    private static async Task<IResult> ReadPartAsync(
        int number, HttpContext context, ISearchIndex index, SiteAddress site, CancellationToken cancellationToken)
    {
        var documents = await DocumentsAsync(index, cancellationToken);
        return (number - 1L) * Most >= documents.Length + OtherPages.Length
            ? Results.NotFound()
            : Xml(xml => WritePart(xml, documents, number, path => site.Absolute(context, path).AbsoluteUri));
    }

    private static async Task<ImmutableArray<ListedDocument>> DocumentsAsync(ISearchIndex index, CancellationToken cancellationToken)
    {
        var all = await index.ListAsync(
            new SearchRequest { Query = new QueryNode.Everything(), IncludePartial = false }, cancellationToken);
        return all.Documents;
    }

    private static void WritePart(XmlWriter xml, ImmutableArray<ListedDocument> documents, int number, Func<string, string> absolute)
    {
        xml.WriteStartElement("urlset", Namespace);
        var pages = OtherPages.Select(static path => (Path: path, Changed: (DateOnly?)null))
            .Concat(documents.Select(static document => (DocumentUrl.Of(document.Id), document.Added)));
        foreach (var (path, changed) in pages.Skip((number - 1) * Most).Take(Most))
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, absolute(path));
            if (changed is { } day)
            {
                xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteIndex(XmlWriter xml, int files, Func<string, string> absolute)
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        for (var number = 1; number <= files; number++)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, absolute(string.Create(CultureInfo.InvariantCulture, $"/sitemap/{number}.xml")));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IResult Xml(Action<XmlWriter> content) => Results.Bytes(XmlText.Write(content), "application/xml; charset=utf-8");
}
