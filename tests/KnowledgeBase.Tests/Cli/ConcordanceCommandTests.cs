using System.Text.Json;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

public sealed class ConcordanceCommandTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    [Fact]
    public void What_matched_stands_in_one_column()
    {
        var found = Run("police", "--sort", "document", "--width", "20");

        Assert.Equal(0, found.ExitCode);
        string Line(string place, string before, string from) => place.PadRight(21) + before.PadLeft(20) + from + "\n";
        Assert.Equal(
            Line("T-1 ¶1", "Delegates of the ", "police met at Vienna.")
            + Line("T-1 ¶2", "The ", "police of Vienna was the h")
            + Line("T-2 ¶1", "The ", "police of many countries m"),
            found.Output);
        Assert.Contains("3 lines in 2 documents.", found.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R1", "met at|of many|of Vienna")]
    [InlineData("R1-desc", "of Vienna|of many|met at")]
    [InlineData("r2", "met at|of many|of Vienna")]
    [InlineData("document-desc", "of many|met at|of Vienna")]
    public void The_order_is_the_one_asked_for(string sort, string expected)
    {
        using var json = JsonDocument.Parse(Run("police", "--sort", sort, "--json").Output);

        var right = json.RootElement.GetProperty("lines").EnumerateArray()
            .Select(static line => string.Join(' ', line.GetProperty("right").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)));
        Assert.Equal(expected, string.Join('|', right));
    }

    [Fact]
    public void A_file_has_a_head_and_as_many_rows_as_there_are_lines()
    {
        var rows = Run("police", "--format", "tsv", "--quiet").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, rows.Length);
        Assert.StartsWith("left\tkeyword\tright\tdocument\t", rows[0], StringComparison.Ordinal);
        Assert.Equal(["police", "T-1", "police", "word: police"], rows[1].Split('\t') is var cells ? [cells[1], cells[3], cells[10], cells[11]] : []);
        Assert.Equal(4, Run("police", "--format", "csv", "--quiet").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Lines_of_JSON_are_each_an_object()
    {
        var rows = Run("police", "--format", "jsonl", "--near", "host", "--quiet").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        using var json = JsonDocument.Parse(Assert.Single(rows));
        Assert.Equal("police", json.RootElement.GetProperty("keyword").GetString());
    }

    [Fact]
    public void The_answer_in_JSON_keeps_its_form()
    {
        Assert.Equal(
            """
            schema query searchedAs problems total documents sort notice indexVersion collocates years
            lines[].left lines[].keyword lines[].right lines[].marks[].start lines[].marks[].end lines[].marks[].length
            lines[].id lines[].title lines[].date lines[].edtf lines[].language lines[].paragraph lines[].number lines[].position
            lines[].start lines[].end
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            JsonShape.Of(Run("police", "--json", "--count", "2").Output));
        Assert.Equal(
            """
            schema query searchedAs problems total documents sort notice indexVersion lines
            collocates[].word collocates[].near collocates[].inAll collocates[].logLikelihood
            years[].year years[].lines years[].words years[].perTenThousand
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            JsonShape.Of(Run("police", "--json", "--collocates", "--years").Output));
    }

    [Fact]
    public void The_first_lines_are_told_to_be_the_first()
    {
        var found = Run("police", "--count", "1");

        Assert.Single(found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("3 lines in 2 documents; showing the first 1.", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Collocates_and_years_are_tables()
    {
        var found = Run("police", "--collocates", "--years", "--quiet");

        Assert.Matches(@"(?m)^met +2 +2 +[0-9.]+$", found.Output);
        Assert.Matches(@"(?m)^1923 +3 +[0-9.,]+$", found.Output);
        Assert.Empty(found.Error);
    }

    [Fact]
    public void Nothing_found_is_3_and_writes_no_line()
    {
        var found = Run("zebrafish", "--json");
        var plain = Run("zebrafish");

        Assert.Equal((3, 3), (found.ExitCode, plain.ExitCode));
        Assert.Contains("\"total\": 0", found.Output, StringComparison.Ordinal);
        Assert.Empty(plain.Output);
        Assert.Contains("No text has such a line.", plain.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_closes_the_pipe_is_no_error()
    {
        var piped = KbProgram.Shell(archive.Path, "kb concordance police | head -n 1");

        Assert.Equal(0, piped.ExitCode);
        Assert.DoesNotContain("pipe", piped.Error, StringComparison.OrdinalIgnoreCase);
    }

    private KbResult Run(params string[] arguments) => KbProgram.Run(archive.Path, ["concordance", .. arguments]);
}
