using KnowledgeBase.Documents;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

public sealed class QuoteFinderTests
{
    private const string Text =
        "The Chief told the delegates: “Only a good man can be a good policeman, and we shall not forget it.” They were moved.\n\n"
        + "In 1923 some 138 delegates of twenty countries came to Vienna; the costs were €500 or so for inter-\nnational telegrams.\n\n"
        + "„Nur ein guter Mensch kann ein guter Polizist sein“, sagte Söderman später in der großen Straße.";

    [Theory]
    [InlineData("Only a good man can be a good policeman", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("\"Only a good man can be a good policeman\"", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("«Only a good man can be a good policeman»", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("… a good man can be a good policeman …", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("Only a good man can be a good policeman, and we", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("and we shall not forget it.", QuoteVerdict.Verbatim, QuoteDifferences.None)]
    [InlineData("only a good man can be a good policeman", QuoteVerdict.VerbatimBut, QuoteDifferences.Case)]
    [InlineData("ONLY A GOOD MAN CAN BE A GOOD POLICEMAN", QuoteVerdict.VerbatimBut, QuoteDifferences.Case)]
    [InlineData("Only a good man can be a good policeman.", QuoteVerdict.VerbatimBut, QuoteDifferences.Punctuation)]
    [InlineData("Only a good man, can be a good policeman", QuoteVerdict.VerbatimBut, QuoteDifferences.Punctuation)]
    [InlineData("Only a good man\ncan be a good policeman", QuoteVerdict.VerbatimBut, QuoteDifferences.LineBreaks)]
    [InlineData("or so for international telegrams", QuoteVerdict.VerbatimBut, QuoteDifferences.LineBreaks)]
    [InlineData("forget it. They were moved. In 1923 some", QuoteVerdict.VerbatimBut, QuoteDifferences.Punctuation | QuoteDifferences.LineBreaks)]
    [InlineData("sagte Soderman später in der großen", QuoteVerdict.VerbatimBut, QuoteDifferences.Accents)]
    [InlineData("sagte Söderman später in der GROSSEN Strasse", QuoteVerdict.VerbatimBut, QuoteDifferences.Accents | QuoteDifferences.Case)]
    [InlineData("Only a good man can be a bad policeman", QuoteVerdict.Near, QuoteDifferences.None)]
    [InlineData("Only a good man cannot be a good policeman", QuoteVerdict.Near, QuoteDifferences.None)]
    [InlineData("the costs were $500 or so", QuoteVerdict.Near, QuoteDifferences.None)]
    [InlineData("the costs were 500 or so", QuoteVerdict.Near, QuoteDifferences.None)]
    public async Task A_quotation_gets_the_verdict_of_a_comparison(string typed, QuoteVerdict verdict, QuoteDifferences differences)
    {
        var answer = await Ask(typed);

        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(differences, answer.Finds[0].Differences);
    }

    [Theory]
    [InlineData("forget it … 138 delegates of twenty countries", QuoteVerdict.VerbatimBut)]
    [InlineData("forget it. […] some 138 delegates of twenty countries", QuoteVerdict.Verbatim)]
    [InlineData("some 138 delegates ... came to Vienna", QuoteVerdict.Verbatim)]
    [InlineData("came to Vienna ... some 138 delegates", QuoteVerdict.NotFound)]
    [InlineData("some 138 delegates (...) came to Paris", QuoteVerdict.Near)]
    public async Task Parts_between_ellipses_match_in_order(string typed, QuoteVerdict verdict)
    {
        var expected = verdict is QuoteVerdict.VerbatimBut ? QuoteVerdict.Verbatim : verdict;

        Assert.Equal(expected, (await Ask(typed)).Verdict);
    }

    [Fact]
    public async Task Words_that_an_ellipsis_leaves_out_are_shown_and_a_negation_among_them_is_flagged()
    {
        var answer = await Ask("Only a good man can be a good policeman, and we shall … forget it");
        var left = Assert.Single(answer.Finds[0].Words, static pair => pair.Relation is WordRelation.LeftOut);

        Assert.Equal(QuoteVerdict.Verbatim, answer.Verdict);
        Assert.Equal("not", left.Stored);
        Assert.True(left.IsNegation);
        Assert.Equal(
            "Verbatim with a negation left out; 1 document of 1. The ellipsis leaves out a negation: read the words left out.", answer.Sentence);
    }

    [Theory]
    [InlineData("a good man can be a good", "good", "great", WordRelation.Replaced, false, false)]
    [InlineData("a good man can be a good", "can be", "cannot be", WordRelation.Replaced, true, false)]
    [InlineData("good policeman, and we shall not forget it", "not ", "", WordRelation.Dropped, true, false)]
    [InlineData("some 138 delegates of twenty countries", "138", "131", WordRelation.Replaced, false, true)]
    [InlineData("some 138 delegates of twenty countries", "twenty", "thirty", WordRelation.Replaced, false, true)]
    [InlineData("some 138 delegates of twenty countries", "delegates of", "of delegates", WordRelation.Swapped, false, false)]
    [InlineData("Nur ein guter Mensch kann ein guter Polizist sein", "Polizist sein", "Polizist nicht sein", WordRelation.Added, true, false)]
    [InlineData("Nur ein guter Mensch kann ein guter Polizist sein", "Mensch kann ein guter Polizist", "Polizist kann ein guter Mensch", WordRelation.Swapped, false, false)]
    public async Task Every_changed_word_is_shown_and_dangerous_ones_are_flagged(
        string right, string part, string wrong, WordRelation relation, bool isNegation, bool isNumber)
    {
        var answer = await Ask(right.Replace(part, wrong, StringComparison.Ordinal));
        var find = answer.Finds[0];

        Assert.Equal(QuoteVerdict.Near, answer.Verdict);
        Assert.Contains(find.Words, pair => pair.Relation == relation);
        Assert.Equal(isNegation, find.ChangesNegation);
        Assert.Equal(isNumber, find.ChangesNumber);
    }

    [Theory]
    [InlineData("Ours is a political and not a cultural goal", "Near: 3 words differ, among them a negation; 1 document of 1.")]
    [InlineData("Ours is no political but the cultural goal", "Near: 3 words differ, among them a negation; 1 document of 1.")]
    [InlineData("Ours is no political goal but a cultural goal", null)]
    [InlineData("Ours is a cultural and not a political goal", null)]
    [InlineData("Theirs is not a national but a moral goal", null)]
    [InlineData("There is not a man but a cultural thing", null)]
    public async Task A_short_sentence_is_near_as_long_as_the_words_that_carry_its_sense_stand_in_order(string typed, string? says)
    {
        var finder = Finder(QuotedDocuments.Document("A", "He said: ours is not a political but a cultural goal. They clapped."));

        var answer = await finder.FindAsync(typed, CancellationToken.None);

        Assert.Equal(says ?? "Not found in the 1 document of this archive.", answer.Sentence);
        Assert.Equal(says is null ? QuoteVerdict.NotFound : QuoteVerdict.Near, answer.Verdict);
        Assert.Equal(says is not null, answer.Finds.Any(static find => find.ChangesNegation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   „“ … ")]
    [InlineData("a good man can")]
    [InlineData("a b c d e")]
    [InlineData("Only … man … be … good … we")]
    public async Task Too_little_gets_no_verdict_but_a_reason(string typed)
    {
        var answer = await Ask(typed);

        Assert.Equal(QuoteVerdict.Refused, answer.Verdict);
        Assert.NotEmpty(answer.Sentence);
        Assert.Empty(answer.Finds);
    }

    [Fact]
    public async Task More_than_200_words_get_no_verdict()
    {
        var longest = string.Join(' ', Enumerable.Repeat("word", QuotedText.MostWords));

        Assert.Equal(QuoteVerdict.NotFound, (await Ask(longest)).Verdict);
        Assert.Equal(QuoteVerdict.Refused, (await Ask(longest + " more")).Verdict);
        Assert.Equal(QuoteVerdict.Refused, (await Ask(new string('x', 100_000))).Verdict);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_in_a_number_of_documents()
    {
        var answer = await Ask("Crime has no frontiers, gentlemen, and neither have we");

        Assert.Equal(QuoteVerdict.NotFound, answer.Verdict);
        Assert.Equal("Not found in the 1 document of this archive.", answer.Sentence);
    }

    [Fact]
    public async Task The_better_of_two_places_decides()
    {
        var finder = Finder(
            QuotedDocuments.Document("A", "We said, only a good man can be a good policeman."),
            QuotedDocuments.Document("B", "only a good man can be a bad policeman. Only a good man; can be a good policeman. Only a good man can be a good policeman!"));
        var answer = await finder.FindAsync("Only a good man can be a good policeman", CancellationToken.None);

        Assert.Equal(["B", "A"], answer.Finds.Select(static find => find.Id.Value));
        Assert.Equal("Only a good man can be a good policeman", answer.Finds[0].Text);
        Assert.Equal(QuoteVerdict.Verbatim, answer.Finds[0].Verdict);
        Assert.Equal("Verbatim; 1 document of 2.", answer.Sentence);
    }

    [Fact]
    public async Task The_speaker_comes_from_the_record_that_covers_the_place()
    {
        const string Words = "Only a good man can be a good policeman";
        var at = Text.IndexOf(Words, StringComparison.Ordinal);
        var record = new QuotationRecord { Text = Words, Speaker = "Johann Schober", Language = "en", Span = new TextSpan(at, at + Words.Length) };
        var answer = await Finder(QuotedDocuments.Document("A", Text, record)).FindAsync(Words, CancellationToken.None);

        Assert.Equal("Johann Schober", answer.Finds[0].Record?.Speaker);
        Assert.Equal("p1", answer.Finds[0].ParagraphId);
    }

    [Theory]
    [InlineData("Only a good man can be a good policeman", 0, "It is this archive's own translation of what Johann Schober said: our words, not the speaker's.")]
    [InlineData("only a good man may be a good policeman", 1, "It is close to this archive's own translation")]
    public async Task A_translation_is_found_but_never_called_the_speakers_words(string typed, int wordsDiffering, string says)
    {
        var (words, record) = (QuotedDocuments.GoodMan.Text, QuotedDocuments.GoodMan);
        var answer = await Finder(QuotedDocuments.Document("A", words, record)).FindAsync(typed, CancellationToken.None);

        Assert.Equal(QuoteVerdict.NotFound, answer.Verdict);
        Assert.Empty(answer.Finds);
        var translation = Assert.Single(answer.Translations);
        Assert.Equal(wordsDiffering, translation.WordsDiffering);
        Assert.Equal(words, translation.Quotation.Record.Text);
        Assert.StartsWith("our translation of words of Johann Schober", QuoteSentence.Of(translation), StringComparison.Ordinal);
        Assert.StartsWith("Not found in the 1 document of this archive. " + says, answer.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authored", QuoteVerdict.NotFound)]
    [InlineData("transcribed", QuoteVerdict.VerbatimBut)]
    public async Task A_translation_that_stands_in_a_text_of_the_archive_is_still_a_translation(string status, QuoteVerdict verdict)
    {
        var answer = await Finder(QuotedDocuments.Translated(status))
            .FindAsync("only a good man can be a good policeman", CancellationToken.None);

        Assert.Equal(verdict, answer.Verdict);
        Assert.Single(answer.Translations);
    }

    [Fact]
    public async Task A_translation_beside_the_words_themselves_does_not_change_the_verdict()
    {
        const string Words = "Only a good man can be a good policeman";
        var record = new QuotationRecord { Text = "Nur ein guter Mensch", Speaker = "Johann Schober", Language = "de", Translation = Words };
        var source = QuotedDocuments.Document("A", Text);
        source = source with { Metadata = source.Metadata with { Status = "transcribed" } };
        var answer = await Finder(source, QuotedDocuments.Document("B", "Nur ein guter Mensch", record)).FindAsync(Words, CancellationToken.None);

        Assert.Equal(QuoteVerdict.Verbatim, answer.Verdict);
        Assert.Equal("A", Assert.Single(answer.Finds).Id.Value);
        Assert.Equal("B", Assert.Single(answer.Translations).Quotation.Id.Value);
    }

    [Theory]
    [InlineData("!!! ??? ... „“ —", "no words")]
    [InlineData("a good man can", "No verdict: one needs at least 5 words")]
    [InlineData("one … two … three … four … five … six … seven", "No verdict: between the ellipses")]
    public async Task Why_there_is_no_verdict_is_said(string typed, string says) =>
        Assert.Contains(says, (await Ask(typed)).Sentence, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_too_long_is_refused_with_the_limit()
    {
        Assert.Contains("at most 200 words", (await Ask(string.Join(' ', Enumerable.Repeat("police", 10_000)))).Sentence, StringComparison.Ordinal);
        Assert.Contains("longer than 200 words", (await Ask(string.Join(' ', Enumerable.Repeat("police", 201)))).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("«a \u202Egood\u202C man can be a good policeman»", QuoteVerdict.Verbatim)]
    [InlineData("a good\0 man can be a good policeman", QuoteVerdict.Verbatim)]
    [InlineData("\u200Fa good man can be a good policeman\u200E", QuoteVerdict.Verbatim)]
    [InlineData("‘a good man can be a good policeman’", QuoteVerdict.Verbatim)]
    public async Task Signs_that_nobody_sees_do_no_harm(string typed, QuoteVerdict verdict) =>
        Assert.Equal(verdict, (await Ask(typed)).Verdict);

    [Fact]
    public async Task No_text_makes_it_fail()
    {
        foreach (var typed in new[] { "\0\0", "\uD800 a b c d e f", "…………", "[…] […]", new string('"', 4_000), new string('.', 7_000), "٣ ٤ ٥ ٦ ٧ ٨ ٩ ١ ٢ ٣ ٤ ٥ ٦" })
        {
            Assert.NotNull(await Ask(typed));
        }
    }

    private static Task<QuoteAnswer> Ask(string typed) => Finder(QuotedDocuments.Document("A", Text)).FindAsync(typed, CancellationToken.None);

    private static QuoteFinder Finder(params CorpusDocument[] documents) => new(new QuotationsInMemory(documents));
}
