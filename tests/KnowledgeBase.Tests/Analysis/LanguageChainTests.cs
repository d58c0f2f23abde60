using KnowledgeBase.LuceneIndex.Analysis;

namespace KnowledgeBase.Tests.Analysis;

public sealed class LanguageChainTests
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    [Theory]
    [InlineData("en", "congresses", "congress")]
    [InlineData("en", "policies", "policy")]
    [InlineData("de", "Kongresse", "Kongress")]
    [InlineData("de", "Verbrechen", "Verbrechens")]
    [InlineData("fr", "policières", "policière")]
    [InlineData("fr", "nationaux", "nationale")]
    [InlineData("es", "conferencias", "conferencia")]
    [InlineData("it", "conferenze", "conferenza")]
    [InlineData("pt", "conferências", "conferência")]
    [InlineData("ar", "الشرطة", "شرطة")]
    [InlineData("ru", "конгресса", "конгрессы")]
    [InlineData("pl", "kongresu", "kongresy")]
    [InlineData("pl", "policji", "policja")]
    [InlineData("pl", "międzynarodowego", "międzynarodowa")]
    [InlineData("pl", "prezydenta", "prezydentem")]
    [InlineData("pl", "sprawozdania", "sprawozdanie")]
    [InlineData("pl", "przestępców", "przestępcy")]
    [InlineData("ro", "conferințele", "conferințelor")]
    [InlineData("ro", "conferințelor", "conferinţele")]
    [InlineData("ro", "polițiști", "polițist")]
    [InlineData("nl", "agenten", "agent")]
    [InlineData("sv", "kongresser", "kongressen")]
    public void Forms_of_one_word_share_a_stem(string language, string one, string other) =>
        Assert.NotEmpty(Analyzer.Stems(one, language).Intersect(Analyzer.Stems(other, language)));

    [Theory]
    [InlineData("en", "policy", "police")]
    [InlineData("de", "Polizei", "Politik")]
    [InlineData("pl", "wiedeń", "wiedza")]
    [InlineData("ru", "конгресс", "контроль")]
    public void Different_words_keep_different_stems(string language, string one, string other) =>
        Assert.Empty(Analyzer.Stems(one, language).Intersect(Analyzer.Stems(other, language)));

    [Theory]
    [InlineData("fr", "congrès", "congres")]
    [InlineData("de", "Straße", "strasse")]
    [InlineData("de", "Polizeipräsident", "polizeiprasident")]
    [InlineData("pl", "międzynarodowy", "miedzynarodowy")]
    [InlineData("ro", "București", "bucuresti")]
    [InlineData("ar", "أمن", "امن")]
    [InlineData("en", "oﬃce", "office")]
    public void Who_types_no_accents_finds_the_same_words(string language, string written, string typed) =>
        Assert.NotEmpty(Analyzer.Stems(written, language).Intersect(Analyzer.Stems(typed, language)));

    [Theory]
    [InlineData("en", "the")]
    [InlineData("de", "der")]
    [InlineData("fr", "les")]
    [InlineData("es", "los")]
    [InlineData("it", "della")]
    [InlineData("pt", "não")]
    [InlineData("ar", "من")]
    [InlineData("ru", "и")]
    [InlineData("pl", "się")]
    [InlineData("ro", "şi")]
    [InlineData("nl", "het")]
    [InlineData("sv", "och")]
    public void Every_language_has_its_common_words(string language, string word) =>
        Assert.True(Analyzer.IsStopWord(KnowledgeBase.Analysis.TextFolding.Fold(word), language));

    [Fact]
    public void A_text_without_spaces_between_words_is_found_by_any_part_of_it()
    {
        var tokens = Analyzer.Analyze("国际刑警组织", "zh");
        Assert.Equal(["国", "际", "刑", "警", "组", "织"], tokens.Select(static token => token.Exact));
        Assert.Equal(Enumerable.Range(0, 6), tokens.Select(static token => token.Position));
    }
}
