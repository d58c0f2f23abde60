using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Analysis;

namespace KnowledgeBase.Tests.Analysis;

public sealed class LuceneTextAnalyzerTests
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    [Theory]
    [InlineData("en", "congress", "congresses")]
    [InlineData("en", "policing", "policed")]
    [InlineData("de", "Kongress", "Kongresses")]
    [InlineData("de", "Söderman", "Soderman")]
    [InlineData("fr", "congrès", "congres")]
    [InlineData("fr", "internationale", "internationaux")]
    [InlineData("es", "policía", "policias")]
    [InlineData("it", "polizie", "polizia")]
    [InlineData("pt", "congressos", "congresso")]
    [InlineData("nl", "verklaringen", "verklaring")]
    [InlineData("sv", "kongresser", "kongress")]
    [InlineData("ru", "полиции", "полиция")]
    [InlineData("pl", "policja", "policji")]
    [InlineData("ro", "poliția", "poliției")]
    [InlineData("ar", "الشرطة", "شرطة")]
    public void Forms_of_a_word_share_a_stem(string language, string one, string other) =>
        Assert.NotEmpty(Analyzer.Stems(one, language).Intersect(Analyzer.Stems(other, language)));

    [Theory]
    [InlineData("en", "the", true)]
    [InlineData("en", "police", false)]
    [InlineData("de", "der", true)]
    [InlineData("de", "fur", true)]
    [InlineData("fr", "qu", true)]
    [InlineData("und", "the", false)]
    public void Common_words_are_known_without_accents(string language, string word, bool isCommon) =>
        Assert.Equal(isCommon, Analyzer.IsStopWord(word, language));

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("EN", "en")]
    [InlineData("nb", "no")]
    [InlineData("tlh", "und")]
    [InlineData("", "und")]
    public void A_language_code_finds_its_chain(string code, string chain) => Assert.Equal(chain, Analyzer.ChainFor(code));

    [Fact]
    public void Paragraphs_are_far_apart()
    {
        var tokens = FieldAnalysis.OfValues(["one two", "three"], "en", Analyzer);

        Assert.Equal([0, 1, 2 + TextToken.ParagraphGap], tokens.Select(static token => token.Position));
    }

    [Fact]
    public void Many_callers_at_once_get_the_same_stems()
    {
        var words = Enumerable.Range(0, 2_000).Select(static i => $"kongresse{i % 97}").ToArray();
        var expected = words.Select(word => new LuceneTextAnalyzer().Stems(word, "de")[0]).Take(97).ToArray();

        Parallel.ForEach(words, word => Analyzer.Stems(word, "de"));

        Assert.Equal(expected, words.Take(97).Select(static word => Analyzer.Stems(word, "de")[0]));
    }
}
