using System.Collections.Immutable;

namespace KnowledgeBase.Exporting;

/// <summary>The formats in which hits are exported.</summary>
public enum HitFormat
{
    /// <summary>A table: one row a document, cells separated by commas.</summary>
    Csv,

    /// <summary>The same with tabs.</summary>
    Tsv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>RIS, for reference managers.</summary>
    Ris,

    /// <summary>BibTeX.</summary>
    BibTex,
}

/// <summary>What is known of a format.</summary>
/// <param name="Format">The format.</param>
/// <param name="Name">As it stands in addresses and on the command line.</param>
/// <param name="Extension">End of a file's name, without the dot.</param>
/// <param name="MediaType">Media type with the encoding.</param>
/// <param name="Title">What a reader calls it.</param>
/// <param name="Use">What it is good for, for a reader who has to choose.</param>
public sealed record HitFormatFacts(HitFormat Format, string Name, string Extension, string MediaType, string Title, string Use)
{
    /// <summary>
    /// Whether a file of it begins with a byte order mark: without one a spreadsheet takes the text for the local eight-bit encoding.
    /// </summary>
    public bool HasByteOrderMark => Format is HitFormat.Csv or HitFormat.Tsv;
}

/// <summary>Every format of <see cref="HitFormat"/>.</summary>
public static class HitFormats
{
    /// <summary>In the order in which a page offers them.</summary>
    public static ImmutableArray<HitFormatFacts> All { get; } =
    [
        new(HitFormat.Csv, "csv", "csv", "text/csv; charset=utf-8", "CSV", "a table for spreadsheets, one row for each document"),
        new(HitFormat.Tsv, "tsv", "tsv", "text/tab-separated-values; charset=utf-8", "TSV", "the same table with tabs, for scripts and databases"),
        new(HitFormat.JsonLines, "jsonl", "jsonl", "application/jsonl; charset=utf-8", "JSON Lines", "one object for each document, for programs"),
        new(HitFormat.Ris, "ris", "ris", "application/x-research-info-systems; charset=utf-8", "RIS", "references for Zotero, EndNote and others"),
        new(HitFormat.BibTex, "bibtex", "bib", "application/x-bibtex; charset=utf-8", "BibTeX", "references for LaTeX and JabRef"),
    ];

    /// <summary>The names, for a message that says what is accepted.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(static facts => facts.Name));

    /// <summary>The format of a name; null when there is none.</summary>
    public static HitFormatFacts? Named(string? name) => All.FirstOrDefault(facts => facts.Name == name);

    /// <summary>What is known of a format.</summary>
    public static HitFormatFacts Of(HitFormat format) => All.First(facts => facts.Format == format);
}
