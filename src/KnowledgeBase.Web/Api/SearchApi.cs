using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Search, facets and suggestions for programs: the same calls and parameters as the pages.</summary>
internal static class SearchApi
{
    private const int MostPassages = 10;
    private const int MostFacetValues = 1_000;

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Search");
        api.MapGet("/search", SearchAsync).WithName("search")
            .WithSummary("Find documents")
            .WithDescription("Ranked documents with passages. The query is never refused; \"query.problems\" says what was re-read. Following \"next\" reads one state of the archive and neither skips nor repeats, whatever is added meanwhile.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/facets", FacetsAsync).WithName("facets")
            .WithSummary("Count the values of facets among the documents found")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/suggestions", SuggestAsync).WithName("suggestions")
            .WithSummary("Complete what a reader has typed so far")
            .WithDescription("Names, frequent phrases and titles that go on as typed, in groups, the best of each group first. Inside a field values of that field; after an open quotation mark phrases.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>How a query was read.</summary>
    /// <param name="reading">How the text was read.</param>
    /// <param name="expansions">What wildcards and fuzzy words stood for, where a search has told.</param>
    public static QueryAnswer Reading(QueryParseResult reading, ImmutableArray<WordExpansion> expansions) => new(
        reading.Typed,
        SearchedAs.Of(reading, expansions),
        reading.Query.ToString(),
        [.. reading.Problems.Select(static problem => new ProblemAnswer(problem.Code, problem.Message, problem.Span.Start, problem.Span.End))]);

    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> SearchAsync(
        HttpRequest request, ArchiveSearch search, WebOptions options, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        var url = Read(request, problems);
        var passages = SearchUrlReader.ReadNumber("passages", request.Query["passages"], 0, MostPassages, 3, problems);
        var paging = SearchPaging.Read(request, url, search, options.Register().Digest, problems);
        if (problems.Count > 0)
        {
            return ApiProblems.Parameters(request, problems.ToImmutable());
        }

        var reading = await paging.ReadQueryAsync(search, cancellationToken);
        var page = await paging.RunAsync(
            search.Index, ArchiveSearch.RequestOf(url, reading.Query) with { PassagesPerDocument = passages }, cancellationToken);
        if (page is null)
        {
            return SearchPaging.Gone(request);
        }

        var advice = await search.AdviseAsync(reading, url, page.Total, paging.Day, cancellationToken);
        return TypedResults.Ok(new SearchResponse
        {
            Query = Reading(reading.Parsed, page.Expansions),
            Total = page.Total,
            PartialTotal = page.PartialTotal,
            TotalIsExact = page.TotalIsExact,
            Coverage = page.Coverage,
            Page = paging.Page,
            Count = url.Count,
            IndexVersion = page.IndexVersion,
            Next = paging.Next(page),
            Previous = paging.Previous(page),
            Hits = [.. page.Hits.Select(hit => Hit(hit, url))],
            Expansions = page.Expansions,
            WordCounts = page.WordCounts,
            AddedWords = page.AddedWords,
            DidYouMean = [.. advice.DidYouMean.Select(offer => SpellingOfferAnswer.Of(offer, url))],
            NearbyDates = advice.NearbyDates is { } dates ? NearbyDatesAnswer.Of(dates, url) : null,
            Without = [.. advice.Without.Select(other => OtherSearchAnswer.Of(other, url))],
            UnknownSpeakers = advice.UnknownSpeakers,
            Archive = advice.Archive is { } archive ? CoverageAnswer.Of(archive) : null,
        });
    }

    private static async Task<Results<Ok<FacetsResponse>, ProblemHttpResult>> FacetsAsync(
        HttpRequest request, ArchiveSearch search, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        var url = Read(request, problems);
        var values = SearchUrlReader.ReadNumber("values", request.Query["values"], 1, MostFacetValues, 50, problems);
        var facets = ReadFacets(request.Query["facets"].ToString(), problems);
        if (problems.Count > 0)
        {
            return ApiProblems.Parameters(request, problems.ToImmutable());
        }

        var reading = (await search.ReadAsync(url.Text, cancellationToken)).Parsed;
        var page = await search.Index.SearchAsync(
            ArchiveSearch.RequestOf(url, reading.Query) with { Count = 0, Offset = 0, Facets = facets, FacetValues = values },
            cancellationToken);
        return TypedResults.Ok(new FacetsResponse(Reading(reading, page.Expansions), page.Total, page.IndexVersion, [.. page.Facets.Select(Facet)]));
    }

    private static async Task<Results<Ok<SuggestionsResponse>, ProblemHttpResult>> SuggestAsync(
        HttpRequest request, ArchiveSearch search, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        var typed = request.Query["q"].ToString();
        var count = SearchUrlReader.ReadNumber("count", request.Query["count"], 1, SuggestionRequest.MostCount, 10, problems);
        if (typed.Length > QueryLimits.Characters)
        {
            problems.Add(new("q", "parameter.q", $"Completions are offered for at most {QueryLimits.Characters} characters."));
        }

        if (problems.Count > 0)
        {
            return ApiProblems.Parameters(request, problems.ToImmutable());
        }

        var completions = await search.CompleteAsync(typed, count, cancellationToken);
        return TypedResults.Ok(new SuggestionsResponse(typed, [.. completions.Select(static one => new SuggestionAnswer(
            one.Text, one.Kind, Labels.Suggestions(one.Kind), Labels.FacetValue(one.Kind, one.Name), one.Variant, one.Documents, one.Id?.Value))]));
    }

    private static SearchUrl Read(HttpRequest request, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var url = SearchUrlReader.Read(request.Query, ResultView.Documents, out var found);
        problems.AddRange(found);
        return url;
    }

    private static ImmutableArray<string> ReadFacets(string text, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var facets = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var unknown in facets.Where(static facet => !FacetNames.All.Contains(facet)).Take(1))
        {
            problems.Add(new("facets", "parameter.facets",
                $"There is no facet \"{(unknown.Length > 40 ? unknown[..40] + "…" : unknown)}\"; there are: {string.Join(", ", FacetNames.All)}."));
        }

        return facets.Length == 0 ? FacetNames.All : [.. facets.Distinct(StringComparer.Ordinal)];
    }

