using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Searching;

/// <summary>An index that can be searched: one Lucene index today, several machines one day.</summary>
/// <remarks>
/// Safe for use by many callers at once. Requests and answers are immutable, carry no identifiers of the engine behind them,
/// and survive a round trip through JSON. An answer is computed on one snapshot of the index.
/// </remarks>
public interface ISearchIndex
{
    /// <summary>Finds documents.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>The documents of <see cref="SearchAsync"/> in the same order, without what a page shows of them.</summary>
    /// <param name="request">As many documents as it asks for are returned, also more than 100.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    async Task<ImmutableArray<RankedDocument>> RankAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ranked = ImmutableArray.CreateBuilder<RankedDocument>();
        while (ranked.Count < request.Count)
        {
            var count = Math.Min(SearchRequest.MostDocuments, request.Count - ranked.Count);
            var page = await SearchAsync(
                request with { Offset = request.Offset + ranked.Count, Count = count, Facets = [] }, cancellationToken).ConfigureAwait(false);
            ranked.AddRange(page.Hits.Select(static hit => new RankedDocument(hit.Id, hit.Score, hit.IsFullMatch)));
            if (page.Hits.Length < count)
            {
                break;
            }
        }

        return ranked.ToImmutable();
    }

    /// <summary>
    /// As <see cref="SearchAsync"/>, on a state of the index that is kept for some minutes after it was last asked: pages that are
    /// asked for one after the other neither skip nor repeat, whatever is added, changed or removed meanwhile.
    /// </summary>
    /// <param name="request">The search.</param>
    /// <param name="version">A <see cref="SearchPage.IndexVersion"/> that this method gave; null for the newest, which is then kept.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>Null when that state is not kept any more.</returns>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    async Task<SearchPage?> SearchAtAsync(SearchRequest request, string? version, CancellationToken cancellationToken)
    {
        // A backend that keeps nothing can go on for as long as nothing changes.
        var page = await SearchAsync(request, cancellationToken).ConfigureAwait(false);
        return version is null || version == page.IndexVersion ? page : null;
    }

    /// <summary>Every document that matches in full, in the order of the request, without its text; from one snapshot.</summary>
    /// <param name="request">Its <see cref="SearchRequest.Offset"/> and <see cref="SearchRequest.Count"/> do not count.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    async Task<DocumentList> ListAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var start = await SearchAsync(request with { Offset = 0, Count = 0, Facets = [] }, cancellationToken).ConfigureAwait(false);
        var (documents, version) = (ImmutableArray.CreateBuilder<ListedDocument>(), start.IndexVersion);
        var all = StreamAsync(request with { PassagesPerDocument = 0, StreamPartial = false }, cancellationToken);
        await foreach (var found in all.ConfigureAwait(false))
        {
            version = found.IndexVersion;
            var about = found.Document.Metadata;
            documents.Add(new ListedDocument(found.Document.Id, found.Document.Digest, about.Title, about.Added));
        }

        return new DocumentList(documents.ToImmutable(), start.Expansions, version);
    }

    /// <summary>One document, whole; null when the archive does not hold it.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    Task<CorpusDocument?> GetDocumentAsync(DocumentId id, CancellationToken cancellationToken);

    /// <summary>Every place of a document's text that the query matches, in order; null when the archive does not hold it.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    Task<ImmutableArray<TextMatch>?> FindMatchesAsync(DocumentId id, QueryNode query, CancellationToken cancellationToken);

    /// <summary>
    /// Every document that matches in full, in the order of the request, with every place that matched; then, when
    /// <see cref="SearchRequest.StreamPartial"/> says so, those with some of the words. Nothing is left out and everything comes from
    /// one snapshot.
    /// </summary>
    /// <param name="request">Its <see cref="SearchRequest.Offset"/> and <see cref="SearchRequest.Count"/> do not count.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    IAsyncEnumerable<DocumentMatches> StreamAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>How many documents each of several searches finds in full, from one snapshot: much cheaper than as many searches.</summary>
    /// <param name="requests">The searches; only their queries and filters count.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>For each request, in the same order.</returns>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    async Task<ImmutableArray<FoundCount>> CountAsync(ImmutableArray<SearchRequest> requests, CancellationToken cancellationToken)
    {
        var counts = ImmutableArray.CreateBuilder<FoundCount>(requests.Length);
        foreach (var request in requests)
        {
            var page = await SearchAsync(
                request with { Offset = 0, Count = 0, Facets = [], IncludePartial = false }, cancellationToken).ConfigureAwait(false);
            counts.Add(new FoundCount(page.Total));
        }

        return counts.MoveToImmutable();
    }

    /// <summary>The words of the archive that are spelled much like other words.</summary>
    /// <param name="questions">What is asked of each word.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>For each question, in the same order, the nearest spellings first; empty where there are none.</returns>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    Task<ImmutableArray<ImmutableArray<LikeSpelling>>> FindSpellingsAsync(
        ImmutableArray<SpellingQuestion> questions, CancellationToken cancellationToken) =>
        // A backend that cannot list its words offers no other spellings.
        Task.FromResult(questions.Select(static _ => ImmutableArray<LikeSpelling>.Empty).ToImmutableArray());

    /// <summary>How often words stand in the texts of the archive, and how many words these have.</summary>
    /// <param name="words">Words without case and accents; none for the totals alone.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<WordFrequencies> CountWordsAsync(ImmutableArray<string> words, CancellationToken cancellationToken);

    /// <summary>Names, phrases and titles that begin as asked; what a reader types is read by <see cref="Completing.TypedCompletion"/>.</summary>
    /// <remarks>
    /// Answers at once, also right after a commit: until what is offered has been worked out anew, the answer is that of the state
    /// before, without documents that are gone. Only the very first call waits.
    /// </remarks>
    /// <param name="request">What they begin with, and what they may be.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>For each beginning and each kind the best, in this order of both.</returns>
    Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken);

    /// <summary>What the index knows about itself.</summary>
    Task<IndexFacts> GetFactsAsync(CancellationToken cancellationToken);
}

