using KnowledgeBase.CitedSearches;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web;

/// <summary>What a reader or a program is told when a request fails. Every message of the site about failure is here.</summary>
internal static class ProblemMapping
{
    /// <summary>The failure behind an exception.</summary>
    public static FailedRequest OfException(Exception exception, string path) => exception switch
    {
        IndexUnavailableException unavailable => new(
            StatusCodes.Status503ServiceUnavailable, unavailable.Code, "The index cannot be read", unavailable.Message, path),
        CitedSearchException citing => OfCiting(citing, path),
        BadHttpRequestException bad => new(
            bad.StatusCode, "request.malformed", "The request cannot be read", "The request does not follow the rules of HTTP.", path),
        _ => new(
            StatusCodes.Status500InternalServerError, "server.error", "Something went wrong",
            "The site met an error of its own, which has been written to its log. Trying again may help.", path),
    };

    /// <summary>The failure behind a status that came without a body.</summary>
    public static FailedRequest OfStatus(int status, string path) => status switch
    {
        StatusCodes.Status404NotFound => new(
            status, "request.not_found", "There is no such page", "Nothing in the archive has this address.", path),
        StatusCodes.Status403Forbidden => new(
            status, "request.foreign", "This was asked for by another site", "A search can be cited from the pages of this archive only.", path),
        StatusCodes.Status405MethodNotAllowed => new(
            status, "request.method", "This cannot be done here", "The site answers GET and HEAD requests only.", path),
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong => new(
            status, "request.too_large", "The request is too long", "Shorten what you look for: the address may have at most 40,000 characters.", path),
        StatusCodes.Status429TooManyRequests => new(
            status, "request.too_many", "Too many requests",
            "Many requests came from your address in a short time. Wait a few seconds and try again.", path),
        StatusCodes.Status503ServiceUnavailable => new(
            status, "server.busy", "The site is busy", "Many searches are running. Wait a few seconds and try again.", path),
        >= 500 => new(status, "server.error", "Something went wrong", "The site met an error of its own. Trying again may help.", path),
        _ => new(status, "request.refused", "The request was refused", "The site could not answer this request.", path),
    };

    /// <summary>What a reader can do about it stands in the message, except that the names of folders are the keeper's business.</summary>
    private static FailedRequest OfCiting(CitedSearchException failure, string path) => failure.Code switch
    {
        "citations.too_large" => new(StatusCodes.Status400BadRequest, failure.Code, "This search cannot be cited", failure.Message, path),
        "citations.damaged" => new(
            StatusCodes.Status500InternalServerError, failure.Code, "The record of this citation is damaged",
            "The archive kept what this search found, but the record is not what it was. Its keepers can restore it from a copy.", path),
        _ => new(
            StatusCodes.Status503ServiceUnavailable, failure.Code, "No search can be cited at the moment",
            "The archive cannot keep another search at the moment, which has been written to its log. Copy the address of the search instead.", path),
    };

    /// <summary>The same for programs, as in RFC 9457.</summary>
    public static ProblemDetails ToProblemDetails(FailedRequest failed) => new()
    {
        Type = "/help#problem-" + failed.Code.Replace('.', '-').Replace('_', '-'),
        Title = failed.Title,
        Status = failed.Status,
        Detail = failed.Message,
        Instance = failed.Path,
        Extensions = { ["code"] = failed.Code },
    };
}
