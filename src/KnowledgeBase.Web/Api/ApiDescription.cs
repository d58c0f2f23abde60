using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeBase.Quotations;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace KnowledgeBase.Web.Api;

/// <summary>Describes the interface for programs in OpenAPI 3.1.</summary>
/// <remarks>The parameters are read from the address by <see cref="SearchUrlReader"/>, so they are described here and not found by reflection.</remarks>
internal static class ApiDescription
{
    private const string DocumentName = "v1";

    /// <summary>Adds the description.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(DocumentName, static options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "KnowledgeBase",
                Version = "1",
                Description = "Search an archive. Answers are JSON; failures are problem details (RFC 9457) with a stable \"code\".",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            // Wherever the site is reached: the description is the same on every machine.
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(static (operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var parameter in ParametersOf(operation.OperationId))
            {
                operation.Parameters.Add(parameter);
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>Serves the description.</summary>
    public static void Map(WebApplication app) => app.MapOpenApi("/api/{documentName}/openapi.json");

    private static IEnumerable<OpenApiParameter> ParametersOf(string? operation) => operation switch
    {
        "search" => [.. OfSearch(), .. OfPaging(ResultView.Documents), OfCursor(), Number("passages", "Passages of each document.", 0, 10, 3)],
        "export" => [.. OfSearch(), .. OfOrder(), .. OfExport(), Number("passages", "Passages of each document.", 0, 10, 3)],
        "cite-search" => [.. OfSearch(), .. OfOrder()],
        "facets" =>
        [
            .. OfSearch(),
            Text("facets", $"The facets to count, separated by commas: {string.Join(", ", FacetNames.All)}. Default: all."),
            Number("values", "Most values of each facet.", 1, 1_000, 50),
        ],
        "concordance" => [.. OfSearch(), .. OfLines(), .. OfPaging(ResultView.Concordance)],
        "collocates" => [.. OfSearch(), .. OfLines(), Number("count", "Most collocates.", 1, 200, 50)],
        "suggestions" => [Text("q", "What has been typed so far."), Number("count", "Most completions.", 1, 50, 10)],
        "check-quotation" => [Text("text", $"The quotation: {QuotedText.FewestWords} to {QuotedText.MostWords} words; an ellipsis stands for words left out.")],
        "quotations" =>
        [
            Text("speaker", "Part of the speaker's name, any variant. Default: anybody."),
            Text("q", "Words of the quotation, in the query language. Default: anything."),
            Text("from", "First year: quotations that were said before it, and undated ones, are left out."),
            Text("to", "Last year: quotations that were said after it, and undated ones, are left out."),
            Texts("lang", "Only words in this language; several mean any of them."),
            OneOf("kind", "Who vouches. Default: both.", Enum.GetValues<QuotationKind>().Select(QuotationCounts.NameOf)),
            OneOf("sort", "The order. Default: date.", QuotationUrl.Orders.Select(static order => order.Name)),
            Number("page", "The page, from 1.", 1, 10_000_000, 1),
            Number("count", "Quotations on a page.", 1, QuotationRequest.MostQuotations, QuotationUrl.DefaultCount),
        ],
        "document" => [Text("q", "A query, whose matches in the text are given.")],
        _ => [],
    };

    private static IEnumerable<OpenApiParameter> OfSearch()
    {
        yield return Text("q", "The query, in the query language. Default: every document.");
        foreach (var facet in FacetNames.All)
        {
            var label = Labels.Facet(facet).ToLowerInvariant();
            yield return Texts(facet, $"Only documents with this {label}; several mean any of them.");
            yield return Texts(SearchUrl.ExcludePrefix + facet, $"No documents with this {label}.");
        }

        yield return Text("from", "First year: documents whose date ends before it are left out.");
        yield return Text("to", "Last year: documents whose date begins after it are left out.");
    }

    private static IEnumerable<OpenApiParameter> OfOrder()
    {
        yield return OneOf("sort", "The order. Default: relevance; added without a query.", SortNames.All.Select(static order => order.Name));
        yield return OneOf(
            RankingParameters.Broaden, "1 adds words that the best documents share; \"addedWords\" says which. Default: 0.", ["0", RankingParameters.Yes]);
        yield return Text(RankingParameters.PreferType, "In the order by relevance, documents of this type come sooner. None is left out.");
        yield return Text(RankingParameters.PreferLanguage, "In the order by relevance, documents in this language come sooner. None is left out.");
        yield return OneOf(
            RankingParameters.PreferDate, "In the order by relevance, these documents come sooner. None is left out.",
            RankingParameters.Dates.Select(static date => date.Name));
    }

    private static OpenApiParameter OfCursor() => Text(
        "cursor", "The cursor of \"next\" or \"previous\" of an answer, unchanged. Not together with \"page\".");

    private static IEnumerable<OpenApiParameter> OfExport()
    {
        yield return OneOf("format", "The format. Default: jsonl.", Exporting.HitFormats.All.Select(static format => format.Name));
        yield return OneOf(
            "partial", "Adds the documents with some of the words after those with all. Default: only those with all.", [ExportApi.IncludePartial]);
    }

    private static OpenApiParameter OneOf(string name, string description, IEnumerable<string> values)
    {
        var parameter = Text(name, description);
        ((OpenApiSchema)parameter.Schema!).Enum = [.. values.Select(static value => (JsonNode)value)];
        return parameter;
    }

    private static OpenApiParameter OfLineSort() =>
        OneOf("sort", "The order of the lines: by a word before or after, reversed with -desc. Default: date.", ConcordanceSorts.Names);

    private static IEnumerable<OpenApiParameter> OfPaging(ResultView view)
    {
        foreach (var parameter in view is ResultView.Concordance ? [OfLineSort()] : OfOrder())
        {
            yield return parameter;
        }

        yield return Number("page", "The page, from 1.", 1, 10_000_000, 1);
        yield return Number("count", "Results on a page.", 1, ResultViews.MaxCount(view), ResultViews.DefaultCount(view));
    }

    private static IEnumerable<OpenApiParameter> OfLines()
    {
        yield return Text("near", "Only lines with these words in the window.");
        yield return Number("left", "Words of the window before an occurrence.", 0, 5, 5);
        yield return Number("right", "Words of the window after it.", 0, 5, 5);
    }

    private static OpenApiParameter Text(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Texts(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
    };

    private static OpenApiParameter Number(string name, string description, int least, int most, int standard) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most.ToString(CultureInfo.InvariantCulture),
            Default = standard,
        },
    };
}