/// <summary>A document at its place in a result.</summary>
/// <param name="Id">Its permanent name.</param>
/// <param name="Score">Comparable within one group of one result.</param>
/// <param name="IsFullMatch">Whether it matches the whole query; those that do come first.</param>
public sealed record RankedDocument(DocumentId Id, double Score, bool IsFullMatch);

/// <summary>A document that matches, whole, with every place that matched.</summary>
/// <param name="Hit">As on the page of results.</param>
/// <param name="Document">The document.</param>
/// <param name="Matches">Every place of its text that the query matches, in order.</param>
/// <param name="Total">How many documents the stream holds.</param>
/// <param name="IndexVersion">The version of the index the stream comes from.</param>
public sealed record DocumentMatches(
    SearchHit Hit, CorpusDocument Document, ImmutableArray<TextMatch> Matches, long Total, string IndexVersion)
{
    /// <summary>The words that wildcards and fuzzy words of the query stood for.</summary>
    public ImmutableArray<WordExpansion> Expansions { get; init; } = [];
}

/// <summary>Every document of a result, in order.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Expansions">The words that wildcards and fuzzy words of the query stood for.</param>
/// <param name="IndexVersion">The version of the index the list comes from.</param>
public sealed record DocumentList(
    ImmutableArray<ListedDocument> Documents, ImmutableArray<WordExpansion> Expansions, string IndexVersion);

/// <summary>A document without its text.</summary>
/// <param name="Id">Its permanent name.</param>
/// <param name="Digest">SHA-256 of its file, 64 lower-case hexadecimal digits.</param>
/// <param name="Title">Its title.</param>
/// <param name="Added">The day it joined the archive; null when not stated.</param>
public sealed record ListedDocument(DocumentId Id, string Digest, string Title, DateOnly? Added);

/// <summary>How often words stand in the texts of the archive.</summary>
/// <param name="Occurrences">For each word that was asked for, in the same order.</param>
/// <param name="AllWords">How many words the texts have together; common words of a text's language are not counted.</param>
public sealed record WordFrequencies(ImmutableArray<long> Occurrences, long AllWords)
{
    /// <summary>The same words by the date of their documents, in no order; empty when an index does not count them.</summary>
    public ImmutableArray<YearWords> WordsByYear { get; init; } = [];
}

/// <summary>How many words the documents of a year have.</summary>
/// <param name="Year">As <see cref="DateYears.Of"/> names it.</param>
/// <param name="Words">How many; common words of a text's language are not counted.</param>
public sealed record YearWords(string Year, long Words);

/// <summary>What an index knows about itself.</summary>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="IndexVersion">Changes with every commit.</param>
/// <param name="CorpusDigest">SHA-256 over path and digest of every document, in order of path.</param>
/// <param name="SchemaVersion">Version of the fields.</param>
/// <param name="AnalyzerVersion">Version of the analysis chains.</param>
/// <param name="Languages">The languages of the documents, most frequent first.</param>
/// <param name="FirstDay">First day of the earliest document; null when all are undated.</param>
/// <param name="LastDay">Last day of the latest document; null when all are undated.</param>
/// <param name="Generation">Number of the generation in use, from 1.</param>
public sealed record IndexFacts(
    long Documents,
    string IndexVersion,
    string CorpusDigest,
    int SchemaVersion,
    string AnalyzerVersion,
    ImmutableArray<string> Languages,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int Generation);

/// <summary>There is no index that can be read, or it cannot be changed now.</summary>
/// <param name="message">Names path, reason and remedy.</param>
/// <param name="code">Stable, for programs: <c>index.missing</c>, <c>index.locked</c>, <c>index.corrupt</c>, <c>index.io</c>.</param>
/// <param name="inner">What happened underneath.</param>
public sealed class IndexUnavailableException(string message, string code, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable, for programs.</summary>
    public string Code { get; } = code;
}
