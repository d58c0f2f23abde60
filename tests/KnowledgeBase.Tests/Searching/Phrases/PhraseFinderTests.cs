using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching.Phrases;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Searching.Phrases;

public sealed class PhraseFinderTests
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    [Fact]
    public void A_phrase_stands_in_three_documents_and_is_spelled_as_most_of_them_spell_it() => Assert.Equal(
        [new FrequentPhrase("criminal police", 3)],
        Find("The criminal police met.", "Some criminal police here.", "Criminal Police", "criminal courts", "criminal courts"));

    [Theory]
    [InlineData("They met at the Congress. Police came.")]
    [InlineData("They met at the congress, police came.")]
    [InlineData("They met at the congress (police came).")]
    [InlineData("They met at the congress\n\npolice came")]
    [InlineData("They met at the congress: police came.")]
    public void No_phrase_crosses_a_mark_or_a_paragraph(string text) =>
        Assert.DoesNotContain(Find(text, text, text), static phrase => phrase.Text.Equals("congress police", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("In St. Petersburg.", "St Petersburg")]
    [InlineData("An anti-anarchist law.", "anti-anarchist law")]
    [InlineData("of séance d’arbitrage mondiale", "séance d'arbitrage mondiale")]
    [InlineData("The inter-\nnational police", "international police")]
    [InlineData("The criminal\npolice", "criminal police")]
    [InlineData("The chief of the police", "chief of the police")]
    public void Words_parted_by_a_space_a_hyphen_or_a_line_are_a_phrase(string text, string phrase) =>
        Assert.Contains(Find(text, text, text), found => found.Text == phrase && found.Documents == 3);

    [Theory]
    [InlineData("about the police")]
    [InlineData("police of")]
    [InlineData("a 1923 congress x")]
    public void No_phrase_begins_or_ends_with_a_common_word_a_number_or_a_letter(string text) => Assert.Empty(Find(text, text, text));

    [Fact]
    public void Common_words_are_those_of_the_documents_language()
    {
        string[] texts = ["die Polizei", "die Polizei", "die Polizei"];
        Assert.Empty(PhraseFinder.Find(Documents(texts, "de"), Documents(texts, "de"), Analyzer, new PhraseLimits()));
        Assert.Single(PhraseFinder.Find(Documents(texts, "fi"), Documents(texts, "fi"), Analyzer, new PhraseLimits()));
    }

    [Fact]
    public void A_part_that_always_stands_in_a_longer_phrase_is_left_out_and_one_that_also_stands_alone_is_not()
    {
        string[] texts = ["chief of police Vienna", "chief of police Vienna", "chief of police Vienna"];
        Assert.Equal(["chief of police Vienna"], Find(texts).Select(static phrase => phrase.Text));
        Assert.Equal(["police Vienna", "chief of police Vienna"], Find([.. texts, "police Vienna"]).Select(static phrase => phrase.Text));
    }

    [Fact]
    public void Candidates_come_from_the_sample_and_counts_from_all_documents()
    {
        var all = Documents(["criminal police", "criminal police", "criminal police", "criminal, police", "secret police", "secret police", "secret police"], "en");
        Assert.Equal(
            [new FrequentPhrase("criminal police", 4)],
            PhraseFinder.Find(all[..3], all, Analyzer, new PhraseLimits()));
    }

    [Fact]
    public void No_more_words_are_read_and_no_more_phrases_kept_than_the_limits_allow()
    {
        string[] texts = [.. Enumerable.Repeat("alpha beta, gamma delta", 3), .. Enumerable.Repeat("gamma delta", 2)];
        Assert.Equal("gamma delta", Assert.Single(Find(texts, new PhraseLimits { MostPhrases = 1 })).Text);
        Assert.Empty(Find(texts, new PhraseLimits { MostWordsRead = 10 }));
    }

    [Fact]
    public void The_finder_finds_what_counting_every_row_of_words_finds()
    {
        var random = new Random(3);
        for (var round = 0; round < 80; round++)
        {
            var limits = new PhraseLimits { FewestDocuments = random.Next(2, 4) };
            var archive = PlainPhrases.RandomArchive(random);
            var documents = archive.Select(static (document, i) => Document(i, PlainPhrases.TextOf(document), "en")).ToList();
            var found = PhraseFinder.Find(documents, documents, Analyzer, limits);
            Assert.Equal(PlainPhrases.Find(archive, limits.FewestDocuments), found);
        }
    }

    private static IReadOnlyList<FrequentPhrase> Find(params string[] texts) => Find(texts, new PhraseLimits());

    private static IReadOnlyList<FrequentPhrase> Find(string[] texts, PhraseLimits limits) =>
        PhraseFinder.Find(Documents(texts, "en"), Documents(texts, "en"), Analyzer, limits);

    private static List<CorpusDocument> Documents(string[] texts, string language) => [.. texts.Select((text, i) => Document(i, text, language))];

    /// <summary>Paragraphs are parted by empty lines.</summary>
    private static CorpusDocument Document(int number, string text, string language)
    {
        var document = Some.Document(FormattableString.Invariant($"D-{number:000}"), text);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            paragraphs.Add(new Paragraph(FormattableString.Invariant($"p{paragraphs.Count}"), paragraphs.Count + 1, new TextSpan(start, start + paragraph.Length), ParagraphKind.Text));
            start += paragraph.Length + 2;
        }

        return document with { Paragraphs = paragraphs.ToImmutable(), Metadata = document.Metadata with { Language = language } };
    }
}
