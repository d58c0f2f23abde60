using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KnowledgeBase.Citing;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Exporting;

/// <summary>The formats in which hits are exported.</summary>
public enum HitFormat
{
    /// <summary>A table: one row a document.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>RIS, for reference managers.</summary>
    Ris,

    /// <summary>BibTeX.</summary>
    BibTex,
}

/// <summary>Every document of a search, written as it is found, with its passages and where it comes from.</summary>
public static class HitExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string[] Head =
    [
        "rank", "document", "title", "type", "date", "edtf", "language", "status", "people", "places", "passages", "paragraphs", "matches",
        "address", "query", "searched as", "exported", "index",
    ];

    /// <summary>The end of a file's name and its media type.</summary>
    public static (string Extension, string MediaType) FileOf(HitFormat format) => format switch
    {
        HitFormat.Csv => ("csv", "text/csv; charset=utf-8"),
        HitFormat.JsonLines => ("jsonl", "application/jsonl; charset=utf-8"),
        HitFormat.Ris => ("ris", "application/x-research-info-systems; charset=utf-8"),
        _ => ("bib", "application/x-bibtex; charset=utf-8"),
    };

    /// <summary>Writes the documents.</summary>
    /// <returns>How many.</returns>
    /// <param name="target">Where to.</param>
    /// <param name="documents">The documents in order.</param>
    /// <param name="format">The format.</param>
    /// <param name="note">What the file says of the search.</param>
    /// <param name="cite">A document as citations need it, with its permanent address.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    public static async Task<long> WriteAsync(
        TextWriter target,
        IAsyncEnumerable<DocumentMatches> documents,
        HitFormat format,
        ExportNote note,
        Func<CorpusDocument, CitedDocument> cite,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(cite);
        if (format is HitFormat.Csv)
        {
            await target.WriteAsync(DelimitedText.Row(DelimitedFormat.Csv, Head).AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        var written = 0L;
        await foreach (var found in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var cited = WithNote(cite(found.Document), found, note);
            var text = format switch
            {
                HitFormat.Csv => DelimitedText.Row(DelimitedFormat.Csv, Cells(found, cited, note)),
                HitFormat.JsonLines => JsonSerializer.Serialize(Line(found, cited, note), Json) + "\n",
                HitFormat.Ris => CitationFiles.Ris(cited) + "\r\n",
                _ => CitationFiles.BibTex(cited) + "\n",
            };
            await target.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
            written++;
        }

        return written;
    }

    /// <summary>Reference managers show the note: how the document was found, and with which words.</summary>
    private static CitedDocument WithNote(CitedDocument cited, DocumentMatches found, ExportNote note)
    {
        var passages = string.Join(" … ", found.Hit.Passages.Select(static p => $"¶ {p.ParagraphNumber.ToString(CultureInfo.InvariantCulture)}: {p.Text}"));
        var how = $"Found with: {note.Query} ({note.ExportedAt}, index {found.IndexVersion}).";
        return cited with
        {
            TextNote = string.Join(' ', new[] { cited.TextNote, how, passages }.Where(static part => !string.IsNullOrEmpty(part))),
        };
    }

    private static IEnumerable<string> Cells(DocumentMatches found, CitedDocument cited, ExportNote note)
    {
        var (hit, about) = (found.Hit, found.Hit.Metadata);
        return
        [
            hit.Rank.ToString(CultureInfo.InvariantCulture), hit.Id.Value, about.Title, about.Type, about.Date.AsWritten, about.Date.Edtf ?? "",
            about.Language, about.Status, string.Join("; ", about.People), string.Join("; ", about.Places),
            string.Join(" … ", hit.Passages.Select(static p => p.Text)),
            string.Join("; ", hit.Passages.Select(static p => p.ParagraphNumber.ToString(CultureInfo.InvariantCulture))),
            hit.MatchCount.ToString(CultureInfo.InvariantCulture),
            cited.Address.AbsoluteUri, note.Query, note.SearchedAs, note.ExportedAt, found.IndexVersion,
        ];
    }

    private static object Line(DocumentMatches found, CitedDocument cited, ExportNote note)
    {
        var (hit, about) = (found.Hit, found.Hit.Metadata);
        return new
        {
            hit.Rank,
            Document = hit.Id.Value,
            about.Title,
            about.Type,
            Date = about.Date.AsWritten,
            about.Date.Edtf,
            about.Language,
            about.Status,
            about.People,
            about.Places,
            about.Organisations,
            about.Subjects,
            Passages = hit.Passages.Select(static p => new { Paragraph = p.ParagraphNumber, p.ParagraphId, p.Text }),
            Matches = hit.MatchCount,
            Address = cited.Address.AbsoluteUri,
            note.Query,
            note.SearchedAs,
            Exported = note.ExportedAt,
            Index = found.IndexVersion,
        };
    }
}
