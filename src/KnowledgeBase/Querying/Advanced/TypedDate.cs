using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>Reads a date as people write it into a form: a year, a decade, a season, a month or a day.</summary>
/// <remarks>
/// <c>1923</c>, <c>1920s</c>, <c>September 1923</c>, <c>1923-09</c>, <c>3 September 1923</c>, <c>Sept. 3, 1923</c>, <c>3.9.1923</c>,
/// <c>spring 1923</c>, and each with <c>c.</c> or <c>about</c> before it. Where day and month could be exchanged it asks instead of guessing.
/// </remarks>
public static partial class TypedDate
{
    private const string Accepted = "write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.";

    private static readonly FrozenDictionary<string, int> Seasons = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["spring"] = 21,
        ["summer"] = 22,
        ["autumn"] = 23,
        ["fall"] = 23,
        ["winter"] = 24,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a date. Never throws.</summary>
    /// <param name="typed">Any text.</param>
    /// <param name="date">As it stands after <c>date:</c>, such as <c>1923-09</c>, with <c>~</c> behind it for "about"; null when it is no date.</param>
    /// <param name="problem">What is wrong and what would do; null when it is a date.</param>
    public static bool TryRead(string typed, [NotNullWhen(true)] out string? date, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(typed);
        (date, problem) = (null, null);
        var shown = Shorten(typed);
        var text = Spaces().Replace(TypedText.Of(typed.Length > 200 ? typed[..200] : typed).Text.ToLowerInvariant(), " ").Trim();
        var bare = AboutBefore().Replace(text, "");
        var isAbout = bare != text || text.EndsWith('~') || text.EndsWith('%');
        bare = bare.TrimEnd('~', '?', '%', ' ', ',', ';');
        bare = bare.StartsWith("the ", StringComparison.Ordinal) ? bare[4..] : bare;
        if (Range().IsMatch(bare) || (bare.Contains('/', StringComparison.Ordinal) && Edtf.TryParse(bare, out _, out _)))
        {
            problem = $"“{shown}” has two dates; write the first into “From” and the second into “To”.";
            return false;
        }

        var found = Candidate(bare, out var ambiguous);
        if (ambiguous is not null)
        {
            problem = $"“{shown}” can be {ambiguous}; write the month as a word.";
            return false;
        }

        var expression = found is null ? null : isAbout ? Decade().Replace(found, "$1X") + "~" : found;
        if (expression is null || FormQuery.Read("date:" + expression) is not QueryNode.DateRange)
        {
            problem = found is null ? $"“{shown}” is not a date; {Accepted}" : $"There is no {shown} in the calendar; {Accepted}";
            return false;
        }

        date = expression;
        return true;
    }

    /// <summary>The text as EDTF or a decade; null when it looks like no date. Days that do not exist are not noticed.</summary>
    private static string? Candidate(string text, out string? ambiguous)
    {
        ambiguous = null;
        if (Decade().Match(text) is { Success: true } decade)
        {
            return decade.Value;
        }

        if (Edtf.TryParse(text.Replace('x', 'X'), out _, out _))
        {
            return text.Replace('x', 'X');
        }

        return YearFirst().Match(text) is { Success: true } first ? Iso(first)
            : DayFirst().Match(text) is { Success: true } last ? Numeric(last, out ambiguous)
            : MonthAndYear().Match(text) is { Success: true } month ? Iso(month)
            : InWords(text);
    }

    /// <summary>Days first, as most of the world writes; with slashes some write the month first.</summary>
    private static string Numeric(Match match, out string? ambiguous)
    {
        var (one, other) = (Number(match.Groups["one"]), Number(match.Groups["other"]));
        ambiguous = null;
        if (match.Groups["sign"].Value != "/" || one == other)
        {
            return Iso(match.Groups["year"].Value, other, one);
        }

        if (one is >= 1 and <= 12 && other is >= 1 and <= 12)
        {
            ambiguous = $"{one} {MonthName(other)} or {other} {MonthName(one)}";
        }

        return other > 12 ? Iso(match.Groups["year"].Value, one, other) : Iso(match.Groups["year"].Value, other, one);
    }

    private static string? InWords(string text)
    {
        var match = Words().Match(text);
        if (!match.Success || match.Groups["day"].Captures.Count > 1)
        {
            return null;
        }

        var year = match.Groups["year"].Value;
        var name = match.Groups["name"].Value;
        var day = match.Groups["day"].Success ? Number(match.Groups["day"]) : (int?)null;
        if (Seasons.TryGetValue(name, out var season))
        {
            return day is null ? Iso(year, season, null) : null;
        }

        return name.Length >= 3 && Enumerable.Range(1, 12).FirstOrDefault(month => IsName(name, month)) is > 0 and var found
            ? Iso(year, found, day)
            : null;
    }

    private static bool IsName(string name, int month) =>
        MonthName(month).StartsWith(name, StringComparison.OrdinalIgnoreCase) || (month == 9 && name == "sept");

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static string Iso(Match match) => Iso(
        match.Groups["year"].Value, Number(match.Groups["month"]), match.Groups["day"].Success ? Number(match.Groups["day"]) : null);

    private static string Iso(string year, int month, int? day) => string.Create(
        CultureInfo.InvariantCulture, $"{year}-{month:00}{(day is { } number ? $"-{number:00}" : "")}");

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Trim() is var trimmed && trimmed.Length > 40 ? trimmed[..40] + "…" : trimmed;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(about|around|approximately|circa|ca\.?|c\.?) ?(?=[a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AboutBefore();

    [GeneratedRegex(@"\.\.|[0-9]{4} ?[–—] ?[0-9]|^[0-9]{4} ?- ?[0-9]{4}$|[0-9] to |[0-9]{4}/[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})([-/.](?<day>[0-9]{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<one>[0-9]{1,2})(?<sign>[./-]) ?(?<other>[0-9]{1,2})\k<sign> ?(?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<month>[0-9]{1,2})[/.](?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(
        @"^((?<day>[0-9]{1,2})(st|nd|rd|th|\.)? (of )?)?(?<name>[a-z]+)\.?,? ((?<day>[0-9]{1,2})(st|nd|rd|th)?,? )?(?<year>[0-9]{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^([0-9]{3})0s$", RegexOptions.CultureInvariant)]
    private static partial Regex Decade();
}
