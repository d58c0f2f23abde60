using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;

namespace KnowledgeBase.Web.Feeds;

/// <summary>A page of a search as Atom (RFC 4287), with the paging of RFC 5005 and the counts of OpenSearch 1.1.</summary>
/// <remarks>No moment comes from the clock: the same state of the archive gives the same feed.</remarks>
internal sealed class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string OpenSearchNamespace = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>The year from which on the names of the site are its own, as tag URIs (RFC 4151) must say.</summary>
    private const string TagYear = "2026";

    /// <summary>Name of the archive.</summary>
    public required string Archive { get; init; }

    /// <summary>The search.</summary>
    public required SearchUrl Url { get; init; }

    /// <summary>What it found.</summary>
    public required SearchPage Page { get; init; }

    /// <summary>How the query was read, in words.</summary>
    public required string SearchedAs { get; init; }

    /// <summary>What was ignored, re-read or limited, a sentence each.</summary>
    public required IEnumerable<string> Notes { get; init; }

    /// <summary>The day of the last change.</summary>
    public required DateOnly Updated { get; init; }

    /// <summary>The whole address of a path of the site.</summary>
    public required Func<string, Uri> Absolute { get; init; }

    /// <summary>When a document was last new: the day it joined the archive, or else the end of its own date.</summary>
    public static DateOnly UpdatedOf(DocumentMetadata about) =>
        about.Added ?? about.Date.Last ?? about.Date.First ?? DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>Writes the feed.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteAttributeString("xmlns", "opensearch", null, OpenSearchNamespace);
        Element(xml, "id", Tag("search/" + Digest(Url.Whole.ToQueryString())));
        Element(xml, "title", Url.Text.Length > 0 ? $"{Url.Text}: {Archive}" : Archive);
        var filters = FilterWords.Of(Url.Filters);
        var notes = string.Join(' ', Notes);
        Element(xml, "subtitle", $"Searched as: {SearchedAs}{(filters.Length > 0 ? $" · filters: {filters}" : "")}{(notes.Length > 0 ? $" · noted: {notes}" : "")}");
        Element(xml, "updated", XmlText.Moment(Updated));
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", Archive);
        xml.WriteEndElement();
        WriteLinks(xml);
        WriteCounts(xml);
        foreach (var hit in Page.Hits)
        {
            WriteEntry(xml, hit);
        }

        xml.WriteEndElement();
    }

    private void WriteLinks(XmlWriter xml)
    {
        var last = SearchFeed.LastPage(Url, Page.Total);
        Link(xml, "self", SearchFeed.AddressOf(Url, Url.Page), "application/atom+xml");
        Link(xml, "alternate", Url.Whole.ToString(), "text/html");
        Link(xml, "search", "/opensearch.xml", "application/opensearchdescription+xml");
        Link(xml, "first", SearchFeed.AddressOf(Url, 1), "application/atom+xml");
        if (Url.Page > 1)
        {
            Link(xml, "previous", SearchFeed.AddressOf(Url, Math.Min(Url.Page - 1, last)), "application/atom+xml");
        }

        if (Url.Page < last)
        {
            Link(xml, "next", SearchFeed.AddressOf(Url, Url.Page + 1), "application/atom+xml");
        }

        Link(xml, "last", SearchFeed.AddressOf(Url, last), "application/atom+xml");
    }

    private void WriteCounts(XmlWriter xml)
    {
        xml.WriteElementString("opensearch", "totalResults", OpenSearchNamespace, SearchFeed.Number(Page.Total));
        xml.WriteElementString("opensearch", "startIndex", OpenSearchNamespace, SearchFeed.Number(Url.Offset + 1L));
        xml.WriteElementString("opensearch", "itemsPerPage", OpenSearchNamespace, SearchFeed.Number(Url.Count));
        xml.WriteStartElement("opensearch", "Query", OpenSearchNamespace);
        xml.WriteAttributeString("role", "request");
        xml.WriteAttributeString("searchTerms", XmlText.Clean(Url.Text));
        xml.WriteAttributeString("startPage", SearchFeed.Number(Url.Page));
        xml.WriteEndElement();
    }

    private void WriteEntry(XmlWriter xml, SearchHit hit)
    {
        var about = hit.Metadata;
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", Tag(hit.Id.Value));
        xml.WriteStartElement("title", Atom);
        xml.WriteAttributeString("xml", "lang", null, about.Language);
        xml.WriteString(XmlText.Clean(about.Title));
        xml.WriteEndElement();
        Element(xml, "updated", XmlText.Moment(UpdatedOf(about)));
        if (about.Added is { } added)
        {
            Element(xml, "published", XmlText.Moment(added));
        }

        Link(xml, "alternate", new HitView(hit, Url.Whole).Address, "text/html");
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", about.Type);
        xml.WriteAttributeString("label", Labels.TypeOf(about.Type));
        xml.WriteEndElement();
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlText.Clean(Content(hit)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>What it is, the passages that matched with the addresses of their paragraphs, why it is here, and which version it is.</summary>
    private string Content(SearchHit hit)
    {
        var about = hit.Metadata;
        var html = new StringBuilder();
        html.Append("<p>").Append(Encoded($"{Labels.TypeOf(about.Type)} · {about.Date.AsWritten} · {hit.Id}")).Append("</p>");
        if (hit.Passages.IsEmpty && about.Summary is { } summary)
        {
            html.Append("<p lang=\"").Append(Encoded(about.Language)).Append("\">").Append(Encoded(summary)).Append("</p>");
        }

        foreach (var passage in hit.Passages)
        {
            var address = Absolute(DocumentUrl.OfParagraph(hit.Id, passage.ParagraphId)).AbsoluteUri;
            html.Append("<p lang=\"").Append(Encoded(about.Language)).Append("\"><a href=\"").Append(Encoded(address)).Append("\">¶ ")
                .Append(SearchFeed.Number(passage.ParagraphNumber)).Append("</a> ")
                .Append(MarkedText.Html(passage.Text, passage.Marks, passage.Span.Start)).Append("</p>");
        }

        var why = WhyLine.Of(hit.Reasons);
        html.Append("<p>").Append(Encoded(why.Length > 0 ? $"Found: {why}. " : ""))
            .Append(Encoded($"Version {hit.Digest[..Math.Min(12, hit.Digest.Length)]} of the document.")).Append("</p>");
        return html.ToString();
    }

    private void Link(XmlWriter xml, string relation, string path, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Absolute(path).AbsoluteUri);
        xml.WriteEndElement();
    }

    private string Tag(string name) => $"tag:{Absolute("/").Host},{TagYear}:{name}";

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlText.Clean(text));

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
