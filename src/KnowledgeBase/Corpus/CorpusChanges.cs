using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus;

/// <summary>A file that was read before.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="Id">Its reference code.</param>
public sealed record KnownFile(string Path, string Digest, DocumentId Id);

/// <summary>What became of a file.</summary>
public enum CorpusChangeKind
{
    /// <summary>The same file with the same bytes.</summary>
    Unchanged,

    /// <summary>A document that was not known.</summary>
    Added,

    /// <summary>A known document with other bytes in the same file.</summary>
    Changed,

    /// <summary>A known document in another file; its bytes may have changed too.</summary>
    Moved,

    /// <summary>Not a document: it cannot be read, or its reference code is taken.</summary>
    Refused,
}

/// <summary>What became of one file.</summary>
/// <param name="Kind">What.</param>
/// <param name="Path">The file.</param>
/// <param name="Id">Its reference code; null when it could not be read.</param>
/// <param name="Problem">Why it is refused, when its reference code is taken; null otherwise.</param>
public sealed record CorpusChange(CorpusChangeKind Kind, string Path, DocumentId? Id, ReadProblem? Problem = null);

/// <summary>The difference between the files of a corpus and those known before, file by file.</summary>
/// <remarks>
/// The result depends on the files alone and not on what was known, so an index that follows the changes equals one that is built
/// anew: of several files with one reference code the first in ordinal order of path is the document, and the others are refused,
/// also when one of the others was the document before.
/// Usage: for every file in ordinal order of path, <see cref="IsUnchanged"/>; if it is not, read it; then <see cref="Next"/> with
/// its reference code, or none. At the end <see cref="Removed"/>.
/// </remarks>
public sealed class CorpusChanges
{
    private readonly Dictionary<string, KnownFile> _knownByPath;
    private readonly Dictionary<DocumentId, KnownFile> _knownById;
    private readonly Dictionary<DocumentId, string> _pathOf = [];
    private string? _lastPath;

    /// <param name="known">The files read before; no path and no reference code stands twice.</param>
    public CorpusChanges(IEnumerable<KnownFile> known)
    {
        var files = known.ToList();
        _knownByPath = files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        _knownById = files.ToDictionary(static file => file.Id);
    }

    /// <summary>The known documents that no file holds any more, in order of reference code; complete after the last file.</summary>
    public ImmutableArray<DocumentId> Removed => [.. _knownById.Keys.Where(id => !_pathOf.ContainsKey(id)).Order()];

    /// <summary>The reference code of a file that is as it was; null when it must be read.</summary>
    public DocumentId? IsUnchanged(string path, string digest) =>
        _knownByPath.TryGetValue(path, out var known) && known.Digest == digest ? known.Id : null;

    /// <summary>Takes the next file.</summary>
    /// <param name="path">The file; after the one before in ordinal order.</param>
    /// <param name="digest">SHA-256 of its bytes.</param>
    /// <param name="id">Its reference code; null when it is refused.</param>
    /// <exception cref="ArgumentException">The files are not in order.</exception>
    public CorpusChange Next(string path, string digest, DocumentId? id)
    {
        if (_lastPath is not null && string.CompareOrdinal(path, _lastPath) <= 0)
        {
            throw new ArgumentException($"'{path}' comes before '{_lastPath}'.", nameof(path));
        }

        _lastPath = path;
        if (id is not { } code)
        {
            return new CorpusChange(CorpusChangeKind.Refused, path, null);
        }

        if (!_pathOf.TryAdd(code, path))
        {
            var problem = new ReadProblem(
                "front_matter.ref_taken", path, 0, "ref",
                $"The reference code {code} is taken by {_pathOf[code]}; every document has a code of its own, so {path} is left out.");
            return new CorpusChange(CorpusChangeKind.Refused, path, code, problem);
        }

        var kind = !_knownById.TryGetValue(code, out var known) ? CorpusChangeKind.Added
            : known.Path != path ? CorpusChangeKind.Moved
            : known.Digest != digest ? CorpusChangeKind.Changed
            : CorpusChangeKind.Unchanged;
        return new CorpusChange(kind, path, code);
    }

    /// <summary>The whole difference of two lists, for files whose reference codes are known.</summary>
    /// <param name="before">The files read before.</param>
    /// <param name="now">The files now, in any order.</param>
    /// <returns>What became of each file, in ordinal order of path, and the documents that are gone.</returns>
    public static (ImmutableArray<CorpusChange> Files, ImmutableArray<DocumentId> Removed) Between(
        IEnumerable<KnownFile> before, IEnumerable<KnownFile> now)
    {
        var changes = new CorpusChanges(before);
        var files = now.OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(file => changes.Next(file.Path, file.Digest, file.Id))
            .ToImmutableArray();
        return (files, changes.Removed);
    }
}
