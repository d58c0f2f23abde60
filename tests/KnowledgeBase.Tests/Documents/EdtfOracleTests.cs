using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Documents;

/// <summary>Compares with the npm package "edtf"; how its answers were made is in <c>tests/Fixtures/edtf/generate.mjs</c>.</summary>
public sealed class EdtfOracleTests
{
    private static readonly IReadOnlyList<Answer> Answers =
    [
        .. File.ReadLines(Repository.PathOf("tests/Fixtures/edtf/expressions.jsonl"))
            .Select(static line => JsonSerializer.Deserialize<Answer>(line, JsonSerializerOptions.Web)!),
    ];

    [Fact]
    public void First_and_last_day_agree_with_the_independent_implementation()
    {
        var compared = 0;
        foreach (var answer in Answers.Where(static answer => answer.Read && !IsOutsideOurLevels(answer.Expression)))
        {
            Assert.True(Edtf.TryParse(answer.Expression, out var date, out var problem), $"{answer.Expression}: {problem}");
            Assert.Equal(
                (answer.Expression, Bound(answer, answer.First, isLast: false), Bound(answer, answer.Last, isLast: true)),
                (answer.Expression, date.StatedFirst, date.StatedLast));
            compared++;
        }

        Assert.True(compared > 4000, $"Only {compared} expressions were compared.");
    }

    [Fact]
    public void What_the_independent_implementation_refuses_is_refused()
    {
        var compared = 0;
        foreach (var answer in Answers.Where(static answer => !answer.Read && !WeReadMore(answer.Expression)))
        {
            Assert.False(Edtf.TryParse(answer.Expression, out _, out _), answer.Expression);
            compared++;
        }

        Assert.True(compared > 400, $"Only {compared} expressions were compared.");
    }

    /// <summary>
    /// The package calls the quarters of the year seasons; ours are the seasons of the calendar, two months later.
    /// </summary>
    private static DateOnly? Bound(Answer answer, string? day, bool isLast)
    {
        if (day is null)
        {
            return null;
        }

        var bound = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return answer.Type != "Season" ? bound : isLast ? bound.AddDays(1).AddMonths(2).AddDays(-1) : bound.AddMonths(2);
    }

    /// <summary>
    /// What the package reads and the archive refuses: a part of a date marked or unspecified on its own and the quarters and
    /// halves of a year (level 2), decades of three digits (a proposal that is not in the standard), the years before 1, dates
    /// without any day, and a number of five or more digits, which the package takes for milliseconds.
    /// </summary>
    private static bool IsOutsideOurLevels(string expression) =>
        Regex.IsMatch(expression, @"[?~%][-\d]|(^|[-/])[?~%]")
        || Regex.IsMatch(expression, @"X\d|X[-](?!X)")
        || Regex.IsMatch(expression, @"^\d{4}-(2[5-9]|3\d|4[01])$")
        || Regex.IsMatch(expression, @"^-?\d{3}[?~%]?$|^\d{5,}$|^-")
        || Regex.IsMatch(expression, @"(^|/)(0000|000X|00XX)|^9999-24$")
        || Regex.IsMatch(expression, @"^[./]*$");

    /// <summary>
    /// What the archive reads and the package refuses: seasons as ends of intervals, and intervals whose ends share their first
    /// day or overlap (a month in a year).
    /// </summary>
    private static bool WeReadMore(string expression) =>
        Regex.IsMatch(expression, @"^(\d{4}.*)?/\d{4}-2[1-4]$")
        || Regex.IsMatch(expression, @"^(\d{4})[-\d]*/\1[-\d]*[?~%]?$");

    private sealed record Answer(string Expression, bool Read, string? Type, string? First, string? Last);
}
