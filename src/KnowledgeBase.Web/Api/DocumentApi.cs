using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Documents for programs.</summary>
internal static class DocumentApi
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGroup("/api/v1").WithTags("Documents")
        .MapGet("/documents/{ref}", GetAsync).WithName("document")
        .WithSummary("One document, whole, with the places that a query matches")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<DocumentResponse>, ProblemHttpResult>> GetAsync(
        [Microsoft.AspNetCore.Mvc.FromRoute(Name = "ref")] string reference, HttpRequest request, ArchiveSearch search,
        CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(reference)
            || await search.Index.GetDocumentAsync(new DocumentId(reference), cancellationToken) is not { } document)
        {
            return ApiProblems.NoDocument(request, reference);
        }

        var url = SearchUrlReader.Read(request.Query, out var problems);
        if (!problems.IsEmpty)
        {
            return ApiProblems.Parameters(request, problems);
        }

        var reading = url.Text.Length > 0 ? (await search.ReadAsync(url.Text, cancellationToken)).Parsed : null;
        var matches = reading is null
            ? []
            : await search.Index.FindMatchesAsync(document.Id, reading.Query, cancellationToken) ?? [];
        return TypedResults.Ok(Make(document, reading, matches));
    }

    private static DocumentResponse Make(CorpusDocument document, QueryParseResult? reading, ImmutableArray<TextMatch> matches) => new()
    {
        Id = document.Id.Value,
        Page = DocumentUrl.Of(document.Id),
        Digest = document.Digest,
        Description = DescriptionAnswer.Of(document.Metadata),
        Text = document.Text,
        Paragraphs = [.. document.Paragraphs.Select(static paragraph => new ParagraphAnswer(
            paragraph.Id, paragraph.Number, paragraph.Kind.ToString(), SpanAnswer.Of(paragraph.Span)))],
        Quotations = [.. document.Metadata.Quotations.Select(QuotationAnswer.Of)],
        Versions = document.Metadata.Versions,
        Query = reading is null ? null : SearchApi.Reading(reading, []),
        Matches = [.. matches.Select(match => new MatchAnswer(
            SpanAnswer.Of(match.Span), [.. match.Marks.Select(static mark => SpanAnswer.Of(mark))],
            document.ParagraphAt(match.Span.Start)?.Id))],
    };
}
