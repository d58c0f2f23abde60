using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Which model belongs to a commit: a file beside the index's own, named in the commit itself.</summary>
internal static class LatentFiles
{
    /// <summary>Key of the file's name in the user data of a commit; absent when the archive is too small for a model.</summary>
    public const string Key = "latent";

    /// <summary>A model is trained again once this share of documents has come or gone since.</summary>
    private const double Drift = 0.1;

    private const string Beginning = "latent-";

    /// <summary>The file of a commit; null when it has none.</summary>
    public static string? NameIn(IDictionary<string, string>? commitData) =>
        commitData is not null && commitData.TryGetValue(Key, out var name) ? name : null;

    /// <summary>The file that the next commit names: the last one where it still fits, a new one, durably written, where it does not.</summary>
    /// <param name="directory">The files of the generation.</param>
    /// <param name="reader">The documents as they will be after the commit.</param>
    /// <param name="last">The file of the last commit; null for none.</param>
    public static string? Prepare(Lucene.Net.Store.Directory directory, DirectoryReader reader, string? last)
    {
        if (reader.NumDocs < LatentModelBuilder.FewestDocuments)
        {
            return null;
        }

        if (last is not null && Math.Abs(LatentModel.ReadDocuments(directory, last) - reader.NumDocs) <= Drift * reader.NumDocs)
        {
            return last;
        }

        var name = Next(directory);
        LatentModelBuilder.Build(reader, CancellationToken.None).Write(directory, name);
        // DURABILITY: on disk before the commit that names it.
        directory.Sync([name]);
        return name;
    }

    /// <summary>Deletes the models that no commit names any more. A search that began before has its model in memory.</summary>
    public static void CleanUp(Lucene.Net.Store.Directory directory, string? kept)
    {
        foreach (var name in directory.ListAll().Where(name => name.StartsWith(Beginning, StringComparison.Ordinal) && name != kept))
        {
            directory.DeleteFile(name);
        }
    }

    /// <summary>A name that was never used in this folder, so that a model is never changed under a reader.</summary>
    private static string Next(Lucene.Net.Store.Directory directory)
    {
        var taken = directory.ListAll().ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue - 1)
            .Select(static number => FormattableString.Invariant($"{Beginning}{number:0000}.bin"))
            .First(name => !taken.Contains(name));
    }
}
