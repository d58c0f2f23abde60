using System.Xml;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Feeds;

/// <summary>Lets browsers and other programs add the archive to their list of search engines (OpenSearch 1.1).</summary>
internal static class OpenSearch
{
    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    // The standard allows 16 characters here, and 48 in the long name.
    private const int LongestShortName = 16;
    private const int LongestLongName = 48;
    private const int Completions = 10;

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/opensearch.xml", ["GET", "HEAD"], static (HttpContext context, SiteAddress site, WebOptions options) =>
            Results.Bytes(
                XmlText.Write(xml => Write(xml, options.ArchiveName, path => site.Absolute(context, path).AbsoluteUri)),
                "application/opensearchdescription+xml; charset=utf-8")).ExcludeFromDescription();
        endpoints.MapMethods("/opensearch/suggest", ["GET", "HEAD"], SuggestAsync).ExcludeFromDescription();
    }

    /// <summary>Completions as the extension for suggestions has them: what was typed, completions, what each is, where each leads.</summary>
    private static async Task<IResult> SuggestAsync(
        HttpContext context, ArchiveSearch search, SiteAddress site, CancellationToken cancellationToken)
    {
        var typed = context.Request.Query["q"].ToString();
        var found = await search.CompleteAsync(typed, Completions, cancellationToken);
        return Results.Json(
            new object[]
            {
                typed,
                found.Select(static one => one.Text).ToArray(),
                found.Select(static one => $"{Labels.Suggestions(one.Kind)}: {Labels.Count(one.Documents, "document")}").ToArray(),
                found.Select(one => site.Absolute(context, one.Id is { } id ? DocumentUrl.Of(id) : "/?q=" + Uri.EscapeDataString(one.Text)).AbsoluteUri).ToArray(),
            },
            contentType: "application/x-suggestions+json");
    }

    private static void Write(XmlWriter xml, string archive, Func<string, string> absolute)
    {
        xml.WriteStartElement("OpenSearchDescription", Namespace);
        Element(xml, "ShortName", archive.Length <= LongestShortName ? archive : "Archive search");
        Element(xml, "LongName", archive.Length <= LongestLongName ? archive : archive[..LongestLongName]);
        Element(xml, "Description", $"Search the {archive}: exact phrases, word forms, dates, names.");
        Element(xml, "Language", "*");
        Element(xml, "InputEncoding", "UTF-8");
        Element(xml, "OutputEncoding", "UTF-8");
        Url(xml, "text/html", "results", absolute("/") + "?q={searchTerms}&page={startPage?}&count={count?}");
        Url(xml, "application/atom+xml", "results", absolute("/feed") + "?q={searchTerms}&page={startPage?}&count={count?}");
        Url(xml, "application/x-suggestions+json", "suggestions", absolute("/opensearch/suggest") + "?q={searchTerms}");
        Url(xml, "application/opensearchdescription+xml", "self", absolute("/opensearch.xml"));
        xml.WriteStartElement("Image", Namespace);
        xml.WriteAttributeString("type", "image/svg+xml");
        xml.WriteString(absolute("/favicon.ico"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Url(XmlWriter xml, string type, string relation, string template)
    {
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("template", template);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, XmlText.Clean(text));
}
