using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Citing;

/// <summary>A citation ready to be copied.</summary>
/// <param name="Style">Name of the style, such as <c>Chicago</c>.</param>
/// <param name="Text">The citation, in plain text.</param>
public sealed record Citation(string Style, string Text);

/// <summary>Writes citations for people, in the usual styles.</summary>
public static class CitationStyles
{
    /// <summary>Every style, in the order in which a page offers them.</summary>
    public static ImmutableArray<Citation> All(CitedDocument cited) =>
    [
        new("Chicago", Chicago(cited)), new("MLA", Mla(cited)), new("APA", Apa(cited)), new("Plain", Plain(cited)),
    ];

    /// <summary>Chicago Manual of Style, as an entry of a bibliography.</summary>
    public static string Chicago(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        return Join(
            Sentence(Names(cited)),
            $"“{Ended(cited.Title)}”",
            Sentence(Commas(cited.Kind + Note(cited), cited.DateAsWritten, Paragraph(cited, "paragraph"))),
            Sentence(Commas(cited.Archive, cited.Id.Value, "version " + cited.Version)),
            $"Accessed {CitationDates.Long(cited.Accessed)}.",
            cited.Address + ".");
    }

    /// <summary>Modern Language Association, 9th edition.</summary>
    public static string Mla(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var date = cited is { Date: { } day, DateParts: 3 } ? CitationDates.Mla(day) : cited.DateAsWritten;
        return Join(
            Sentence(Names(cited)),
            $"“{Ended(cited.Title)}”",
            Sentence(Commas(cited.Archive, cited.Id.Value, date, Paragraph(cited, "par."), Bare(cited.Address))),
            Sentence(cited.Kind + Note(cited)),
            $"Accessed {CitationDates.Mla(cited.Accessed)}.");
    }

    /// <summary>American Psychological Association, 7th edition; without an author the title comes first.</summary>
    public static string Apa(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var date = $"({(cited.Date is { } day ? CitationDates.Apa(cited, day) : "n.d.")}).";
        var title = $"{cited.Title} [{cited.Kind}{Note(cited)}; {cited.Id}].";
        var names = Names(cited);
        return Join(
            names.Length == 0 ? $"{title} {date}" : $"{Ended(names)} {date} {title}",
            cited.Archive + (cited.Paragraph is null ? "." : $" ({Paragraph(cited, "para.")})."),
            $"Retrieved {CitationDates.Long(cited.Accessed)}, from {cited.Address}");
    }

    /// <summary>In words, for a footnote without a style.</summary>
    public static string Plain(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var names = Names(cited);
        return Commas(
            (names.Length == 0 ? "" : names + ": ") + cited.Title,
            cited.Kind + Note(cited),
            cited.DateAsWritten,
            $"{cited.Archive}, {cited.Id} (version {cited.Version})",
            Paragraph(cited, "paragraph"),
            string.Create(CultureInfo.InvariantCulture, $"{cited.Address} (seen {cited.Accessed:yyyy-MM-dd})"));
    }

    private static string Names(CitedDocument cited) => cited.Authors switch
    {
        [] => "",
        [var one] => one,
        [var one, var two] => $"{one} and {two}",
        [var one, ..] => one + " and others",
    };

    private static string Note(CitedDocument cited) => cited.TextNote is null ? "" : $" ({cited.TextNote})";

    private static string Paragraph(CitedDocument cited, string word) =>
        cited.Paragraph is { } number ? string.Create(CultureInfo.InvariantCulture, $"{word} {number}") : "";

    /// <summary>MLA leaves out the scheme.</summary>
    private static string Bare(Uri address) => address.ToString()[(address.Scheme.Length + 3)..];

    private static string Sentence(string text) => text.Length == 0 ? "" : Ended(text);

    private static string Ended(string text) => text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";

    private static string Commas(params ReadOnlySpan<string> parts) => string.Join(", ", Present(parts));

    private static string Join(params ReadOnlySpan<string> parts) => string.Join(' ', Present(parts));

    private static List<string> Present(ReadOnlySpan<string> parts)
    {
        var present = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                present.Add(part);
            }
        }

        return present;
    }
}
