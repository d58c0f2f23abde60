using KnowledgeBase.LuceneIndex.Snapshots;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>Keeps completions ready: after a commit those of the state before answer until those of the new one have been worked out beside.</summary>
/// <remarks>Safe for use by many callers at once. One state is worked out at a time.</remarks>
/// <param name="snapshotOf">The snapshot of a reader.</param>
internal sealed class ReadyCompletions(Func<DirectoryReader, Snapshot> snapshotOf)
{
    private readonly Lock _lock = new();
    private Completions? _ready;
    private (IndexState State, Task<Completions> Task)? _making;

    /// <summary>Completions to answer from now: those of the state, or of one before it; waits only when there are none at all.</summary>
    public Completions For(IndexState state)
    {
        var ready = Volatile.Read(ref _ready);
        if (ready is not null && ready.Cover(state))
        {
            return ready;
        }

        var making = Prepare(state);
        return ready ?? making.GetAwaiter().GetResult();
    }

    /// <summary>Works them out of a new state, if anybody has asked for those of another.</summary>
    public Task Follow(IndexState state) => Volatile.Read(ref _ready) is null ? Task.CompletedTask : Prepare(state);

    /// <summary>Works them out unless they are ready or under way.</summary>
    public Task<Completions> Prepare(IndexState state)
    {
        lock (_lock)
        {
            if (_ready is not null && _ready.Cover(state))
            {
                return Task.FromResult(_ready);
            }

            if (_making is { Task.IsCompleted: false } making && making.State == state)
            {
                return making.Task;
            }

            // The reader is held open meanwhile, whatever is committed.
            state.Reader.IncRef();
            var task = Make(state, _making?.Task);
            _making = (state, task);
            return task;
        }
    }

    private async Task<Completions> Make(IndexState state, Task? last)
    {
        try
        {
            if (last is not null)
            {
                await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return await Task.Run(() => Publish(Completions.Of(state.Generation, snapshotOf(state.Reader), Volatile.Read(ref _ready)))).ConfigureAwait(false);
        }
        finally
        {
            state.Reader.DecRef();
        }
    }

    private Completions Publish(Completions made)
    {
        Volatile.Write(ref _ready, made);
        return made;
    }
}

/// <summary>A commit of an index, open for reading.</summary>
/// <param name="Generation">Number of the generation.</param>
/// <param name="Reader">Its documents.</param>
internal readonly record struct IndexState(int Generation, DirectoryReader Reader);
