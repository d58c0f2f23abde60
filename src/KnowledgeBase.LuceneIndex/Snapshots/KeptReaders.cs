using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>States of the index that somebody is paging through, kept open for a while after a newer one took their place.</summary>
/// <remarks>
/// Only states that were asked for are kept, each once however many readers page through it; they share all segments that did not
/// change. Safe for use by many callers at once.
/// </remarks>
internal sealed class KeptReaders(TimeProvider clock) : IDisposable
{
    /// <summary>How long a state is kept after it was last asked for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Most states at a time; the one that nobody asked for the longest goes first.</summary>
    public const int Most = 16;

    private readonly Dictionary<string, (DirectoryReader Reader, long LastUse)> _readers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private bool _isDisposed;

    /// <summary>Keeps a state.</summary>
    /// <param name="version">Its name.</param>
    /// <param name="reader">Open; a reference of its own is taken.</param>
    public void Keep(string version, DirectoryReader reader)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            DropOld();
            if (_readers.ContainsKey(version))
            {
                return;
            }

            if (_readers.Count >= Most)
            {
                Drop(_readers.MinBy(static kept => kept.Value.LastUse).Key);
            }

            reader.IncRef();
            _readers[version] = (reader, clock.GetTimestamp());
        }
    }

    /// <summary>A kept state, with a reference for the caller to give back by <c>DecRef</c>; null when it is not kept.</summary>
    public DirectoryReader? Borrow(string version)
    {
        lock (_lock)
        {
            DropOld();
            if (!_readers.TryGetValue(version, out var kept))
            {
                return null;
            }

            _readers[version] = (kept.Reader, clock.GetTimestamp());
            kept.Reader.IncRef();
            return kept.Reader;
        }
    }

    /// <summary>Closes what has been kept for long enough.</summary>
    public void ForgetOld()
    {
        lock (_lock)
        {
            DropOld();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var version in _readers.Keys.ToList())
            {
                Drop(version);
            }
        }
    }

    private void DropOld()
    {
        foreach (var (version, kept) in _readers.ToList())
        {
            if (clock.GetElapsedTime(kept.LastUse) > Patience)
            {
                Drop(version);
            }
        }
    }

    private void Drop(string version)
    {
        _readers.Remove(version, out var kept);
        kept.Reader.DecRef();
    }
}
