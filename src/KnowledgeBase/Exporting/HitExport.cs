using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KnowledgeBase.Citing;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Exporting;

/// <summary>A found document as a row, a line or a reference, with its passages and where it comes from.</summary>
/// <param name="order">How the file speaks.</param>
/// <param name="note">What every row says of the search.</param>
internal sealed class HitExport(ExportOrder order, ExportNote note)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string[] OfDocument =
    [
        "rank", "match", "missing", "document", "title", "type", "date", "edtf", "language", "status", "people", "places",
        "passages", "paragraphs", "paragraph addresses", "more passages", "matches", "address",
    ];

    private static readonly string[] Head = [.. OfDocument, "query", "searched as", "notes", "filters", "exported", "index"];

    /// <summary>What stands before the first document; empty where a format has nothing there.</summary>
    public static string HeadOf(HitFormat format) => format switch
    {
        HitFormat.Csv => DelimitedText.Row(DelimitedFormat.Csv, Head),
        HitFormat.Tsv => DelimitedText.Row(DelimitedFormat.Tsv, Head),
        _ => "",
    };

    /// <summary>One document.</summary>
    public string Print(DocumentMatches found)
    {
        var cited = order.Cite(found.Document);
        return order.Format switch
        {
            HitFormat.Csv => DelimitedText.Row(DelimitedFormat.Csv, Cells(found, cited)),
            HitFormat.Tsv => DelimitedText.Row(DelimitedFormat.Tsv, Cells(found, cited)),
            HitFormat.JsonLines => JsonSerializer.Serialize(Line(found, cited), Json) + "\n",
            HitFormat.Ris => CitationFiles.Ris(WithNote(cited, found)) + "\r\n",
            _ => CitationFiles.BibTex(WithNote(cited, found)) + "\n",
        };
    }

    /// <summary>
    /// What a table says that has no document: a row without one, whose notes say that nothing was found. Empty for other formats,
    /// which hold documents and nothing else.
    /// </summary>
    /// <param name="page">What the search found.</param>
    public string PrintNothing(SearchPage page)
    {
        var some = page.PartialTotal == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {page.PartialTotal:N0} with some of the words {(page.PartialTotal == 1 ? "is" : "are")} not in this file.");
        var notes = $"{note.Notes} Nothing was found: no document of the archive matches.{some}".TrimStart();
        var cells = OfDocument.Select(static name => name == "match" ? "none" : "").Concat(OfSearch(page.IndexVersion, notes));
        return order.Format switch
        {
            HitFormat.Csv => DelimitedText.Row(DelimitedFormat.Csv, cells),
            HitFormat.Tsv => DelimitedText.Row(DelimitedFormat.Tsv, cells),
            _ => "",
        };
    }

    /// <summary>Reference managers show the note: how the document was found, and with which words.</summary>
    private CitedDocument WithNote(CitedDocument cited, DocumentMatches found)
    {
        var passages = string.Join(" … ", found.Hit.Passages.Select(p => $"¶ {Number(p.ParagraphNumber)} ({AddressOf(found, p)}): {p.Text}"));
        var filters = note.Filters.Length == 0 ? "" : $"; filters: {note.Filters}";
        var notes = note.Notes.Length == 0 ? "" : " " + note.Notes;
        var how = $"Found with: {note.Query} (searched as: {note.SearchedAs}{filters}; {note.ExportedAt}, index {found.IndexVersion}).{notes}";
        return cited with
        {
            TextNote = string.Join(' ', new[] { cited.TextNote, how, passages }.Where(static part => !string.IsNullOrEmpty(part))),
        };
    }

    private string[] Cells(DocumentMatches found, CitedDocument cited)
    {
        var (hit, about) = (found.Hit, found.Hit.Metadata);
        return
        [
            Number(hit.Rank), hit.IsFullMatch ? "all" : "some words", string.Join("; ", MatchInWords.Lacking(hit)),
            hit.Id.Value, about.Title, about.Type, about.Date.AsWritten, about.Date.Edtf ?? "", about.Language, about.Status,
            string.Join("; ", about.People), string.Join("; ", about.Places),
            string.Join(" … ", hit.Passages.Select(static p => p.Text)),
            string.Join("; ", hit.Passages.Select(static p => Number(p.ParagraphNumber))),
            string.Join(" ", hit.Passages.Select(p => AddressOf(found, p))),
            Number(hit.MorePassages), Number(hit.MatchCount), cited.Address.AbsoluteUri,
            .. OfSearch(found.IndexVersion, note.Notes),
        ];
    }

    /// <summary>The last cells of every row: where it comes from.</summary>
    private string[] OfSearch(string indexVersion, string notes) =>
        [note.Query, note.SearchedAs, notes, note.Filters, note.ExportedAt, indexVersion];

    private object Line(DocumentMatches found, CitedDocument cited)
    {
        var (hit, about) = (found.Hit, found.Hit.Metadata);
        return new
        {
            hit.Rank,
            hit.IsFullMatch,
            hit.Missing,
            hit.Instead,
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
            Passages = hit.Passages.Select(p => new { Paragraph = p.ParagraphNumber, p.ParagraphId, Address = AddressOf(found, p), p.Text }),
            hit.MorePassages,
            Matches = hit.MatchCount,
            Address = cited.Address.AbsoluteUri,
            found.Document.Digest,
            note.Query,
            note.SearchedAs,
            note.Notes,
            note.Filters,
            Exported = note.ExportedAt,
            Index = found.IndexVersion,
        };
    }

    private string AddressOf(DocumentMatches found, Snippet passage) => order.AddressOf(found.Hit.Id, passage.ParagraphId);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
