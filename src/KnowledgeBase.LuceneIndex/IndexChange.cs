using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.Searching;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.LuceneIndex;

/// <summary>A change under way: passes documents to the transaction, and tells the writer how it ended.</summary>
/// <remarks>Every failure of the disk leaves as an <see cref="IndexUnavailableException"/>, and the change cannot go on after it.</remarks>
internal sealed class IndexChange(
    LuceneIndexWriter owner, int generation, bool isRebuild, Directory directory, IndexTransaction transaction) : IIndexChange
{
    private bool _ended;

    public void Put(CorpusDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ObjectDisposedException.ThrowIf(_ended, this);
        var mapped = owner.Map(document);
        mapped.Add(IndexedFiles.ToField(document));
        Guard(() => transaction.Put(DocumentMapping.Key(document.Id), mapped));
    }

    public void Remove(DocumentId id)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        Guard(() => transaction.Remove(DocumentMapping.Key(id)));
    }

    public void Commit(string corpusDigest, string registerDigest = "")
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        Guard(() =>
        {
            var facts = owner.FactsOf(generation, corpusDigest, registerDigest);
            transaction.Commit(facts);
            CloseFiles();
            owner.Complete(facts, isRebuild);
            _ended = true;
        });
    }

    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            CloseFiles();
            owner.Abandon(generation, isRebuild);
        }
    }

    private void CloseFiles()
    {
        transaction.Dispose();
        directory.Dispose();
    }

    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception)
        {
            // DURABILITY: after any exception from the writer nothing it holds in memory is trusted.
            Dispose();
            if (IndexErrors.IsFromSurroundings(exception))
            {
                throw IndexErrors.From(owner.Path, exception);
            }

            throw;
        }
    }
}
