using Ganss.Xss;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>The second layer: takes everything out of a page that the first layer should never have let in.</summary>
internal static class PageSanitizer
{
    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <summary>The page without anything active. Safe for use by many callers at once.</summary>
    public static string Sanitize(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "a", "blockquote", "br", "code", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "mark", "ol", "p", "pre",
                "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "aria-label", "class", "data-hit", "dir", "href", "id", "rel", "scope", "start", "title",
            },
            AllowedSchemes = new HashSet<string>(PageAddresses.Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.AllowedClasses.UnionWith(
            ["align-center", "align-left", "align-right", "citation", "current", "no-link", "paragraph-link", "preformatted"]);
        return sanitizer;
    }
}
