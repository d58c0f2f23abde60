using System.Collections.Immutable;

namespace KnowledgeBase.Indexing;

/// <summary>What must be read to bring an index up to date. Pure.</summary>
internal sealed record IndexingPlan
{
    /// <summary>Files to read, in order of path.</summary>
    public required ImmutableArray<CorpusFile> ToRead { get; init; }

    /// <summary>What the index has of the files to read, by their present path: under the same path, or moved from another.</summary>
    public required IReadOnlyDictionary<string, IndexedFile> Before { get; init; }

    /// <summary>Indexed files that need nothing.</summary>
    public required ImmutableArray<IndexedFile> Unchanged { get; init; }

    /// <summary>Indexed files that are gone.</summary>
    public required ImmutableArray<IndexedFile> Gone { get; init; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => ToRead.IsEmpty && Gone.IsEmpty;

    /// <param name="indexed">What the index holds.</param>
    /// <param name="files">What the corpus holds.</param>
    /// <param name="rereadAll">Whether files with the same bytes are read again too.</param>
    public static IndexingPlan Make(IEnumerable<IndexedFile> indexed, IEnumerable<CorpusFile> files, bool rereadAll)
    {
        var byPath = indexed.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        var present = files.OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        var gone = byPath.Values.ExceptBy(present.Select(static file => file.Path), static file => file.Path)
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .ToList();
        var before = new Dictionary<string, IndexedFile>(StringComparer.Ordinal);
        var (toRead, unchanged) = (ImmutableArray.CreateBuilder<CorpusFile>(), ImmutableArray.CreateBuilder<IndexedFile>());
        foreach (var file in present)
        {
            if (byPath.TryGetValue(file.Path, out var known))
            {
                if (known.Digest == file.Digest && !rereadAll)
                {
                    unchanged.Add(known);
                    continue;
                }

                before[file.Path] = known;
            }
            else if (gone.FindIndex(old => old.Digest == file.Digest) is var moved and >= 0)
            {
                before[file.Path] = gone[moved];
                gone.RemoveAt(moved);
            }

            toRead.Add(file);
        }

        return new IndexingPlan { ToRead = toRead.ToImmutable(), Before = before, Unchanged = unchanged.ToImmutable(), Gone = [.. gone] };
    }
}
