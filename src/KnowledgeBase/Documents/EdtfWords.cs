using System.Globalization;

namespace KnowledgeBase.Documents;

/// <summary>Says an EDTF expression in English.</summary>
internal static class EdtfWords
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>A single date, such as <c>about 1914 (1913–1915)</c>.</summary>
    public static string Of(EdtfPoint point) => Name(point) + Width(point);

    /// <summary>An interval, such as <c>3 September 1923 to 7 September 1923</c>.</summary>
    /// <param name="from">Its start; null when open or unknown.</param>
    /// <param name="start">The start as written: tells open from unknown.</param>
    /// <param name="to">Its end; null when open or unknown.</param>
    /// <param name="end">The end as written.</param>
    public static string Of(EdtfPoint? from, string start, EdtfPoint? to, string end) => (from, to) switch
    {
        (null, not null) when start == ".." => $"{Of(to)} or before",
        (null, not null) => $"until {Of(to)}, beginning not known",
        (not null, null) when end == ".." => $"{Of(from)} or after",
        (not null, null) => $"from {Of(from)}, end not known",
        _ => $"{Of(from!)} to {Of(to!)}",
    };

    private static string Name(EdtfPoint point)
    {
        var name = (point.IsApproximate ? "about " : "") + Plain(point);
        var missing = point switch
        {
            { MonthIsUnspecified: true, DayIsUnspecified: true } => ", month and day not known",
            { MonthIsUnspecified: true } => ", month not known",
            { DayIsUnspecified: true } => ", day not known",
            _ => "",
        };
        return name + missing + (point.IsUncertain ? ", uncertain" : "");
    }

    private static string Plain(EdtfPoint point) => point.Unit switch
    {
        EdtfUnit.Day => point.First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        EdtfUnit.Month => point.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        EdtfUnit.Season => $"{Seasons[point.Month!.Value - 21]} {point.Year}",
        _ when !point.Year.Contains('X', StringComparison.Ordinal) => point.Year,
        _ when point.Year.IndexOf('X', StringComparison.Ordinal) == 3 => $"some year of the {point.Year[..3]}0s",
        _ => $"some year from {point.First.Year:D4} to {point.Last.Year:D4}",
    };

    private static string Width(EdtfPoint point)
    {
        if (!point.IsApproximate)
        {
            return "";
        }

        var format = point.Unit switch
        {
            EdtfUnit.Year => "yyyy",
            EdtfUnit.Day => "d MMMM yyyy",
            _ => "MMMM yyyy",
        };
        var first = point.SearchedFirst.ToString(format, CultureInfo.InvariantCulture);
        var last = point.SearchedLast.ToString(format, CultureInfo.InvariantCulture);
        return $" ({first}–{last})";
    }
}
