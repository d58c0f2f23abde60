namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Which addresses outside the archive a page may link to.</summary>
internal static class PageAddresses
{
    /// <summary>The schemes a link may have; everything else is shown without a link.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["http", "https", "mailto"];

    /// <summary>Whether it is an absolute address with an allowed scheme.</summary>
    public static bool IsExternal(string target) =>
        Schemes.Any(scheme => target.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase))
        && !target.Any(char.IsControl)
        && Uri.TryCreate(target, UriKind.Absolute, out var address)
        && Schemes.Contains(address.Scheme, StringComparer.Ordinal);
}
