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
    public void Verify_needs_no_index_to_check_the_documents()
    {
        _temp.Write("corpus/lonely.md", SmallArchive.Document("T-9", "Lonely", "See [nothing](T-99)."));

        var verified = Run("verify", "--corpus");

        Assert.Equal(4, verified.ExitCode);
        Assert.Equal("lonely.md:9: The link to \"T-99\" leads to no document; write a reference code or the path of a file. [links.dead]\n", verified.Error);
        Assert.Contains("4 documents checked: 1 problem.\n", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_with_a_fact_sheet_says_which_facts_are_stated_where()
    {
        _temp.Write("facts.md", "[F001] 1923 · One. · agreed\n[F002] 1923 · Two. · disputed: see there\n[Q01] X · 1923 · «Words.» · en\n");
        _temp.Write("corpus/stating.md", SmallArchive.Document("T-9", "Stating", "One.").Replace("lang: en", "lang: en\nfacts: [F001]", StringComparison.Ordinal));

        var verified = Run("verify", "--corpus", "--coverage", "facts.md");

        Assert.Equal(0, verified.ExitCode);
        Assert.Contains(
            "F001  T-9\nF002  missing\n1 of 2 facts are stated, 0 of 1 quotations recorded.\nMissing facts: F002\nQuotations without a record: Q01\n"
            + "Disputed facts without a dispute: F002\n4 documents checked: nothing is wrong.\n",
            verified.Output,
            StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("verify", "--coverage", "facts.md", "--json").Output);
        Assert.Equal("F002", json.RootElement.GetProperty("coverage").GetProperty("missing")[0].GetString());
    }

    [Theory]
    [InlineData("none.md", "There is no file 'none.md'")]
    [InlineData("empty.md", "'empty.md' holds no facts")]
    public void A_fact_sheet_that_is_none_is_said_plainly(string file, string message)
    {
        _temp.Write("empty.md", "Nothing.");

        var verified = Run("verify", "--coverage", file);

        Assert.Equal(2, verified.ExitCode);
        Assert.Contains(message, verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_finds_a_name_by_its_variants_and_offers_the_name_behind_a_misspelling()
    {
        _temp.Write("corpus/authorities/places.yaml", "- id: v\n  name: Vienna\n  variants: [Wien, Беч]\n  misspellings: [Vieena]\n");

        using var json = JsonDocument.Parse(Run("search", "--json", "Беч").Output);
        Assert.Equal(
            ["T-1", "T-3"],
            json.RootElement.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains("Did you mean: Vienna (2 documents)\n", Run("search", "Vieena").Error, StringComparison.Ordinal);
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
