using System.Collections.Immutable;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Api;

/// <summary>Refusals of the interface for programs.</summary>
internal static class ApiProblems
{
    /// <summary>Parameters that cannot be used: every one is named.</summary>
    public static ProblemHttpResult Parameters(HttpRequest request, ImmutableArray<ParameterProblem> problems)
    {
        var details = ProblemMapping.ToProblemDetails(new FailedRequest(
            StatusCodes.Status400BadRequest, problems[0].Code, "A parameter cannot be used", problems[0].Message, request.Path));
        details.Extensions["parameters"] = problems
            .Select(static problem => new { problem.Name, problem.Code, problem.Message }).ToArray();
        return TypedResults.Problem(details);
    }

    /// <summary>A document that the archive does not hold.</summary>
    public static ProblemHttpResult NoDocument(HttpRequest request, string reference) => TypedResults.Problem(
        ProblemMapping.ToProblemDetails(new FailedRequest(
            StatusCodes.Status404NotFound, "document.not_found", "There is no such document",
            $"The archive holds no document \"{(reference.Length > 64 ? reference[..64] + "…" : reference)}\".", request.Path)));

    /// <summary>A body where the address says everything.</summary>
    public static ProblemHttpResult Body(HttpRequest request) => TypedResults.Problem(
        ProblemMapping.ToProblemDetails(new FailedRequest(
            StatusCodes.Status400BadRequest, "request.body", "The search belongs in the address",
            "This request has a body, which is not read. Send the search as parameters of the address and leave the body empty: "
            + $"POST {request.Path}?q=police%20congress&type=letter", request.Path)));

    /// <summary>A search that nobody cited here.</summary>
    public static ProblemHttpResult NoCitation(HttpRequest request, string id) => TypedResults.Problem(
        ProblemMapping.ToProblemDetails(new FailedRequest(
            StatusCodes.Status404NotFound, "citations.not_found", "There is no such cited search",
            $"No search was cited here under the name \"{(id.Length > 64 ? id[..64] + "…" : id)}\".", request.Path)));
}
