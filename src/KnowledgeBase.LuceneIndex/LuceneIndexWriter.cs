using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex.Storage;
using Lucene.Net.Documents;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.LuceneIndex;

/// <summary>The one writer of an index folder: holds its lock from <c>Open</c> until it is disposed or the process ends.</summary>
/// <remarks>
/// Every change is one transaction on the live generation, or builds the next generation beside it, which becomes live when it is
/// whole and verified. For one thread at a time.
/// </remarks>
public sealed class LuceneIndexWriter : IIndexWriter
{
    private readonly IndexFolder _folder;
    private readonly IndexVerifier _verifier;
    private readonly WriterLock _lock;
    private readonly IndexWriterSettings _settings;
    private IndexHealth? _health;
    private IndexChange? _change;

    private LuceneIndexWriter(IndexFolder folder, WriterLock held, IndexWriterSettings settings)
    {
        _folder = folder;
        _verifier = new IndexVerifier(folder);
        _lock = held;
        _settings = settings;
    }

    /// <inheritdoc/>
    public string? RebuildReason => WhyRebuild(Health, _settings.SchemaVersion, _settings.AnalyzerVersion);

    /// <inheritdoc/>
    public IndexedFacts? Facts => RebuildReason is null ? Health.Facts : null;

    internal string Path => _folder.Path;

    private IndexHealth Health => _health ??= ExamineUnlessKnown();

    /// <summary>Why an index must be built anew before it can be searched or changed; null when it need not.</summary>
    /// <param name="health">What an examination found.</param>
    /// <param name="analyzer">The analyzer that it is to be searched with.</param>
    public static string? WhyRebuild(IndexHealth health, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(analyzer);
        return WhyRebuild(health, IndexFields.SchemaVersion, analyzer.Version);
    }

    /// <summary>Takes the writer's lock. The index need not exist yet.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="analyzer">Cuts documents into words; an index of another version of it is rebuilt.</param>
    /// <param name="options">How the index is written.</param>
    /// <param name="purpose">What for, in words, such as <c>kb index</c>: what others are told while the lock is held.</param>
    /// <param name="clock">Tells them since when.</param>
    /// <exception cref="Searching.IndexUnavailableException">Another process is writing (<c>index.locked</c>), or the folder cannot be written.</exception>
    public static LuceneIndexWriter Open(
        IndexFolder folder, ITextAnalyzer analyzer, IndexingOptions options, string purpose, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return Open(folder, new IndexWriterSettings
        {
            Map = new DocumentMapping(analyzer).ToLucene,
            SchemaVersion = IndexFields.SchemaVersion,
            AnalyzerVersion = analyzer.Version,
            Purpose = purpose,
            Clock = clock,
            BufferMebibytes = options.BufferMebibytes,
        });
    }

    /// <summary>Takes the writer's lock, with parts of a test's choice.</summary>
    /// <exception cref="Searching.IndexUnavailableException">Another process is writing (<c>index.locked</c>), or the folder cannot be written.</exception>
    internal static LuceneIndexWriter Open(IndexFolder folder, IndexWriterSettings settings)
    {
        var held = folder.Lock(settings.Purpose, settings.Clock);
        try
        {
            folder.CleanUp(keepPrevious: false);
            return new LuceneIndexWriter(folder, held, settings);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<IndexedFile> ListFiles() => RebuildReason is null ? _verifier.ListFiles() : [];

    /// <inheritdoc/>
    public IIndexChange Begin(bool rebuild)
    {
        if (_change is not null)
        {
            throw new InvalidOperationException("A change is already under way.");
        }

        if (!rebuild && RebuildReason is { } reason)
        {
            throw IndexErrors.Corrupt(Path, reason);
        }

        Directory? directory = null;
        var generation = 0;
        try
        {
            generation = rebuild ? _folder.CreateNext() : Health.Generation!.Value;
            directory = _settings.OpenDirectory(_folder.PathOf(generation));
            var transaction = IndexTransaction.Begin(directory, rebuild, _settings.BufferMebibytes);
            return _change = new IndexChange(this, generation, rebuild, directory, transaction);
        }
        catch (Exception exception)
        {
            directory?.Dispose();
            Abandon(generation, rebuild);
            if (IndexErrors.IsFromSurroundings(exception))
            {
                throw IndexErrors.From(Path, exception);
            }

            throw;
        }
    }

    /// <summary>Undoes a change that is under way and lets another process write.</summary>
    public void Dispose()
    {
        _change?.Dispose();
        _lock.Dispose();
    }

    internal Document Map(CorpusDocument document) => _settings.Map(document);

    internal IndexedFacts FactsOf(int generation, string corpusDigest, string registerDigest) =>
        new(_settings.SchemaVersion, _settings.AnalyzerVersion, corpusDigest, registerDigest, generation);

    /// <summary>The files of a change are on disk and closed: makes a new generation the live one, and tells the readers.</summary>
    internal void Complete(IndexedFacts facts, bool isRebuild)
    {
        if (isRebuild)
        {
            var built = _verifier.Examine(facts.Generation, ExaminationDepth.Checksums);
            if (WhyRebuild(built, _settings.SchemaVersion, _settings.AnalyzerVersion) is { } reason)
            {
                throw IndexErrors.Corrupt(_folder.PathOf(facts.Generation), "what was just built does not read back, " + reason);
            }

            _folder.Switch(facts.Generation);
            _folder.CleanUp(keepPrevious: true);
        }

        _change = null;
        // What this process has just flushed is not read back after each small change; the next start does.
        _health = new IndexHealth { Generation = facts.Generation, Facts = facts };
        _folder.Announce(_health);
    }

    /// <summary>A change ended without a commit.</summary>
    internal void Abandon(int generation, bool isRebuild)
    {
        _change = null;
        _health = null;
        _folder.LastExamined = null;
        if (isRebuild && generation > 0 && _folder.ReadCurrent() != generation)
        {
            _folder.Abandon(generation);
        }
    }

    private IndexHealth ExamineUnlessKnown()
    {
        var stamp = _folder.ReadStamp();
        if (_folder.LastExamined is { } last && last.Stamp == stamp)
        {
            return last.Health;
        }

        var health = _verifier.Examine(ExaminationDepth.Checksums);
        _folder.LastExamined = health.IsSound && stamp is { } known ? (known, health) : null;
        return health;
    }

    private static string? WhyRebuild(IndexHealth health, int schema, string analyzer) => health switch
    {
        { Generation: null } => "there is no index yet",
        { Damage: [var first, ..] } => $"the index is damaged ({first.File}: {first.Reason})",
        { Facts: { } facts } when facts.SchemaVersion != schema => FormattableString.Invariant(
            $"the index has schema {facts.SchemaVersion}, and this version of the program writes schema {schema}"),
        { Facts: { } facts } when facts.AnalyzerVersion != analyzer => "the index was built with another version of the text analysis",
        _ => null,
    };
}
