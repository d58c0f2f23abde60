using System.Text.Json;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

/// <summary>A small archive with quotations, for tests that only read.</summary>
public sealed class QuotingArchive : IDisposable
{
    private readonly TempFolder _temp = new();

    public QuotingArchive()
    {
        SmallArchive.Fill(_temp);
        _temp.Write("corpus/authorities/people.yaml", "- id: schober\n  name: Johann Schober\n  variants: [Шобер]\n");
        _temp.Write("corpus/closing.md", """
            ---
            ref: T-7
            title: The closing day
            type: other
            date: 1923
            edtf: 1923
            lang: en
            people: [Johann Schober]
            quotations:
              - text: "Nur ein guter Mensch kann ein guter Polizist sein."
                speaker: Johann Schober
                date: 7 September 1923
                edtf: 1923-09-07
                occasion: closing speech
                lang: de
                translation: "Only a good man can be a good policeman."
            ---
            „Nur ein guter Mensch kann ein guter Polizist sein.“ Thus he ended. {#end}

            Schober said: "We shall meet again in Vienna."

            """);
        Assert.Equal(0, KbProgram.Run(_temp.Path, "index", "--quiet").ExitCode);
    }

    public string Path => _temp.Path;

    public void Dispose() => _temp.Dispose();
}

public sealed class QuotationCommandsTests(QuotingArchive archive) : IClassFixture<QuotingArchive>
{
    [Theory]
    [InlineData("Nur ein guter Mensch kann ein guter Polizist sein", 0, "Verbatim; 1 document of 4.")]
    [InlineData("nur ein guter mensch kann ein guter polizist sein", 0, "Verbatim but for case")]
    [InlineData("Nur ein guter Mensch kann kein guter Polizist sein", 4, "Near: 1 word differs, a negation")]
    [InlineData("Only a good man can be a good policeman", 4, "own translation of what Johann Schober said")]
    [InlineData("Nobody ever said these words in this archive", 3, "Not found in the 4 documents")]
    public void The_verdict_is_told_and_is_the_exit_code(string typed, int exitCode, string says)
    {
        var checkedQuote = Run("quote", typed);

        Assert.Equal(exitCode, checkedQuote.ExitCode);
        Assert.Contains(says, checkedQuote.Output, StringComparison.Ordinal);
        Assert.Empty(checkedQuote.Error);
    }

    [Theory]
    [InlineData("Nur ein guter Mensch kann kein guter Polizist sein", "nearly the quotation: 1 word differs, a negation")]
    [InlineData("nur ein guter Mensch kann ein guter Polizist sein", "the quotation: verbatim but for case")]
    public void A_search_for_a_quotation_says_how_it_stands_there(string typed, string says) =>
        Assert.Contains($"   {says}\n", Run("search", $"quote:\"{typed}\"").Output, StringComparison.Ordinal);

