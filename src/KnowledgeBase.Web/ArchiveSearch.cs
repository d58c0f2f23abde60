using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;
using KnowledgeBase.Searching.Completing;

namespace KnowledgeBase.Web;

/// <summary>A search, how it was read, and what it found.</summary>
/// <param name="Url">The search.</param>
/// <param name="Read">How it was read.</param>
/// <param name="Page">What it found.</param>
internal sealed record SearchAnswer(SearchUrl Url, ReadQuery Read, SearchPage Page)
{
    /// <summary>How the text was read.</summary>
    public QueryParseResult Reading => Read.Parsed;
}

/// <summary>What the front page shows beside the newest documents.</summary>
/// <param name="Chronologies">Some chronologies, by date.</param>
/// <param name="Disputes">Some disputed questions, by title.</param>
internal sealed record FrontDoor(SearchPage Chronologies, SearchPage Disputes);

/// <summary>Runs the searches of pages and API: the one place where an address becomes a request to the index.</summary>
internal sealed class ArchiveSearch(ISearchIndex index, WebOptions options, TimeProvider clock)
{
    /// <summary>More than the years from the first document to the last.</summary>
    private const int FacetValues = 400;

    /// <summary>Counting the passages reads the documents.</summary>
    private const int MostLookedInto = 500;

    private const int MostPassages = 10;
    private const int Featured = 6;

    /// <summary>The index that is searched.</summary>
    public ISearchIndex Index => index;

    /// <summary>Reads a query as every search of the site does.</summary>
    public ReadQuery Read(string text) => Read(text, Today);

    /// <summary>Reads a query as it was to be read on a day: <c>added:last-week</c> counts from it.</summary>
    public ReadQuery Read(string text, DateOnly day) => QueryReader.Read(text, day, options.Names());

    /// <summary>The same, with what only the archive can say: which documents that the query names it does not hold.</summary>
    public Task<ReadQuery> ReadAsync(string text, CancellationToken cancellationToken) => ReadAsync(text, Today, cancellationToken);

    /// <summary>The same as of a day.</summary>
    public async Task<ReadQuery> ReadAsync(string text, DateOnly day, CancellationToken cancellationToken)
    {
        var read = Read(text, day);
        return read with { Parsed = await KnownReferences.CheckAsync(index, read.Parsed, cancellationToken) };
    }

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Runs a search with passages and facets.</summary>
    public async Task<SearchAnswer> RunAsync(SearchUrl url, CancellationToken cancellationToken)
    {
        var parsed = await ReadAsync(url.Text, cancellationToken);
        var page = await index.SearchAsync(
            RequestOf(url, parsed.Query) with { Facets = FacetNames.All, FacetValues = FacetValues }, cancellationToken);
        return new SearchAnswer(url, parsed, page);
    }

    /// <summary>How a search is read and how much it finds, without the documents.</summary>
    public async Task<SearchAnswer> CountAsync(SearchUrl url, CancellationToken cancellationToken)
    {
        var parsed = await ReadAsync(url.Text, cancellationToken);
        var page = await index.SearchAsync(RequestOf(url, parsed.Query) with { Offset = 0, Count = 0 }, cancellationToken);
        return new SearchAnswer(url, parsed, page);
    }

    /// <summary>The values that facets have in the whole archive.</summary>
    public async Task<ImmutableArray<FacetCounts>> ValuesAsync(ImmutableArray<string> facets, CancellationToken cancellationToken)
    {
        var all = new SearchRequest { Query = new QueryNode.Everything(), Count = 0, PassagesPerDocument = 0, Facets = facets, FacetValues = FacetValues };
        return (await index.SearchAsync(all, cancellationToken)).Facets;
    }

    /// <summary>The request behind an address; of a concordance the one whose documents have the lines.</summary>
    public static SearchRequest RequestOf(SearchUrl url, QueryNode query) => new()
    {
        Query = query,
        Filters = url.Filters,
        Sort = url.EffectiveSort,
        Offset = url.View is ResultView.Concordance ? 0 : url.Offset,
        Count = url.View is ResultView.Concordance ? 0 : url.Count,
        PassagesPerDocument = url.View switch
        {
            ResultView.Documents => 3,
            ResultView.Passages => MostPassages,
            _ => 0,
        },
        Profile = url.Broaden ? RankingProfile.Broaden.Name : null,
        Preferences = url.Preferences,
    };

    /// <summary>How many passages the documents that match in full have together; null when there are too many documents to look into.</summary>
    public async Task<long?> CountPassagesAsync(SearchAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Url.Text.Length == 0 || answer.Page.Total is 0 or > MostLookedInto)
        {
            return null;
        }

        var passages = 0L;
        var request = RequestOf(answer.Url, answer.Reading.Query) with { PassagesPerDocument = MostPassages, IncludePartial = false };
        await foreach (var found in index.StreamAsync(request, cancellationToken))
        {
            passages += found.Hit.Passages.Length + found.Hit.MorePassages;
        }

        return passages > 0 ? passages : null;
    }

    /// <summary>What a reader may try who found nothing, or hardly anything.</summary>
    public Task<SearchAdvice> AdviseAsync(SearchAnswer answer, CancellationToken cancellationToken) =>
        AdviseAsync(answer.Read, answer.Url, answer.Page.Total, Today, cancellationToken);

    /// <summary>The same for a search that was read as of a day.</summary>
    public Task<SearchAdvice> AdviseAsync(ReadQuery reading, SearchUrl url, long total, DateOnly day, CancellationToken cancellationToken) =>
        new SearchAdviser(index, options.Names(), text => Read(text, day))
            .AdviseAsync(new AdvisedSearch(reading, url.Filters, total), cancellationToken);

    /// <summary>Completes what a reader is typing.</summary>
    public Task<ImmutableArray<Completion>> CompleteAsync(string typed, int count, CancellationToken cancellationToken) =>
        TypedCompletion.CompleteAsync(index, options.Names(), typed, count, cancellationToken);

    /// <summary>The ways into the archive.</summary>
    public async Task<FrontDoor> FrontDoorAsync(CancellationToken cancellationToken) => new(
        await FeatureAsync("chronology", SortOrder.DateAscending, cancellationToken),
        await FeatureAsync("dispute", SortOrder.DateAscending, cancellationToken));

    private Task<SearchPage> FeatureAsync(string type, SortOrder sort, CancellationToken cancellationToken) => index.SearchAsync(
        new SearchRequest
        {
            Query = new QueryNode.Everything(),
            Filters = [new FacetFilter("type", type)],
            Sort = sort,
            Count = Featured,
            PassagesPerDocument = 0,
        },
        cancellationToken);
}
