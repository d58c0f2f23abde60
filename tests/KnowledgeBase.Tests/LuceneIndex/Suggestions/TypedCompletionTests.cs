using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Completing;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex.Suggestions;

public sealed class TypedCompletionTests : IDisposable
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    private static readonly NameTable Names = new(
    [
        new NameRecord("place", "Vienna", ["Wien", "Vindobona"], ["Viena"]),
        new NameRecord("organisation", "International Criminal Police Commission", ["ICPC", "IKPK"], []),
        new NameRecord("place", "Atlantis", ["Wienerwald"], []),
    ]);

    private readonly IndexWorkshop _workshop = new();
    private readonly LuceneSearchIndex _index;

    public TypedCompletionTests()
    {
        _workshop.Build(
            About("A-1", "The congress of Vienna", ["Johann Schober", "Harry Söderman"], ["Vienna"], "The police congress discussed the criminal police."),
            About("A-2", "Extradition", ["Johann Schober"], ["Vienna"], "A police congress, and the criminal police of it."),
            About("A-3", "Extradition", [], ["Berlin"], "No police congress without the criminal police: what now?"),
            About("A-4", "Conrad: a (short) life (1900–1940): vol.[2]", ["Conrad"], [], "Nothing."));
        _index = new LuceneSearchIndex(_workshop.Folder, Analyzer);
    }

    public void Dispose()
    {
        _index.Dispose();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("scho", "Johann Schober", "person", 2)]
    [InlineData("SODER", "Harry Söderman", "person", 1)]
    [InlineData("soeder", "Harry Söderman", "person", 1)]
    [InlineData("wie", "Vienna", "place", 2)]
    [InlineData("Viena", "Vienna", "place", 2)]
    [InlineData("ikp", "International Criminal Police Commission", "organisation", 4)]
    [InlineData("criminal po", "criminal police", "phrase", 4)]
    [InlineData("congress", "police congress", "phrase", 3)]
    [InlineData("extr", "Extradition", "title", 2)]
    [InlineData("congress of", "The congress of Vienna", "title", 1)]
    [InlineData("extradition police con", "extradition police congress", "phrase", 3)]
    [InlineData("extradition pol", "extradition police congress", "phrase", 3)]
    [InlineData("extradition johann sch", "extradition Johann Schober", "person", 2)]
    [InlineData("murder OR criminal po", "murder OR criminal police", "phrase", 4)]
    [InlineData("person:scho", "person:\"Johann Schober\"", "person", 2)]
    [InlineData("murder person:johann sch", "murder person:\"Johann Schober\"", "person", 2)]
    [InlineData("person:\"johann s", "person:\"Johann Schober\"", "person", 2)]
    [InlineData("said:scho", "said:\"Johann Schober\"", "person", 1)]
    [InlineData("said:(scho", "said:(\"Johann Schober\"", "person", 1)]
    [InlineData("said:commissi", "said:\"International Criminal Police Commission\"", "person", 1)]
    [InlineData("said:ikp", "said:\"International Criminal Police Commission\"", "person", 1)]
    [InlineData("title:(extr", "title:(Extradition", "title", 2)]
    [InlineData("title:(murder OR extr", "title:(murder OR Extradition", "title", 2)]
    [InlineData("person:(johann s", "person:(\"Johann Schober\"", "person", 2)]
    [InlineData("A-1", "ref:A-1", "title", 1)]
    [InlineData("a-1", "ref:A-1", "title", 1)]
    [InlineData("ref:A-1", "ref:A-1", "title", 1)]
    [InlineData("place:vie", "place:Vienna", "place", 2)]
    [InlineData("place:wien", "place:Vienna", "place", 2)]
    [InlineData("title:extr", "title:Extradition", "title", 2)]
    [InlineData("type:oth", "type:other", "type", 4)]
    [InlineData("text:criminal po", "text:\"criminal police\"", "phrase", 4)]
    [InlineData("\"criminal po", "\"criminal police\"", "phrase", 4)]
    [InlineData("murder „criminal po", "murder „criminal police“", "phrase", 4)]
    [InlineData("\"of the criminal po", "\"of the criminal police\"", "phrase", 4)]
    [InlineData("-criminal po", "-\"criminal police\"", "phrase", 4)]
    [InlineData("-conr", "-Conrad", "person", 1)]
    [InlineData("discussed NEAR/5 criminal po", "discussed NEAR/5 \"criminal police\"", "phrase", 4)]
    [InlineData("conrad a", "\"Conrad: a short life 1900–1940: vol. 2\"", "title", 1)]
    [InlineData("Conrad: a s", "\"Conrad: a short life 1900–1940: vol. 2\"", "title", 1)]
    [InlineData("conrad: a (short", "\"Conrad: a short life 1900–1940: vol. 2\"", "title", 1)]
    [InlineData("conrad, a (short) life (1900–19", "\"Conrad: a short life 1900–1940: vol. 2\"", "title", 1)]
    [InlineData("Conrad: a short life (1900–1940)", "\"Conrad: a short life 1900–1940: vol. 2\"", "title", 1)]
    [InlineData("Extradition (criminal po", "Extradition (criminal police", "phrase", 4)]
    [InlineData("police ", "police congress", "phrase", 3)]
    public async Task What_is_typed_is_completed(string typed, string text, string kind, int documents) => Assert.Contains(
        (text, kind, (long)documents), (await CompleteAsync(typed)).Select(static one => (one.Text, one.Kind, one.Documents)));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("\"")]
    [InlineData("\"criminal police\"")]
    [InlineData("crim*")]
    [InlineData("\"crim* po")]
    [InlineData("criminal~")]
    [InlineData("date:19")]
    [InlineData("criminal AND")]
    [InlineData("(criminal po)")]
    [InlineData("place:scho")]
    [InlineData("said:soder")]
    [InlineData("title:(scho")]
    [InlineData("murder NEAR/5 criminal po")]
    [InlineData("ref:A-9")]
    [InlineData("ref:extr")]
    [InlineData("atlan")]
    [InlineData("wienerw")]
    [InlineData("minal")]
    public async Task Nothing_is_offered_where_nothing_fits(string typed) => Assert.Empty(await CompleteAsync(typed));

    [Theory]
    [InlineData("extradition crim", "title")]
    [InlineData("extradition extr", "title")]
    [InlineData("extradition jo", "person")]
    [InlineData("extradition ", "person")]
    [InlineData("person:con", "title")]
    [InlineData("-conr", "title")]
    [InlineData("(conr", "title")]
    [InlineData("conr* (", "title")]
    [InlineData("=conrad a (short", "title")]
    [InlineData("title:crim", "phrase")]
    [InlineData("\"the police congress of crim", "phrase")]
    public async Task A_kind_that_would_mislead_is_not_offered(string typed, string kind) =>
        Assert.DoesNotContain(await CompleteAsync(typed), one => one.Kind == kind);

    [Fact]
    public async Task A_phrase_that_is_typed_already_is_not_offered_and_what_goes_on_from_its_last_word_is() => Assert.Equal(
        [("criminal police congress", "police congress")],
        (await CompleteAsync("criminal police")).Where(static one => one.Kind == "phrase").Select(static one => (one.Text, one.Name)));

    [Fact]
    public async Task A_name_found_by_another_name_says_which()
    {
        var vienna = Assert.Single(await CompleteAsync("wien"));
        Assert.Equal(("Vienna", "Vienna", "Wien"), (vienna.Text, vienna.Name, vienna.Variant));
        Assert.Null((await CompleteAsync("vien")).First(static one => one.Kind == "place").Variant);
    }

    [Fact]
    public async Task A_title_of_one_document_leads_to_it_and_one_of_several_does_not()
    {
        Assert.Equal(new DocumentId("A-1"), Assert.Single(await CompleteAsync("the congress of")).Id);
        Assert.Null(Assert.Single(await CompleteAsync("title:extra")).Id);
    }

    [Fact]
    public async Task Groups_stand_together_and_take_turns()
    {
        var kinds = (await CompleteAsync("con")).Select(static one => one.Kind).ToList();
        Assert.Equal(["person", "phrase", "title", "title"], kinds);
        Assert.Equal(["person", "phrase"], (await CompleteAsync("con", count: 2)).Select(static one => one.Kind));
        Assert.Equal(["person", "phrase", "title"], (await CompleteAsync("con", count: 3)).Select(static one => one.Kind));
    }

    [Fact]
    public async Task What_goes_on_with_more_of_the_words_comes_first()
    {
        var phrases = (await CompleteAsync("criminal pol")).Where(static one => one.Kind == "phrase").Select(static one => one.Text);
        Assert.Equal(["criminal police", "criminal police congress"], phrases);
    }

    [Fact]
    public async Task The_count_of_a_phrase_is_what_a_search_for_it_finds()
    {
        foreach (var phrase in (await CompleteAsync("\"pol")).Concat(await CompleteAsync("\"crim")).Where(static one => one.Kind == "phrase"))
        {
            var query = QueryParser.Parse(phrase.Text, new DateOnly(2026, 1, 1), WordCutter.OneForEachPlace).Query;
            var page = await _index.SearchAsync(new SearchRequest { Query = query, IncludePartial = false }, CancellationToken.None);
            Assert.Equal(page.Total, phrase.Documents);
        }
    }

    [Fact]
    public async Task Text_of_any_kind_is_answered()
    {
        var random = new Random(5);
        const string Signs = "ab \"“„«()[]*?~^\\:-+=!&|/'’äш警\u0301\ud800\0\nORNEAR/5person:";
        for (var i = 0; i < 2_000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Signs[random.Next(Signs.Length)])) + " con";
            foreach (var one in await CompleteAsync(typed))
            {
                Assert.Contains(one.Name.Split(' ')[0], one.Text, StringComparison.Ordinal);
            }
        }

        Assert.Empty(await CompleteAsync(new string('a', QueryLimits.Characters + 1)));
    }

    [Fact]
    public async Task A_commit_is_taken_up_when_it_has_been_worked_out()
    {
        Assert.Empty(await CompleteAsync("zan"));
        using (var writer = _workshop.OpenWriter())
        {
            IndexWorkshop.Commit(writer, rebuild: false, About("A-5", "Of Zangwill", ["Zangwill"], [], "The criminal police."));
        }

        Assert.True(_index.Refresh());
        await _index.PrepareSuggestionsAsync(CancellationToken.None);
        Assert.Equal(["person", "title"], (await CompleteAsync("zan")).Select(static one => one.Kind));
        Assert.Contains(await CompleteAsync("criminal po"), static one => one is { Kind: "phrase", Documents: 5 });
    }

    private Task<ImmutableArray<Completion>> CompleteAsync(string typed, int count = 10) =>
        TypedCompletion.CompleteAsync(_index, Names, typed, count, CancellationToken.None);

    private static CorpusDocument About(string id, string title, ImmutableArray<string> people, ImmutableArray<string> places, string text)
    {
        var document = Some.Document(id, text);
        return document with
        {
            Metadata = document.Metadata with
            {
                Title = title,
                People = people,
                Places = places,
                Organisations = ["International Criminal Police Commission"],
                Quotations = id switch
                {
                    "A-1" => [new QuotationRecord { Text = text, Speaker = "Johann Schober", Language = "en", Span = new TextSpan(0, text.Length) }],
                    "A-3" => [new QuotationRecord { Text = text, Speaker = "International Criminal Police Commission", Language = "en", Span = new TextSpan(0, text.Length) }],
                    _ => [],
                },
            },
        };
    }
}
