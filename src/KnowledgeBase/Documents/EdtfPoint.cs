using System.Diagnostics.CodeAnalysis;

namespace KnowledgeBase.Documents;

/// <summary>What the smallest known part of a date is.</summary>
internal enum EdtfUnit
{
    Year,
    Season,
    Month,
    Day,
}

/// <summary>One date of an EDTF expression: a single date, or an end of an interval.</summary>
internal sealed record EdtfPoint
{
    /// <summary>The four characters of the year, <c>X</c> for an unspecified digit.</summary>
    public required string Year { get; init; }

    /// <summary>1 to 12, 21 to 24 for a season; null when not given or unspecified.</summary>
    public int? Month { get; init; }

    /// <summary>1 to 31; null when not given or unspecified.</summary>
    public int? Day { get; init; }

    /// <summary>Whether the month is written <c>XX</c>.</summary>
    public bool MonthIsUnspecified { get; init; }

    /// <summary>Whether the day is written <c>XX</c>.</summary>
    public bool DayIsUnspecified { get; init; }

    /// <summary>Whether it carries <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether it carries <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The smallest part that is known.</summary>
    public EdtfUnit Unit =>
        Day is not null ? EdtfUnit.Day
        : Month is null ? EdtfUnit.Year
        : Month >= FirstSeason ? EdtfUnit.Season
        : EdtfUnit.Month;

    /// <summary>First day it can mean.</summary>
    public DateOnly First => Unit switch
    {
        EdtfUnit.Year => new DateOnly(YearWith('0'), 1, 1),
        EdtfUnit.Season => new DateOnly(YearWith('0'), FirstMonthOfSeason, 1),
        _ => new DateOnly(YearWith('0'), Month!.Value, Day ?? 1),
    };

    /// <summary>Last day it can mean.</summary>
    public DateOnly Last => Unit switch
    {
        EdtfUnit.Year => new DateOnly(YearWith('9'), 12, 31),
        EdtfUnit.Season => EndOfMonth(AddMonths(new DateOnly(YearWith('9'), FirstMonthOfSeason, 1), 2)),
        EdtfUnit.Month => EndOfMonth(new DateOnly(YearWith('9'), Month!.Value, 1)),
        _ => First,
    };

    /// <summary>First day it is searched as: earlier than <see cref="First"/> when approximate.</summary>
    public DateOnly SearchedFirst => !IsApproximate ? First : Unit switch
    {
        EdtfUnit.Year => First.Year == 1 ? DateOnly.MinValue : First.AddYears(-1),
        EdtfUnit.Season or EdtfUnit.Month => AddMonths(First, -1),
        _ => First.DayNumber < WidthInDays ? DateOnly.MinValue : First.AddDays(-WidthInDays),
    };

    /// <summary>Last day it is searched as: later than <see cref="Last"/> when approximate.</summary>
    public DateOnly SearchedLast => !IsApproximate ? Last : Unit switch
    {
        EdtfUnit.Year => Last.Year == LastYear ? DateOnly.MaxValue : Last.AddYears(1),
        EdtfUnit.Season or EdtfUnit.Month => EndOfMonth(AddMonths(Last, 1)),
        _ => DateOnly.MaxValue.DayNumber - Last.DayNumber < WidthInDays ? DateOnly.MaxValue : Last.AddDays(WidthInDays),
    };

    private const int FirstSeason = 21;
    private const int LastSeason = 24;
    private const int LastYear = 9999;
    private const int WidthInDays = 7;

    /// <summary>Spring is March to May, as on the northern half of the earth, where the archive's events took place.</summary>
    private int FirstMonthOfSeason => ((Month!.Value - FirstSeason) * 3) + 3;

