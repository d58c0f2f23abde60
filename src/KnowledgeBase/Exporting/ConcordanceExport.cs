using System.Globalization;
using KnowledgeBase.Quotations.Kwic;

namespace KnowledgeBase.Exporting;

/// <summary>All lines of a concordance as a table, written as they are found.</summary>
public static class ConcordanceExport
{
    private static readonly string[] OfLine =
    [
        "left", "keyword", "right", "document", "title", "date", "edtf", "paragraph", "position", "address",
    ];

    private static readonly string[] Head = [.. OfLine, "query", "searched as", "notes", "filters", "exported", "index"];

    /// <summary>The end of a file's name and its media type.</summary>
    public static (string Extension, string MediaType) FileOf(DelimitedFormat format) => format is DelimitedFormat.Csv
        ? ("csv", "text/csv; charset=utf-8")
        : ("tsv", "text/tab-separated-values; charset=utf-8");

    /// <summary>Writes the lines.</summary>
    /// <returns>How many lines; neither the head counts nor the row that says there is no line.</returns>
    /// <param name="target">Where to.</param>
    /// <param name="lines">The lines in order.</param>
    /// <param name="format">The format.</param>
    /// <param name="note">What every row says of the search.</param>
    /// <param name="address">The permanent address of a line's paragraph.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    public static async Task<long> WriteAsync(
        TextWriter target,
        IAsyncEnumerable<ConcordanceLine> lines,
        DelimitedFormat format,
        ExportNote note,
        Func<ConcordanceLine, string> address,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(address);
        await target.WriteAsync(DelimitedText.Row(format, Head).AsMemory(), cancellationToken).ConfigureAwait(false);
        var written = 0L;
        await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var row = DelimitedText.Row(format, Cells(line, address(line), note));
            await target.WriteAsync(row.AsMemory(), cancellationToken).ConfigureAwait(false);
            written++;
        }

        if (written == 0)
        {
            await target.WriteAsync(DelimitedText.Row(format, Nothing(note)).AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return written;
    }

    private static string[] Cells(ConcordanceLine line, string address, ExportNote note) =>
    [
        line.Left, line.Keyword, line.Right, line.Id.Value, line.Title, line.Date.AsWritten, line.Date.Edtf ?? "",
        line.ParagraphNumber.ToString(CultureInfo.InvariantCulture), line.Position.ToString(CultureInfo.InvariantCulture),
        address, note.Query, note.SearchedAs, note.Notes, note.Filters, note.ExportedAt, line.IndexVersion,
    ];

    /// <summary>A row without a line, whose notes say that there is none.</summary>
    private static IEnumerable<string> Nothing(ExportNote note) =>
    [
        .. OfLine.Select(static _ => ""),
        note.Query, note.SearchedAs, $"{note.Notes} Nothing was found: no text of the archive has such a line.".TrimStart(), note.Filters,
        note.ExportedAt, "",
    ];
}
