using System.Text.Json;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

public sealed class WritingCommandsTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public WritingCommandsTests() => SmallArchive.Fill(_temp);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void An_index_run_ends_with_counts_and_4_when_something_was_refused()
    {
        _temp.Write("corpus/bad.md", "no front matter");

        var built = Run("index");

        Assert.Equal(4, built.ExitCode);
        Assert.Equal("3 added, 0 changed, 0 moved, 0 removed, 0 unchanged, 1 refused\n", built.Output);
        Assert.Contains("bad.md:1: ", built.Error, StringComparison.Ordinal);
        File.Delete(_temp.PathOf("corpus/bad.md"));
        File.Move(_temp.PathOf("corpus/vienna.md"), _temp.PathOf("corpus/notes/vienna.md"));
        File.Delete(_temp.PathOf("corpus/notes/monaco.md"));
        var updated = Run("index");
        Assert.Equal((0, "0 added, 0 changed, 1 moved, 1 removed, 1 unchanged, 0 refused\n"), (updated.ExitCode, updated.Output));
    }

    [Fact]
    public void The_answer_to_an_index_run_in_JSON_keeps_its_form()
    {
        _temp.Write("corpus/bad.md", "no front matter");

        Assert.Equal(
            """
            schema rebuildReason added changed moved removed unchanged refused kept documents seconds bytes
            problems[].code problems[].file problems[].line problems[].field problems[].message
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            JsonShape.Of(Run("index", "--json").Output));
    }

    [Fact]
    public void The_corpus_is_found_from_below_by_the_environment_and_by_option()
    {
        Assert.Equal(0, KbProgram.Run(_temp.PathOf("corpus/notes"), "index").ExitCode);
        Assert.True(File.Exists(_temp.PathOf("index/CURRENT")));

        using var elsewhere = new TempFolder();
        Assert.Equal(2, KbProgram.Run(elsewhere.Path, "index").ExitCode);
        var byVariable = KbProgram.Shell(elsewhere.Path, $"KB_CORPUS='{_temp.PathOf("corpus")}' KB_INDEX='{elsewhere.PathOf("a")}' kb index");
        Assert.Equal(0, byVariable.ExitCode);
        Assert.True(File.Exists(elsewhere.PathOf("a/CURRENT")));
        var byOption = KbProgram.Shell(
            elsewhere.Path, $"KB_CORPUS=/nowhere KB_INDEX=/nowhere kb index --corpus '{_temp.PathOf("corpus")}' --index b");
        Assert.Equal(0, byOption.ExitCode);
        Assert.True(File.Exists(elsewhere.PathOf("b/CURRENT")));
    }

    [Fact]
    public void A_search_without_an_index_builds_it_and_says_so()
    {
        var found = Run("search", "Monaco");

        Assert.Equal(0, found.ExitCode);
        Assert.Contains("Building the index", found.Error, StringComparison.Ordinal);
        Assert.StartsWith("1. The congress at Monaco", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_index_is_found_by_verify_and_healed_by_the_next_search()
    {
        Run("index");
        var file = Directory.EnumerateFiles(_temp.PathOf("index/generations/0001"), "*.cfs").First();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(file, bytes);

        var verified = Run("verify");
        Assert.Equal(6, verified.ExitCode);
        Assert.Contains(Path.GetFileName(file), verified.Error, StringComparison.Ordinal);

        var found = Run("search", "Monaco");
        Assert.Equal(0, found.ExitCode);
        Assert.Contains("the index is damaged", found.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("verify").ExitCode);
    }

    [Fact]
    public void Verify_compares_the_index_with_the_corpus()
    {
        Run("index");
        Assert.Equal(0, Run("verify").ExitCode);
        _temp.Write("corpus/notes/monaco.md", SmallArchive.Document("T-2", "The congress at Monaco", "Changed."));
        _temp.Write("corpus/new.md", SmallArchive.Document("T-4", "New", "New."));
        File.Delete(_temp.PathOf("corpus/vienna.md"));

        var verified = Run("verify", "--json");

        Assert.Equal(4, verified.ExitCode);
        using var json = JsonDocument.Parse(verified.Output);
        Assert.Equal(
            ["new.md not-indexed", "notes/monaco.md changed", "vienna.md gone"],
            json.RootElement.GetProperty("differences").EnumerateArray()
                .Select(static d => $"{d.GetProperty("file").GetString()} {d.GetProperty("kind").GetString()}"));
    }

    [Fact]
    public void Verify_with_corpus_checks_the_documents_too()
    {
        Run("index");
        Assert.Equal(0, Run("verify", "--corpus").ExitCode);
        _temp.Write("corpus/bad.md", "no front matter");

        var verified = Run("verify", "--corpus");

        Assert.Equal(4, verified.ExitCode);
        Assert.Contains("bad.md:1: ", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_writer_is_5_and_told_who_is_first()
    {
        using var first = LuceneIndexWriter.Open(
            new IndexFolder(_temp.PathOf("index")), new LuceneTextAnalyzer(), new IndexingOptions(), "a test", TimeProvider.System);

        var second = Run("index");

        Assert.Equal(5, second.ExitCode);
        Assert.Contains(FormattableString.Invariant($"a test, process {Environment.ProcessId}"), second.Error, StringComparison.Ordinal);
        Assert.Empty(second.Output);
    }

    [Fact]
    public void An_index_folder_that_cannot_be_written_is_74_with_path_reason_and_remedy()
    {
        _temp.Write("file", "in the way");

        var refused = Run("index", "--index", "file/index");

        Assert.Equal(74, refused.ExitCode);
        Assert.Contains(_temp.PathOf("file/index"), refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_added_to_the_corpus_and_found_at_once()
    {
        using var desk = new TempFolder();
        var good = desk.Write("prague.md", SmallArchive.Document("T-5", "Prague", "The zebrafish of Prague."));
        var bad = desk.Write("bad.md", "no front matter");

        var added = Run("add", good, bad, "--into", "cities/east");

        Assert.Equal(4, added.ExitCode);
        Assert.Equal("added: cities/east/prague.md (T-5)\n", added.Output);
        Assert.Contains(bad, added.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(good), File.ReadAllBytes(_temp.PathOf("corpus/cities/east/prague.md")));
        Assert.False(File.Exists(_temp.PathOf("corpus/cities/east/bad.md")));
        Assert.Equal(0, Run("search", "zebrafish").ExitCode);
    }

    private KbResult Run(params string[] arguments) => KbProgram.Run(_temp.Path, arguments);
}