    private int YearWith(char digit) => int.Parse(
        Year.Replace('X', digit), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly EndOfMonth(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>Stops at the first and last month that a date can have.</summary>
    private static DateOnly AddMonths(DateOnly day, int months)
    {
        var month = Math.Clamp((day.Year * 12) + day.Month - 1 + months, 12, (LastYear * 12) + 11);
        var (year, monthOfYear) = (month / 12, (month % 12) + 1);
        return new DateOnly(year, monthOfYear, Math.Min(day.Day, DateTime.DaysInMonth(year, monthOfYear)));
    }

    /// <summary>Reads one date. Never throws.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out EdtfPoint? point, [NotNullWhen(false)] out string? problem)
    {
        point = null;
        problem = RefuseKnownShapes(text);
        if (problem is not null)
        {
            return false;
        }

        var mark = text.Length > 0 ? text[^1] : '\0';
        var isQualified = mark is '?' or '~' or '%';
        var parts = (isQualified ? text[..^1] : text).Split('-');
        problem = CheckYear(parts[0], text, parts.Length)
            ?? (parts.Length > 1 ? CheckMonth(parts, text) : null)
            ?? (parts.Length > 2 ? CheckDay(parts, text) : null);
        if (problem is not null)
        {
            return false;
        }

        point = new EdtfPoint
        {
            Year = parts[0],
            Month = parts.Length > 1 ? TwoDigits(parts[1]) : null,
            Day = parts.Length > 2 ? TwoDigits(parts[2]) : null,
            MonthIsUnspecified = parts.Length > 1 && parts[1] == "XX",
            DayIsUnspecified = parts.Length > 2 && parts[2] == "XX",
            IsUncertain = isQualified && mark is '?' or '%',
            IsApproximate = isQualified && mark is '~' or '%',
        };
        return true;
    }

    /// <summary>Valid EDTF that this archive does not read gets a reason of its own.</summary>
    private static string? RefuseKnownShapes(string text)
    {
        if (text.StartsWith('Y'))
        {
            return $"\"{text}\" is a year of more than four digits; years from 0001 to 9999 can be held.";
        }

        if (text.StartsWith('-'))
        {
            return $"\"{text}\" is a year before the year 1; years from 0001 to 9999 can be held.";
        }

        if (text.Contains('T', StringComparison.Ordinal))
        {
            return $"\"{text}\" has a time of day; write the day alone, such as 1923-09-03.";
        }

        return text.Length > 1 && text.AsSpan()[..^1].IndexOfAny("?~%") >= 0
            ? $"\"{text}\" marks a part of a date (EDTF level 2); ?, ~ or % stands once, at the end of the whole date, such as 1914-04~."
            : null;
    }

    private static string? CheckYear(string year, string whole, int parts)
    {
        var digits = year.TrimEnd('X');
        if (year.Length != 4 || digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return $"\"{whole}\" is not a date; write four digits for the year, such as 1923, 1923-09, 1923-09-03 or 192X.";
        }

        if (digits.All(static c => c == '0'))
        {
            return $"\"{whole}\" reaches to the year 0; years from 0001 to 9999 can be held.";
        }

        return digits.Length < 4 && parts > 1
            ? $"\"{whole}\" has a month in a year that is not known whole (EDTF level 2); write {year} alone."
            : null;
    }

    private static string? CheckMonth(string[] parts, string whole)
    {
        var (year, month) = (parts[0], parts[1]);
        if (month == "XX")
        {
            return parts.Length > 2 && parts[2] != "XX"
                ? $"\"{whole}\" has a day in an unknown month (EDTF level 2); write {year}-XX or {year}."
                : null;
        }

        switch (TwoDigits(month))
        {
            case >= 1 and <= 12:
                return null;
            case >= FirstSeason and <= LastSeason when parts.Length > 2:
                return $"\"{whole}\" has a day in a season; write {year}-{month} alone.";
            case 24 when year == "9999":
                return $"\"{whole}\" reaches beyond the year 9999; years from 0001 to 9999 can be held.";
            case >= FirstSeason and <= LastSeason:
                return null;
            case > LastSeason and <= 41:
                return $"\"{whole}\" has a part of the year of EDTF level 2; the seasons are 21 (spring), 22, 23 and 24 (winter).";
            default:
                return $"\"{whole}\" has no such month; write 01 to 12, 21 to 24 for a season, or XX.";
        }
    }

    private static string? CheckDay(string[] parts, string whole)
    {
        if (parts.Length > 3)
        {
            return $"\"{whole}\" is not a date; write year, month and day, such as 1923-09-03.";
        }

        if (parts[2] == "XX")
        {
            return null;
        }

        var (year, month) = (TwoDigits(parts[0][..2])!.Value * 100 + TwoDigits(parts[0][2..])!.Value, TwoDigits(parts[1])!.Value);
        var days = DateTime.DaysInMonth(year, month);
        return TwoDigits(parts[2]) is { } day && day >= 1 && day <= days
            ? null
            : $"\"{whole}\" has no such day; {parts[0]}-{parts[1]} has the days 01 to {days}, or write XX.";
    }

    private static int? TwoDigits(string text) =>
        text.Length == 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1])
            ? ((text[0] - '0') * 10) + (text[1] - '0')
            : null;
}
