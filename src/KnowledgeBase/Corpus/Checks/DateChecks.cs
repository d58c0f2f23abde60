using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Reports dates that contradict the front matter.</summary>
/// <remarks>
/// A text names many dates, most of them of something else, so the rules are conservative:
/// (1) a year or full day in <c>date</c> lies outside what <c>edtf</c> covers: an error when it names no year or day inside, a note
/// when it does (<c>1898 (also given as 1889)</c>);
/// (2) note: <c>edtf</c> is known to the day, and the text names the same day and month only in another year, a year that differs
/// in one digit or has two digits exchanged, as in a slip of the pen;
/// (3) note: neither title, summary, <c>date</c> nor text names any year that <c>edtf</c> covers.
/// </remarks>
internal static class DateChecks
{
    public static IEnumerable<CorpusFinding> Check(CheckedDocument document)
    {
        var metadata = document.Metadata;
        if (metadata.Date.Edtf is not { } edtf || !Edtf.TryParse(edtf, out var date, out _))
        {
            yield break;
        }

        foreach (var finding in AsWritten(document, date))
        {
            yield return finding;
        }

        foreach (var finding in Slips(document, date))
        {
            yield return finding;
        }

        var words = $"{metadata.Title}\n{metadata.Summary}\n{metadata.Date.AsWritten}\n{document.Document.Text}";
        var years = TextDates.Years(words).ToList();
        if (years.Count > 0 && !years.Any(year => Covers(date.First, date.Last, year)))
        {
            yield return document.Note(
                "dates.year_not_named", document.LineOf("edtf"), $"edtf: {edtf} ({date.InWords}), but neither title, summary nor text names a year of it.");
        }
    }

    private static IEnumerable<CorpusFinding> AsWritten(CheckedDocument document, EdtfDate date)
    {
        var written = document.Metadata.Date.AsWritten;
        var days = TextDates.Days(written).Select(static found => (Words: Words(found.Day), First: found.Day, Last: found.Day));
        var years = TextDates.Years(written).Distinct()
            .Select(static year => (Words: Words(year), First: new DateOnly(year, 1, 1), Last: new DateOnly(year, 12, 31)));
        foreach (var named in new[] { days.ToList(), years.ToList() })
        {
            var outside = named.Where(found => found.Last < date.First || found.First > date.Last).ToList();
            foreach (var found in outside)
            {
                var message = $"date: \"{written}\" names {found.Words}, which lies outside edtf {date.Expression} ({date.InWords}).";
                yield return outside.Count == named.Count
                    ? document.Error("dates.as_written", document.LineOf("date"), message)
                    : document.Note("dates.also_written", document.LineOf("date"), message);
            }
        }
    }

    private static IEnumerable<CorpusFinding> Slips(CheckedDocument document, EdtfDate date)
    {
        var ends = date.Expression.Split('/').Where(static end => end.Count(static c => c == '-') == 2 && !end.Contains('X', StringComparison.Ordinal))
            .Select(static end => Edtf.TryParse(end, out var day, out _) ? day.StatedFirst : null).OfType<DateOnly>().Distinct().ToList();
        var named = TextDates.Days(document.Document.Text).ToList();
        foreach (var day in ends.Where(day => named.All(found => found.Day != day)))
        {
            foreach (var (other, at) in named.Where(found => found.Day.Month == day.Month && found.Day.Day == day.Day && IsSlip(found.Day.Year, day.Year)))
            {
                var line = document.Paragraphs.LastOrDefault(p => p.Paragraph.Span.Start <= at).Line;
                yield return document.Note(
                    "dates.other_year", line, $"The text names {Words(other)}, the front matter {Words(day)} (edtf {date.Expression}).");
            }
        }
    }

    /// <summary>One digit differs, or two neighbours are exchanged.</summary>
    private static bool IsSlip(int one, int other)
    {
        var (a, b) = (Words(one), Words(other));
        var different = Enumerable.Range(0, 4).Where(i => a[i] != b[i]).ToList();
        return different.Count == 1
            || (different.Count == 2 && different[1] == different[0] + 1 && a[different[0]] == b[different[1]] && a[different[1]] == b[different[0]]);
    }

    private static bool Covers(DateOnly? first, DateOnly? last, int year) => (first is null || first.Value.Year <= year) && (last is null || last.Value.Year >= year);

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Words(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
