using System.Diagnostics.CodeAnalysis;

namespace KnowledgeBase.Documents;

/// <summary>Reads the Extended Date/Time Format (ISO 8601-2), level 0 and 1, without times of day.</summary>
/// <remarks>
/// Dates, seasons (21 spring is March to May, 24 winter is December to February), unspecified digits from the right
/// (<c>192X</c>, <c>1923-XX</c>), <c>?</c> uncertain, <c>~</c> approximate, <c>%</c> both, intervals, open (<c>..</c>) and unknown
/// (nothing) ends. "About" is searched a year either side of a year, a month either side of a month or season, seven days either
/// side of a day: a rule of this archive, not of the standard.
/// </remarks>
public static class Edtf
{
    /// <summary>Longest expression that is looked at; the longest valid one has 23 characters.</summary>
    private const int LongestExpression = 64;

    /// <summary>Reads an expression. Never throws.</summary>
    /// <param name="text">The expression, without white space around it.</param>
    /// <param name="date">The date; null when the expression is not valid.</param>
    /// <param name="problem">What is wrong and what would do, as one sentence; null when the expression is valid.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out string? problem)
    {
        date = null;
        problem = Check(text);
        if (problem is not null)
        {
            return false;
        }

        var slash = text!.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? TryParseSingle(text, out date, out problem) : TryParseInterval(text, slash, out date, out problem);
    }

    private static string? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "An empty text is not a date; write for example 1923, 1923-09 or 1923-09-03, or leave the field away.";
        }

        if (text.Length > LongestExpression)
        {
            return $"A date has at most {LongestExpression} characters; write for example 1923-09-03/1923-09-07.";
        }

        if (text.AsSpan().IndexOfAny("{}[]") >= 0)
        {
            return $"\"{text}\" is a set of dates (EDTF level 2), which is not read; write an interval such as 1923/1925.";
        }

        return null;
    }

    private static bool TryParseSingle(
        string text, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out string? problem)
    {
        date = null;
        if (text == "..")
        {
            problem = "\"..\" names no day at either end; leave the field away for an undated document.";
            return false;
        }

        if (!EdtfPoint.TryParse(text, out var point, out problem))
        {
            return false;
        }

        date = new EdtfDate
        {
            Expression = text,
            First = point.SearchedFirst,
            Last = point.SearchedLast,
            StatedFirst = point.First,
            StatedLast = point.Last,
            InWords = EdtfWords.Of(point),
        };
        return true;
    }

    private static bool TryParseInterval(
        string text, int slash, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out string? problem)
    {
        date = null;
        var (start, end) = (text[..slash], text[(slash + 1)..]);
        if (end.Contains('/', StringComparison.Ordinal))
        {
            problem = $"\"{text}\" has more than one slash; an interval is from/to, such as 1923-09-03/1923-09-07.";
            return false;
        }

        if (!TryParseEnd(start, out var from, out problem) || !TryParseEnd(end, out var to, out problem))
        {
            return false;
        }

        if (from is null && to is null)
        {
            problem = $"\"{text}\" names no day at either end; leave the field away for an undated document.";
            return false;
        }

        if (from is not null && to is not null && (to.Last < from.First || to.First < from.First && to.Last < from.Last))
        {
            problem = $"\"{text}\" ends before it begins; write the earlier date first.";
            return false;
        }

        date = new EdtfDate
        {
            Expression = text,
            First = from?.SearchedFirst,
            Last = to?.SearchedLast,
            StatedFirst = from?.First,
            StatedLast = to?.Last,
            InWords = EdtfWords.Of(from, start, to, end),
        };
        return true;
    }

    /// <summary>An end that is open or unknown is valid and has no point.</summary>
    private static bool TryParseEnd(string text, out EdtfPoint? point, [NotNullWhen(false)] out string? problem)
    {
        point = null;
        problem = null;
        return text is "" or ".." || EdtfPoint.TryParse(text, out point, out problem);
    }
}
