using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>The values of <c>date:</c>, <c>before:</c>, <c>after:</c> and <c>added:</c>.</summary>
internal static class DateReader
{
    private const string Within = "within:";

    /// <summary>Days from the first to the last, in words; a null end is open.</summary>
    private sealed record Range(DateOnly? First, DateOnly? Last, string Words);

    /// <summary>The node for a token; null when its value is not a date.</summary>
    public static QueryNode? Read(QueryToken token, ReadingContext context)
    {
        var value = Clean(token.Value);
        return token.Text switch
        {
            FieldNames.Before => ReadBefore(value, token, context),
            FieldNames.After => ReadAfter(value, token, context),
            FieldNames.Added => ReadAdded(value, token, context),
            _ => ReadDate(value, token, context),
        };
    }

    /// <summary>
    /// Whether a word typed without a field can only be a date: a day, a month, or a range with <c>..</c> between two dates.
    /// </summary>
    public static bool IsUnmistakable(string word)
    {
        var dots = word.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? IsDayOrMonth(word) : IsPlain(word[..dots]) && IsPlain(word[(dots + 2)..]);
    }

    private static bool IsPlain(string word) => IsYear(word) || IsDayOrMonth(word);

    private static bool IsYear(string word) => word.Length == 4 && !word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsDayOrMonth(string word) =>
        word.Length is 7 or 10 && word[4] == '-' && IsYear(word[..4])
        && word.All(static c => char.IsAsciiDigit(c) || c == '-') && Edtf.TryParse(word, out _, out _);

    private static QueryNode? ReadDate(string value, QueryToken token, ReadingContext context)
    {
        if (value is "none" or "undated" or "unknown")
        {
            return new QueryNode.Undated { Source = token.Source };
        }

        var isWithin = value.StartsWith(Within, StringComparison.Ordinal);
        var range = ReadRange(isWithin ? value[Within.Length..] : value, token, context);
        return range is null
            ? null
            : new QueryNode.DateRange(range.First, range.Last, isWithin ? DateRelation.Within : DateRelation.Overlaps, range.Words)
            {
                Source = token.Source,
            };
    }

    private static QueryNode.DateRange? ReadBefore(string value, QueryToken token, ReadingContext context) =>
        ReadRange(value, token, context) is { First: { } first } range && first > DateOnly.MinValue
            ? new QueryNode.DateRange(null, first.AddDays(-1), DateRelation.Overlaps, "before " + range.Words) { Source = token.Source }
            : null;

    private static QueryNode.DateRange? ReadAfter(string value, QueryToken token, ReadingContext context) =>
        ReadRange(value, token, context) is { Last: { } last } range && last < DateOnly.MaxValue
            ? new QueryNode.DateRange(last.AddDays(1), null, DateRelation.Overlaps, "after " + range.Words) { Source = token.Source }
            : null;

    private static QueryNode.Added? ReadAdded(string value, QueryToken token, ReadingContext context)
    {
        var range = Relative(value, context.Today) ?? ReadRange(value, token, context);
        return range is null ? null : new QueryNode.Added(range.First, range.Last, range.Words) { Source = token.Source };
    }

    /// <summary>So many days up to today, which is one of them.</summary>
    private static Range? Relative(string value, DateOnly today)
    {
        DateOnly? first = value switch
        {
            "today" => today,
            "yesterday" => Back(today, 1),
            "last-week" => Back(today, 6),
            "last-month" => today > DateOnly.MinValue.AddMonths(1) ? today.AddMonths(-1).AddDays(1) : DateOnly.MinValue,
            "last-year" => today > DateOnly.MinValue.AddYears(1) ? today.AddYears(-1).AddDays(1) : DateOnly.MinValue,
            _ => LastDays(value) is { } days ? Back(today, Math.Max(0, days - 1)) : null,
        };
        if (first is not { } start)
        {
            return null;
        }

        var last = value == "yesterday" ? start : today;
        var words = value.Replace('-', ' ');
        return new Range(start, last, start == last ? $"{words} ({Say(start)})" : $"{words} ({Say(start)} to {Say(last)})");
    }

