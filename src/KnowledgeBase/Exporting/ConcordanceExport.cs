using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Exporting;

/// <summary>All lines of a concordance as a table, written as they are found.</summary>
public static class ConcordanceExport
{
    private static readonly string[] Head =
    [
        "left", "keyword", "right", "document", "title", "date", "edtf", "paragraph", "position", "address", "query", "searched as", "exported", "index",
    ];

    /// <summary>Writes the lines.</summary>
    /// <returns>How many lines, the head not counted.</returns>
    /// <param name="target">Where to.</param>
    /// <param name="documents">The documents in order; every place that matched is a line.</param>
    /// <param name="format">The format.</param>
    /// <param name="note">What every row says of the search.</param>
    /// <param name="address">The permanent address of a paragraph of a document.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    public static async Task<long> WriteAsync(
        TextWriter target,
        IAsyncEnumerable<DocumentMatches> documents,
        DelimitedFormat format,
        ExportNote note,
        Func<DocumentId, string, string> address,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(address);
        await target.WriteAsync(DelimitedText.Row(format, Head).AsMemory(), cancellationToken).ConfigureAwait(false);
        var written = 0L;
        await foreach (var found in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var line in ConcordanceLines.Of(found))
            {
                var cells = Cells(line, address(line.Id, line.ParagraphId), note, found.IndexVersion);
                await target.WriteAsync(DelimitedText.Row(format, cells).AsMemory(), cancellationToken).ConfigureAwait(false);
                written++;
            }
        }

        return written;
    }

    private static string[] Cells(ConcordanceLine line, string address, ExportNote note, string indexVersion) =>
    [
        line.Left, line.Keyword, line.Right, line.Id.Value, line.Title, line.Date.AsWritten, line.Date.Edtf ?? "",
        line.ParagraphNumber.ToString(CultureInfo.InvariantCulture), line.Position.ToString(CultureInfo.InvariantCulture),
        address, note.Query, note.SearchedAs, note.ExportedAt, indexVersion,
    ];
}
