using System.Buffers;
using System.Text;

namespace KnowledgeBase.Exporting;

/// <summary>How the cells of a row are separated.</summary>
public enum DelimitedFormat
{
    /// <summary>Commas and quotation marks, lines end in CR LF: RFC 4180.</summary>
    Csv,

    /// <summary>Tabs; a tab or line end inside a cell becomes a space.</summary>
    Tsv,
}

/// <summary>Writes rows that spreadsheets open without doing anything of their own.</summary>
public static class DelimitedText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n;\t");

    /// <summary>One row with its line end.</summary>
    public static string Row(DelimitedFormat format, IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return format is DelimitedFormat.Csv
            ? string.Join(',', cells.Select(static cell => Quoted(Harmless(cell)))) + "\r\n"
            : string.Join('\t', cells.Select(static cell => OneLine(Harmless(cell)))) + "\n";
    }

    /// <summary>
    /// The cell, with an apostrophe before it when a spreadsheet would take it for a formula.
    /// </summary>
    /// <remarks>SECURITY: a text such as <c>=HYPERLINK(…)</c> in an archived document must not run in a reader's spreadsheet.</remarks>
    public static string Harmless(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var visible = cell.AsSpan().TrimStart();
        var isFormula = visible.Length > 0 && visible[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        return isFormula || (cell.Length > 0 && cell[0] is '\t' or '\r' or '\n') ? "'" + cell : cell;
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(NeedQuotes)
        ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
        : cell;

    private static string OneLine(string cell)
    {
        var line = new StringBuilder(cell.Length);
        foreach (var c in cell)
        {
            line.Append(c is '\t' or '\r' or '\n' ? ' ' : c);
        }

        return line.ToString();
    }
}
