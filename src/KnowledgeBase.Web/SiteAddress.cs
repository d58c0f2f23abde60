using KnowledgeBase.Citing;
using KnowledgeBase.Documents;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web;

/// <summary>Addresses that leave the site: in citations, in print, for programs.</summary>
internal sealed class SiteAddress(WebOptions options)
{
    /// <summary>The whole address of a path of the site.</summary>
    public Uri Absolute(HttpContext context, string path) => new(
        options.PublicAddress ?? new Uri($"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}/"), path.TrimStart('/'));

    /// <summary>The permanent address of a paragraph.</summary>
    public string OfParagraph(HttpContext context, DocumentId id, string paragraph) =>
        Absolute(context, DocumentUrl.OfParagraph(id, paragraph)).AbsoluteUri;

    /// <summary>A document as citations need it, looked at today.</summary>
    public CitedDocument Cite(HttpContext context, CorpusDocument document, TimeProvider clock) => CitedDocument.Of(
        document,
        Labels.TypeOf(document.Metadata.Type),
        options.ArchiveName,
        Absolute(context, DocumentUrl.Of(document.Id)),
        DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
