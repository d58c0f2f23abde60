using KnowledgeBase.Cli;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Indexing;

/// <summary>A site sees what another process commits, at whatever moment it looks.</summary>
public sealed class FollowingTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly IndexWorkshop _other;
    private readonly Composition _archive;

    public FollowingTests()
    {
        _workshop.Build(Some.Document("A-1"));
        _other = _workshop.Copy();
        using (var writer = _other.OpenWriter())
        {
            IndexWorkshop.Commit(writer, rebuild: false, Some.Document("A-2"));
        }

        _archive = new Composition(new Places(_workshop.PathOf("corpus"), _workshop.Folder.Path), TimeProvider.System);
    }

    public void Dispose()
    {
        _archive.Dispose();
        _other.Dispose();
        _workshop.Dispose();
    }

    [Fact]
    public async Task A_commit_is_taken_up_when_it_is_whole_and_not_missed_when_it_is_half_written()
    {
        Assert.True(_archive.FollowOtherProcesses());
        var before = _workshop.Folder.ReadStamp();

        // The engine writes the file that names a commit under its final name, and its checksum last.
        var commit = CommitOf(_other);
        foreach (var file in _other.LiveFiles.Where(file => !File.Exists(Here(file))))
        {
            File.Copy(file, Here(file));
        }

        Cut(Here(commit));
        Assert.Equal(before, _workshop.Folder.ReadStamp());
        Assert.False(_archive.FollowOtherProcesses());
        Assert.Equal(1, await TotalAsync());

        File.Copy(commit, Here(commit), overwrite: true);
        Assert.Equal(_other.Folder.ReadStamp(), _workshop.Folder.ReadStamp());
        Assert.True(_archive.FollowOtherProcesses());
        Assert.Equal(2, await TotalAsync());
        Assert.False(_archive.FollowOtherProcesses());
    }

    [Fact]
    public async Task What_could_not_be_read_once_is_looked_at_again()
    {
        var commit = CommitOf(_workshop);
        var whole = await File.ReadAllBytesAsync(commit);
        Cut(commit);
        Assert.Throws<IndexUnavailableException>(() => _archive.FollowOtherProcesses());

        await File.WriteAllBytesAsync(commit, whole);
        Assert.True(_archive.FollowOtherProcesses());
        Assert.Equal(1, await TotalAsync());
    }

    private static string CommitOf(IndexWorkshop index) =>
        index.LiveFiles.Single(static file => Path.GetFileName(file).StartsWith("segments_", StringComparison.Ordinal));

    private string Here(string file) => Path.Combine(_workshop.Folder.PathOf(1), Path.GetFileName(file));

    private static void Cut(string file)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(stream.Length - 8);
    }

    private async Task<long> TotalAsync() =>
        (await _archive.Search.SearchAsync(new SearchRequest { Query = new QueryNode.Everything() }, CancellationToken.None)).Total;
}