    [Fact]
    public void Words_of_a_quotation_that_stand_in_the_archive_are_located_and_do_not_change_the_verdict()
    {
        var located = Run("quote", "Nur ein guter Mensch kann ein guter Polizist sein, sprach damals der alte Herr Präsident");

        Assert.Equal(3, located.ExitCode);
        Assert.Contains("but these 9 words of it stand in 1 document, verbatim: “Nur ein guter Mensch kann ein guter Polizist sein”.", located.Output, StringComparison.Ordinal);
        Assert.Contains("T-7#end ¶1", located.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("quote", "--json", "Nur ein guter Mensch kann ein guter Polizist sein, sprach damals der alte Herr Präsident").Output);
        Assert.Equal("not-found", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("T-7", json.RootElement.GetProperty("stretch").GetProperty("finds")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_misspelled_speaker_is_offered_those_on_record()
    {
        var offered = Run("quotations", "--speaker", "Schobr");

        Assert.Equal(3, offered.ExitCode);
        Assert.Contains("No quotation of anyone named “Schobr” is recorded.\nDid you mean: Johann Schober (2 quotations)\n", offered.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("quotations", "--speaker", "Schobr", "--json").Output);
        Assert.Equal("Johann Schober", json.RootElement.GetProperty("didYouMean")[0].GetProperty("speaker").GetString());
        Assert.Contains("No quotation of anyone named “Nobodyxyz” is recorded.", Run("search", "said:Nobodyxyz").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("!!! ???")]
    public void No_verdict_is_2_with_the_reason(string typed)
    {
        var refused = Run("quote", typed);

        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.NotEmpty(refused.Error);
    }

    [Fact]
    public void A_quotation_comes_from_standard_input_with_speaker_place_and_changed_words()
    {
        var read = KbProgram.Run(archive.Path, "“Nur ein guter Mensch\nkann ein schlechter Polizist sein”\n", ["quote", "-"]);

        Assert.Equal(4, read.ExitCode);
        Assert.Contains("said by Johann Schober, 7 September 1923, closing speech", read.Output, StringComparison.Ordinal);
        Assert.Contains("T-7#end ¶1", read.Output, StringComparison.Ordinal);
        Assert.Contains("“schlechter”: the document has “guter”", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_words_are_answered()
    {
        var refused = KbProgram.Run(archive.Path, string.Join(' ', Enumerable.Repeat("police", 10_000)), ["quote", "-"]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("at most 200 words", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_to_a_quotation_in_JSON_keeps_its_form()
    {
        var found = Run("quote", "--json", "Nur ein guter Mensch kann kein guter Polizist sein");

        Assert.Equal(
            """
            schema quoted verdict sentence stretch documentsSearched documentsInQuestion documentsCompared indexVersion findCount translations
            finds[].verdict finds[].differences finds[].id finds[].title finds[].type finds[].date finds[].edtf finds[].language finds[].status
            finds[].text finds[].start finds[].end finds[].paragraph finds[].number finds[].wordsDiffering finds[].changesNegation
            finds[].changesNumber
            finds[].words[].relation finds[].words[].quoted finds[].words[].stored finds[].words[].isNegation finds[].words[].isNumber finds[].words[].after
            finds[].quotation.text finds[].quotation.speaker finds[].quotation.date.asWritten finds[].quotation.date.edtf
            finds[].quotation.date.first finds[].quotation.date.last finds[].quotation.date.isUndated finds[].quotation.occasion
            finds[].quotation.language finds[].quotation.source finds[].quotation.translation finds[].quotation.note
            finds[].quotation.span.start finds[].quotation.span.end finds[].quotation.span.length finds[].quotation.isConfirmed
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            JsonShape.Of(found.Output));
        using var json = JsonDocument.Parse(found.Output);
        Assert.Equal("kb.quote/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("near", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("replaced", json.RootElement.GetProperty("finds")[0].GetProperty("words")[1].GetProperty("relation").GetString());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("--speaker Шобер", 2)]
    [InlineData("--speaker Schober --kind recorded", 1)]
    [InlineData("--kind found", 1)]
    [InlineData("--lang de", 1)]
    [InlineData("--from 1923 --to 1923", 1)]
    [InlineData("again --speaker Schober", 1)]
    [InlineData("zebrafish", 0)]
    public void Quotations_are_listed_by_speaker_year_language_kind_and_words(string arguments, int total)
    {
        var listed = Run(["quotations", "--json", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(total == 0 ? 3 : 0, listed.ExitCode);
        using var json = JsonDocument.Parse(listed.Output);
        Assert.Equal("kb.quotations/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(total, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(total, json.RootElement.GetProperty("quotations").GetArrayLength());
    }

    [Fact]
    public void A_quotation_found_by_rule_says_so()
    {
        var listed = Run("quotations", "--kind", "found");

        Assert.Contains("“We shall meet again in Vienna.”\n   Johann Schober · en\n", listed.Output, StringComparison.Ordinal);
        Assert.Contains("found by rule, not confirmed by an archivist", listed.Output, StringComparison.Ordinal);
        Assert.Contains("1 quotation in 1 document; showing 1-1.", listed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quote")]
    [InlineData("quotations", "--kind", "rumour")]
    [InlineData("quotations", "--from", "never")]
    [InlineData("quotations", "--from", "0")]
    [InlineData("quotations", "--sort", "best")]
    public void A_command_line_that_cannot_be_understood_is_2(params string[] arguments)
    {
        var refused = Run(arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.NotEmpty(refused.Error);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    private KbResult Run(params string[] arguments) => KbProgram.Run(archive.Path, arguments);
}
