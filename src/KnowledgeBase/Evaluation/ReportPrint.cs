using System.Globalization;
using System.Text;

namespace KnowledgeBase.Evaluation;

/// <summary>Reports and comparisons as tables of plain text.</summary>
public static class ReportPrint
{
    /// <summary>The means, and what they were measured on.</summary>
    public static string Print(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, $"collection  {report.Collection}: {report.Documents} documents, {report.Queries.Length} queries with an answer");
        Line(text, $"ranking     {report.Ranking}");
        Line(text, $"commit      {(report.Commit.Length > 0 ? report.Commit : "not known")}");
        Line(text, $"corpus      {(report.CorpusDigest.Length > 0 ? report.CorpusDigest : "not known")}");
        Line(text, $"seconds     {report.IndexSeconds:0.0} indexing, {report.SearchSeconds:0.0} searching");
        foreach (var (name, of) in Measures.All)
        {
            Line(text, $"{name,-11} {of(report.Means):0.0000}");
        }

        return text.ToString();
    }

    /// <summary>One line a query: its figures and what was asked.</summary>
    public static string PrintQueries(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        var shown = Measures.All.Where(static measure => !measure.Name.StartsWith('S')).ToList();
        Line(text, $"{string.Concat(shown.Select(static measure => $"{(measure.Name == "MAP" ? "AP" : measure.Name),-8}"))}query");
        foreach (var query in report.Queries)
        {
            foreach (var (_, of) in shown)
            {
                text.Append(CultureInfo.InvariantCulture, $"{of(query.Measures),-8:0.0000}");
            }

            Line(text, $"{query.Id}: {query.Text}");
        }

        return text.ToString();
    }

    /// <summary>Two rankings side by side.</summary>
    public static string Print(ReportComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new StringBuilder();
        Line(text, $"{comparison.Before} against {comparison.After}, {comparison.Queries} queries");
        Line(text, $"measure     before  after   change   better worse  p");
        foreach (var m in comparison.Measures)
        {
            Line(text, $"{m.Name,-11} {m.Before:0.0000}  {m.After:0.0000}  {m.After - m.Before:+0.0000;-0.0000}  {m.Wins,6} {m.Losses,5}  {m.P:0.0000}");
        }

        Line(text, $"most changed by nDCG@10:");
        foreach (var change in comparison.MostChanged)
        {
            Line(text, $"  {change.Before:0.0000} -> {change.After:0.0000}  {change.Id}: {change.Text}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
