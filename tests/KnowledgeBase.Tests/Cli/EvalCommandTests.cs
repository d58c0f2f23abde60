using System.Text.Json;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

public sealed class EvalCommandTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public EvalCommandTests()
    {
        _temp.Write("sea/docs.jsonl", """
            {"id": "a", "title": "Ships", "text": "A ship at sea."}
            {"id": "b", "title": "", "text": "The harbour and the ship."}
            {"id": "c", "title": "Bread", "text": "Flour and water."}
            broken

            """);
        _temp.Write("sea/queries.jsonl", """
            {"id": 1, "text": "ship harbour"}
            {"id": 2, "text": "bread of flour"}

            """);
        _temp.Write("sea/qrels.tsv", "1\tb\t1\n2\tc\t2\n");
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_collection_is_measured_without_any_archive_and_nothing_is_left_behind()
    {
        var run = Eval("sea", "--queries", "--run", "out.run", "--qrels", "out.qrels");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("collection  sea: 3 documents, 2 queries with an answer", run.Output, StringComparison.Ordinal);
        Assert.Contains("ranking     archive/", run.Output, StringComparison.Ordinal);
        Assert.Contains("nDCG@10     1.0000", run.Output, StringComparison.Ordinal);
        Assert.Contains("1: ship harbour", run.Output, StringComparison.Ordinal);
        Assert.Contains("docs.jsonl, line 4: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("1 0 b 1\n2 0 c 2\n", File.ReadAllText(_temp.PathOf("out.qrels")));
        Assert.StartsWith("1 Q0 b 1 ", File.ReadAllText(_temp.PathOf("out.run")), StringComparison.Ordinal);
        Assert.Equal(["out.qrels", "out.run", "sea"], Directory.EnumerateFileSystemEntries(_temp.Path).Select(static p => Path.GetFileName(p)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_earlier_report_and_a_run_file_are_compared_with_a_profile()
    {
        _temp.Write("before.json", Eval("sea", "--json", "--profile", "bm25").Output);
        _temp.Write("other.run", "1 Q0 a 1 2 x\n1 Q0 b 2 1 x\n2 Q0 c 1 1 x\nodd\n");

        Assert.Contains("bm25/1 against archive/", Eval("sea", "--compare", "before.json", "archive").Output, StringComparison.Ordinal);
        var compared = Eval("sea", "--compare", "other.run", "archive", "--json");

        using var answer = JsonDocument.Parse(compared.Output);
        Assert.Equal("kb.eval/1", answer.RootElement.GetProperty("schema").GetString());
        var comparison = answer.RootElement.GetProperty("comparison");
        Assert.Equal("other.run", comparison.GetProperty("before").GetString());
        var first = comparison.GetProperty("measures")[0];
        Assert.Equal((1, 0), (first.GetProperty("wins").GetInt32(), first.GetProperty("losses").GetInt32()));
        Assert.Equal("1", comparison.GetProperty("mostChanged")[0].GetProperty("id").GetString());
        Assert.Contains("other.run, line 4: expected six columns, found 1", compared.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_measured_without_the_documents()
    {
        File.Delete(_temp.PathOf("sea/docs.jsonl"));
        _temp.Write("other.run", "1 Q0 b 1 2 x\n2 Q0 c 1 1 x\n");
        Assert.Contains("MAP         1.0000", Eval("sea", "--profile", "other.run").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no folder 'nowhere'.", "nowhere")]
    [InlineData("There is no profile and no file 'best'. Profiles: archive, broaden, bm25, reference.", "sea", "--profile", "best")]
    [InlineData("is not a report that kb eval --json wrote.", "sea", "--profile", "other.json")]
    [InlineData("No line of 'sea/docs.jsonl' can be read.", "sea", "--profile", "sea/docs.jsonl")]
    [InlineData("--compare measures two rankings", "sea", "--compare", "bm25", "archive", "--run", "x")]
    public void What_cannot_be_measured_is_refused_with_a_reason(string message, params string[] arguments)
    {
        _temp.Write("other.json", "{}");
        // A run file in the wrong form: not JSON, not six columns.
        _temp.Write("sea/docs.jsonl", "broken\n");
        var run = Eval(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_language_without_rules_is_told() =>
        Assert.Contains("There are no rules for the language 'xx'", Eval("sea", "--language", "xx").Error, StringComparison.Ordinal);

    private KbResult Eval(params string[] arguments) => KbProgram.Run(_temp.Path, ["eval", .. arguments]);
}
