using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>The quote finder and the list of quotations for programs: the same calls and parameters as the pages.</summary>
internal static class QuotationApi
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Quotations");
        api.MapGet("/quotes/check", CheckAsync).WithName("check-quotation")
            .WithSummary("Find out whether a quotation stands in the archive, word for word")
            .WithDescription("Every text is answered; what is too short or too long gets the verdict \"refused\" and a reason.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/quotations", ListAsync).WithName("quotations")
            .WithSummary("List quotations by speaker, time, language, words and who vouches for them")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<QuoteResponse>, ProblemHttpResult>> CheckAsync(
        HttpRequest request, ArchiveQuotations quotations, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        SearchUrlReader.ReportUnknown(request.Query, ["text"], problems);
        if (!request.Query.ContainsKey("text"))
        {
            problems.Add(new("text", "parameter.text", "Give the quotation in the parameter \"text\"."));
        }

        return problems.Count > 0
            ? ApiProblems.Parameters(request, problems.ToImmutable())
            : TypedResults.Ok(QuoteResponse.Of(
                await quotations.CheckAsync(string.Join('\n', request.Query["text"].ToArray()), cancellationToken)));
    }

    private static async Task<Results<Ok<QuotationsResponse>, ProblemHttpResult>> ListAsync(
        HttpRequest request, ArchiveQuotations quotations, CancellationToken cancellationToken)
    {
        var url = QuotationUrl.Read(request.Query, out var problems);
        if (!problems.IsEmpty)
        {
            return ApiProblems.Parameters(request, problems);
        }

        var (_, read, page, advice) = await quotations.ListAsync(url, cancellationToken);
        return TypedResults.Ok(new QuotationsResponse
        {
            ReadAs = read.Sentence,
            Problems = read.Problems,
            Search = read.Search,
            Total = page.Total,
            Documents = page.Documents,
            Undated = page.Undated,
            Page = url.Page,
            Count = url.Count,
            IndexVersion = page.IndexVersion,
            Next = url.Offset + (long)url.Count < page.Total ? Address(url with { Page = url.Page + 1 }) : null,
            Previous = url.Page > 1 ? Address(url with { Page = url.Page - 1 }) : null,
            Quotations = [.. page.Quotations.Select(ListedQuotationAnswer.Of)],
            Speakers = page.Speakers,
            Decades = page.Decades,
            Languages = page.Languages,
            Kinds = page.Kinds,
            DidYouMean = [.. advice.DidYouMean.Select(offer => SpeakerOfferAnswer.Of(offer, url))],
            UnknownSpeaker = advice.UnknownSpeaker,
        });
    }

    private static string Address(QuotationUrl url) => "/api/v1" + url;
}
