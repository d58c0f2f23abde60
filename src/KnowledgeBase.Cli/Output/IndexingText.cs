using System.Globalization;
using KnowledgeBase.Indexing;

namespace KnowledgeBase.Cli.Output;

/// <summary>What an indexing run did, in words.</summary>
internal static class IndexingText
{
    /// <summary>The counts on one line.</summary>
    public static string Summary(IndexingReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Added} added, {report.Changed} changed, {report.Moved} moved, {report.Removed} removed, {report.Unchanged} unchanged, {report.Refused} refused");

    /// <summary>How many documents there are now, and how long it took.</summary>
    public static string Closing(IndexingReport report)
    {
        var speed = report.Bytes > 0 && report.Elapsed > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $" ({Printable.Bytes(report.Bytes)}, {report.Bytes / (1024.0 * 1024) / report.Elapsed.TotalSeconds:0.0} MiB/s)")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Printable.Count(report.Documents, "document", "documents")} in the index after {report.Elapsed.TotalSeconds:0.0} s{speed}.");
    }

    /// <summary>Tells what is wrong with which file, and what became of it.</summary>
    public static void TellProblems(Terminal terminal, IndexingReport report)
    {
        foreach (var problem in report.Problems)
        {
            terminal.Complain(Printable.OneLine(problem.ToString()));
        }

        if (report.Kept > 0)
        {
            terminal.Say($"{Printable.Count(report.Kept, "refused document stays", "refused documents stay")} searchable as last indexed.");
        }
    }
}
