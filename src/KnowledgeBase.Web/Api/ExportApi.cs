using System.Collections.Immutable;
using KnowledgeBase.Exporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Every document of a search in one answer, for programs.</summary>
internal static class ExportApi
{
    /// <summary>Most passages of each document.</summary>
    public const int MostPassages = 10;

    /// <summary>The value of <c>partial</c> that adds the documents with some of the words.</summary>
    public const string IncludePartial = "include";

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/export", ExportAsync).WithTags("Search").WithName("export")
        .WithSummary("Every document found, in one file")
        .WithDescription("Streamed, without a limit, in the order of the search. Each row says with which query, when and from which state of the index it was made.")
        .Produces<string>(StatusCodes.Status200OK, "application/jsonl", "text/csv", "text/tab-separated-values", "application/x-research-info-systems", "application/x-bibtex")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Reads what is to be exported.</summary>
    /// <param name="query">The parameters of the address.</param>
    /// <param name="usual">The format when none is named; null when one must be.</param>
    /// <param name="problems">What cannot be used.</param>
    public static ExportQuery? Read(IQueryCollection query, string? usual, out ImmutableArray<ParameterProblem> problems)
    {
        var url = SearchUrlReader.Read(query, out var found);
        var all = found.ToBuilder();
        var passages = SearchUrlReader.ReadNumber("passages", query["passages"], 0, MostPassages, 3, all);
        var name = query["format"].ToString() is { Length: > 0 } typed ? typed : usual;
        var format = HitFormats.Named(name);
        if (format is null && name is not null)
        {
            all.Add(new("format", "parameter.format",
                $"There is no format \"{(name.Length > 40 ? name[..40] + "…" : name)}\"; there are: {HitFormats.Names}."));
        }

        var partial = query["partial"].ToString();
        if (partial is not ("" or IncludePartial))
        {
            all.Add(new("partial", "parameter.partial", $"\"partial\" can only be \"{IncludePartial}\", to add documents with some of the words."));
        }

        problems = all.ToImmutable();
        return format is null ? null : new ExportQuery(url, format, partial == IncludePartial, passages);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, ExportAnswer export)
    {
        var wanted = Read(context.Request.Query, "jsonl", out var problems);
        if (wanted is null || !problems.IsEmpty)
        {
            return ApiProblems.Parameters(context.Request, problems);
        }

        await export.WriteAsync(context, wanted, forSpreadsheets: false);
        return Results.Empty;
    }
}
