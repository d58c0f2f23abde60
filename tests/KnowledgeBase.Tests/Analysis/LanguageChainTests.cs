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
    [InlineData("pl", "prezydencie", "prezydent")]
    [InlineData("pl", "Polacy", "Polakami")]
    [InlineData("pl", "Wiedeń", "Wiedniu")]
    [InlineData("pl", "początek", "początku")]
    [InlineData("pl", "organizacją", "organizacji")]
    [InlineData("pl", "wolność", "wolnością")]
    [InlineData("pl", "aresztowań", "aresztowanie")]
    [InlineData("pl", "urzędnicy", "urzędnika")]
    [InlineData("cs", "policie", "policií")]
    [InlineData("bg", "конгресите", "конгреси")]
    [InlineData("el", "επιτροπών", "επιτροπή")]
    [InlineData("tr", "kongreler", "kongre")]
    [InlineData("tr", "IŞIK", "ışık")]
    [InlineData("ca", "conferències", "conferència")]
    [InlineData("hi", "सम्मेलनों", "सम्मेलन")]
    [InlineData("fa", "پلیس", "پليس")]
    [InlineData("id", "kepolisian", "polisi")]
    [InlineData("da", "kongresser", "kongressen")]
    [InlineData("no", "konferanser", "konferansen")]
    [InlineData("fi", "poliisin", "poliisit")]
    [InlineData("hu", "rendőrség", "rendőrséget")]
    public void Forms_of_one_word_share_a_stem(string language, string one, string other) =>
        Assert.NotEmpty(Analyzer.Stems(one, language).Intersect(Analyzer.Stems(other, language)));

    [Theory]
    [InlineData("en", "policy", "police")]
    [InlineData("de", "Polizei", "Politik")]
    [InlineData("pl", "wiedeń", "wiedza")]
    [InlineData("pl", "policja", "polityka")]
    [InlineData("pl", "człowiek", "człon")]
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
    [InlineData("ar", "الأمانة", "الامانه")]
    [InlineData("pl", "przestępców", "przestepcow")]
    [InlineData("el", "αστυνομία", "αστυνομια")]
    [InlineData("tr", "kişiler", "kisiler")]
    [InlineData("cs", "padělání", "padelani")]
    [InlineData("ro", "poliție", "politie")]
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
    [InlineData("cs", "který")]
    [InlineData("el", "και")]
    [InlineData("tr", "ve")]
    [InlineData("hi", "और")]
    [InlineData("fa", "از")]
    public void Every_language_has_its_common_words(string language, string word) =>
        Assert.True(Analyzer.IsStopWord(KnowledgeBase.Analysis.TextFolding.Fold(word), language));

    [Fact]
    public void A_text_without_spaces_between_words_is_found_by_any_part_of_it()
    {
        var tokens = Analyzer.Analyze("国际刑警组织", "zh");
        Assert.Equal(["国", "际", "刑", "警", "组", "织"], tokens.Select(static token => token.Exact));
        Assert.Equal(Enumerable.Range(0, 6), tokens.Select(static token => token.Position));
    }

    [Fact]
    public void A_syllable_of_Korean_is_a_word_because_endings_run_into_the_words() =>
        Assert.Equal(["경", "찰", "이"], Analyzer.Analyze("경찰이", "ko").Select(static token => token.Exact));

    [Theory]
    [InlineData("国际刑警 INTERPOL 维也纳", "国 际 刑 警 INTERPOL 维 也 纳")]
    [InlineData("", "")]
    [InlineData("police congress", "police congress")]
    public void Words_are_joined_as_they_would_be_typed(string typed, string words) =>
        Assert.Equal(typed, KnowledgeBase.Analysis.WordSegmenter.Join(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
