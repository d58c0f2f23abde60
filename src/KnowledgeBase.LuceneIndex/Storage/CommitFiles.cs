namespace KnowledgeBase.LuceneIndex.Storage;

/// <summary>Files of one kind beside the index's own: each commit names the one that belongs to it in its user data.</summary>
/// <param name="key">Key of the file's name in the user data of a commit; absent when it has none.</param>
/// <param name="beginning">How the names of the files begin.</param>
internal sealed class CommitFiles(string key, string beginning)
{
    /// <summary>Key of the file's name in the user data of a commit.</summary>
    public string Key => key;

    /// <summary>The file of a commit; null when it has none.</summary>
    public string? NameIn(IDictionary<string, string>? commitData) =>
        commitData is not null && commitData.TryGetValue(key, out var name) ? name : null;

    /// <summary>Writes a file that the next commit can name: durably, and under a name that was never used in this folder, so that nothing changes under a reader.</summary>
    public string Write(Lucene.Net.Store.Directory directory, Action<Lucene.Net.Store.Directory, string> write)
    {
        var taken = directory.ListAll().ToHashSet(StringComparer.Ordinal);
        var name = Enumerable.Range(1, int.MaxValue - 1)
            .Select(number => FormattableString.Invariant($"{beginning}{number:0000}.bin"))
            .First(name => !taken.Contains(name));
        write(directory, name);
        // DURABILITY: on disk before the commit that names it.
        directory.Sync([name]);
        return name;
    }

    /// <summary>Deletes the files that no commit names any more. A search that began before has its file in memory.</summary>
    public void CleanUp(Lucene.Net.Store.Directory directory, string? kept)
    {
        foreach (var name in directory.ListAll().Where(name => name.StartsWith(beginning, StringComparison.Ordinal) && name != kept))
        {
            directory.DeleteFile(name);
        }
    }
}
