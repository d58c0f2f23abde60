using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web;

/// <summary>The permanent addresses of paragraphs lead into the page of their document.</summary>
internal static class ParagraphLinks
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapMethods("/d/{reference}/p/{paragraph}", ["GET", "HEAD"], FindAsync).ExcludeFromDescription();

    /// <summary>A paragraph that is gone is never a silent jump to the top: it is answered as not found.</summary>
    private static async Task<IResult> FindAsync(
        string reference, string paragraph, HttpRequest request, ISearchIndex index, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(reference)
            || await index.GetDocumentAsync(new DocumentId(reference), cancellationToken) is not { } document
            || document.Paragraphs.All(known => known.Id != paragraph))
        {
            return Results.NotFound();
        }

        return Results.LocalRedirect($"~{DocumentUrl.Of(document.Id)}{request.QueryString}#{Uri.EscapeDataString(paragraph)}");
    }
}
