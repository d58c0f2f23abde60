using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Web;

/// <summary>A search as it stands in an address. Pages and API read and write it here only.</summary>
/// <remarks>Writing leaves away what has its default, in a fixed order: one search has one address.</remarks>
internal sealed record SearchUrl
{
    /// <summary>Before the name of a facet whose values are left out.</summary>
    public const string ExcludePrefix = "not-";

    /// <summary>Documents on a page when nothing else is asked for.</summary>
    public const int DefaultCount = 10;

    /// <summary>Most documents on a page.</summary>
    public const int MaxCount = 100;

    /// <summary>An empty search: everything, newest first.</summary>
    public static SearchUrl Everything { get; } = new();

    /// <summary>The query as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>Chosen facet values, in the order of <see cref="FacetNames.All"/>, then as chosen.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order; null for the default, which depends on whether anything was typed.</summary>
    public SortOrder? Sort { get; init; }

    /// <summary>How the results are shown.</summary>
    public ResultView View { get; init; }

    /// <summary>What is chosen of the lines of a concordance; of no other view.</summary>
    public LineChoice Lines { get; init; } = LineChoice.Default;

    /// <summary>The page that shows the results.</summary>
    public string Path => View is ResultView.Concordance ? "/concordance" : "/";

    /// <summary>Whether words that the best documents share are added to what was typed.</summary>
    public bool Broaden { get; init; }

    /// <summary>What the reader would rather see first.</summary>
    public SearchPreferences Preferences { get; init; } = SearchPreferences.None;

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results on a page, 1 to <see cref="MaxCount"/>; lines of a concordance up to 500.</summary>
    public int Count { get; init; } = DefaultCount;

    /// <summary>Whether nothing narrows the archive.</summary>
    public bool IsEmpty => Text.Length == 0 && Filters.IsEmpty;

    /// <summary>The order in effect: by relevance when something was typed, otherwise the newest first.</summary>
    public SortOrder EffectiveSort => Sort ?? SortNames.Usual(Text);

    /// <summary>How many results lie before this page.</summary>
    public int Offset => (int)Math.Min((long)(Page - 1) * Count, int.MaxValue - ResultViews.MaxCount(View));

    /// <summary>The same search on another page.</summary>
    public SearchUrl OnPage(int page) => this with { Page = page };

    /// <summary>The same search shown in another way, from its first page.</summary>
    public SearchUrl In(ResultView view) => this with { View = view, Page = 1, Count = ResultViews.DefaultCount(view), Lines = LineChoice.Default };

    /// <summary>The lines chosen or ordered otherwise, from their first page.</summary>
    public SearchUrl With(LineChoice lines) => this with { Lines = lines, Page = 1 };

    /// <summary>The search with another text, from its first page; another text is not broadened unasked.</summary>
    public SearchUrl WithText(string text) => this with { Text = text, Page = 1, Broaden = Broaden && text == Text };

    /// <summary>Another search that was offered, shown in the same way from its first page.</summary>
    public SearchUrl For(OtherSearch other) => WithText(other.Query).WithFilters(other.Filters);

    /// <summary>The same search broadened or not, from its first page.</summary>
    public SearchUrl Broadened(bool broaden) => this with { Broaden = broaden, Page = 1 };

    /// <summary>The same search with other preferences, from its first page.</summary>
    public SearchUrl Preferring(SearchPreferences preferences) => this with { Preferences = preferences, Page = 1 };

    /// <summary>The search with one more filter, in place of one with the same value, from its first page.</summary>
    public SearchUrl With(FacetFilter filter) => WithFilters(
        Without(filter.Facet, filter.Value).Filters.Add(filter));

    /// <summary>The search without a filter, from its first page.</summary>
    public SearchUrl Without(string facet, string value) => WithFilters(
        Filters.RemoveAll(filter => filter.Facet == facet && filter.Value == value));

    /// <summary>The search with other filters, from its first page.</summary>
    public SearchUrl WithFilters(IEnumerable<FacetFilter> filters) => this with
    {
        // Sorting is stable: within one parameter the order of choosing stays.
        Filters = [.. filters.OrderBy(static filter => FacetNames.All.IndexOf(filter.Facet)).ThenBy(static filter => filter.Exclude)],
        Page = 1,
    };

    /// <summary>The filter on a value; null when there is none.</summary>
    public FacetFilter? FilterOn(string facet, string value) =>
        Filters.FirstOrDefault(filter => filter.Facet == facet && filter.Value == value);

    /// <summary>The parameters, without <c>?</c>; empty for an empty search on its first page.</summary>
    public string ToQueryString() => ToQueryString(Parameters());

    /// <summary>The address of the page that shows the results.</summary>
    public override string ToString() => At(Path);

    /// <summary>The same search at another address of the site, such as its feed.</summary>
    public string At(string path) => ToQueryString() is { Length: > 0 } query ? $"{path}?{query}" : path;

    /// <summary>The search itself, without the page and the way it is shown.</summary>
    public SearchUrl Whole => In(ResultView.Documents);

    /// <summary>The advanced form, filled in from the search.</summary>
    public string ForAdvanced => ToQueryString(ParametersElsewhere()) is { Length: > 0 } query ? "/advanced?" + query : "/advanced";

    /// <summary>The parameters that differ from their defaults on <see cref="Path"/>.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Text.Length > 0)
        {
            yield return ("q", Text);
        }

        foreach (var filter in Filters)
        {
            yield return ((filter.Exclude ? ExcludePrefix : "") + filter.Facet, filter.Value);
        }

        foreach (var parameter in View is ResultView.Concordance ? Lines.Parameters() : OfDocuments())
        {
            yield return parameter;
        }

        foreach (var parameter in View is ResultView.Concordance ? [] : RankingParameters.Of(this))
        {
            yield return parameter;
        }

        if (Page != 1)
        {
            yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        if (Count != ResultViews.DefaultCount(View))
        {
            yield return ("count", Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The parameters on any other page, where the view must always be named.</summary>
    public IEnumerable<(string Name, string Value)> ParametersElsewhere() =>
        View is ResultView.Concordance ? Parameters().Append(("view", ResultViews.NameOf(View))) : Parameters();

    private IEnumerable<(string Name, string Value)> OfDocuments()
    {
        if (Sort is { } sort && sort != (this with { Sort = null }).EffectiveSort)
        {
            yield return ("sort", SortNames.NameOf(sort));
        }

        if (View is not ResultView.Documents)
        {
            yield return ("view", ResultViews.NameOf(View));
        }
    }

    /// <summary>Parameters as they stand in an address, without <c>?</c>.</summary>
    public static string ToQueryString(IEnumerable<(string Name, string Value)> parameters)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Escape(value));
        }

        return query.ToString();
    }

    /// <summary>Spaces as <c>+</c>, as forms write them: addresses are read by people.</summary>
    internal static string Escape(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
}
