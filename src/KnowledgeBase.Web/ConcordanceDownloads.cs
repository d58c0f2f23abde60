using System.Globalization;
using System.Text;
using KnowledgeBase.Exporting;
using KnowledgeBase.Searching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web;

/// <summary>All lines of a concordance as a file, in the order and the number of the page.</summary>
internal static class ConcordanceDownloads
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapMethods("/concordance/{file:regex(^lines\\.(csv|tsv)$)}", ["GET", "HEAD"], WriteAsync).ExcludeFromDescription();

    /// <summary>The address of the file for a search; its page does not count.</summary>
    public static string AddressOf(SearchUrl url, DelimitedFormat format)
    {
        var query = (url with { Page = 1, Count = ResultViews.DefaultCount(url.View) }).ToQueryString();
        return $"{url.Path}/lines.{ConcordanceExport.FileOf(format).Extension}{(query.Length > 0 ? "?" + query : "")}";
    }

    private static async Task WriteAsync(
        string file, HttpContext context, ArchiveSearch search, ArchiveConcordance concordance, SiteAddress site, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var format = file.EndsWith(".csv", StringComparison.Ordinal) ? DelimitedFormat.Csv : DelimitedFormat.Tsv;
        var (extension, mediaType) = ConcordanceExport.FileOf(format);
        var url = SearchUrlReader.Read(context.Request.Query, ResultView.Concordance, out _);
        var reading = (await search.ReadAsync(url.Text, cancellationToken)).Parsed;
        var now = clock.GetUtcNow();

        // An index that cannot be read is told here, before the head is sent: after that an answer can only be cut off.
        var expansions = await concordance.ExpansionsAsync(url, reading.Query, cancellationToken);
        var note = new ExportNote(url.Text, SearchedAs.Of(reading, expansions), now) { Filters = Filters(url), Notes = reading.Notes };
        var response = context.Response;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"concordance-{now.UtcDateTime:yyyy-MM-dd}.{extension}"),
        }.ToString();
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // Spreadsheets open a file of commas as UTF-8 only when it says so; files of tabs are mostly read by programs, which stumble over it.
        var target = new StreamWriter(response.Body, new UTF8Encoding(format is DelimitedFormat.Csv), BufferSize, leaveOpen: true);
        await ConcordanceExport.WriteAsync(
            target,
            concordance.StreamAsync(url, reading.Query, cancellationToken),
            format,
            note,
            line => site.OfParagraph(context, line.Id, line.ParagraphId),
            cancellationToken);
        // Not when something failed: closing sends what there is, and the answer would look whole.
        await target.DisposeAsync();
    }

    /// <summary>What narrows the lines beside the query.</summary>
    private static string Filters(SearchUrl url)
    {
        var filters = FilterWords.Of(url.Filters);
        var near = string.Create(
            CultureInfo.InvariantCulture, $"lines with {url.Lines.Near} within {url.Lines.Left} words before or {url.Lines.Right} after");
        return string.Join(" · ", new[] { filters, url.Lines.Near.Length > 0 ? near : "" }.Where(static part => part.Length > 0));
    }
}
