using System.Text;
using KnowledgeBase.Citing;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web;

/// <summary>Citations as files for reference managers.</summary>
internal static class CitationDownloads
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapMethods("/d/{reference}/cite/{format:regex(^(ris|bib|json)$)}", ["GET", "HEAD"], WriteAsync).ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(
        string reference, string format, HttpContext context, ISearchIndex index, SiteAddress site, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(reference)
            || await index.GetDocumentAsync(new DocumentId(reference), cancellationToken) is not { } document)
        {
            return Results.NotFound();
        }

        var cited = site.Cite(context, document, clock);
        var (text, contentType) = format switch
        {
            "ris" => (CitationFiles.Ris(cited), "application/x-research-info-systems; charset=utf-8"),
            "bib" => (CitationFiles.BibTex(cited), "application/x-bibtex; charset=utf-8"),
            _ => (CitationFiles.CslJson(cited), "application/vnd.citationstyles.csl+json; charset=utf-8"),
        };
        return Results.File(Encoding.UTF8.GetBytes(text), contentType, $"{document.Id}.{format}");
    }
}
