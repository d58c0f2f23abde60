using System.Globalization;
using CsCheck;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tests.Documents;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("1923", "1923-01-01", "1923-12-31", "1923")]
    [InlineData("1923-09", "1923-09-01", "1923-09-30", "September 1923")]
    [InlineData("1924-02", "1924-02-01", "1924-02-29", "February 1924")]
    [InlineData("1923-09-03", "1923-09-03", "1923-09-03", "3 September 1923")]
    [InlineData("1923-09-03/1923-09-07", "1923-09-03", "1923-09-07", "3 September 1923 to 7 September 1923")]
    [InlineData("1914~", "1913-01-01", "1915-12-31", "about 1914 (1913–1915)")]
    [InlineData("1914%", "1913-01-01", "1915-12-31", "about 1914, uncertain (1913–1915)")]
    [InlineData("1923-09~", "1923-08-01", "1923-10-31", "about September 1923 (August 1923–October 1923)")]
    [InlineData("1924-03~", "1924-02-01", "1924-04-30", "about March 1924 (February 1924–April 1924)")]
    [InlineData("1923-09-03~", "1923-08-27", "1923-09-10", "about 3 September 1923 (27 August 1923–10 September 1923)")]
    [InlineData("1940?", "1940-01-01", "1940-12-31", "1940, uncertain")]
    [InlineData("192X", "1920-01-01", "1929-12-31", "some year of the 1920s")]
    [InlineData("192X~", "1919-01-01", "1930-12-31", "about some year of the 1920s (1919–1930)")]
    [InlineData("19XX", "1900-01-01", "1999-12-31", "some year from 1900 to 1999")]
    [InlineData("1XXX", "1000-01-01", "1999-12-31", "some year from 1000 to 1999")]
    [InlineData("1923-XX", "1923-01-01", "1923-12-31", "1923, month not known")]
    [InlineData("1923-XX-XX", "1923-01-01", "1923-12-31", "1923, month and day not known")]
    [InlineData("1923-02-XX", "1923-02-01", "1923-02-28", "February 1923, day not known")]
    [InlineData("../1914", null, "1914-12-31", "1914 or before")]
    [InlineData("/1914", null, "1914-12-31", "until 1914, beginning not known")]
    [InlineData("1956/..", "1956-01-01", null, "1956 or after")]
    [InlineData("1938/", "1938-01-01", null, "from 1938, end not known")]
    [InlineData("1914~/1923?", "1913-01-01", "1923-12-31", "about 1914 (1913–1915) to 1923, uncertain")]
    [InlineData("1923-21", "1923-03-01", "1923-05-31", "spring 1923")]
    [InlineData("1923-24", "1923-12-01", "1924-02-29", "winter 1923")]
    [InlineData("1923-22~", "1923-05-01", "1923-09-30", "about summer 1923 (May 1923–September 1923)")]
    [InlineData("1923-21/1923-23", "1923-03-01", "1923-11-30", "spring 1923 to autumn 1923")]
    [InlineData("0001~", "0001-01-01", "0002-12-31", "about 0001 (0001–0002)")]
    [InlineData("9999~", "9998-01-01", "9999-12-31", "about 9999 (9998–9999)")]
    [InlineData("9999-12~", "9999-11-01", "9999-12-31", "about December 9999 (November 9999–December 9999)")]
    [InlineData("0001-01-02~", "0001-01-01", "0001-01-09", "about 2 January 0001 (1 January 0001–9 January 0001)")]
    [InlineData("1923/1923-09", "1923-01-01", "1923-09-30", "1923 to September 1923")]
    public void An_expression_is_searched_as(string text, string? first, string? last, string words)
    {
        Assert.True(Edtf.TryParse(text, out var date, out var problem), problem);
        Assert.Equal((Day(first), Day(last), words, text), (date.First, date.Last, date.InWords, date.Expression));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("", "An empty text is not a date")]
    [InlineData("c. 1923", "write four digits for the year")]
    [InlineData("1923-9", "no such month")]
    [InlineData("1923-13", "no such month")]
    [InlineData("1923-00", "no such month")]
    [InlineData("1923-09-31", "1923-09 has the days 01 to 30")]
    [InlineData("1900-02-29", "1900-02 has the days 01 to 28")]
    [InlineData("1923-09-03-04", "write year, month and day")]
    [InlineData("1923-09-03T10:00:00Z", "time of day")]
    [InlineData("Y17000", "more than four digits")]
    [InlineData("-0043", "before the year 1")]
    [InlineData("0000", "the year 0")]
    [InlineData("000X", "the year 0")]
    [InlineData("XXXX", "write four digits for the year")]
    [InlineData("19X3", "write four digits for the year")]
    [InlineData("192X-09", "level 2")]
    [InlineData("1923-XX-03", "unknown month")]
    [InlineData("1923-21-03", "a day in a season")]
    [InlineData("1923-25", "the seasons are 21")]
    [InlineData("9999-24", "beyond the year 9999")]
    [InlineData("1923?-09", "at the end of the whole date")]
    [InlineData("1923~?", "at the end of the whole date")]
    [InlineData("[1923,1924]", "set of dates")]
    [InlineData("{1923..1924}", "set of dates")]
    [InlineData("..", "names no day at either end")]
    [InlineData("/", "names no day at either end")]
    [InlineData("../..", "names no day at either end")]
    [InlineData("1924/1923", "ends before it begins")]
    [InlineData("1923-09-07/1923-09-03", "ends before it begins")]
    [InlineData("1923/1924/1925", "more than one slash")]
    [InlineData("١٩٢٣", "write four digits for the year")]
    public void What_is_not_read_says_why(string text, string reason)
    {
        Assert.False(Edtf.TryParse(text, out var date, out var problem));
        Assert.Null(date);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_at_all_makes_it_throw() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789X-/.~?%TY[]"], 0, 30]).Sample(static text =>
        {
            var isDate = Edtf.TryParse(text, out var date, out var problem);
            return isDate
                ? date is not null && problem is null && !(date.First > date.Last) && !(date.StatedFirst < date.First)
                : date is null && problem!.Length > 0;
        });

    [Fact]
    public void The_archive_date_keeps_what_was_written()
    {
        Assert.True(Edtf.TryParse("1914~", out var date, out _));
        Assert.Equal(
            new ArchiveDate("c. 1914", "1914~", new DateOnly(1913, 1, 1), new DateOnly(1915, 12, 31)), date.ToArchiveDate("c. 1914"));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
