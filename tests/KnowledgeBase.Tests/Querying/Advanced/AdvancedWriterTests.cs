using KnowledgeBase.Querying.Advanced;

namespace KnowledgeBase.Tests.Querying.Advanced;

public class AdvancedWriterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("police congress", "police congress")]
    [InlineData("police AND congress", "police congress")]
    [InlineData("police OR congress", "police \\OR congress")]
    [InlineData("AND", "\\AND")]
    [InlineData("NOT NEAR BEFORE AROUND(5)", "\\NOT \\NEAR \\BEFORE \\AROUND 5")]
    [InlineData("-military !war +army", "military war army")]
    [InlineData("title:congress", "\"title congress\"~")]
    [InlineData("(police congress)", "police congress")]
    [InlineData("“criminal police” polic* wom?n Schober~2 =Wien", "\"criminal police\" polic* wom?n Schober~2 =Wien")]
    [InlineData("\"police congress\"~5 =\"Johann Schober\"", "\"police congress\"~5 =\"Johann Schober\"")]
    [InlineData("\"unclosed phrase", "\"unclosed phrase\"")]
    [InlineData("«a \"b\" c»", "\"a  b  c\"")]
    [InlineData("\"say \\\"yes\\\" now\"", "\"say \\\"yes\\\" now\"")]
    [InlineData("\"ends with a backslash\\", "\"ends with a backslash\"")]
    [InlineData("C:\\x C++ 50% a/b", "\"C x\"~ C 50 \"a b\"~")]
    [InlineData("1923-09 1924..1930", "\"1923 09\"~ \"1924 1930\"~")]
    [InlineData("1924..1930=*", "\"1924..1930\"~")]
    [InlineData("‘criminal", "criminal")]
    [InlineData("anti-anarchist, C.I.P.C. don’t", "anti-anarchist C.I.P.C. don’t")]
    [InlineData("Who was Severing?", "Who was Severing")]
    [InlineData("polic?", "(polic?)")]
    [InlineData("foo:bar* x[polic*]", "\"foo bar*\"~ \"x polic*\"~")]
    public void All_of_the_words_are_written_as_words(string typed, string written) =>
        AssertWritten(written, new AdvancedForm { All = typed });

    [Theory]
    [InlineData("criminal police", "\"criminal police\"")]
    [InlineData("“criminal police”", "\"criminal police\"")]
    [InlineData("Vienna, 3 September 1923.", "\"Vienna, 3 September 1923.\"")]
    [InlineData("Who was he? (Nobody \"knew\" \\ cared* about~5 a^2)", "\"Who was he Nobody knew cared about 5 a 2\"")]
    [InlineData("police OR war -army title:x", "\"police OR war -army title:x\"")]
    public void A_phrase_is_written_verbatim(string typed, string written)
    {
        AssertWritten(written, new AdvancedForm { Phrase = typed });
        AssertWritten("=" + written, new AdvancedForm { Phrase = typed, AsSpelled = true });
    }

    [Fact]
    public void Either_is_in_brackets_beside_anything_else()
    {
        AssertWritten("police OR gendarmerie", new AdvancedForm { Any = "police gendarmerie" });
        AssertWritten("police OR \"secret police\"", new AdvancedForm { Any = "police OR \"secret police\"" });
        AssertWritten("(police OR gendarmerie) date:none", new AdvancedForm { Any = "police gendarmerie", Undated = UndatedChoice.Only });
        AssertWritten("congress (police OR gendarmerie) -army -\"secret police\"", new AdvancedForm { All = "congress", Any = "police gendarmerie", None = "army OR \"secret police\"" });
    }

    [Fact]
    public void Words_near_each_other_are_two_sides()
    {
        AssertWritten("police NEAR/10 congress", new AdvancedForm { Near = "police", NearOther = "congress" });
        AssertWritten("\"criminal police\" BEFORE/5 (congress OR conf*)", new AdvancedForm { Near = "criminal police", NearOther = "congress OR conf*", NearDistance = " 5 ", NearInOrder = true });
        AssertWritten("Wien (police NEAR/0 congress)", new AdvancedForm { All = "Wien", Near = "police", NearOther = "congress", NearDistance = "0" });
    }

    [Fact]
    public void A_field_holds_for_all_its_words()
    {
        AssertWritten("title:congress person:\"Johann Schober\" ref:IPA-1923-0200", Fields(("title", "congress"), ("person", "\"Johann Schober\""), ("ref", "IPA-1923-0200")));
        AssertWritten("place:(The Hague) subject:(police OR (secret war))", Fields(("place", "The Hague"), ("subject", "police OR secret war")));
        AssertWritten("title:x", Fields(("no such field", "x")));
    }

    [Fact]
    public void A_speaker_keeps_the_words_of_the_quotation()
    {
        AssertWritten("said:Schober", new AdvancedForm { Speaker = "Schober" });
        AssertWritten("said:\"Johann Schober\" extradition", new AdvancedForm { Speaker = "Johann Schober", Said = "extradition" });
        AssertWritten("said:* (crime OR \"world war\")", new AdvancedForm { Said = "crime OR \"world war\"" });
        AssertWritten("police (said:Schober)", new AdvancedForm { Speaker = "Schober", All = "police" });
        AssertWritten("(said:Schober crime) date:1923", new AdvancedForm { Speaker = "Schober", Said = "crime", From = "1923", To = "1923" });
        AssertWritten("said:Schober date:1923", new AdvancedForm { Speaker = "Schober", From = "1923", To = "1923" });
        AssertWritten("(said:Schober) police", new AdvancedForm { Speaker = "Schober", Typed = "police" });
    }

    [Fact]
    public void Dates_are_written_as_the_language_has_them()
    {
        AssertWritten("date:1914..1923", new AdvancedForm { From = "1914", To = "1923" });
        AssertWritten("date:1923-09", new AdvancedForm { From = "September 1923", To = "1923-09" });
        AssertWritten("date:1923-09-03..", new AdvancedForm { From = "3 September 1923" });
        AssertWritten("date:within:..1920s", new AdvancedForm { To = "the 1920s", Within = true });
        AssertWritten("date:1914~", new AdvancedForm { From = "1914", To = "1914", About = true });
        AssertWritten("date:192X~..1930~", new AdvancedForm { From = "1920s", To = "c. 1930", About = true });
        AssertWritten("date:1914 OR date:none", new AdvancedForm { From = "1914", To = "1914", Undated = UndatedChoice.AsWell });
        AssertWritten("x (date:1914.. OR date:none)", new AdvancedForm { All = "x", From = "1914", Undated = UndatedChoice.AsWell });
        AssertWritten("date:none", new AdvancedForm { Undated = UndatedChoice.Only });
        AssertWritten("", new AdvancedForm { Undated = UndatedChoice.AsWell, About = true, Within = true });
        AssertWritten("added:last-week", new AdvancedForm { Added = "last-week" });
        AssertWritten("added:2026-09..", new AdvancedForm { AddedSince = "September 2026" });
        AssertWritten("", new AdvancedForm { Added = "never" });
    }

    [Fact]
    public void What_was_typed_in_the_language_stands_last_and_by_itself()
    {
        AssertWritten("police OR war", new AdvancedForm { Typed = " police OR war " });
        AssertWritten("x type:speech", new AdvancedForm { All = "x", Typed = "type:speech" });
        AssertWritten("x (police OR war)", new AdvancedForm { All = "x", Typed = "police OR war" });
        AssertWritten("x \"unclosed", new AdvancedForm { All = "x", Typed = "\"unclosed" });
        AssertWritten("x (OR war)", new AdvancedForm { All = "x", Typed = "OR war" });
        AssertWritten("x quote:not in quotation marks", new AdvancedForm { All = "x", Typed = "quote:not in quotation marks" });
        AssertWritten("police (said:Schober)", new AdvancedForm { All = "police", Typed = "said:Schober" });
        AssertWritten("police (said:Schober) (added:last-week)", new AdvancedForm { All = "police", Typed = "said:Schober added:last-week" });
        AssertWritten("police (said:Schober) (date:1923)", new AdvancedForm { All = "police", Typed = "said:Schober date:1923" });
    }

    [Theory]
    [InlineData("form.no_word", "all", "“&&” has no word in it that could be looked for.")]
    [InlineData("form.no_word", "phrase", "“…” has no word in it that could be looked for.")]
    [InlineData("form.no_word", "said-by", "“-” has no word in it that could be looked for.")]
    [InlineData("form.near_side", "near-second", "Near what? Fill in both, or write the word above.")]
    [InlineData("form.near_distance", "near-words", "Write a whole number from 0 to 50.")]
    [InlineData("form.date", "date-from", "“soon” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("form.date_order", "date-to", "This ends before it begins; write the earlier date into “From”.")]
    [InlineData("form.undated_and_dates", "date-undated", "A document without a date lies in no time. Take the dates away, or choose “As well”.")]
    [InlineData("form.added_twice", "added-since", "Choose a time or write a date, not both.")]
    [InlineData("form.too_long", "said-words", "These are 2,049 characters; at most 1,024 can be read. Leave something out.")]
    [InlineData("form.too_long", "", "Together this is a search of 1,028 characters; at most 1,024 can be read. Leave something out.")]
    public void What_cannot_be_searched_for_is_said(string code, string field, string message)
    {
        var form = (code, field) switch
        {
            (_, "all") => new AdvancedForm { All = "&&" },
            (_, "phrase") => new AdvancedForm { Phrase = "…" },
            (_, "said-by") => new AdvancedForm { Speaker = "-" },
            (_, "said-words") => new AdvancedForm { Said = new string(' ', 2_048) + "x" },
            (_, "near-second") => new AdvancedForm { Near = "police" },
            (_, "near-words") => new AdvancedForm { Near = "a", NearOther = "b", NearDistance = "51" },
            (_, "date-from") => new AdvancedForm { From = "soon" },
            (_, "date-to") => new AdvancedForm { From = "1923", To = "1914" },
            (_, "date-undated") => new AdvancedForm { From = "1923", Undated = UndatedChoice.Only },
            (_, "added-since") => new AdvancedForm { Added = "last-week", AddedSince = "2026" },
            _ => new AdvancedForm { All = "x", Phrase = new string('a', 1_024) },
        };
        Assert.Equal(new FormProblem(field, code, message), Assert.Single(AdvancedWriter.Write(form).Problems));
    }

    private static AdvancedForm Fields(params (string Field, string Words)[] rows) =>
        new() { Fields = [.. rows.Select(static row => new FieldWords(row.Field, row.Words))] };

    private static void AssertWritten(string expected, AdvancedForm form)
    {
        var written = AdvancedWriter.Write(form);
        Assert.Equal(expected, written.Text);
        Assert.Empty(written.Problems);
    }
}
