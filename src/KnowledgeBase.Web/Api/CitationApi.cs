using System.Collections.Immutable;
using System.ComponentModel;
using KnowledgeBase.CitedSearches;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Citations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Cited searches for programs.</summary>
internal static class CitationApi
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/citations").WithTags("Citations");
        api.MapPost("", CiteAsync).WithName("cite-search").DisableAntiforgery()
            .WithSummary("Keep what a search finds now under a short permanent address")
            .WithDescription("The parameters stand in the address, as in /api/v1/citations?q=congress; the body is empty, and a request with another one is refused. Citing the same thing twice on a day gives the same address.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/{id}", ReadAsync).WithName("cited-search")
            .WithSummary("A cited search, and what was added, changed or removed since")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Created<CitationResponse>, ProblemHttpResult>> CiteAsync(
        HttpContext context, SearchCitations citations, CancellationToken cancellationToken)
    {
        if (await HasBodyAsync(context.Request, cancellationToken))
        {
            return ApiProblems.Body(context.Request);
        }

        var url = SearchUrlReader.Read(context.Request.Query, out var problems);
        if (!problems.IsEmpty)
        {
            return ApiProblems.Parameters(context.Request, problems);
        }

        var id = await citations.CiteAsync(url.Whole, cancellationToken);
        var review = await citations.ReviewAsync(id, cancellationToken);
        return TypedResults.Created("/api/v1/citations/" + id, CitationResponse.Of(context, citations, id, review!));
    }

    /// <summary>A search in the body would be passed over, and all documents cited in its place.</summary>
    private static async Task<bool> HasBodyAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.ContentLength is > 0
        || (request.ContentLength is null && await request.Body.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken) > 0);

    private static async Task<Results<Ok<CitationResponse>, ProblemHttpResult>> ReadAsync(
        string id, HttpContext context, SearchCitations citations, CancellationToken cancellationToken) =>
        await citations.ReviewAsync(id, cancellationToken) is { } review
            ? TypedResults.Ok(CitationResponse.Of(context, citations, CitationId.Read(id)!, review))
            : ApiProblems.NoCitation(context.Request, id);
}

/// <summary>The answer of <c>/api/v1/citations/{id}</c>.</summary>
internal sealed record CitationResponse
{
    public required string Id { get; init; }

    [Description("The permanent page for readers.")]
    public required string Page { get; init; }

    [Description("The citation, ready for a footnote.")]
    public required string Citation { get; init; }

    [Description("The query as typed.")]
    public required string Query { get; init; }

    [Description("The filters beside it, in words.")]
    public required string Filters { get; init; }

    [Description("How it was read when it was cited, in words.")]
    public required string SearchedAs { get; init; }

    [Description("How it is read now, in words.")]
    public required string SearchedAsNow { get; init; }

    [Description("The day it was cited, in UTC.")]
    public required DateOnly Day { get; init; }

    [Description("The state of the index when it was cited.")]
    public required string IndexVersion { get; init; }

    [Description("The state of the index now.")]
    public required string IndexVersionNow { get; init; }

    [Description("Stands for the documents found, their content and their order.")]
    public required string Fingerprint { get; init; }

    [Description("The same, now.")]
    public required string FingerprintNow { get; init; }

    [Description("The documents found when it was cited, in order.")]
    public required ImmutableArray<CitedDocumentAnswer> Documents { get; init; }

    [Description("Found now and not then.")]
    public required ImmutableArray<CitedDocumentAnswer> Added { get; init; }

    [Description("Found then and now, with another content.")]
    public required ImmutableArray<CitedDocumentAnswer> Changed { get; init; }

    [Description("Found then; not in the archive any more.")]
    public required ImmutableArray<CitedDocumentAnswer> Removed { get; init; }

    [Description("Found then; in the archive, but not found now.")]
    public required ImmutableArray<CitedDocumentAnswer> NoLongerFound { get; init; }

    /// <summary>The answer for a cited search.</summary>
    public static CitationResponse Of(HttpContext context, SearchCitations citations, string id, CitedSearchReview review) => new()
    {
        Id = id,
        Page = SearchCitations.PathOf(id),
        Citation = citations.TextOf(context, id, review.Then),
        Query = review.Then.Query,
        Filters = FilterWords.Of(review.Then.Filters),
        SearchedAs = review.Then.SearchedAs,
        SearchedAsNow = review.SearchedAsNow,
        Day = review.Then.Day,
        IndexVersion = review.Then.IndexVersion,
        IndexVersionNow = review.Now.IndexVersion,
        Fingerprint = review.Then.Fingerprint,
        FingerprintNow = review.FingerprintNow,
        Documents = [.. review.Then.Documents.Select(CitedDocumentAnswer.Of)],
        Added = [.. review.Added.Select(static document => CitedDocumentAnswer.Of(CitedHit.Of(document)))],
        Changed = [.. review.Changed.Select(static document => CitedDocumentAnswer.Of(CitedHit.Of(document)))],
        Removed = [.. review.Removed.Select(CitedDocumentAnswer.Of)],
        NoLongerFound = [.. review.NoLongerFound.Select(CitedDocumentAnswer.Of)],
    };
}

/// <summary>A document of a cited search.</summary>
/// <param name="Id">Its reference code.</param>
/// <param name="Digest">The beginning of the digest of its file.</param>
/// <param name="Title">Its title.</param>
internal sealed record CitedDocumentAnswer(string Id, string Digest, string Title)
{
    /// <summary>A document.</summary>
    public static CitedDocumentAnswer Of(CitedHit hit) => new(hit.Id.Value, hit.Digest, hit.Title);
}