    /// <summary>The value that says a time in words as counted from a day, such as <c>last-week</c>, which is another time tomorrow; null for a time with dates of its own.</summary>
    /// <param name="words">As in <see cref="QueryNode.Added.Words"/>.</param>
    public static string? RelativeIn(string words)
    {
        var bracket = words.IndexOf(" (", StringComparison.Ordinal);
        var value = bracket < 0 ? "" : words[..bracket].Replace(' ', '-');
        return Relative(value, DateOnly.MaxValue) is null ? null : value;
    }

    private static int? LastDays(string value) =>
        value.StartsWith("last-", StringComparison.Ordinal) && value.EndsWith("-days", StringComparison.Ordinal)
        && value.Length > "last--days".Length
        && int.TryParse(value.AsSpan(5, value.Length - 10), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : null;

    private static DateOnly Back(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - days));

    private static string Say(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static Range? ReadRange(string value, QueryToken token, ReadingContext context)
    {
        var text = Unbracket(value, token, context);
        if (text == "..")
        {
            return new Range(null, null, "any date");
        }

        return Split(text) is var (from, to) ? Between(from, to, value, token, context) : Single(text);
    }

    private static Range? Single(string text)
    {
        if (text.Length == 5 && IsYear(text[..4]) && text[3] == '0' && text[4] == 's')
        {
            return Edtf.TryParse(text[..3] + "X", out var decade, out _) ? new Range(decade.First, decade.Last, "the " + text) : null;
        }

        return Edtf.TryParse(text, out var date, out _) ? new Range(date.First, date.Last, date.InWords) : null;
    }

    private static Range? Between(string from, string to, string value, QueryToken token, ReadingContext context)
    {
        if (!TryReadEnd(from, out var start) || !TryReadEnd(to, out var end))
        {
            return null;
        }

        if (start is not null && end is not null && (start.First > end.First || start.Last > end.Last))
        {
            context.Report(QueryProblems.ReversedRange(value, token.ValueSource));
            (start, end) = (end, start);
        }

        return (start, end) switch
        {
            (null, null) => new Range(null, null, "any date"),
            (null, _) => new Range(null, end.Last, end.Words + " or before"),
            (_, null) => new Range(start.First, null, start.Words + " or after"),
            _ when IsYear(start.Words) && IsYear(end.Words) => new Range(start.First, end.Last, $"{start.Words}–{end.Words}"),
            _ => new Range(start.First, end.Last, $"{start.Words} to {end.Words}"),
        };
    }

    private static bool TryReadEnd(string text, out Range? end)
    {
        end = text is "" or "*" or ".." ? null : Single(text);
        return end is not null || text is "" or "*" or "..";
    }

    /// <summary>The two ends of <c>A..B</c>, <c>A TO B</c>, <c>A/B</c>, <c>1914–1923</c> and <c>1914-1923</c>; null for a single date.</summary>
    private static (string From, string To)? Split(string text)
    {
        foreach (var sign in new[] { " to ", "..", "–", "—", "/" })
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at >= 0 && !(sign == ".." && text.Contains('/', StringComparison.Ordinal)))
            {
                return (text[..at].Trim(), text[(at + sign.Length)..].Trim());
            }
        }

        return text.Length == 9 && text[4] == '-' && IsYear(text[..4]) && IsYear(text[5..]) ? (text[..4], text[5..]) : null;
    }

    private static string Unbracket(string value, QueryToken token, ReadingContext context)
    {
        if (value.AsSpan().ContainsAny('{', '}'))
        {
            context.Report(QueryProblems.ExclusiveRange(token.ValueSource));
        }

        return value.Trim('[', ']', '{', '}', ' ');
    }

    /// <summary>Lower case but for the X of EDTF, without punctuation that ends a sentence.</summary>
    private static string Clean(string value)
    {
        var text = value.Trim().ToLowerInvariant().TrimEnd(',', ';');
        text = text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text;
        return text.Replace('x', 'X');
    }
}
