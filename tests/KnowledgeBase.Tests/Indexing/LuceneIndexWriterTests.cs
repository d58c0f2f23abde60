using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Indexing;

public sealed class LuceneIndexWriterTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void A_new_folder_asks_to_be_built()
    {
        using var writer = _workshop.OpenWriter();

        Assert.Equal("there is no index yet", writer.RebuildReason);
        Assert.Empty(writer.ListFiles());
        Assert.Null(writer.Facts);
    }

    [Fact]
    public void What_is_committed_is_listed_after_a_restart()
    {
        _workshop.Build(Some.Document("B-2", path: "b/two.md"), Some.Document("A-1", path: "z.md"));

        using var writer = _workshop.OpenWriter();
        Assert.Null(writer.RebuildReason);
        Assert.Equal(["b/two.md", "z.md"], writer.ListFiles().Select(static file => file.Path));
        Assert.Equal(IndexedFile.DigestOf(writer.ListFiles()), writer.Facts!.CorpusDigest);
        Assert.Equal(1, writer.Facts.Generation);
    }

    [Fact]
    public void A_document_replaces_the_one_with_its_reference_code()
    {
        _workshop.Build(Some.Document("A-1", "old"));

        using var writer = _workshop.OpenWriter();
        var changed = Some.Document("A-1", "new", "moved/a.md");
        IndexWorkshop.Commit(writer, rebuild: false, changed);

        Assert.Equal(new IndexedFile("moved/a.md", changed.Digest, changed.Id), Assert.Single(writer.ListFiles()));
    }

    [Fact]
    public void A_removed_document_is_gone()
    {
        var kept = Some.Document("A-1");
        _workshop.Build(kept, Some.Document("A-2"));

        using var writer = _workshop.OpenWriter();
        using (var change = writer.Begin(rebuild: false))
        {
            change.Remove(new("A-2"));
            change.Commit(IndexedFile.DigestOf([new IndexedFile(kept.Path, kept.Digest, kept.Id)]));
        }

        Assert.Equal(["A-1"], _workshop.Ids);
        Assert.True(_workshop.Verifier.Examine(ExaminationDepth.Everything).IsSound);
    }

    [Fact]
    public void A_change_that_is_not_committed_leaves_the_index_as_it_was()
    {
        _workshop.Build(Some.Document("A-1"));

        using (var writer = _workshop.OpenWriter())
        using (var change = writer.Begin(rebuild: false))
        {
            change.Put(Some.Document("A-2"));
            change.Remove(new("A-1"));
        }

        Assert.Equal(["A-1"], _workshop.Ids);
    }

    [Fact]
    public void A_rebuild_that_is_not_committed_leaves_the_live_generation_and_no_other()
    {
        _workshop.Build(Some.Document("A-1"));

        using (var writer = _workshop.OpenWriter())
        using (var change = writer.Begin(rebuild: true))
        {
            change.Put(Some.Document("A-2"));
        }

        Assert.Equal(["A-1"], _workshop.Ids);
        Assert.Equal(1, _workshop.Folder.ReadCurrent());
        Assert.Single(Directory.EnumerateDirectories(_workshop.PathOf("generations")));
    }

    [Fact]
    public void A_rebuild_takes_the_place_of_the_live_generation_which_is_kept_for_its_readers()
    {
        _workshop.Build(Some.Document("A-1"));
        _workshop.Build(Some.Document("A-2"));

        Assert.Equal(["A-2"], _workshop.Ids);
        Assert.Equal(2, _workshop.Folder.ReadCurrent());
        Assert.True(Directory.Exists(_workshop.Folder.PathOf(1)));
    }

    [Fact]
    public void The_next_writer_deletes_generations_that_are_not_live()
    {
        _workshop.Build(Some.Document("A-1"));
        _workshop.Build(Some.Document("A-2"));
        Directory.CreateDirectory(_workshop.PathOf("generations/0007"));
        File.WriteAllText(_workshop.PathOf(".CURRENT.123.tmp"), "0007");

        _workshop.OpenWriter().Dispose();

        Assert.Equal([_workshop.Folder.PathOf(2)], Directory.EnumerateDirectories(_workshop.PathOf("generations")));
        Assert.False(File.Exists(_workshop.PathOf(".CURRENT.123.tmp")));
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_lock()
    {
        using var first = _workshop.OpenWriter();

        var refused = Assert.Throws<IndexUnavailableException>(_workshop.OpenWriter);

        Assert.Equal("index.locked", refused.Code);
        Assert.Contains(_workshop.Folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"a test, process {Environment.ProcessId}, since 2026-11-23 12:00:00 UTC", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_is_free_when_the_writer_is_gone()
    {
        _workshop.OpenWriter().Dispose();
        using var second = _workshop.OpenWriter();

        Assert.NotNull(second.RebuildReason);
    }

    [Fact]
    public void Two_changes_at_once_are_a_mistake_of_the_caller()
    {
        using var writer = _workshop.OpenWriter();
        using var change = writer.Begin(rebuild: true);

        Assert.Throws<InvalidOperationException>(() => writer.Begin(rebuild: true));
    }

    [Theory]
    [InlineData(99, "1", "schema")]
    [InlineData(IndexFields.SchemaVersion, "another", "text analysis")]
    public void An_index_of_another_version_asks_to_be_rebuilt(int schema, string analyzer, string reason)
    {
        using (var old = LuceneIndexWriter.Open(
            _workshop.Folder, _workshop.Settings with { SchemaVersion = schema, AnalyzerVersion = analyzer }))
        {
            IndexWorkshop.Commit(old, rebuild: true, Some.Document("A-1"));
        }

        using var writer = _workshop.OpenWriter();
        Assert.Contains(reason, writer.RebuildReason, StringComparison.Ordinal);
        Assert.Empty(writer.ListFiles());
        Assert.Throws<IndexUnavailableException>(() => writer.Begin(rebuild: false));
    }

    [Fact]
    public void Readers_hear_of_every_commit_and_its_generation()
    {
        var heard = new List<int>();
        using var writer = _workshop.OpenWriter();
        _workshop.Folder.Committed += stamp => heard.Add(stamp.Generation);

        IndexWorkshop.Commit(writer, rebuild: true, Some.Document("A-1"));
        IndexWorkshop.Commit(writer, rebuild: false, Some.Document("A-2"));
        IndexWorkshop.Commit(writer, rebuild: true, Some.Document("A-3"));

        Assert.Equal([1, 1, 2], heard);
    }

    [Fact]
    public void The_stamp_changes_with_every_commit_and_with_nothing_else()
    {
        Assert.Null(_workshop.Folder.ReadStamp());
        _workshop.Build(Some.Document("A-1"));
        var built = _workshop.Folder.ReadStamp();

        using var writer = _workshop.OpenWriter();
        using (var change = writer.Begin(rebuild: false))
        {
            change.Put(Some.Document("A-2"));
        }

        Assert.Equal(built, _workshop.Folder.ReadStamp());
        IndexWorkshop.Commit(writer, rebuild: false, Some.Document("A-2"));
        Assert.NotEqual(built, _workshop.Folder.ReadStamp());
        Assert.Equal(1, _workshop.Folder.ReadStamp()!.Generation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0009\n")]
    [InlineData("../../elsewhere\n")]
    [InlineData("-1")]
    public void A_CURRENT_that_names_no_generation_is_no_index(string content)
    {
        _workshop.Build(Some.Document("A-1"));
        File.WriteAllText(_workshop.PathOf("CURRENT"), content);

        using var writer = _workshop.OpenWriter();

        Assert.Equal("there is no index yet", writer.RebuildReason);
        IndexWorkshop.Commit(writer, rebuild: true, Some.Document("A-2"));
        Assert.Equal(["A-2"], _workshop.Ids);
    }
}
