using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

public sealed class QuoteStretchTests(CorpusIndex corpus) : IClassFixture<CorpusIndex>
{
    private const int Seed = 1923;
    private const string Text = "He said: “It is not a political but a cultural goal.” It can’t be stopped by any frontier.\n\nThe costs were €500 that year.";
    private static readonly string[] Foreign = ["zorblat", "quenthip", "vrilmok", "prandlew", "ostrigan", "fulvect", "hibbernak", "lumdrast", "wexipol", "jurngam"];

    [Theory]
    [InlineData("It is not a political but a cultural goal, he told the many delegates in Vienna that evening", "It is not a political but a cultural goal", 9, "verbatim")]
    [InlineData("As every policeman in the whole wide world knows, it is not a political but a cultural goal", "it is not a political but a cultural goal", 9, "verbatim but for case")]
    [InlineData("Delegates in the town of Vienna heard it is not a political but a cultural goal and they all applauded him then", "it is not a political but a cultural goal", 9, "verbatim but for case")]
    [InlineData("it can’t be stopped by any frontier of the many proud old kingdoms around us", "it can’t be stopped by any frontier", 8, "verbatim but for case")]
    [InlineData("Nobody knew that costs were €500 that year or in another year of war and peace", "costs were €500 that year", 6, "verbatim")]
    public async Task A_quotation_with_other_words_around_it_is_not_found_but_its_words_are(string typed, string stretch, int words, string verdict)
    {
        var answer = await Ask(typed);

        Assert.Equal(QuoteVerdict.NotFound, answer.Verdict);
        Assert.Empty(answer.Finds);
        Assert.Equal((stretch, words, 1), (answer.Stretch!.Quoted, answer.Stretch.WordCount, answer.Stretch.FindCount));
        Assert.Equal(stretch, answer.Stretch.Span.In(answer.Quoted));
        Assert.Equal("A", Assert.Single(answer.Stretch.Finds).Id.Value);
        Assert.Equal(
            $"Not found in the 1 document of this archive, but these {words} words of it stand in 1 document, {verdict}: “{stretch}”.", answer.Sentence);
    }

    [Theory]
    [InlineData("He said a political but, as every policeman knows, a cultural goal stopped frontier costs")]
    [InlineData("not a political but … a cultural goal of the very best police forces of the world")]
    [InlineData("Nobody ever said such words as these in any archive")]
    public async Task Fewer_than_five_words_side_by_side_say_nothing(string typed)
    {
        var answer = await Ask(typed);

        Assert.Equal(QuoteVerdict.NotFound, answer.Verdict);
        Assert.Null(answer.Stretch);
        Assert.Equal("Not found in the 1 document of this archive.", answer.Sentence);
    }

    [Theory]
    [InlineData("It is not a political but a cultural goal")]
    [InlineData("It is a political but a cultural goal")]
    public async Task What_is_found_or_near_has_no_stretch(string typed) => Assert.Null((await Ask(typed)).Stretch);

    [Fact]
    public async Task A_stretch_of_a_translation_is_never_called_the_speakers_words()
    {
        var document = QuotedDocuments.Translated("authored");
        var answer = await new QuoteFinder(new QuotationsInMemory([document]))
            .FindAsync("Only a good man can be a good policeman, the president told every single delegate that day", CancellationToken.None);

        Assert.Equal(QuoteVerdict.NotFound, answer.Verdict);
        Assert.Empty(answer.Stretch!.Finds);
        Assert.Equal(document.Metadata.Quotations[0].Text, Assert.Single(answer.Stretch.Translations).Quotation.Record.Text);
        Assert.Equal(
            "Not found in the 1 document of this archive, but these 9 words of it are this archive's own translation of what Johann Schober "
            + "said, not the speaker's words: “Only a good man can be a good policeman”.",
            answer.Sentence);
    }

    [Fact]
    public async Task Sentences_of_the_corpus_with_a_head_or_a_tail_of_foreign_words_are_located_in_every_language()
    {
        var random = new Random(Seed);
        foreach (var (language, sentences) in corpus.SentencesByLanguage)
        {
            for (var i = 0; i < 25; i++)
            {
                var sentence = sentences[random.Next(sentences.Length)];
                var quote = QuotedText.Parse(sentence);
                if (quote.PartCount > 1)
                {
                    continue;
                }

                // As many foreign words as no allowed change can take away.
                var foreign = string.Join(' ', Enumerable.Range(0, quote.WordCount + 4).Select(_ => Foreign[random.Next(Foreign.Length)]));
                var typed = i % 2 == 0 ? $"{quote.Text} {foreign}" : $"{foreign} {quote.Text}";
                if (QuotedText.Parse(typed).Refusal is not null)
                {
                    continue;
                }

                var answer = await corpus.Finder.FindAsync(typed, CancellationToken.None);

                Assert.True(answer.Verdict is QuoteVerdict.NotFound, $"Seed {Seed}, {language}: {answer.Sentence}\n{typed}");
                Assert.True(answer.Stretch is not null, $"Seed {Seed}, {language}: {answer.Sentence}\n{typed}");
                Assert.True(answer.Stretch.WordCount >= quote.WordCount, $"Seed {Seed}, {language}: {answer.Sentence}\n{typed}");
                Assert.All(answer.Stretch.Finds, static find => Assert.True(find.Verdict is QuoteVerdict.Verbatim or QuoteVerdict.VerbatimBut));
            }
        }
    }

    [Fact]
    public async Task The_index_gives_the_longest_stretch_that_a_look_at_every_document_gives()
    {
        var random = new Random(Seed);
        var judge = new QuoteFinder(new QuotationsInMemory(corpus.Documents));
        var sentences = corpus.SentencesByLanguage.Values.SelectMany(static all => all).ToArray();
        for (var i = 0; i < 30; i++)
        {
            // Pieces of several sentences: which of them is longest is for the index to find out.
            var typed = string.Join(" zorblat ", Enumerable.Range(0, 3).Select(_ =>
            {
                var words = sentences[random.Next(sentences.Length)].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
                return string.Join(' ', words.Take(random.Next(4, 12)));
            }));
            var (asked, right) = (await corpus.Finder.FindAsync(typed, CancellationToken.None), await judge.FindAsync(typed, CancellationToken.None));

            Assert.Equal((right.Verdict, right.Stretch?.WordCount), (asked.Verdict, asked.Stretch?.WordCount));
        }
    }

    private static Task<QuoteAnswer> Ask(string typed) =>
        new QuoteFinder(new QuotationsInMemory([QuotedDocuments.Document("A", Text)])).FindAsync(typed, CancellationToken.None);
}
