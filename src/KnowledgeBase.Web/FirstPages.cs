using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Viewing;

namespace KnowledgeBase.Web;

/// <summary>Opens a page of each kind before the first reader does, who would otherwise wait until its code is compiled.</summary>
public static class FirstPages
{
    /// <summary>No document has it: that page says what else may be tried.</summary>
    private const string Unknown = "zzyzzxyyzxz";

    /// <summary>Asks for the pages one after the other. What goes wrong is told to the first reader who asks, not here.</summary>
    /// <param name="client">Asks the site; its base address is the site's.</param>
    /// <param name="index">What the site searches.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task OpenAsync(HttpClient client, ISearchIndex index, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(index);
        try
        {
            foreach (var address in await AddressesAsync(index, cancellationToken).ConfigureAwait(false))
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IndexUnavailableException)
        {
            // The site goes on without: its pages are as good, only slower once.
        }
    }

    /// <summary>The searches first, which most readers come for; none where the archive is empty.</summary>
    internal static async Task<IReadOnlyList<string>> AddressesAsync(ISearchIndex index, CancellationToken cancellationToken)
    {
        var newest = await index.SearchAsync(new SearchRequest { Query = new QueryNode.Everything(), Count = 1 }, cancellationToken).ConfigureAwait(false);
        if (newest.Hits is not [var document, ..])
        {
            return [];
        }

        var words = document.Metadata.Title;
        var search = SearchUrl.Everything.WithText(words);
        return
        [
            search.ToString(),
            DocumentUrl.Of(document.Id, search),
            SearchUrl.Everything.WithText($"\"{words}\"").ToString(),
            SearchUrl.Everything.WithText($"{words} {Unknown}~ OR {Unknown}*").ToString(),
            SearchUrl.Everything.WithText($"{Unknown} date:1").ToString(),
            search.In(ResultView.Concordance).ToString(),
            QuoteUrl.Check($"{words} {words} {words}"),
            QuotationUrl.Everything.ToString(),
        ];
    }
}
