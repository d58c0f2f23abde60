namespace KnowledgeBase.Indexing;

/// <summary>Brings an index up to date with its corpus: looks, compares, reads what is new, and commits once.</summary>
/// <remarks>
/// All or nothing: a run that fails or is cancelled leaves the index as it was. A file that is refused does not take its last good
/// version out of the index: that stays searchable until the file is mended or deleted. (A rebuild begins with nothing, so there a
/// refused file is missing until it is mended.)
/// </remarks>
/// <param name="look">Looks at the corpus.</param>
/// <param name="options">How to work.</param>
/// <param name="clock">Measures the time.</param>
public sealed class IndexingRun(Func<CancellationToken, CorpusView> look, IndexingOptions options, TimeProvider clock)
{
    /// <summary>Runs once.</summary>
    /// <param name="writer">The index.</param>
    /// <param name="rebuild">Whether to build everything anew even when the index is sound.</param>
    /// <param name="progress">Told after each document that was read; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run; the index is then as it was.</param>
    /// <exception cref="Searching.IndexUnavailableException">The index cannot be read or written.</exception>
    /// <exception cref="IOException">The corpus folder cannot be read.</exception>
    public IndexingReport Run(
        IIndexWriter writer, bool rebuild, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var began = clock.GetTimestamp();
        var corpus = look(cancellationToken);
        var reason = writer.RebuildReason ?? (rebuild ? "asked for" : null);
        var indexed = reason is null ? writer.ListFiles() : [];
        var rereadAll = reason is null && writer.Facts?.RegisterDigest != corpus.RegisterDigest;
        var merge = new IndexingMerge(corpus, indexed, rereadAll);
        if (reason is null && !rereadAll && merge.HasNothingToDo)
        {
            return merge.Report with { Elapsed = clock.GetElapsedTime(began) };
        }

        using var change = writer.Begin(reason is not null);
        merge.Apply(change, new ReadAhead(corpus, options.ReadAhead, progress, clock), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var report = merge.Report with { RebuildReason = reason };
        if (report.HasChanges || rereadAll)
        {
            change.Commit(IndexedFile.DigestOf(merge.Files), corpus.RegisterDigest);
        }

        return report with { Elapsed = clock.GetElapsedTime(began) };
    }
}
