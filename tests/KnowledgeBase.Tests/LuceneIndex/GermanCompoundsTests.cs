using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Querying;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex;

public sealed class GermanCompoundsTests : IDisposable
{
    private readonly IndexWorkshop _workshop = new();
    private readonly LuceneSearchIndex _index;

    public GermanCompoundsTests()
    {
        _workshop.Build(
            In("de", "D-1", "Der Kongress der Wiener Polizei tagte im September."),
            In("de", "D-2", "Die Gründung des Polizeikongresses von Monaco."),
            In("de", "D-3", "Die Sicherheit der Stadt."),
            In("de", "D-4", "Die Ordnung; viel später erst kam nach langem Warten die Sicherheit."),
            In("en", "E-1", "A congress of the police met in September."),
            In("fr", "F-1", "Les congrès de la police."));
        _index = new LuceneSearchIndex(_workshop.Folder, new LuceneTextAnalyzer());
    }

    public void Dispose()
    {
        _index.Dispose();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("Polizeikongress", "D-2", "D-1")]
    [InlineData("Sicherheitsordnung", "", "")]
    [InlineData("Kongress Polizei", "D-1", "D-2")]
    [InlineData("polizeikongresse", "D-2", "D-1")]
    public async Task A_compound_finds_its_parts_and_the_parts_find_the_compound(string typed, string full, string partial)
    {
        var hits = (await Search(typed)).Hits.Where(static hit => hit.Id.Value[0] == 'D').ToList();
        Assert.Equal(full, string.Join(' ', hits.Where(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value)));
        Assert.Equal(partial, string.Join(' ', hits.Where(static hit => !hit.IsFullMatch).Select(static hit => hit.Id.Value)));
    }

    [Fact]
    public async Task The_reason_names_the_parts_and_what_was_typed()
    {
        var reasons = (await Search("Polizeikongress")).Hits.Single(static hit => hit.Id.Value == "D-1").Reasons;
        Assert.Equal(new MatchReason("polizei … kongress", "text", 1, "Polizeikongress"), Assert.Single(reasons));
    }

    [Theory]
    [InlineData("\"Polizeikongress\"")]
    [InlineData("=Polizeikongress")]
    [InlineData("title:Polizeikongress")]
    public async Task What_was_asked_for_exactly_is_not_taken_apart(string typed) => Assert.Equal(0, (await Search(typed)).PartialTotal);

    [Theory]
    [InlineData("Kongresse", "D-1")]
    [InlineData("congrès", "F-1")]
    [InlineData("congresses", "E-1")]
    [InlineData("CONGRES", "F-1")]
    public async Task Each_language_finds_its_own_word_forms(string typed, string expected) =>
        Assert.Contains((await Search(typed)).Hits, hit => hit.IsFullMatch && hit.Id.Value == expected);

    private static CorpusDocument In(string language, string id, string text)
    {
        var document = Some.Document(id, text);
        return document with { Metadata = document.Metadata with { Language = language } };
    }

    private Task<SearchPage> Search(string typed) =>
        _index.SearchAsync(new SearchRequest { Query = Asked.Parse(typed).Query }, CancellationToken.None);
}
