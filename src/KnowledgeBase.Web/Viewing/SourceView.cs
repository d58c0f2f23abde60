namespace KnowledgeBase.Web.Viewing;

/// <summary>A source in the list of a document.</summary>
/// <param name="Key">Its key in the register, or the source as written out.</param>
/// <param name="Number">Its number in the list, from 1.</param>
/// <param name="Title">What it is called; the key when the register does not know it.</param>
/// <param name="Publisher">Who published it; null when not known.</param>
/// <param name="Date">When, as written; null when not known.</param>
/// <param name="Language">Its language as written in the register; null when not known.</param>
/// <param name="Address">Where it is found; null when not known or not an address of the web.</param>
/// <param name="Weak">Why it deserves care; null when it does not.</param>
internal sealed record SourceView(
    string Key, int Number, string Title, string? Publisher, string? Date, string? Language, Uri? Address, string? Weak)
{
    /// <summary>Name of its place on the page.</summary>
    public string Anchor => AnchorOf(Key);

    /// <summary>Language of the title for the page; null when the register names none or several.</summary>
    public string? TitleLanguage => Language is { Length: 2 or 3 } code && code.All(char.IsAsciiLetterLower) ? code : null;

    /// <summary>Name of the place of a source on the page: its key where that is a name, its number otherwise would change.</summary>
    public static string AnchorOf(string key) => "source-" + string.Concat(key.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
