using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web;

/// <summary>The concordances of pages, API and downloads: the one place where an address becomes a request for lines.</summary>
internal sealed class ArchiveConcordance(ArchiveSearch search, ITextAnalyzer analyzer)
{
    private readonly Concordance _concordance = new(search.Index, analyzer);

    /// <summary>The lines of the address's page, with counts over all of them.</summary>
    /// <param name="url">The search.</param>
    /// <param name="query">Its text, as read.</param>
    /// <param name="collocates">Most collocates, 0 for none to count.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public Task<ConcordancePage> ReadAsync(SearchUrl url, QueryNode query, int collocates, CancellationToken cancellationToken) =>
        _concordance.ReadAsync(RequestOf(url, query) with { Collocates = collocates }, cancellationToken);

    /// <summary>All lines, in the order of the page.</summary>
    public IAsyncEnumerable<ConcordanceLine> StreamAsync(SearchUrl url, QueryNode query, CancellationToken cancellationToken) =>
        _concordance.StreamAsync(RequestOf(url, query), cancellationToken);

    /// <summary>The words that wildcards and fuzzy words of the search stand for.</summary>
    public async Task<ImmutableArray<WordExpansion>> ExpansionsAsync(SearchUrl url, QueryNode query, CancellationToken cancellationToken) =>
        (await search.Index.SearchAsync(ArchiveSearch.RequestOf(url, query) with { IncludePartial = false }, cancellationToken)).Expansions;

    private static ConcordanceRequest RequestOf(SearchUrl url, QueryNode query) => new(ArchiveSearch.RequestOf(url, query))
    {
        Sort = url.Lines.Sort,
        Descending = url.Lines.Descending,
        Offset = url.Offset,
        Count = url.Count,
        Left = url.Lines.Left,
        Right = url.Lines.Right,
        Near = url.Lines.Near,
    };
}
