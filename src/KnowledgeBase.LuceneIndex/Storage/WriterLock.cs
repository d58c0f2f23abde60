using System.Globalization;
using System.Text;
using KnowledgeBase.Indexing;

namespace KnowledgeBase.LuceneIndex.Storage;

/// <summary>The right to change an index folder: one process has it at a time, until it lets go or ends, however it ends.</summary>
internal sealed class WriterLock : IDisposable
{
    private const string LockName = "write.lock";
    private const string HolderName = "write.holder";

    private readonly FileStream _held;

    private WriterLock(FileStream held) => _held = held;

    /// <summary>Takes the lock; null when another holds it.</summary>
    /// <param name="folder">The index folder, which exists.</param>
    /// <param name="purpose">What for, in words, such as <c>kb index</c>: what others are told while it is held.</param>
    /// <param name="clock">Tells since when.</param>
    /// <exception cref="IOException">The folder cannot be written, or its file system keeps no locks.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static WriterLock? TryTake(string folder, string purpose, TimeProvider clock)
    {
        var path = Path.Combine(folder, LockName);
        var held = ExclusiveLockFactory.OpenExclusively(path);
        if (held is null)
        {
            return null;
        }

        var taken = new WriterLock(held);
        try
        {
            EnsureLocksWork(path);
            Introduce(Path.Combine(folder, HolderName), purpose, clock);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Who holds the lock, in words; null when nobody says.</summary>
    /// <remarks>For messages only: the system alone knows whether the lock is held.</remarks>
    public static string? DescribeHolder(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, HolderName)).Trim();
            return text.Length is > 0 and < 300 ? text : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();

    /// <summary>.NET goes on without a lock where the file system has none; then two writers would destroy the index.</summary>
    private static void EnsureLocksWork(string path)
    {
        using var second = ExclusiveLockFactory.OpenExclusively(path);
        if (second is not null)
        {
            throw new IOException($"The file system of '{path}' does not keep locks; keep the index on a local disk.");
        }
    }

    private static void Introduce(string path, string purpose, TimeProvider clock)
    {
        var since = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        DurableFile.Write(
            path,
            Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{purpose}, process {Environment.ProcessId}, since {since}\n")),
            overwrite: true);
    }
}
