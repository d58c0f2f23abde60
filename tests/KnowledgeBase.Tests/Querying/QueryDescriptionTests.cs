using CsCheck;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Querying;

public class QueryDescriptionTests
{
    [Theory]
    [InlineData("", "all documents")]
    [InlineData("police", "word: police")]
    [InlineData("police congress", "all of: police, congress")]
    [InlineData("police OR gendarmerie", "either: police or gendarmerie")]
    [InlineData("police -military", "word: police; without: military")]
    [InlineData("police NOT military", "word: police; without: military")]
    [InlineData("-military", "all documents without: military")]
    [InlineData("-(military war) -army police", "word: police; without: (military and war), army")]
    [InlineData("(police OR gendarmerie) congress", "word: congress; either: police or gendarmerie")]
    [InlineData("police congress OR gendarmerie", "either: (police and congress) or gendarmerie")]
    [InlineData("\"criminal police\"", "exactly: “criminal police”")]
    [InlineData("«criminal police»", "exactly: “criminal police”")]
    [InlineData("\"police\"", "exactly: “police”")]
    [InlineData("=\"DENK\"", "exactly, as spelled: “DENK”")]
    [InlineData("=\"Johann Schober\"", "exactly, as spelled: “Johann Schober”")]
    [InlineData("=Schober", "exactly, as spelled: “Schober”")]
    [InlineData("\"criminal police\"~", "phrase, any word form: “criminal police”")]
    [InlineData("\"police congress\"~5", "within 5 words, any order: police, congress")]
    [InlineData("=\"police congress\"~5", "within 5 words, any order, as spelled: exactly “police” as spelled, exactly “congress” as spelled")]
    [InlineData("police NEAR/5 congress", "within 5 words, any order: police, congress")]
    [InlineData("police BEFORE/5 congress", "within 5 words, in this order: police, then congress")]
    [InlineData("\"criminal police\" NEAR/3 (congress OR conf*)", "within 3 words, any order: exactly “criminal police”, (congress or conf*)")]
    [InlineData("(police NEAR/5 congress) OR war", "either: (police within 5 words of congress) or war")]
    [InlineData("\"international polic* (congress OR conference)\"", "exactly: “international polic* (congress or conference)”")]
    [InlineData("polic*", "words: polic*")]
    [InlineData("*politan", "words: *politan")]
    [InlineData("Schober~", "about: Schober")]
    [InlineData("Schober~2", "about: Schober, up to 2 letters different")]
    [InlineData("title:congress", "title contains congress")]
    [InlineData("title:\"criminal police\"", "title contains exactly “criminal police”")]
    [InlineData("title:(police OR war)", "title contains (police or war)")]
    [InlineData("lang:de", "language is German (de)")]
    [InlineData("lang:xx", "language is xx")]
    [InlineData("lang:(de OR fr)", "language is (German (de) or French (fr))")]
    [InlineData("type:press-release", "type is press-release")]
    [InlineData("ref:IPA-1923-0007", "reference code is IPA-1923-0007")]
    [InlineData("ref:IPA-1923", "reference code begins with IPA-1923")]
    [InlineData("ref:IPA-1923-*", "reference code begins with IPA-1923")]
    [InlineData("ref:IPA", "reference code begins with IPA")]
    [InlineData("ref:1923", "reference code contains 1923")]
    [InlineData("police (-war OR congress)", "word: police; either: (not war) or congress")]
    [InlineData("-(-war OR congress)", "all documents without: ((not war) or congress)")]
    [InlineData("police BEFORE/1 congress", "within 1 word, in this order: police, then congress")]
    [InlineData("said:Schober", "said by Schober")]
    [InlineData("said:Schober extradition", "said by Schober, in words that contain extradition")]
    [InlineData("said:*", "said by anybody")]
    [InlineData("quote:\"only a good man\"", "looking for a quotation: “only a good man”")]
    [InlineData("date:1923", "date overlaps 1923")]
    [InlineData("date:1923-09", "date overlaps September 1923")]
    [InlineData("date:1914..1923", "date overlaps 1914–1923")]
    [InlineData("date:[1914 TO 1923]", "date overlaps 1914–1923")]
    [InlineData("date:..1914", "date overlaps 1914 or before")]
    [InlineData("date:within:1914..1923", "date within 1914–1923")]
    [InlineData("date:1914~", "date about 1914 (1913–1915)")]
    [InlineData("date:none", "undated")]
    [InlineData("date:..", "dated")]
    [InlineData("before:1914", "date before 1914")]
    [InlineData("after:1923-09", "date after September 1923")]
    [InlineData("added:last-week", "added last week (17 November 2026 to 23 November 2026)")]
    [InlineData("added:2026-09", "added September 2026")]
    [InlineData("like:IPA-1923-0007", "similar to IPA-1923-0007")]
    [InlineData("\"police congr", "exactly: “police congr”")]
    [InlineData("police congress \"criminal police\" date:1914..1923 -military", "all of: police, congress; exactly: “criminal police”; date overlaps 1914–1923; without: military")]
    public void The_page_says(string typed, string sentence) => Assert.Equal(sentence, QueryDescription.Sentence(Asked.Parse(typed).Query));

