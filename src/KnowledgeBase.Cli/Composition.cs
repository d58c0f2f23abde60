using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.CitedSearches;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli;

/// <summary>Puts the parts of the program together. The only place that names the engine.</summary>
internal sealed class Composition : IDisposable
{
    /// <summary>An index up to this size is compared with its checksums before it is first searched: less than a second.</summary>
    private const long QuicklyRead = 256L * 1024 * 1024;

    private readonly LuceneTextAnalyzer _analyzer = new();
    private readonly IndexFolder _folder;
    private readonly LuceneSearchIndex _search;
    private IndexStamp? _lastStamp;
    private ArchiveNames? _names;

    public Composition(Places places, TimeProvider clock)
    {
        Places = places;
        Clock = clock;
        Corpus = new CorpusFolder(places.Corpus);
        _folder = new IndexFolder(places.Index);
        CitedSearches = new CitedSearchFolder(places.Citations);
        _search = new LuceneSearchIndex(_folder, _analyzer, clock);
    }

    public Places Places { get; }

    public TimeProvider Clock { get; }

    /// <summary>Where cited searches are kept.</summary>
    public CitedSearchFolder CitedSearches { get; }

    public CorpusFolder Corpus { get; }

    public ITextAnalyzer Analyzer => _analyzer;

    public ReadLimits ReadLimits { get; } = new();

    /// <summary>The index as readers see it.</summary>
    public ISearchIndex Search => _search;

    /// <summary>The same index, asked about quotations.</summary>
    public IQuotationIndex Quotations => _search;

    /// <summary>Why the index must be built before it can be searched; null when it need not.</summary>
    public string? WhyRebuild()
    {
        var depth = _folder.LiveBytes() <= QuicklyRead ? ExaminationDepth.Checksums : ExaminationDepth.Facts;
        return LuceneIndexWriter.WhyRebuild(Examine(depth), _analyzer);
    }

    public IndexHealth Examine(ExaminationDepth depth) => new IndexVerifier(_folder).Examine(depth);

    public ImmutableArray<IndexedFile> ListFiles() => new IndexVerifier(_folder).ListFiles();

    /// <summary>Takes the right to write the index.</summary>
    /// <param name="purpose">Told to whoever finds the index in use.</param>
    public IIndexWriter OpenWriter(string purpose) => LuceneIndexWriter.Open(_folder, _analyzer, new IndexingOptions(), purpose, Clock);

    public IndexingRun NewRun() => new(cancellation => CorpusView.Of(Corpus, ReadLimits, cancellation), new IndexingOptions(), Clock);

    public CorpusIntake NewIntake() => new(Corpus, new DocumentReader(RegisterReader.Load(Places.Corpus).Register, ReadLimits), ReadLimits);

    /// <summary>The authority records and sources, read once; <see cref="ForgetNames"/> lets them be read again.</summary>
    public ArchiveNames Names
    {
        get
        {
            // Two readers at once may both read the files; both get the same.
            var names = Volatile.Read(ref _names) ?? ArchiveNames.Read(Places.Corpus);
            Volatile.Write(ref _names, names);
            return names;
        }
    }

    /// <summary>Reads a query as of today, with the variants of the names in it.</summary>
    public ReadQuery ReadQuery(string typed) => ReadQuery(typed, Today);

    /// <summary>The same as of a day.</summary>
    public ReadQuery ReadQuery(string typed, DateOnly day) => QueryReader.Read(typed, day, Names.Names);

    /// <summary>The same as of today, with what only the index can say: which documents that the query names it does not hold.</summary>
    public async Task<ReadQuery> ReadQueryAsync(string typed, CancellationToken cancellationToken)
    {
        var read = ReadQuery(typed);
        return read with { Parsed = await KnownReferences.CheckAsync(Search, read.Parsed, cancellationToken) };
    }

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Lets the next reader read the authority records and sources again.</summary>
    public void ForgetNames() => Volatile.Write(ref _names, null);

    /// <summary>Makes the next run compare every checksum again.</summary>
    public void Distrust() => _folder.Distrust();

    /// <summary>Works out what is offered while a reader types, so that the first one does not wait.</summary>
    public Task PrepareSuggestionsAsync(CancellationToken cancellationToken) => _search.PrepareSuggestionsAsync(cancellationToken);

    /// <summary>Makes <see cref="Search"/> see every commit of this process at once.</summary>
    public void FollowOwnCommits() => _folder.Committed += _ => _search.Refresh();

    /// <summary>Takes up commits of other processes. Cheap when there is none.</summary>
    /// <returns>Whether there was one.</returns>
    public bool FollowOtherProcesses()
    {
        var stamp = _folder.ReadStamp();
        if (stamp is null || stamp == _lastStamp)
        {
            return false;
        }

        // Only what was taken up is known: what fails now is tried again at the next look.
        var isNew = _search.Refresh();
        _lastStamp = stamp;
        return isNew;
    }

    public void Dispose() => _search.Dispose();
}
