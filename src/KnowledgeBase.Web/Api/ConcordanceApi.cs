using System.Collections.Immutable;
using KnowledgeBase.Exporting;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Concordance lines and collocates for programs: the same calls and parameters as the page.</summary>
internal static class ConcordanceApi
{
    private const int MostCollocates = 200;
    private const int UsualCollocates = 50;

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Concordance");
        api.MapGet("/concordance", ReadLinesAsync).WithName("concordance")
            .WithSummary("List every occurrence, one line each")
            .WithDescription(
                "Only documents that match the whole query have lines. All lines are counted, also by year; the whole concordance is at \"csv\" and \"tsv\".")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/collocates", ReadCollocatesAsync).WithName("collocates")
            .WithSummary("Find the words that stand near the occurrences more often than elsewhere")
            .WithDescription("By log-likelihood; common words of a text's language are not counted.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<ConcordanceResponse>, ProblemHttpResult>> ReadLinesAsync(
        HttpRequest request, ArchiveSearch search, ArchiveConcordance concordance, CancellationToken cancellationToken)
    {
        var url = SearchUrlReader.Read(request.Query, ResultView.Concordance, out var problems);
        if (!problems.IsEmpty)
        {
            return ApiProblems.Parameters(request, problems);
        }

        var reading = (await search.ReadAsync(url.Text, cancellationToken)).Parsed;
        var page = await concordance.ReadAsync(url, reading.Query, 0, cancellationToken);
        var last = (page.Total + url.Count - 1) / url.Count;
        return TypedResults.Ok(new ConcordanceResponse
        {
            Query = SearchApi.Reading(reading, await concordance.ExpansionsAsync(url, reading.Query, cancellationToken)),
            Total = page.Total,
            Documents = page.Documents,
            Sort = ConcordanceSorts.NameOf(page.Sort, url.Lines.Descending),
            Notice = page.Notice,
            Page = url.Page,
            Count = url.Count,
            IndexVersion = page.IndexVersion,
            Next = url.Page < last ? Address(url.OnPage(url.Page + 1)) : null,
            Previous = url.Page > 1 ? Address(url.OnPage(url.Page - 1)) : null,
            Csv = ConcordanceDownloads.AddressOf(url, DelimitedFormat.Csv),
            Tsv = ConcordanceDownloads.AddressOf(url, DelimitedFormat.Tsv),
            Lines = [.. page.Lines.Select(line => Line(line, url))],
            Years = [.. page.Years.Select(static year => new YearAnswer(year.Year, year.Lines, year.Words, year.PerTenThousand))],
        });
    }

    private static async Task<Results<Ok<CollocatesResponse>, ProblemHttpResult>> ReadCollocatesAsync(
        HttpRequest request, ArchiveSearch search, ArchiveConcordance concordance, CancellationToken cancellationToken)
    {
        // What counts here are collocates, not lines.
        var most = ImmutableArray.CreateBuilder<ParameterProblem>();
        var count = SearchUrlReader.ReadNumber("count", request.Query["count"], 1, MostCollocates, UsualCollocates, most);
        var url = SearchUrlReader.Read(request.Query, ResultView.Concordance, out var problems);
        ImmutableArray<ParameterProblem> all = [.. problems.Where(static problem => problem.Name != "count"), .. most];
        if (!all.IsEmpty)
        {
            return ApiProblems.Parameters(request, all);
        }

        var reading = (await search.ReadAsync(url.Text, cancellationToken)).Parsed;
        var page = await concordance.ReadAsync(url with { Page = 1, Count = 1 }, reading.Query, count, cancellationToken);
        return TypedResults.Ok(new CollocatesResponse
        {
            Query = SearchApi.Reading(reading, await concordance.ExpansionsAsync(url, reading.Query, cancellationToken)),
            Total = page.Total,
            Documents = page.Documents,
            Left = url.Lines.Left,
            Right = url.Lines.Right,
            IndexVersion = page.IndexVersion,
            Collocates = [.. page.Collocates.Select(one => new CollocateAnswer(
                one.Word, one.Near, one.InAll, one.LogLikelihood, Address(url.With(url.Lines with { Near = one.Word }) with { Count = ResultViews.DefaultCount(url.View) })))],
        });
    }

    private static string Address(SearchUrl url) => "/api/v1/concordance?" + url.ToQueryString();

    private static LineAnswer Line(ConcordanceLine line, SearchUrl url) => new()
    {
        Left = line.Left,
        Keyword = line.Keyword,
        Right = line.Right,
        Marks = [.. line.Marks.Select(static mark => SpanAnswer.Of(mark))],
        IsRightToLeft = line.IsRightToLeft,
        Id = line.Id.Value,
        Title = line.Title,
        Date = DateAnswer.Of(line.Date),
        Language = line.Language,
        ParagraphId = line.ParagraphId,
        ParagraphNumber = line.ParagraphNumber,
        Position = line.Position,
        Span = SpanAnswer.Of(line.Span),
        Url = "/api/v1/documents/" + Uri.EscapeDataString(line.Id.Value),
        Page = LineView.AddressOf(line, url),
    };
}
