using System.Globalization;

namespace KnowledgeBase.Evaluation;

/// <summary>One line of a run: a document at its place for one query.</summary>
/// <param name="Query">Id of the query.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Score">Higher is better; within one query scores never rise from one line to the next.</param>
public sealed record RunLine(string Query, string Document, double Score);

/// <summary>The file forms of the TREC conferences, so that <c>trec_eval</c> can check our figures and we can score other engines' runs.</summary>
public static class TrecFiles
{
    private const double MostRelevant = 1_000_000;
    private const int FewestColumns = 3;

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>
    /// Reads judgements: <c>query 0 document relevance</c>, or the three columns <c>query document relevance</c> with or without a
    /// header line. Columns are separated by blanks or tabs.
    /// </summary>
    /// <param name="reader">The text.</param>
    /// <param name="problems">Told of each line that has another form; such lines are passed over. Without it they end the reading.</param>
    /// <exception cref="FormatException">A line has another form; the message names its number.</exception>
    public static Judgments ReadJudgments(TextReader reader, Action<string>? problems = null)
    {
        var rows = new List<(string, string, int)>();
        foreach (var (number, columns) in Lines(reader))
        {
            if (columns.Length is not (3 or 4))
            {
                Report(problems, Odd(number, "three or four columns", columns.Length));
            }
            else if (double.TryParse(columns[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var relevance)
                && relevance == Math.Truncate(relevance) && Math.Abs(relevance) <= MostRelevant)
            {
                rows.Add((columns[0], columns[^2], (int)relevance));
            }
            else if (number > 1)
            {
                Report(problems, FormattableString.Invariant($"line {number}: '{columns[^1]}' is not a whole number"));
            }
        }

        return Judgments.Of(rows);
    }

    /// <summary>Writes judgements in four columns, queries and documents in ordinal order.</summary>
    public static void WriteJudgments(TextWriter writer, Judgments judgments)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(judgments);
        foreach (var query in judgments.ByQuery.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var (document, relevance) in query.Value.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Column(query.Key)} 0 {Column(document)} {relevance}\n"));
            }
        }
    }

    /// <summary>Reads a run: <c>query Q0 document rank score tag</c>, best first within each query, whatever order the lines have.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="problems">Told of each line that has another form; such lines are passed over. Without it they end the reading.</param>
    /// <remarks>
    /// Ordered as <c>trec_eval</c> does: by score, whatever the column of ranks says; ties keep the order of the lines. Of a document that
    /// a query has twice only the better place counts.
    /// </remarks>
    /// <exception cref="FormatException">A line has another form; the message names its number.</exception>
    public static IReadOnlyList<RunLine> ReadRun(TextReader reader, Action<string>? problems = null)
    {
        var lines = new List<RunLine>();
        foreach (var (number, columns) in Lines(reader))
        {
            if (columns.Length is not (5 or 6))
            {
                Report(problems, Odd(number, "six columns", columns.Length));
            }
            else if (double.TryParse(columns[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && !double.IsNaN(score))
            {
                lines.Add(new RunLine(columns[0], columns[2], score));
            }
            else
            {
                Report(problems, FormattableString.Invariant($"line {number}: '{columns[4]}' is not a score"));
            }
        }

        return
        [
            .. lines.GroupBy(static line => line.Query, StringComparer.Ordinal).SelectMany(static query => query
                .OrderByDescending(static line => line.Score)
                .DistinctBy(static line => line.Document, StringComparer.Ordinal)),
        ];
    }

    /// <summary>Writes a run, ranks from 1 within each query.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="lines">Best first within each query, the lines of one query together.</param>
    /// <param name="tag">Name of the run, without blanks.</param>
    /// <remarks>
    /// Where an order is not that of the scores (documents with all the words stand before those with some) a score is lowered until
    /// it is: <c>trec_eval</c> would otherwise sort the list again.
    /// </remarks>
    public static void WriteRun(TextWriter writer, IEnumerable<RunLine> lines, string tag)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(lines);
        var (query, rank, last) = ("", 0, 0f);
        foreach (var line in lines)
        {
            rank = rank > 0 && line.Query == query ? rank + 1 : 1;
            // Single precision, as trec_eval compares.
            last = rank == 1 ? (float)line.Score : Math.Min((float)line.Score, MathF.BitDecrement(last));
            query = line.Query;
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{Column(line.Query)} Q0 {Column(line.Document)} {rank} {last:R} {Column(tag)}\n"));
        }
    }

    private static IEnumerable<(int Number, string[] Columns)> Lines(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            // An id may hold blanks where tabs part the columns.
            var columns = line.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            columns = columns.Length >= FewestColumns ? columns : line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > 0)
            {
                yield return (number, columns);
            }
        }
    }

    /// <summary>Blanks part the columns, so an id has none; judgements and runs are written alike and still meet.</summary>
    private static string Column(string id) =>
        id.Any(char.IsWhiteSpace) ? string.Concat(id.Select(static c => char.IsWhiteSpace(c) ? '_' : c)) : id;

    private static void Report(Action<string>? problems, string problem)
    {
        if (problems is null)
        {
            throw new FormatException(problem);
        }

        problems(problem);
    }

    private static string Odd(int line, string expected, int found) =>
        FormattableString.Invariant($"line {line}: expected {expected}, found {found}");
}
