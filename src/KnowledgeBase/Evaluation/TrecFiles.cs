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
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>
    /// Reads judgements: <c>query 0 document relevance</c>, or the three columns <c>query document relevance</c> with or without a
    /// header line. Columns are separated by blanks or tabs.
    /// </summary>
    /// <exception cref="FormatException">A line has another form; the message names its number.</exception>
    public static Judgments ReadJudgments(TextReader reader)
    {
        var rows = new List<(string, string, int)>();
        foreach (var (number, columns) in Lines(reader))
        {
            if (columns.Length is not (3 or 4))
            {
                throw Bad(number, "three or four columns", columns.Length);
            }

            if (int.TryParse(columns[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var relevance))
            {
                rows.Add((columns[0], columns[^2], relevance));
            }
            else if (number > 1)
            {
                throw new FormatException(FormattableString.Invariant($"Line {number}: '{columns[^1]}' is not a whole number."));
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
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{query.Key} 0 {document} {relevance}\n"));
            }
        }
    }

    /// <summary>Reads a run: <c>query Q0 document rank score tag</c>, best first within each query, whatever order the lines have.</summary>
    /// <remarks>Ordered as <c>trec_eval</c> does: by score, whatever the column of ranks says; ties keep the order of the lines.</remarks>
    /// <exception cref="FormatException">A line has another form; the message names its number.</exception>
    public static IReadOnlyList<RunLine> ReadRun(TextReader reader)
    {
        var lines = new List<RunLine>();
        foreach (var (number, columns) in Lines(reader))
        {
            if (columns.Length is not (5 or 6))
            {
                throw Bad(number, "six columns", columns.Length);
            }

            if (!double.TryParse(columns[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var score))
            {
                throw new FormatException(FormattableString.Invariant($"Line {number}: '{columns[4]}' is not a score."));
            }

            lines.Add(new RunLine(columns[0], columns[2], score));
        }

        return [.. lines.GroupBy(static line => line.Query).SelectMany(static query => query.OrderByDescending(static line => line.Score))];
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
                CultureInfo.InvariantCulture, $"{line.Query} Q0 {line.Document} {rank} {last:R} {tag}\n"));
        }
    }

    private static IEnumerable<(int Number, string[] Columns)> Lines(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var columns = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > 0)
            {
                yield return (number, columns);
            }
        }
    }

    private static FormatException Bad(int line, string expected, int found) =>
        new(FormattableString.Invariant($"Line {line}: expected {expected}, found {found}."));
}
