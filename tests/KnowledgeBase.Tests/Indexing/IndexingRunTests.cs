using CsCheck;
using KnowledgeBase.Indexing;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests.Indexing;

public sealed class IndexingRunTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly MemoryCorpus _corpus = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void The_first_run_builds_and_says_why()
    {
        _corpus.Files["a.md"] = "A-1\none";
        _corpus.Files["b.md"] = "A-2\ntwo";

        var report = Run();

        Assert.Equal("there is no index yet", report.RebuildReason);
        Assert.Equal((2, 0, 0, 0, 0, 0), Counts(report));
        Assert.Equal(2, report.Documents);
        Assert.Equal(["A-1", "A-2"], _workshop.Ids);
    }

    [Fact]
    public void A_run_without_changes_reads_and_writes_nothing()
    {
        _corpus.Files["a.md"] = "A-1\none";
        Run();
        var stamp = _workshop.Folder.ReadStamp();
        _corpus.Read.Clear();

        var report = Run();

        Assert.False(report.HasChanges);
        Assert.Equal(1, report.Unchanged);
        Assert.Empty(_corpus.Read);
        Assert.Equal(stamp, _workshop.Folder.ReadStamp());
    }

    [Fact]
    public void Only_what_changed_is_read()
    {
        _corpus.Files["a.md"] = "A-1\none";
        _corpus.Files["b.md"] = "A-2\ntwo";
        _corpus.Files["c.md"] = "A-3\nthree";
        _corpus.Files["d.md"] = "A-4\nfour";
        Run();
        _corpus.Read.Clear();

        _corpus.Files["a.md"] = "A-1\nchanged";
        _corpus.Files.Remove("b.md");
        _corpus.Files.Remove("c.md");
        _corpus.Files["moved/c.md"] = "A-3\nthree";
        _corpus.Files["e.md"] = "A-5\nfive";
        var report = Run();

        Assert.Equal((1, 1, 1, 1, 1, 0), Counts(report));
        Assert.Equal(["a.md", "e.md", "moved/c.md"], _corpus.Read.Order(StringComparer.Ordinal));
        Assert.Equal(["A-1", "A-3", "A-4", "A-5"], _workshop.Ids);
        Assert.Contains(_workshop.Verifier.ListFiles(), static file => file.Path == "moved/c.md");
    }

    [Fact]
    public void A_refused_file_is_reported_and_the_run_goes_on()
    {
        _corpus.Files["a.md"] = "not valid!\none";
        _corpus.Files["b.md"] = "A-2\ntwo";

        var report = Run();

        Assert.Equal((1, 0, 0, 0, 0, 1), Counts(report));
        Assert.Equal("a.md:1: ref: not a reference code", Assert.Single(report.Problems).ToString());
        Assert.Equal(["A-2"], _workshop.Ids);
    }

    [Fact]
    public void The_last_good_version_of_a_refused_file_stays()
    {
        _corpus.Files["a.md"] = "A-1\none";
        Run();
        _corpus.Files["a.md"] = "not valid!\none";

        var report = Run();

        Assert.Equal((1, 1), (report.Refused, report.Kept));
        Assert.Equal(["A-1"], _workshop.Ids);
        _corpus.Files["a.md"] = "A-1\nmended";
        Assert.Equal(1, Run().Changed);
    }

    [Fact]
    public void A_file_that_stays_refused_does_not_write_the_index_again()
    {
        _corpus.Files["a.md"] = "not valid!\none";
        _corpus.Files["b.md"] = "A-2\ntwo";
        Run();
        var stamp = _workshop.Folder.ReadStamp();

        Assert.Equal(1, Run().Refused);

        Assert.Equal(stamp, _workshop.Folder.ReadStamp());
    }

    [Fact]
    public void Of_two_files_with_one_reference_code_the_first_in_order_of_path_is_the_document()
    {
        _corpus.Files["b.md"] = "A-1\nfirst";
        Run();
        _corpus.Files["a.md"] = "A-1\nsecond";

        var report = Run();

        Assert.Contains("a.md", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("a.md", Assert.Single(_workshop.Verifier.ListFiles()).Path);
        _corpus.Files.Remove("a.md");
        Assert.Empty(Run().Problems);
        Assert.Equal("b.md", Assert.Single(_workshop.Verifier.ListFiles()).Path);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_takes_nothing_out_of_the_index()
    {
        _corpus.Files["a.md"] = "A-1\none";
        _corpus.Files["locked/away/b.md"] = "A-2\ntwo";
        Run();
        _corpus.Unreadable.Add("locked");
        _corpus.Files["a.md"] = "A-1\nchanged";

        var report = Run();

        Assert.Equal((1, 1, 1), (report.Changed, report.Refused, report.Kept));
        Assert.Equal(["A-1", "A-2"], _workshop.Ids);
    }

    [Fact]
    public void Two_files_may_swap_their_reference_codes()
    {
        _corpus.Files["a.md"] = "A-1\none";
        _corpus.Files["b.md"] = "A-2\ntwo";
        Run();
        _corpus.Files["a.md"] = "A-2\none";
        _corpus.Files["b.md"] = "A-1\ntwo";

        Assert.Equal(2, Run().Moved);

        Assert.Equal(["A-2", "A-1"], _workshop.Verifier.ListFiles().Select(static file => file.Id.Value));
    }

    [Fact]
    public void Another_register_of_sources_makes_every_document_be_read_again()
    {
        _corpus.Files["a.md"] = "A-1\none";
        Run();
        _corpus.Register = "new";

        Assert.Equal(1, Run().Changed);
        Assert.Equal(0, Run().Changed);
    }

    [Fact]
    public void A_rebuild_that_is_asked_for_makes_a_new_generation()
    {
        _corpus.Files["a.md"] = "A-1\none";
        Run();

        var report = Run(rebuild: true);

        Assert.Equal("asked for", report.RebuildReason);
        Assert.Equal(2, _workshop.Folder.ReadCurrent());
    }

    [Fact]
    public void A_cancelled_run_leaves_the_index_as_it_was()
    {
        _corpus.Files["a.md"] = "A-1\none";
        Run();
        _corpus.Files["b.md"] = "A-2\ntwo";
        _corpus.Files["c.md"] = "A-3\nthree";
        using var source = new CancellationTokenSource();
        using var writer = _workshop.OpenWriter();

        Assert.ThrowsAny<OperationCanceledException>(() => NewRun().Run(writer, false, new Telling(_ => source.Cancel()), source.Token));

        Assert.Equal(["A-1"], _workshop.Ids);
    }

    [Fact]
    public void Progress_reaches_the_last_document_and_byte()
    {
        _corpus.Files["a.md"] = "A-1\none";
        _corpus.Files["b.md"] = "A-2\ntwo!";
        var told = new List<IndexingProgress>();
        using var writer = _workshop.OpenWriter();

        NewRun().Run(writer, false, new Telling(told.Add), CancellationToken.None);

        Assert.Equal([(1, 7L), (2, 15L)], told.Select(static step => (step.DocumentsDone, step.BytesDone)));
        Assert.All(told, static step => Assert.Equal((2, 15L), (step.DocumentsTotal, step.BytesTotal)));
    }

    [Fact]
    public void However_files_come_and_go_the_index_ends_as_a_fresh_one_would()
    {
        var file = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 2], static (path, id, text) => (path, id, text));
        Gen.Select(file.List[0, 8], file.List[0, 8], file.List[0, 8]).Sample(
            (first, second, third) =>
            {
                using var workshop = new IndexWorkshop();
                var corpus = new MemoryCorpus();
                foreach (var files in new[] { first, second, third })
                {
                    Replace(corpus, files);
                    RunOn(workshop, corpus);
                }

                using var fresh = new IndexWorkshop();
                RunOn(fresh, corpus);
                var kept = workshop.Verifier.ListFiles().Where(file => corpus.DigestOf(file.Path) != file.Digest);
                Assert.Equal(fresh.Verifier.ListFiles().AsEnumerable(), workshop.Verifier.ListFiles().Except(kept));
                Assert.True(workshop.Verifier.Examine(ExaminationDepth.Checksums).IsSound);
            },
            iter: 30,
            threads: 1);
    }

    private static void Replace(MemoryCorpus corpus, IEnumerable<(int Path, int Id, int Text)> files)
    {
        corpus.Files.Clear();
        foreach (var (path, id, text) in files)
        {
            corpus.Files[FormattableString.Invariant($"{path}.md")] =
                id == 6 ? "bad!\nx" : FormattableString.Invariant($"A-{id}\ntext {text}");
        }
    }

    private static (int Added, int Changed, int Moved, int Removed, int Unchanged, int Refused) Counts(IndexingReport report) =>
        (report.Added, report.Changed, report.Moved, report.Removed, report.Unchanged, report.Refused);

    private static IndexingReport RunOn(IndexWorkshop workshop, MemoryCorpus corpus, bool rebuild = false)
    {
        using var writer = workshop.OpenWriter();
        return new IndexingRun(corpus.Look, new IndexingOptions(), new FakeTimeProvider())
            .Run(writer, rebuild, progress: null, CancellationToken.None);
    }

    private IndexingReport Run(bool rebuild = false) => RunOn(_workshop, _corpus, rebuild);

    private IndexingRun NewRun() => new(_corpus.Look, new IndexingOptions(), new FakeTimeProvider());

    private sealed class Telling(Action<IndexingProgress> tell) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => tell(value);
    }
}
