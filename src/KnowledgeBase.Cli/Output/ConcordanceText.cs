using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Quotations.Kwic;

namespace KnowledgeBase.Cli.Output;

/// <summary>Concordance lines for reading: what matched stands in one column.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="width">Characters to either side.</param>
internal sealed class ConcordanceText(Terminal terminal, int width)
{
    private const int PlaceWidth = 20;

    private readonly Style _style = Style.For(terminal);

    /// <summary>Writes a line.</summary>
    public void Write(ConcordanceLine line)
    {
        var place = Printable.OneLine(string.Create(CultureInfo.InvariantCulture, $"{line.Id} ¶{line.ParagraphNumber}")).PadRight(PlaceWidth);
        var (left, right) = (Letters(Printable.OneLine(line.Left)), Letters(Printable.OneLine(line.Right)));
        var before = string.Concat(left.TakeLast(width));
        var indent = new string(' ', Math.Max(0, width - left.Count));
        terminal.Out.WriteLine($"{_style.AsFaint(place)} {indent}{before}{Marked(line)}{string.Concat(right.Take(width))}");
    }

    /// <summary>Writes the words that stand near.</summary>
    public void Write(ImmutableArray<Collocate> collocates) => WriteTable(
        ["word", "near", "in all", "log-likelihood"],
        [.. collocates.Select(static one => new[] { Printable.OneLine(one.Word), Number(one.Near), Number(one.InAll), Number(one.LogLikelihood) })]);

    /// <summary>Writes the counts by year.</summary>
    public void Write(ImmutableArray<YearCount> years) => WriteTable(
        ["year", "lines", "per 10,000 words"],
        [.. years.Select(static year => new[] { year.Year, Number(year.Lines), year.PerTenThousand is { } rate ? Number(rate) : "" })]);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Letters with their accents: what takes up one column each in most scripts.</summary>
    private static List<string> Letters(string text)
    {
        var letters = new List<string>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            letters.Add(text.Substring(at, length));
            at += length;
        }

        return letters;
    }

    private string Marked(ConcordanceLine line)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var mark in line.Marks)
        {
            marked.Append(Printable.OneLine(line.Keyword[at..mark.Start]))
                .Append(_style.Mark).Append(Printable.OneLine(mark.In(line.Keyword))).Append(_style.End);
            at = mark.End;
        }

        return marked.Append(Printable.OneLine(line.Keyword[at..])).ToString();
    }

    /// <summary>The first column to the left, numbers to the right.</summary>
    private void WriteTable(string[] head, string[][] rows)
    {
        var widths = head.Select((name, i) => rows.Select(row => row[i].Length).Append(name.Length).Max()).ToArray();
        string Line(string[] cells) => string.Join("  ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])));

        terminal.Out.WriteLine(_style.AsTitle(Line(head)));
        foreach (var row in rows)
        {
            terminal.Out.WriteLine(Line(row));
        }
    }
}
