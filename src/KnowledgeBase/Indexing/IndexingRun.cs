using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>Brings an index up to date with its corpus: looks, compares, reads what is new, and commits once.</summary>
/// <remarks>
/// All or nothing: a run that fails or is cancelled leaves the index as it was. A file that is refused does not take its last good
/// version out of the index: that stays searchable until the file is mended or deleted. (A rebuild begins with nothing, so there a
/// refused file is missing until it is mended.)
/// </remarks>
/// <param name="corpus">What is read.</param>
/// <param name="options">How.</param>
/// <param name="clock">Measures the time.</param>
public sealed class IndexingRun(CorpusSource corpus, IndexingOptions options, TimeProvider clock)
{
    /// <summary>Runs once.</summary>
    /// <param name="writer">The index.</param>
    /// <param name="rebuild">Whether to build everything anew even when the index is sound.</param>
    /// <param name="progress">Told after each document; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run; the index is then as it was.</param>
    /// <exception cref="Searching.IndexUnavailableException">The index cannot be read or written.</exception>
    /// <exception cref="IOException">The corpus folder cannot be read.</exception>
    public IndexingReport Run(
        IIndexWriter writer, bool rebuild, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var began = clock.GetTimestamp();
        var listing = corpus.List(cancellationToken);
        var reason = writer.RebuildReason ?? (rebuild ? "asked for" : null);
        var indexed = reason is null ? writer.ListFiles() : [];
        var rereadAll = reason is null && writer.Facts?.RegisterDigest != listing.RegisterDigest;
        var plan = IndexingPlan.Make(indexed, listing.Files, rereadAll);
        if (reason is null && plan.IsEmpty && !rereadAll)
        {
            return new IndexingReport { Unchanged = indexed.Length, Documents = indexed.Length, Elapsed = clock.GetElapsedTime(began) };
        }

        using var change = writer.Begin(reason is not null);
        var merge = new IndexingMerge(plan, change);
        ReadAll(plan, merge, progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var files = merge.Finish(indexed);
        var report = merge.Report(files.Count) with { RebuildReason = reason };
        if (report.HasChanges || rereadAll)
        {
            change.Commit(IndexedFile.DigestOf(files), listing.RegisterDigest);
        }

        return report with { Elapsed = clock.GetElapsedTime(began) };
    }

    /// <summary>Reads ahead on other threads and hands over in order of path: the same corpus always gives the same index.</summary>
    private void ReadAll(
        IndexingPlan plan, IndexingMerge merge, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var total = plan.ToRead.Sum(static file => file.Size);
        var (documents, bytes) = (0, 0L);
        var ahead = new Queue<(CorpusFile File, Task<FileReading> Reading)>();
        try
        {
            foreach (var file in plan.ToRead)
            {
                ahead.Enqueue((file, Task.Run(() => corpus.Read(file, cancellationToken), cancellationToken)));
                if (ahead.Count > options.ReadAhead)
                {
                    TakeNext();
                }
            }

            while (ahead.Count > 0)
            {
                TakeNext();
            }
        }
        finally
        {
            // Whatever happened, no thread goes on reading behind our back.
            Task.WhenAll(ahead.Select(static item => item.Reading)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        void TakeNext()
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (file, reading) = ahead.Dequeue();
            merge.Take(file, reading.GetAwaiter().GetResult());
            documents++;
            bytes += file.Size;
            progress?.Report(new IndexingProgress(documents, plan.ToRead.Length, bytes, total, clock.GetElapsedTime(began)));
        }
    }
}
