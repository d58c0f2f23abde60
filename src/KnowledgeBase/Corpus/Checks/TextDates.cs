using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Finds the full dates and the years that a text names, in English, German, French and Spanish.</summary>
internal static partial class TextDates
{
    private static readonly string[][] MonthNames =
    [
        ["january", "jänner", "januar", "janvier", "enero"], ["february", "februar", "feber", "février", "febrero"],
        ["march", "märz", "mars", "marzo"], ["april", "avril", "abril"], ["may", "mai", "mayo"], ["june", "juni", "juin", "junio"],
        ["july", "juli", "juillet", "julio"], ["august", "août", "agosto"], ["september", "septembre", "septiembre"],
        ["october", "oktober", "octobre", "octubre"], ["november", "novembre", "noviembre"],
        ["december", "dezember", "décembre", "diciembre"],
    ];

    private static readonly FrozenDictionary<string, int> Months = MonthNames
        .SelectMany(static (names, month) => names.Select(name => (name, month: month + 1)))
        .ToFrozenDictionary(static pair => pair.name, static pair => pair.month, StringComparer.Ordinal);

    /// <summary>The days that a text names with day, month and year, with their places.</summary>
    public static IEnumerable<(DateOnly Day, int At)> Days(string text)
    {
        foreach (var match in DayFirst().Matches(text).Concat(MonthFirst().Matches(text)))
        {
            if (Months.TryGetValue(match.Groups["month"].Value.ToLowerInvariant(), out var month)
                && int.TryParse(match.Groups["year"].Value, CultureInfo.InvariantCulture, out var year) && year > 0
                && int.TryParse(match.Groups["day"].Value, CultureInfo.InvariantCulture, out var day)
                && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                yield return (new DateOnly(year, month, day), match.Index);
            }
        }
    }

    /// <summary>The years from 1000 to 2999 that a text names, those of decades (<c>1920s</c>, <c>1920er</c>) among them.</summary>
    public static IEnumerable<int> Years(string text) =>
        Year().Matches(text).Select(static match => int.Parse(match.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?(?<month>\p{L}+)\s+(?:de\s+|del\s+)?(?<year>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<month>\p{L}+)\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![\d.,])[12]\d{3}(?=s\b|er\b|\D|$)(?![.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
