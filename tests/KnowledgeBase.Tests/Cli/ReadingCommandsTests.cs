using System.Text.Json;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

public sealed class ReadingCommandsTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    [Fact]
    public void Results_go_to_standard_output_and_all_else_to_standard_error()
    {
        var found = Run("search", "police", "Vienna");

        Assert.Equal(0, found.ExitCode);
        Assert.StartsWith("1. The congress at Vienna\n   T-1 · 1923 · other · en\n   ¶1 Delegates of the police met at Vienna.", found.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("document", found.Output, StringComparison.Ordinal);
        Assert.Contains("1 document, and 1 with some of the words; showing 1-2.", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_results_only()
    {
        var found = Run("search", "police", "--quiet");

        Assert.NotEmpty(found.Output);
        Assert.Empty(found.Error);
    }

    [Fact]
    public void Nothing_found_is_3_and_says_so()
    {
        var found = Run("search", "zebrafish");

        Assert.Equal(3, found.ExitCode);
        Assert.Empty(found.Output);
        Assert.Contains("No document matches", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Broadening_says_which_words_it_added_and_a_preference_moves_documents()
    {
        var broadened = Run("search", "Monaco", "--broaden");
        Assert.Contains("Broadened with: ", broadened.Error, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(Run("search", "Monaco", "--broaden", "--json").Output);
        Assert.Contains("countries", answer.RootElement.GetProperty("addedWords").EnumerateArray().Select(static word => word.GetString()));

        Assert.Equal("T-3", Ids(Run("search", "date:1923", "--prefer", "lang=de", "--json")).First());
        var refused = Run("search", "police", "--prefer", "colour=red");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("'colour=red' cannot be preferred", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_with_a_hyphen_before_it_is_part_of_the_query()
    {
        var found = Run("search", "congress", "-monaco", "--json");

        Assert.Equal(["T-1"], Ids(found));
    }

    [Fact]
    public void A_query_of_one_hyphen_is_read_from_standard_input()
    {
        var found = KbProgram.Run(archive.Path, "\"congress at Monaco\"", ["search", "-", "--json"]);

        Assert.Equal(["T-2"], Ids(found));
    }

    [Fact]
    public void Filters_sort_and_pages_are_those_of_the_site()
    {
        Assert.Equal(["T-3"], Ids(Run("search", "type:other", "--filter", "lang=de", "--json")));
        Assert.Equal(["T-2", "T-1"], Ids(Run("search", "congress", "--filter", "-lang=de", "--sort", "title", "--json")));
        Assert.Equal(["T-1"], Ids(Run("search", "congress", "--sort", "title", "--count", "1", "--page", "2", "--json")));
    }

    [Fact]
    public void The_answer_to_a_search_in_JSON_keeps_its_form()
    {
        var found = Run("search", "police", "Vienna", "--json", "--facets", "--explain", "--count", "1");

        Assert.Equal(
            """
            schema query searchedAs tree problems total partialTotal totalIsExact offset indexVersion addedWords
            expansions wordCounts didYouMean nearbyDates without unknownSpeakers
            hits[].id hits[].rank hits[].score hits[].isFullMatch hits[].title hits[].type hits[].date hits[].edtf hits[].language
            hits[].missing hits[].instead hits[].matchCount
            hits[].reasons[].what hits[].reasons[].field hits[].reasons[].count hits[].reasons[].variantOf hits[].reasons[].kind hits[].reasons[].detail
            hits[].passages[].text hits[].passages[].paragraph hits[].passages[].number hits[].passages[].start
            hits[].passages[].marks[].start hits[].passages[].marks[].end hits[].passages[].marks[].length
            hits[].scoreParts[].name hits[].scoreParts[].value
            facets[].facet facets[].values[].value facets[].values[].count facets[].distinctValues
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            JsonShape.Of(found.Output));
        using var json = JsonDocument.Parse(found.Output);
        Assert.Equal("kb.search/1", json.RootElement.GetProperty("schema").GetString());
        var passage = json.RootElement.GetProperty("hits")[0].GetProperty("passages")[0];
        var mark = passage.GetProperty("marks")[0];
        Assert.Equal("police", passage.GetProperty("text").GetString()![mark.GetProperty("start").GetInt32()..mark.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public void A_document_is_shown_whole_or_by_paragraph()
    {
        var whole = Run("show", "T-1");
        Assert.Contains("The congress at Vienna\nT-1 · 1923", whole.Output, StringComparison.Ordinal);
        Assert.Contains("The police of Vienna was the host.", whole.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(Run("show", "T-1", "--json").Output);
        Assert.Equal("kb.show/1", json.RootElement.GetProperty("schema").GetString());
        var second = json.RootElement.GetProperty("document").GetProperty("paragraphs")[1].GetProperty("id").GetString();
        Assert.Equal("The police of Vienna was the host.\n", Run("show", $"T-1#{second}").Output);
    }

    [Theory]
    [InlineData("T-9", "no document 'T-9'")]
    [InlineData("T-1#nowhere", "no paragraph 'nowhere'")]
    [InlineData("../etc/passwd", "no document")]
    public void A_document_that_is_not_there_is_3(string reference, string message)
    {
        var shown = Run("show", reference);

        Assert.Equal(3, shown.ExitCode);
        Assert.Contains(message, shown.Error, StringComparison.Ordinal);
        Assert.Empty(shown.Output);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("frobnicate")]
    [InlineData("search", "x", "--no-such-option")]
    [InlineData("search", "x", "--count", "0")]
    [InlineData("search", "x", "--count", "many")]
    [InlineData("search", "x", "--sort", "colour")]
    [InlineData("search", "x", "--filter", "colour=red")]
    [InlineData("concordance")]
    [InlineData("concordance", "x", "--sort", "L4")]
    [InlineData("concordance", "x", "--format", "xml")]
    [InlineData("concordance", "x", "--left", "6")]
    [InlineData("concordance", "x", "--collocates", "--years", "--format", "csv")]
    [InlineData("serve", "--urls", "everywhere")]
    [InlineData("index", "--corpus", "no/such/folder")]
    public void A_command_line_that_cannot_be_understood_is_2(params string[] arguments)
    {
        var refused = Run(arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.NotEmpty(refused.Error);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_closes_the_pipe_is_no_error()
    {
        var piped = KbProgram.Shell(archive.Path, "kb search police --passages 10 | head -n 1");

        Assert.Equal((0, "1. "), (piped.ExitCode, piped.Output[..3]));
        Assert.DoesNotContain("pipe", piped.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("script -qec 'kb search Vienna' /dev/null", true)]
    [InlineData("script -qec 'kb search Vienna --no-color' /dev/null", false)]
    [InlineData("NO_COLOR=1 script -qec 'kb search Vienna' /dev/null", false)]
    [InlineData("kb search Vienna", false)]
    public void Colours_are_for_terminals_that_want_them(string line, bool isColored)
    {
        var shown = KbProgram.Shell(archive.Path, "export SHELL=/bin/bash TERM=xterm; " + line);

        Assert.Equal(0, shown.ExitCode);
        Assert.Equal(isColored, shown.Output.Contains("\x1b[1;33mVienna\x1b[0m", StringComparison.Ordinal));
    }

    private KbResult Run(params string[] arguments) => KbProgram.Run(archive.Path, arguments);

    private static IEnumerable<string> Ids(KbResult result)
    {
        using var json = JsonDocument.Parse(result.Output);
        return [.. json.RootElement.GetProperty("hits").EnumerateArray()
            .Where(static hit => hit.GetProperty("isFullMatch").GetBoolean())
            .Select(static hit => hit.GetProperty("id").GetString()!)];
    }
}
