using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;

namespace KnowledgeBase.LuceneIndex.Storage;

/// <summary>Locks that exclude every other process, and that the system frees when their holder dies.</summary>
/// <remarks>
/// DURABILITY: Lucene.Net's own factory opens its lock file for shared reading, which on Linux lets two processes hold the lock
/// at once. These open it for nobody else.
/// </remarks>
/// <param name="folder">Where the lock files stand.</param>
internal sealed class ExclusiveLockFactory(string folder) : LockFactory, IDisposable
{
    private readonly List<ExclusiveLock> _made = [];

    public override Lock MakeLock(string lockName)
    {
        var made = new ExclusiveLock(Path.Combine(folder, lockName));
        lock (_made)
        {
            _made.Add(made);
        }

        return made;
    }

    /// <summary>Never breaks a lock: one that is held has a live writer behind it.</summary>
    public override void ClearLock(string lockName)
    {
    }

    /// <summary>Frees what is still held: a failed commit of Lucene.Net forgets its lock (apache/lucenenet 1284).</summary>
    public void Dispose()
    {
        lock (_made)
        {
            _made.ForEach(static made => made.Dispose());
            _made.Clear();
        }
    }

    private sealed class ExclusiveLock(string path) : Lock
    {
        private FileStream? _held;

        public override bool Obtain()
        {
            if (_held is not null)
            {
                return false;
            }

            _held = OpenExclusively(path);
            return _held is not null;
        }

        public override bool IsLocked()
        {
            if (_held is not null || !File.Exists(path))
            {
                return _held is not null;
            }

            using var probe = OpenExclusively(path);
            return probe is null;
        }

        public override string ToString() => path;

        protected override void Dispose(bool disposing)
        {
            _held?.Dispose();
            _held = null;
        }
    }

    /// <summary>Opens a file that nobody else may open; null when somebody has it open already.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    internal static FileStream? OpenExclusively(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    /// <summary>"Sharing violation" on Windows, EWOULDBLOCK on Linux and on macOS: the file is in use.</summary>
    private static bool IsHeld(IOException exception) =>
        exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        || (!OperatingSystem.IsWindows() && exception.HResult is 11 or 35);
}
