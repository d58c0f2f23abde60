using CsCheck;
using KnowledgeBase.Exporting;

namespace KnowledgeBase.Tests.Exporting;

public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("he said \"no\"", "\"he said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("", "")]
    public void A_cell_is_quoted_and_harmless(string cell, string expected) =>
        Assert.Equal(expected + "\r\n", DelimitedText.Row(DelimitedFormat.Csv, [cell]));

    [Fact]
    public void A_cell_of_a_table_with_tabs_is_one_line() =>
        Assert.Equal("a b c\t'=1\n", DelimitedText.Row(DelimitedFormat.Tsv, ["a\tb\nc", "=1"]));

    [Fact]
    public void A_row_is_read_back_as_it_was_written() => Gen.String.Array[1, 5].Sample(cells =>
    {
        var row = DelimitedText.Row(DelimitedFormat.Csv, cells);
        Assert.Equal(cells.Select(DelimitedText.Harmless), ReadRow(row));
    });

    /// <summary>A reader of RFC 4180 of its own.</summary>
    private static List<string> ReadRow(string row)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        var body = row[..^2];
        for (var at = 0; at < body.Length; at++)
        {
            if (quoted && body[at] == '"' && at + 1 < body.Length && body[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (body[at] == '"')
            {
                quoted = !quoted;
            }
            else if (body[at] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(body[at]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
