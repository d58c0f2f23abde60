using System.Collections.Immutable;
using KnowledgeBase.Querying.Advanced;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The advanced search form: it writes the query into the search box.</summary>
internal sealed class AdvancedModel(ArchiveSearch search) : PageModel
{
    /// <summary>The facets whose values are offered; the others have too many.</summary>
    private static readonly ImmutableArray<string> Offered = ["type", "lang", "status"];

    /// <summary>The form as filled in.</summary>
    public AdvancedForm Form { get; private set; } = AdvancedForm.Empty;

    /// <summary>The search that the form was opened with; empty when it was not.</summary>
    public string Opened { get; private set; } = "";

    /// <summary>What the form writes.</summary>
    public WrittenForm Written { get; private set; } = new("", []);

    /// <summary>The search that the form makes, with its filters.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>How it is read and how much it finds; null while it asks for nothing.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>The values that can be chosen, by facet.</summary>
    public ImmutableArray<(string Facet, ImmutableArray<AdvancedChoice> Choices)> Values { get; private set; } = [];

    /// <summary>Whether a script asks for the preview alone: the whole page says what is wrong beside the fields.</summary>
    public bool IsPreviewOnly => Request.Query["part"] == AdvancedParameters.Preview;

    /// <summary>Filters on anything else that the search came with.</summary>
    public IEnumerable<FacetFilter> OtherFilters => Search.Filters.Where(static filter => filter.Exclude || !Offered.Contains(filter.Facet));

    /// <summary>Whatever else the search came with and the form has no field for.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
        (Search with { Text = "", Filters = [], Sort = null, Page = 1 }).Parameters().Where(static parameter => parameter.Name is not ("sort" or "view"));

    /// <summary>The filters of the search in words.</summary>
    public IEnumerable<string> FiltersInWords => Search.Filters.GroupBy(static filter => (filter.Facet, filter.Exclude)).Select(static group =>
        $"{(group.Key.Exclude ? "not " : "")}{Labels.FacetOne(group.Key.Facet)}: {string.Join(" or ", group.Select(static filter => Labels.FacetValue(filter.Facet, filter.Value)))}");

    /// <summary>Runs the search, shows the form, or with <c>part=preview</c> only what it writes.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var url = SearchUrlReader.Read(Request.Query, out _);
        var isSent = AdvancedParameters.IsSent(Request.Query);
        Opened = isSent ? "" : url.Text;
        Form = isSent ? AdvancedParameters.Read(Request.Query) : AdvancedReader.Read(url.Text);
        Written = AdvancedWriter.Write(Form);
        Search = url.WithText(Written.Text);
        if (Request.Query[AdvancedParameters.Go] == AdvancedParameters.Search && Written.Problems.IsEmpty)
        {
            return LocalRedirect("~" + Search);
        }

        Answer = Search.IsEmpty ? null : await search.CountAsync(Search, cancellationToken);
        if (IsPreviewOnly)
        {
            return Partial("_AdvancedPreview", this);
        }

        Values = ValuesOf(await search.ValuesAsync(Offered, cancellationToken));
        return Page();
    }

    /// <summary>A field of text.</summary>
    public AdvancedFieldView Field(string name, string label, string value, string hint = "", string example = "") =>
        new(name, label, value, hint, example, ProblemOf(name));

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public FormProblem? ProblemOf(string name) => Written.Problems.FirstOrDefault(problem => problem.Field == name);

    private ImmutableArray<(string Facet, ImmutableArray<AdvancedChoice> Choices)> ValuesOf(ImmutableArray<FacetCounts> counts) =>
    [
        .. Offered.Select(facet =>
        {
            var found = counts.Where(count => count.Facet == facet).SelectMany(static count => count.Values).ToDictionary(static value => value.Value, static value => value.Count);
            var chosen = Search.Filters.Where(filter => filter.Facet == facet && !filter.Exclude).Select(static filter => filter.Value);
            var choices = found.Keys.Union(chosen)
                .Select(value => new AdvancedChoice(
                    facet, value, Labels.FacetValue(facet, value), found.GetValueOrDefault(value), Search.FilterOn(facet, value) is { Exclude: false }))
                .OrderBy(static choice => choice.Label, StringComparer.Ordinal);
            return (facet, choices.ToImmutableArray());
        }),
    ];
}
