using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Addresses of documents.</summary>
internal static class DocumentUrl
{
    /// <summary>The permanent address of a document.</summary>
    public static string Of(DocumentId id) => "/d/" + Uri.EscapeDataString(id.Value);

    /// <summary>The permanent address of a paragraph.</summary>
    public static string OfParagraph(DocumentId id, string paragraph) => $"{Of(id)}/p/{Uri.EscapeDataString(paragraph)}";

    /// <summary>
    /// What a document's page keeps of the search that led to it. Its page and size are left out: a document's place tells them. The
    /// place of a line does not, so a concordance keeps them.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> ParametersOf(SearchUrl search) =>
        (search.View is ResultView.Concordance ? search : search with { Page = 1, Count = ResultViews.DefaultCount(search.View) })
        .ParametersElsewhere();

    /// <summary>A document as found by a search.</summary>
    /// <param name="id">The document.</param>
    /// <param name="search">The search; see <see cref="ParametersOf"/>.</param>
    /// <param name="rank">Its place in the results, from 1; 0 when not known.</param>
    /// <param name="fragment">Where in the page to land, without <c>#</c>; empty for the top.</param>
    /// <param name="more">More parameters, already encoded, such as <c>hit=3</c>; empty for none.</param>
    public static string Of(DocumentId id, SearchUrl search, int rank = 0, string fragment = "", string more = "")
    {
        var parameters = new[]
        {
            SearchUrl.ToQueryString(ParametersOf(search)),
            rank > 0 ? string.Create(CultureInfo.InvariantCulture, $"n={rank}") : "",
            more,
        };
        var query = string.Join('&', parameters.Where(static parameter => parameter.Length > 0));
        return Of(id) + (query.Length > 0 ? "?" + query : "") + (fragment.Length > 0 ? "#" + fragment : "");
    }
}
