using KnowledgeBase.Evaluation;

namespace KnowledgeBase.Tests.Evaluation;

public sealed class TrecFilesTests
{
    [Fact]
    public void Judgements_are_read_in_three_columns_with_a_header()
    {
        var judgments = Read("query-id\tdoc-id\trelevance\n1\td1\t2\n1\td2\t0\n2\td1\t1\n");
        Assert.Equal(2, judgments.Of("1")["d1"]);
        Assert.Equal(0, judgments.Of("1")["d2"]);
        Assert.Equal(1, judgments.Of("2")["d1"]);
        Assert.Empty(judgments.Of("3"));
    }

    [Fact]
    public void Judgements_are_read_in_the_four_columns_of_trec()
    {
        var judgments = Read("301 0 FBIS3-10082 1\n301 0 FBIS3-10169 0\n\n302 Q0 FBIS3-1 -1\n");
        Assert.True(judgments.HasAnswer("301"));
        Assert.False(judgments.HasAnswer("302"));
    }

    [Fact]
    public void Judgements_survive_writing_and_reading()
    {
        const string Text = "1 0 a 1\n1 0 b 0\n10 0 a 3\n2 0 c 2\n";
        using var written = new StringWriter();
        TrecFiles.WriteJudgments(written, Read(Text));
        Assert.Equal(Text, written.ToString());
    }

    [Theory]
    [InlineData("1 a 1\n1 b\n", "line 2: expected three or four columns, found 2")]
    [InlineData("1 a 1\n1 b many\n", "line 2: 'many' is not a whole number")]
    public void A_bad_line_of_judgements_is_named(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Read(text)).Message);

    [Fact]
    public void A_run_is_read_in_the_order_of_its_scores()
    {
        var run = TrecFiles.ReadRun(new StringReader("1 Q0 a 1 2.5 x\n2 Q0 c 1 1 x\n1 Q0 b 2 7e0 x\n"));
        Assert.Equal([("1", "b"), ("1", "a"), ("2", "c")], run.Select(static line => (line.Query, line.Document)));
    }

    [Fact]
    public void A_run_keeps_its_order_where_scores_do_not_fall()
    {
        using var written = new StringWriter();
        TrecFiles.WriteRun(written, [new("1", "full", 3), new("1", "some", 8), new("1", "last", 3), new("2", "a", 9)], "kb");
        var lines = written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("1 Q0 full 1 3 kb", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2 Q0 a 1 9 kb", lines[3], StringComparison.Ordinal);
        var read = TrecFiles.ReadRun(new StringReader(written.ToString()));
        Assert.Equal(["full", "some", "last", "a"], read.Select(static line => line.Document));
        Assert.All(read.Zip(read.Skip(1)).Where(static pair => pair.First.Query == pair.Second.Query), static pair =>
            Assert.True((float)pair.First.Score > (float)pair.Second.Score));
    }

    [Fact]
    public void An_id_with_blanks_is_read_between_tabs_and_written_as_one_column()
    {
        var judgments = Read("q 1\ta doc\t1\n");
        Assert.Equal(1, judgments.Of("q 1")["a doc"]);
        using var written = new StringWriter();
        TrecFiles.WriteJudgments(written, judgments);
        TrecFiles.WriteRun(written, [new("q 1", "a doc", 2)], "my run");
        Assert.Equal("q_1 0 a_doc 1\nq_1 Q0 a_doc 1 2 my_run\n", written.ToString());
    }

    [Fact]
    public void Bad_lines_are_passed_over_when_somebody_is_told()
    {
        var problems = new List<string>();
        var judgments = TrecFiles.ReadJudgments(new StringReader("1 a 1.0\n1 b\n1 c 0.5\n"), problems.Add);
        var run = TrecFiles.ReadRun(new StringReader("1 Q0 a 1 NaN x\n1 Q0 b 1 2 x\n1 Q0 b 2 1 x\n"), problems.Add);
        Assert.Equal(["a"], judgments.Of("1").Keys.AsEnumerable());
        Assert.Equal([new RunLine("1", "b", 2)], run);
        Assert.Equal(
            ["line 2: expected three or four columns, found 2", "line 3: '0.5' is not a whole number", "line 1: 'NaN' is not a score"], problems);
    }

    [Fact]
    public void A_bad_line_of_a_run_is_named() => Assert.Equal(
        "line 1: 'high' is not a score",
        Assert.Throws<FormatException>(static () => TrecFiles.ReadRun(new StringReader("1 Q0 a 1 high x\n"))).Message);

    private static Judgments Read(string text) => TrecFiles.ReadJudgments(new StringReader(text));
}