    private static HitAnswer Hit(SearchHit hit, SearchUrl url) => new()
    {
        Id = hit.Id.Value,
        Url = "/api/v1/documents/" + Uri.EscapeDataString(hit.Id.Value),
        Page = new HitView(hit, url).Address,
        Rank = hit.Rank,
        Score = hit.Score,
        IsFullMatch = hit.IsFullMatch,
        Missing = hit.Missing,
        Instead = hit.Instead,
        Description = DescriptionAnswer.Of(hit.Metadata),
        TitleMarks = [.. hit.TitleMarks.Select(static mark => SpanAnswer.Of(mark))],
        Passages = [.. hit.Passages.Select(passage => Passage(hit, passage))],
        MatchCount = hit.MatchCount,
        MorePassages = hit.MorePassages,
        Why = WhyLine.Of(hit.Reasons),
        Reasons = hit.Reasons,
    };

    private static PassageAnswer Passage(SearchHit hit, Snippet passage) => new(
        passage.Text,
        SpanAnswer.Of(passage.Span),
        [.. passage.Marks.Select(mark => SpanAnswer.Of(mark, passage.Span.Start))],
        passage.ParagraphId,
        passage.ParagraphNumber,
        DocumentUrl.OfParagraph(hit.Id, passage.ParagraphId));

    private static FacetAnswer Facet(FacetCounts facet) => new(
        facet.Facet,
        Labels.Facet(facet.Facet),
        facet.DistinctValues,
        [.. facet.Values.Select(value => new FacetValueAnswer(value.Value, Labels.FacetValue(facet.Facet, value.Value), value.Count))]);
}
