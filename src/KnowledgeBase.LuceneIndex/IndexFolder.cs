using System.Globalization;
using System.Text;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex.Storage;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex;

/// <summary>The folder of an index: which generation is live, and how the next one takes its place.</summary>
/// <remarks>
/// <c>CURRENT</c> names the live generation in one line, and <c>generations/0001</c>, <c>0002</c>, … each hold one Lucene index.
/// A generation becomes live by one rename, so a crash leaves the old one or the new one and nothing between.
/// Safe for use by many callers at once; only the holder of the writer's lock makes, switches and deletes.
/// </remarks>
public sealed class IndexFolder
{
    private const string CurrentName = "CURRENT";
    private const string GenerationsName = "generations";

    private volatile IndexStamp? _lastWhole;

    /// <param name="path">The folder; it need not exist yet.</param>
    public IndexFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Told after each commit of a writer in this process, on its thread, with the state that is live now.</summary>
    /// <remarks>Commits of other processes show in <see cref="ReadStamp"/>.</remarks>
    public event Action<IndexStamp>? Committed;

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The last state that this process has read in full, or written itself: it is not read again at every opening.</summary>
    internal (IndexStamp Stamp, IndexHealth Health)? LastExamined { get; set; }

    /// <summary>Makes the next writer compare every checksum again, as a program that runs for long does from time to time.</summary>
    public void Distrust() => LastExamined = null;

    private string CurrentFile => System.IO.Path.Combine(Path, CurrentName);

    private string Generations => System.IO.Path.Combine(Path, GenerationsName);

    /// <summary>The folder of a generation.</summary>
    public string PathOf(int generation) =>
        System.IO.Path.Combine(Generations, generation.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Number of the live generation; null when there is none, or <c>CURRENT</c> names none that exists.</summary>
    /// <exception cref="Searching.IndexUnavailableException">The folder cannot be read.</exception>
    public int? ReadCurrent()
    {
        try
        {
            var text = File.ReadAllText(CurrentFile).Trim();
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0
                && Directory.Exists(PathOf(number))
                ? number
                : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception))
        {
            throw IndexErrors.Io(CurrentFile, exception);
        }
    }

    /// <summary>
    /// The live state; null when there is none. Costs one small file and one listing, and once for each commit a few more small
    /// files, so a reader may ask many times a second whether another process has committed.
    /// </summary>
    /// <exception cref="Searching.IndexUnavailableException">The folder cannot be read.</exception>
    public IndexStamp? ReadStamp()
    {
        if (ReadCurrent() is not { } generation)
        {
            return null;
        }

        try
        {
            var names = Directory.EnumerateFiles(PathOf(generation)).Select(System.IO.Path.GetFileName);
            return SegmentInfos.GetLastCommitSegmentsFileName([.. names]) is { } commit
                ? LastWhole(new IndexStamp(generation, commit))
                : null;
        }
        catch (DirectoryNotFoundException)
        {
            // Another process switched and cleaned up in between: the next look sees its generation.
            return null;
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception))
        {
            throw IndexErrors.Io(PathOf(generation), exception);
        }
    }

    /// <summary>The state of the last commit that is whole; where none is, the newest: what is wrong with it is for an examination to say.</summary>
    /// <remarks>
    /// The engine writes the file of a commit under its final name and its checksum last. Whoever opens the index meanwhile gets the
    /// commit before, and must not take it for this one: it would never look again.
    /// </remarks>
    private IndexStamp LastWhole(IndexStamp newest)
    {
        if (_lastWhole == newest)
        {
            return newest;
        }

        try
        {
            using var directory = DurableDirectory.At(PathOf(newest.Generation));
            var commit = new SegmentInfos();
            commit.Read(directory);
            return _lastWhole = newest with { Commit = commit.GetSegmentsFileName() };
        }
        catch (Exception)
        {
            // Damaged bytes can make the engine throw anything.
            return newest;
        }
    }

    /// <summary>Bytes of the live generation; 0 when there is none.</summary>
    public long LiveBytes()
    {
        try
        {
            return ReadCurrent() is { } generation ? new DirectoryInfo(PathOf(generation)).EnumerateFiles().Sum(static file => file.Length) : 0;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            // A writer is deleting files meanwhile; whoever asks only wants to know how large the index is, roughly.
            return 0;
        }
    }

    /// <summary>Makes an empty folder for the generation after every one that exists.</summary>
    internal int CreateNext()
    {
        var next = Math.Max(ListGenerations().DefaultIfEmpty(0).Max(), ReadCurrent() ?? 0) + 1;
        Directory.CreateDirectory(PathOf(next));
        DurableFile.FlushFolder(Generations);
        DurableFile.FlushFolder(Path);
        return next;
    }

    /// <summary>Makes a generation the live one, atomically and durably.</summary>
    internal void Switch(int generation)
    {
        // DURABILITY: everything in the new generation was flushed by its commit; now one rename decides.
        DurableFile.FlushFolder(PathOf(generation));
        DurableFile.Write(
            CurrentFile, Encoding.ASCII.GetBytes(generation.ToString("0000", CultureInfo.InvariantCulture) + "\n"), overwrite: true);
    }

    /// <summary>Deletes generations that nobody will open again: abandoned ones, and old ones.</summary>
    /// <param name="keepPrevious">
    /// Whether to leave the one before the live one, which readers may be about to open. Readers that have it open keep it on Linux
    /// whatever is deleted; on Windows their files cannot be deleted and go the next time.
    /// </param>
    internal void CleanUp(bool keepPrevious)
    {
        var current = ReadCurrent();
        var previous = keepPrevious ? ListGenerations().Where(number => number < current).DefaultIfEmpty(0).Max() : 0;
        foreach (var generation in ListGenerations().Where(number => number != current && number != previous))
        {
            DeleteQuietly(() => Directory.Delete(PathOf(generation), recursive: true));
        }

        foreach (var leftover in Directory.EnumerateFiles(Path, ".*" + DurableFile.TemporaryEnding).ToList())
        {
            DeleteQuietly(() => File.Delete(leftover));
        }
    }

    /// <summary>Deletes one generation that never became live.</summary>
    internal void Abandon(int generation) => DeleteQuietly(() => Directory.Delete(PathOf(generation), recursive: true));

    /// <summary>Takes the writer's lock, making the folder when it is not there.</summary>
    /// <exception cref="Searching.IndexUnavailableException">Another process holds it, or the folder cannot be written.</exception>
    internal WriterLock Lock(string purpose, TimeProvider clock)
    {
        try
        {
            Directory.CreateDirectory(Generations);
            return WriterLock.TryTake(Path, purpose, clock)
                ?? throw IndexErrors.Locked(Path, WriterLock.DescribeHolder(Path));
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception))
        {
            throw IndexErrors.Io(Path, exception);
        }
    }

    /// <summary>A writer of this process has committed.</summary>
    internal void Announce(IndexHealth health)
    {
        if (ReadStamp() is { } stamp)
        {
            LastExamined = (stamp, health);
            Committed?.Invoke(stamp);
        }
    }

    private List<int> ListGenerations()
    {
        if (!Directory.Exists(Generations))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateDirectories(Generations)
                .Select(static path => System.IO.Path.GetFileName(path))
                .Where(static name => name.All(char.IsAsciiDigit))
                .Select(static name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(static number => number > 0),
        ];
    }

    private static void DeleteQuietly(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception))
        {
            // Somebody has it open, or the disk refuses: it is in nobody's way, and the next clean-up tries again.
        }
    }
}