    [Fact]
    public void The_page_says_what_wildcards_and_fuzzy_words_matched()
    {
        var matched = ExpansionNotes.Of(
        [
            new WordExpansion("polic*", ["police", "policeman"], 2, false),
            new WordExpansion("wom?n", ["woman", "women", "womon", "womyn", "womun"], 12, false),
            new WordExpansion("*politan", ["metropolitan"], 3_000, true),
            new WordExpansion("Schober~", ["Schoeber"], 1, false),
            new WordExpansion("zz*", [], 0, false),
        ]);
        string Say(string typed) => QueryDescription.Sentence(Asked.Parse(typed).Query, matched);
        Assert.Equal("words: polic* (2 word forms matched: police, policeman)", Say("polic*"));
        Assert.Equal("words: wom?n (12 word forms matched: woman, women, womon, womyn, womun and 7 more)", Say("wom?n"));
        Assert.Equal("words: *politan (at least 3,000 words match, more than can be searched; searched were the most frequent, such as metropolitan)", Say("*politan"));
        Assert.Equal("about: Schober (matched Schoeber)", Say("Schober~"));
        Assert.Equal("words: zz* (matched no word)", Say("zz*"));
        Assert.Equal("exactly: “international polic*” (2 word forms matched: police, policeman)", Say("\"international polic*\""));
        Assert.Equal(
            "exactly: “polic* zz*” (polic*: 2 word forms matched: police, policeman; zz*: matched no word)", Say("\"polic* zz*\""));
    }

    [Fact]
    public void Variants_are_said_beside_what_was_typed()
    {
        var vienna = new QueryNode.Variants(
            new QueryNode.Word("Vienna"), [new QueryNode.Word("Wien"), new QueryNode.Phrase([new QueryNode.Word("la"), new QueryNode.Word("Vienne")])], "Vienna");
        Assert.Equal("all of: police, Vienna (also Wien, la Vienne)", QueryDescription.Sentence(new QueryNode.All([new QueryNode.Word("police"), vienna])));
        Assert.Equal("said by Schober (also Шобер)", QueryDescription.Sentence(new QueryNode.Said("Schober", null) { OtherNames = ["Шобер"] }));
        Assert.Equal("said by johann schober", QueryDescription.Sentence(new QueryNode.Said("johann schober", null) { OtherNames = ["Johann Schober"] }));
    }

    [Fact]
    public void Every_condition_is_in_exactly_one_part() => AnyQueryText.Short.Sample(
        static typed =>
        {
            var query = Asked.Parse(typed).Query;
            var parts = QueryDescription.Parts(query);
            var conditions = query is QueryNode.All all ? all.Children : [query];
            Assert.Equal(
                conditions.Select(static node => node.ToString()).Order(StringComparer.Ordinal),
                parts.SelectMany(static part => part.Nodes).Select(static node => node.ToString()).Order(StringComparer.Ordinal));
            Assert.All(parts, static part => Assert.NotEqual("", part.Text.Trim()));
        },
        iter: 3_000);
}
