using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>Puts what was read together with what the index keeps, so that each reference code is there once.</summary>
internal sealed class IndexingMerge
{
    private readonly IndexingPlan _plan;
    private readonly IIndexChange _change;
    private readonly Dictionary<DocumentId, IndexedFile> _files;
    private readonly List<IndexedFile> _refused = [];
    private readonly ImmutableArray<IndexingProblem>.Builder _problems = ImmutableArray.CreateBuilder<IndexingProblem>();
    private IndexingReport _report;

    public IndexingMerge(IndexingPlan plan, IIndexChange change)
    {
        _plan = plan;
        _change = change;
        _files = plan.Unchanged.ToDictionary(static file => file.Id);
        _report = new IndexingReport { Unchanged = plan.Unchanged.Length, Removed = plan.Gone.Length };
    }

    /// <summary>Takes the next file, in order of path.</summary>
    public void Take(CorpusFile file, FileReading reading)
    {
        _problems.AddRange(reading.Problems);
        var before = _plan.Before.GetValueOrDefault(file.Path);
        if (reading.Document is not { } document)
        {
            Refuse(before);
        }
        else if (_files.TryGetValue(document.Id, out var other))
        {
            _problems.Add(new IndexingProblem(
                file.Path, null, "ref", $"'{document.Id}' is already the reference code of {other.Path}; give this document one of its own."));
            Refuse(before);
        }
        else
        {
            // The digest of the bytes that were read: the file may have changed since the folder was listed.
            _files[document.Id] = new IndexedFile(document.Path, document.Digest, document.Id);
            _change.Put(document);
            Count(file, before);
        }
    }

    /// <summary>Keeps the last good versions of refused files, and removes what is in the index and nowhere else.</summary>
    /// <returns>The files that the index holds afterwards.</returns>
    public IReadOnlyCollection<IndexedFile> Finish(ImmutableArray<IndexedFile> indexed)
    {
        foreach (var last in _refused)
        {
            if (_files.TryAdd(last.Id, last))
            {
                _report = _report with { Kept = _report.Kept + 1 };
            }
        }

        foreach (var file in indexed.Where(file => !_files.ContainsKey(file.Id)))
        {
            _change.Remove(file.Id);
        }

        return _files.Values;
    }

    public IndexingReport Report(int documents) => _report with { Documents = documents, Problems = _problems.ToImmutable() };

    private void Refuse(IndexedFile? before)
    {
        _report = _report with { Refused = _report.Refused + 1 };
        if (before is not null)
        {
            _refused.Add(before);
        }
    }

    private void Count(CorpusFile file, IndexedFile? before)
    {
        _report = _report with { Bytes = _report.Bytes + file.Size };
        _report = before switch
        {
            null => _report with { Added = _report.Added + 1 },
            _ when before.Path != file.Path => _report with { Moved = _report.Moved + 1 },
            _ => _report with { Changed = _report.Changed + 1 },
        };
    }
}
