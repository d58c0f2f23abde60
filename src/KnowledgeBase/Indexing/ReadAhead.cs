using KnowledgeBase.Corpus;

namespace KnowledgeBase.Indexing;

/// <summary>Reads files on other threads and hands them over in order: the same corpus always gives the same index.</summary>
internal sealed class ReadAhead(CorpusView corpus, int count, IProgress<IndexingProgress>? progress, TimeProvider clock)
{
    /// <summary>Reads the files; each result is given in the order of the list.</summary>
    public IEnumerable<(SnapshotFile File, ReadResult Result)> Read(IReadOnlyCollection<SnapshotFile> files, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var total = files.Sum(static file => file.Size);
        var (documents, bytes) = (0, 0L);
        var ahead = new Queue<Task<(SnapshotFile File, ReadResult Result)>>();
        using var rest = files.GetEnumerator();
        try
        {
            while (true)
            {
                while (ahead.Count < count && rest.MoveNext())
                {
                    var file = rest.Current;
                    ahead.Enqueue(Task.Run(() => (file, corpus.Read(file)), cancellationToken));
                }

                if (!ahead.TryDequeue(out var next))
                {
                    yield break;
                }

                var result = next.GetAwaiter().GetResult();
                cancellationToken.ThrowIfCancellationRequested();
                bytes += result.File.Size;
                progress?.Report(new IndexingProgress(++documents, files.Count, bytes, total, clock.GetElapsedTime(began)));
                yield return result;
            }
        }
        finally
        {
            // Whatever happened, no thread goes on reading behind our back.
            Task.WhenAll(ahead).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }
}
