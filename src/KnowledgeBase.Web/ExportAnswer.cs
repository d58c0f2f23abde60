using System.Globalization;
using System.Text;
using KnowledgeBase.Exporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web;

/// <summary>What a reader or a program asked to be exported.</summary>
/// <param name="Url">The search.</param>
/// <param name="Format">The format.</param>
/// <param name="WithPartial">Whether documents with some of the words follow those with all.</param>
/// <param name="Passages">Passages of each document.</param>
internal sealed record ExportQuery(SearchUrl Url, HitFormatFacts Format, bool WithPartial, int Passages);

/// <summary>Every document of a search as a file, sent as it is found.</summary>
internal sealed class ExportAnswer(ArchiveSearch search, SiteAddress site, TimeProvider clock)
{
    private const int LongestName = 48;
    private const int BufferCharacters = 16 * 1024;

    /// <summary>Writes the file as the answer of a request.</summary>
    /// <param name="context">The request; nothing is sent before the index has answered, so that a failure still gets its page.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="forSpreadsheets">Whether tables begin with a byte order mark.</param>
    public async Task WriteAsync(HttpContext context, ExportQuery query, bool forSpreadsheets)
    {
        var now = clock.GetUtcNow();
        var response = context.Response;
        response.ContentType = query.Format.MediaType;
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{NameOf(query.Url.Text)}-{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{query.Format.Extension}");
        response.Headers.ContentDisposition = disposition.ToString();
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var reading = (await search.ReadAsync(query.Url.Text, context.RequestAborted)).Parsed;
        var order = new ExportOrder
        {
            Reading = reading,
            Search = ArchiveSearch.RequestOf(query.Url, reading.Query) with
            {
                PassagesPerDocument = query.Passages,
                StreamPartial = query.WithPartial,
            },
            Format = query.Format.Format,
            Exported = now,
            HasByteOrderMark = forSpreadsheets && query.Format.HasByteOrderMark,
            Cite = document => site.Cite(context, document, clock),
            AddressOf = (id, paragraph) => site.OfParagraph(context, id, paragraph),
        };
        var target = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferCharacters, leaveOpen: true);
        await SearchExport.WriteAsync(search.Index, order, target, context.RequestAborted);
        // Not when something failed: closing sends what there is, and the answer would look whole.
        await target.DisposeAsync();
    }

    /// <summary>A name for the file from the words of the query.</summary>
    private static string NameOf(string text)
    {
        var name = new StringBuilder("search");
        var isGap = true;
        foreach (var c in Analysis.TextFolding.Fold(text))
        {
            if (char.IsAsciiLetterOrDigit(c) && name.Length < LongestName)
            {
                name.Append(isGap ? "-" : "").Append(c);
                isGap = false;
            }
            else
            {
                isGap = true;
            }
        }

        return name.ToString();
    }
}
