using KnowledgeBase.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.LuceneIndex.Storage;

/// <summary>The files of one generation. The one place that chooses how an index is read and written.</summary>
/// <remarks>
/// Reads through <see cref="NIOFSDirectory"/>: memory maps can crash the process while readers are swapped (apache/lucenenet 1013).
/// </remarks>
internal sealed class DurableDirectory : NIOFSDirectory
{
    private readonly ExclusiveLockFactory _locks;
    private readonly string _path;

    private DurableDirectory(string path, ExclusiveLockFactory locks)
        : base(new DirectoryInfo(path), locks)
    {
        _path = path;
        _locks = locks;
    }

    /// <summary>Opens a folder that exists.</summary>
    public static DurableDirectory At(string path) => new(path, new ExclusiveLockFactory(path));

    /// <summary>Makes files durable, and their names.</summary>
    /// <remarks>
    /// DURABILITY: flushes every name it is given. Lucene.Net keeps a list of files not yet flushed, and a file can leave that list
    /// too early (apache/lucenenet 894).
    /// </remarks>
    public override void Sync(ICollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        EnsureOpen();
        foreach (var name in names)
        {
            DurableFile.Flush(Path.Combine(_path, name));
        }

        DurableFile.FlushFolder(_path);
    }

    /// <summary>Opens a file for reading.</summary>
    /// <remarks>
    /// DURABILITY: hides <c>segments.gen</c>, a hint without a checksum: one flipped bit in it keeps a sound index from opening,
    /// and without it Lucene finds the last commit by listing the folder.
    /// </remarks>
    public override IndexInput OpenInput(string name, IOContext context) =>
        name == IndexFileNames.SEGMENTS_GEN
            ? throw new FileNotFoundException("The hint file is not used.", name)
            : base.OpenInput(name, context);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _locks.Dispose();
        }
    }
}
