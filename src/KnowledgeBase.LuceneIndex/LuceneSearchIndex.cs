using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Quoting;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.LuceneIndex.Storage;
using KnowledgeBase.LuceneIndex.Suggestions;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex;

/// <summary>The archive's index on this machine.</summary>
/// <remarks>
/// Each request works on one snapshot, lent by the library's reference counting: a commit or a new generation never pulls the files
/// from under a search. <see cref="Refresh"/> looks for commits of this and of other processes.
/// </remarks>
public sealed class LuceneSearchIndex : ISearchIndex, IQuotationIndex, IDisposable
{
    private static readonly ConditionalWeakTable<DirectoryReader, Snapshot> Snapshots = [];

    private readonly IndexFolder _folder;
    private readonly ITextAnalyzer _analyzer;
    private readonly KeptReaders _kept;
    private readonly ReadyCompletions _completions = new(SnapshotOf);
    private readonly Lock _switching = new();
    private OpenGeneration? _open;

    /// <param name="folder">The index; it need not exist yet.</param>
    /// <param name="analyzer">The analyzer that the index was built with.</param>
    /// <param name="clock">Says how long states of the index have been kept; null for the system's.</param>
    public LuceneSearchIndex(IndexFolder folder, ITextAnalyzer analyzer, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(analyzer);
        _folder = folder;
        _analyzer = analyzer;
        _kept = new KeptReaders(clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OnSnapshot(snapshot => new SearchExecution(snapshot, request, _analyzer, cancellationToken).Run(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<RankedDocument>> RankAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OnSnapshot(snapshot => new SearchExecution(snapshot, request, _analyzer, cancellationToken).Rank(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SearchPage?> SearchAtAsync(SearchRequest request, string? version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(
            () =>
            {
                var reader = Borrow(version);
                try
                {
                    return reader is null
                        ? null
                        : new SearchExecution(SnapshotOf(reader), request, _analyzer, cancellationToken).Run();
                }
                finally
                {
                    reader?.DecRef();
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DocumentList> ListAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OnSnapshot(snapshot => new SearchExecution(snapshot, request, _analyzer, cancellationToken).List(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CorpusDocument?> GetDocumentAsync(DocumentId id, CancellationToken cancellationToken) => OnSnapshot(
        snapshot => snapshot.Find(id) is var (segment, doc) ? DocumentMapping.FromLucene(segment.Reader.Document(doc)) : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<TextMatch>?> FindMatchesAsync(DocumentId id, QueryNode query, CancellationToken cancellationToken) => OnSnapshot(
        snapshot => snapshot.Find(id) is var (segment, doc)
            ? new SearchExecution(snapshot, new SearchRequest { Query = query }, _analyzer, cancellationToken).FindMatches(segment.Number, doc)
            : (ImmutableArray<TextMatch>?)null,
        cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentMatches> StreamAsync(
        SearchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (generation, reader) = Acquire();
        try
        {
            // The snapshot is held until the last document is out, however slowly the reader of the stream takes them.
            var snapshot = SnapshotOf(reader);
            var execution = new SearchExecution(snapshot, request, _analyzer, cancellationToken);
            var all = await Task.Run(execution.All, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < all.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return execution.Read(all, i);
            }
        }
        finally
        {
            generation.Readers.Release(reader);
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<FoundCount>> CountAsync(ImmutableArray<SearchRequest> requests, CancellationToken cancellationToken) =>
        OnSnapshot(snapshot => new CountingRun(snapshot, _analyzer, cancellationToken).Count(requests), cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<ImmutableArray<LikeSpelling>>> FindSpellingsAsync(
        ImmutableArray<SpellingQuestion> questions, CancellationToken cancellationToken) =>
        OnSnapshot(snapshot => new SpellingSearch(snapshot).Find(questions), cancellationToken);

    /// <inheritdoc/>
    public Task<WordFrequencies> CountWordsAsync(ImmutableArray<string> words, CancellationToken cancellationToken) => OnSnapshot(
        snapshot => WordCounting.Count(snapshot, new PostingsReader(new LeafResolver(snapshot, _analyzer)), words, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OnState(state => _completions.For(state).Suggest(request, state), cancellationToken);
    }

    /// <summary>Works out what <see cref="SuggestAsync"/> offers of the newest state, so that no reader waits for it.</summary>
    public Task PrepareSuggestionsAsync(CancellationToken cancellationToken) =>
        OnState(_completions.Prepare, cancellationToken).Unwrap();

    /// <inheritdoc/>
    public Task<IndexFacts> GetFactsAsync(CancellationToken cancellationToken) =>
        OnSnapshot(snapshot => SnapshotFacts.Of(snapshot, _analyzer), cancellationToken);

    /// <inheritdoc/>
    public Task<QuotationCandidates> FindCandidatesAsync(QuotationProbe probe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        return OnSnapshot(
            snapshot => new CandidateDocuments(snapshot, new PostingsReader(new LeafResolver(snapshot, _analyzer)))
                .FindDocuments(probe, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<CorpusDocument>> FindStretchesAsync(StretchProbe probe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        return OnSnapshot(
            snapshot => new StretchDocuments(snapshot, new PostingsReader(new LeafResolver(snapshot, _analyzer))).Find(probe, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ListedQuotation>> FindTranslationsAsync(
        ImmutableArray<string> words, int least, CancellationToken cancellationToken) =>
        OnSnapshot(snapshot => new QuotationListing(snapshot, _analyzer, cancellationToken).FindTranslations(words, least), cancellationToken);

    /// <inheritdoc/>
    public Task<QuotationPage> ListAsync(QuotationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OnSnapshot(snapshot => new QuotationListing(snapshot, _analyzer, cancellationToken).List(request), cancellationToken);
    }

    /// <summary>Looks for a commit or a generation newer than the one in use, and takes it. Cheap when there is none.</summary>
    /// <returns>Whether there is something new.</returns>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public bool Refresh()
    {
        lock (_switching)
        {
            var current = _folder.ReadCurrent() ?? throw IndexErrors.Missing(_folder.Path);
            if (_open is { } open && open.Number == current)
            {
                _kept.ForgetOld();
                var before = open.Version;
                open.Readers.MaybeRefreshBlocking();
                return open.Version != before && FollowUp();
            }

            var next = Open(current);
            var old = Interlocked.Exchange(ref _open, next);
            old?.Dispose();
            return FollowUp();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_switching)
        {
            _kept.Dispose();
            Interlocked.Exchange(ref _open, null)?.Dispose();
        }
    }

    /// <summary>There is a new state: what is offered of it is worked out beside, where anybody asks for that at all. Always true.</summary>
    private bool FollowUp()
    {
        _ = OnState(_completions.Follow, CancellationToken.None);
        return true;
    }

    private static Snapshot SnapshotOf(DirectoryReader reader) => Snapshots.GetValue(reader, Snapshot.Of);

    /// <summary>The reader of a version, for the caller to give back; the newest is kept from now on. Null when it is not kept.</summary>
    private DirectoryReader? Borrow(string? version)
    {
        var (generation, newest) = Acquire();
        try
        {
            var name = SnapshotOf(newest).Version;
            if (version is null || version == name)
            {
                _kept.Keep(name, newest);
            }

            return _kept.Borrow(version ?? name);
        }
        finally
        {
            generation.Readers.Release(newest);
        }
    }

    private Task<T> OnSnapshot<T>(Func<Snapshot, T> answer, CancellationToken cancellationToken) =>
        OnState(state => answer(SnapshotOf(state.Reader)), cancellationToken);

    private Task<T> OnState<T>(Func<IndexState, T> answer, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var (generation, reader) = Acquire();
            try
            {
                return answer(new IndexState(generation.Number, reader));
            }
            finally
            {
                generation.Readers.Release(reader);
            }
        },
        cancellationToken);

    /// <summary>Lends the newest reader. A switch may close a generation between two lines here: then the next one is taken.</summary>
    private (OpenGeneration Generation, DirectoryReader Reader) Acquire()
    {
        while (true)
        {
            if (Volatile.Read(ref _open) is not { } open)
            {
                Refresh();
                continue;
            }

            try
            {
                return (open, open.Readers.Acquire());
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(open, Volatile.Read(ref _open)))
            {
                // A new generation took its place meanwhile.
            }
        }
    }

    private OpenGeneration Open(int number)
    {
        var directory = DurableDirectory.At(_folder.PathOf(number));
        try
        {
            return new OpenGeneration(number, directory, new ReaderManager(directory));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            directory.Dispose();
            throw IndexErrors.From(_folder.PathOf(number), exception);
        }
    }

    private sealed record OpenGeneration(int Number, Lucene.Net.Store.Directory Directory, ReaderManager Readers) : IDisposable
    {
        public long Version
        {
            get
            {
                var reader = Readers.Acquire();
                try
                {
                    return reader.Version;
                }
                finally
                {
                    Readers.Release(reader);
                }
            }
        }

        public void Dispose()
        {
            Readers.Dispose();
            Directory.Dispose();
        }
    }
}
