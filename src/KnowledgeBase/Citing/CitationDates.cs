using System.Globalization;

namespace KnowledgeBase.Citing;

/// <summary>Days as the styles of citation write them.</summary>
internal static class CitationDates
{
    /// <summary><c>November 29, 2023</c>, as Chicago and APA write it.</summary>
    public static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>29 Nov. 2023</c>, as MLA writes it: months longer than four letters are cut.</summary>
    public static string Mla(DateOnly day)
    {
        var month = day.Month switch
        {
            5 or 6 or 7 => day.ToString("MMMM", CultureInfo.InvariantCulture),
            9 => "Sept.",
            _ => day.ToString("MMM", CultureInfo.InvariantCulture) + ".",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month} {day.Year}");
    }

    /// <summary><c>2023, November 29</c>, as APA writes it between brackets; less when less is known: <c>ca. 1925</c>, <c>1923–1930</c>.</summary>
    public static string Apa(CitedDocument cited, DateOnly day) =>
        (cited.IsAbout ? "ca. " : "")
        + day.ToString(cited.DateParts switch { 1 => "yyyy", 2 => "yyyy, MMMM", _ => "yyyy, MMMM d" }, CultureInfo.InvariantCulture)
        + (cited.LastYear is { } last ? string.Create(CultureInfo.InvariantCulture, $"–{last}") : "");
}
