using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex.Ranking.Latent;
using KnowledgeBase.LuceneIndex.Storage;
using KnowledgeBase.LuceneIndex.Suggestions;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.LuceneIndex;

/// <summary>One all-or-nothing change to an index: until <see cref="Commit"/> returns, readers and a restart see none of it.</summary>
/// <remarks>
/// Exists because disposing an <see cref="IndexWriter"/> commits what is buffered, so a bare <c>using</c> would save half a
/// batch when an exception passes through it. The only place that makes an <see cref="IndexWriter"/>. For one thread.
/// </remarks>
internal sealed class IndexTransaction : IDisposable
{
    private readonly IndexWriter _writer;
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private bool _committed;

    private IndexTransaction(IndexWriter writer) => _writer = writer;

    /// <param name="directory">The files of the generation; the caller disposes it afterwards.</param>
    /// <param name="create">Whether to begin an empty index instead of changing the one that is there.</param>
    /// <param name="bufferMebibytes">Memory for documents not yet written, in mebibytes.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IndexTransaction Begin(Directory directory, bool create, double bufferMebibytes)
    {
        // Every field arrives as tokens or as one term, so the analyzer is never asked.
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = create ? OpenMode.CREATE : OpenMode.APPEND,
            RAMBufferSizeMB = bufferMebibytes,
            // DURABILITY: one thread writes, so that no flush races with a file that is still being written (apache/lucenenet 894).
            MergeScheduler = new SerialMergeScheduler(),
            MaxThreadStates = 1,
            // DURABILITY: damage is found before a merge would copy it into a new segment under a good checksum.
            CheckIntegrityAtMerge = true,
            // The folder's own lock keeps other writers out; this one is either free or something is badly wrong.
            WriteLockTimeout = 0,
        };
        return new IndexTransaction(new IndexWriter(directory, config));
    }

    public void Put(Term key, Document document)
    {
        _touched.Add(key.Text);
        _writer.UpdateDocument(key, document);
    }

    public void Remove(Term key)
    {
        _touched.Add(key.Text);
        _writer.DeleteDocuments(key);
    }

    /// <param name="facts">Small facts stored in the same commit.</param>
    /// <exception cref="IOException">The disk refused; the index is as it was before the transaction.</exception>
    public void Commit(IndexedFacts facts)
    {
        var data = CommitFacts.Write(facts);
        var (model, phrases) = PrepareFiles();
        Name(data, LatentFiles.Files, model);
        Name(data, PhraseFiles.Files, phrases);
        _writer.SetCommitData(data);
        _writer.Commit();
        _committed = true;
        CleanUp(model, phrases);
    }

    /// <summary>The files beside the index's own that the commit is to name.</summary>
    private (string? Model, string? Phrases) PrepareFiles()
    {
        var last = _writer.CommitData;
        using var reader = DirectoryReader.Open(_writer, applyAllDeletes: true);
        return (
            LatentFiles.Prepare(_writer.Directory, reader, LatentFiles.Files.NameIn(last)),
            PhraseFiles.Prepare(_writer.Directory, reader, PhraseFiles.Files.NameIn(last), _touched));
    }

    private static void Name(IDictionary<string, string> data, CommitFiles files, string? name)
    {
        if (name is not null)
        {
            data[files.Key] = name;
        }
    }

    private void CleanUp(string? model, string? phrases)
    {
        try
        {
            LatentFiles.Files.CleanUp(_writer.Directory, model);
            PhraseFiles.Files.CleanUp(_writer.Directory, phrases);
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception))
        {
            // The change is on disk; what is left over is in nobody's way, and the next change tries again.
        }
    }

    /// <summary>Closes the writer, first undoing the change if it was not committed. Never fails.</summary>
    public void Dispose()
    {
        try
        {
            if (_committed)
            {
                // Also commits the merges that the commit began; without them the index is whole, only in more pieces.
                _writer.Dispose();
                return;
            }
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception) || exception is InvalidOperationException)
        {
            // DURABILITY: the change itself is on disk. Undo the merge that failed; the next transaction merges again.
        }

        Undo();
    }

    private void Undo()
    {
        try
        {
            _writer.Rollback();
        }
        catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception) || exception is InvalidOperationException)
        {
            // The last commit stands whether or not the files after it could be deleted; the next writer deletes them.
            // Its lock is freed with the directory.
        }
    }
}
