using System.Collections.Immutable;
using KnowledgeBase.Corpus;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>Puts what is read together with what the index keeps, so that each reference code is there once.</summary>
/// <remarks>
/// What becomes of a file depends on the files and not on the index: of several files with one reference code the first in order
/// of path is the document, so an index that follows the corpus equals one that is built anew.
/// </remarks>
internal sealed class IndexingMerge
{
    private readonly CorpusView _corpus;
    private readonly ImmutableArray<IndexedFile> _indexed;
    private readonly CorpusChanges _changes;
    private readonly List<SnapshotFile> _toRead;
    private readonly Dictionary<DocumentId, IndexedFile> _files = [];
    private readonly HashSet<string> _refusedPaths;
    private readonly List<ReadProblem> _problems;
    private IndexingReport _report;

    public IndexingMerge(CorpusView corpus, ImmutableArray<IndexedFile> indexed, bool rereadAll)
    {
        (_corpus, _indexed) = (corpus, indexed);
        _changes = new CorpusChanges(indexed.Select(static file => new KnownFile(file.Path, file.Digest, file.Id)));
        _toRead = [.. corpus.Snapshot.Files.Where(file => rereadAll || _changes.IsUnchanged(file.Path, file.Digest) is null)];
        _problems = [.. corpus.RegisterProblems, .. corpus.Snapshot.Problems];
        _refusedPaths = [.. corpus.Snapshot.Problems.Select(static problem => problem.File)];
        HasNothingToDo = _toRead.Count == 0 && corpus.Snapshot.Files.Length == indexed.Length;
        _report = new IndexingReport
        {
            Documents = indexed.Length,
            Unchanged = HasNothingToDo ? indexed.Length : 0,
            Refused = corpus.Snapshot.Problems.Length,
        };
    }

    /// <summary>Whether the corpus is what the index holds.</summary>
    public bool HasNothingToDo { get; }

    /// <summary>The files that the index holds after <see cref="Apply"/>.</summary>
    public IReadOnlyCollection<IndexedFile> Files => _files.Values;

    /// <summary>What was done, but for the time it took.</summary>
    public IndexingReport Report => _report with
    {
        Problems = [.. _problems.OrderBy(static problem => problem.File, StringComparer.Ordinal).ThenBy(static problem => problem.Line)],
    };

    /// <summary>Reads what is new, and changes the index.</summary>
    public void Apply(IIndexChange change, ReadAhead reading, CancellationToken cancellationToken)
    {
        var readings = reading.Read(_toRead, cancellationToken).GetEnumerator();
        try
        {
            var read = _toRead.ToDictionary(static file => file.Path, StringComparer.Ordinal);
            foreach (var file in _corpus.Snapshot.Files)
            {
                if (!read.ContainsKey(file.Path))
                {
                    Take(change, file, document: null, _changes.IsUnchanged(file.Path, file.Digest));
                }
                else if (readings.MoveNext())
                {
                    _problems.AddRange(readings.Current.Result.Problems);
                    var document = readings.Current.Result.Document;
                    Take(change, file, document, document?.Id);
                }
            }
        }
        finally
        {
            readings.Dispose();
        }

        KeepLastGoodVersions();
        foreach (var file in _indexed.Where(file => !_files.ContainsKey(file.Id)))
        {
            change.Remove(file.Id);
            _report = _report with { Removed = _report.Removed + 1 };
        }

        _report = _report with { Documents = _files.Count };
    }

    private void Take(IIndexChange change, SnapshotFile file, CorpusDocument? document, DocumentId? id)
    {
        // The digest of the bytes that were read: the file may have changed since the folder was listed.
        var digest = document?.Digest ?? file.Digest;
        var outcome = _changes.Next(file.Path, digest, id);
        if (outcome.Kind == CorpusChangeKind.Refused)
        {
            Refuse(file.Path, outcome.Problem);
            return;
        }

        _files[id!.Value] = new IndexedFile(file.Path, digest, id.Value);
        if (document is not null)
        {
            change.Put(document);
            _report = _report with { Bytes = _report.Bytes + file.Size };
        }

        _report = outcome.Kind switch
        {
            CorpusChangeKind.Added => _report with { Added = _report.Added + 1 },
            CorpusChangeKind.Moved => _report with { Moved = _report.Moved + 1 },
            CorpusChangeKind.Unchanged when document is null => _report with { Unchanged = _report.Unchanged + 1 },
            _ => _report with { Changed = _report.Changed + 1 },
        };
    }

    private void Refuse(string path, ReadProblem? problem)
    {
        _report = _report with { Refused = _report.Refused + 1 };
        _refusedPaths.Add(path);
        if (problem is not null)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>What the index has of a refused file, or of a folder that cannot be listed, stays unless its code is in use.</summary>
    private void KeepLastGoodVersions()
    {
        foreach (var last in _indexed.Where(file => IsRefused(file.Path)))
        {
            if (_files.TryAdd(last.Id, last))
            {
                _report = _report with { Kept = _report.Kept + 1 };
            }
        }
    }

    private bool IsRefused(string path)
    {
        if (_refusedPaths.Contains(path) || _refusedPaths.Contains(""))
        {
            return true;
        }

        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (_refusedPaths.Contains(path[..slash]))
            {
                return true;
            }
        }

        return false;
    }
}
