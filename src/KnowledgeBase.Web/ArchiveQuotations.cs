using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Web;

/// <summary>Quotations that were asked for, how it was read, and what there is.</summary>
/// <param name="Url">What was asked for.</param>
/// <param name="Read">How it was read.</param>
/// <param name="Page">What there is.</param>
/// <param name="Advice">What may be tried when there is nothing.</param>
internal sealed record QuotationsAnswer(QuotationUrl Url, ReadQuotations Read, QuotationPage Page, QuotationAdvice Advice);

/// <summary>Checks and lists quotations for pages and API: the one place where an address becomes a request to the index.</summary>
internal sealed class ArchiveQuotations(IQuotationIndex index, WebOptions options, TimeProvider clock)
{
    /// <summary>What the archive says of a quotation.</summary>
    public Task<QuoteAnswer> CheckAsync(string text, CancellationToken cancellationToken) =>
        new QuoteFinder(index).FindAsync(text, cancellationToken);

    /// <summary>What the archive says of the quotation that a search looks for; null when it looks for none.</summary>
    public async Task<QuoteAnswer?> CheckAsync(QueryNode query, CancellationToken cancellationToken) =>
        QuoteIn(query) is { } quote ? await CheckAsync(quote.Text, cancellationToken) : null;

    /// <summary>The quotations behind an address.</summary>
    public async Task<QuotationsAnswer> ListAsync(QuotationUrl url, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var read = QuotationReading.Read(url.Speaker, url.Words, today, options.Names());
        var request = new QuotationRequest
        {
            Said = read.Said,
            From = url.From is { } from ? new DateOnly(from, 1, 1) : null,
            To = url.To is { } to ? new DateOnly(to, 12, 31) : null,
            Languages = url.Languages,
            Kind = url.Kind,
            Order = url.Order,
            Offset = url.Offset,
            Count = url.Count,
        };
        var page = await index.ListAsync(request, cancellationToken);
        var advice = await new SpeakerAdviser(index, options.Names()).AdviseAsync(request, page.Total, cancellationToken);
        return new QuotationsAnswer(url, read, page, advice);
    }

    private static QueryNode.Quote? QuoteIn(QueryNode query) => query switch
    {
        QueryNode.Quote quote => quote,
        QueryNode.All all => all.Children.Select(QuoteIn).FirstOrDefault(static found => found is not null),
        QueryNode.Any any => any.Children.Select(QuoteIn).FirstOrDefault(static found => found is not null),
        _ => null,
    };
}
