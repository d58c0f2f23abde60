using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Cli.Commands;
using KnowledgeBase.Exporting;
using KnowledgeBase.Quotations.Kwic;

namespace KnowledgeBase.Cli.Output;

/// <summary>What is counted over a concordance, in the format that was asked for.</summary>
internal static class ConcordanceTables
{
    private static readonly string[] OfEveryRow = ["query", "searched as", "notes", "filters", "exported", "index"];

    /// <summary>Writes the words that stand near.</summary>
    public static void Write(
        Terminal terminal, ImmutableArray<Collocate> collocates, ConcordanceArguments arguments, ExportNote note, string indexVersion)
    {
        if (arguments.Format is LineFormat.Text)
        {
            new ConcordanceText(terminal, arguments.Width).Write(collocates);
            return;
        }

        WriteRows(terminal, arguments.Format, collocates, ["word", "near", "in all", "log-likelihood"], static one =>
            [one.Word, Exact(one.Near), Exact(one.InAll), one.LogLikelihood.ToString("0.######", CultureInfo.InvariantCulture)], note, indexVersion);
    }

    /// <summary>Writes the counts by year.</summary>
    public static void Write(
        Terminal terminal, ImmutableArray<YearCount> years, ConcordanceArguments arguments, ExportNote note, string indexVersion)
    {
        if (arguments.Format is LineFormat.Text)
        {
            new ConcordanceText(terminal, arguments.Width).Write(years);
            return;
        }

        WriteRows(terminal, arguments.Format, years, ["year", "lines", "words", "per 10,000 words"], static year =>
            [year.Year, Exact(year.Lines), Exact(year.Words), year.PerTenThousand?.ToString("0.######", CultureInfo.InvariantCulture) ?? ""], note, indexVersion);
    }

    private static string Exact(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteRows<T>(
        Terminal terminal, LineFormat format, ImmutableArray<T> rows, string[] head, Func<T, string[]> cells, ExportNote note, string indexVersion)
    {
        if (format is LineFormat.Jsonl)
        {
            foreach (var row in rows)
            {
                JsonOutput.WriteLine(terminal, row);
            }

            return;
        }

        var delimited = format is LineFormat.Csv ? DelimitedFormat.Csv : DelimitedFormat.Tsv;
        terminal.Out.Write(DelimitedText.Row(delimited, [.. head, .. OfEveryRow]));
        foreach (var row in rows)
        {
            terminal.Out.Write(DelimitedText.Row(delimited, [.. cells(row), note.Query, note.SearchedAs, note.Notes, note.Filters, note.ExportedAt, indexVersion]));
        }
    }
}
