namespace KnowledgeBase.Web.Viewing;

/// <summary>Addresses of the pages of people, places, organisations and subjects.</summary>
internal static class AuthorityUrl
{
    /// <summary>The facets whose values have pages, and what they are called together.</summary>
    public static IReadOnlyList<(string Facet, string Heading)> Kinds { get; } =
        [("person", "People"), ("place", "Places"), ("organisation", "Organisations"), ("subject", "Subjects")];

    /// <summary>The page of a name. A slash stays one: escaped, it would not come back as the same name.</summary>
    public static string Of(string facet, string name) => $"/a/{facet}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";
}
