using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Safety;

/// <summary>The names of the archive's own authority files find each other in its own documents.</summary>
[Collection(SharedArchive.Name)]
public sealed class NameGroupsTests(RealArchive archive)
{
    [Theory]
    [InlineData("IKPK", "ICPC", "CIPC", "C.I.P.C.", "ikpk")]
    [InlineData("Wien", "Vienna", "Вена", "vienne")]
    [InlineData("Söderman", "Soederman", "Soderman", "SÖDERMAN")]
    [InlineData("Dreßler", "Dressler", "DRESSLER")]
    [InlineData("Schober", "Шобер", "schober")]
    [InlineData("place:Wien", "place:Vienna")]
    [InlineData("Wien extradition", "Vienna extradition")]
    [InlineData("Wien NEAR/5 congress", "Vienna NEAR/5 congress", "Вена NEAR/5 congress")]
    [InlineData("\"congress Wien\"~5", "\"congress Vienna\"~5")]
    [InlineData("said:Schober", "said:Шобер")]
    public async Task Every_spelling_finds_the_same_documents(params string[] spellings)
    {
        var first = await Found(spellings[0]);
        Assert.NotEmpty(first);
        foreach (var other in spellings.Skip(1))
        {
            Assert.True(first.SetEquals(await Found(other)), $"{spellings[0]} finds {first.Count}, {other} finds {(await Found(other)).Count}.");
        }
    }

    [Theory]
    [InlineData("IKPK")]
    [InlineData("Wien")]
    [InlineData("ICPC")]
    public async Task An_equals_sign_switches_the_other_names_off(string name)
    {
        var alone = await Found("=" + name);
        Assert.NotEmpty(alone);
        Assert.True(alone.IsProperSubsetOf(await Found(name)), $"={name} finds {alone.Count}.");
        var spelled = archive.Documents
            .Where(document => document.Text.Contains(name, StringComparison.Ordinal) || document.Metadata.Title.Contains(name, StringComparison.Ordinal)
                || (document.Metadata.Summary ?? "").Contains(name, StringComparison.Ordinal)
                || document.Metadata.People.Concat(document.Metadata.Organisations).Concat(document.Metadata.Places).Concat(document.Metadata.Subjects)
                    .Any(value => value.Contains(name, StringComparison.Ordinal)))
            .Select(static document => document.Id.Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(alone.IsSubsetOf(spelled), $"={name} finds {string.Join(' ', alone.Except(spelled))}.");
    }

    [Fact]
    public async Task The_sentence_and_the_reasons_spell_names_as_the_authority_files_do()
    {
        Assert.Contains("Vienna (also Wien, Vienne, Viena, Bécs, Вена", QueryDescription.Sentence(archive.Read("Vienna").Query), StringComparison.Ordinal);
        var hits = (await Search("Vienna lang:de")).Hits;
        Assert.Contains(hits.SelectMany(static hit => hit.Reasons), static reason => MatchInWords.Of(reason) == "matched variant: Wien (for Vienna)");
    }

    /// <summary>The other names of a proximity are told as those of a word; of a document without them, none is.</summary>
    [Theory]
    [InlineData("Kommission NEAR/10 Vienna", "matched variant: Wien (for Vienna)")]
    [InlineData("\"Kommission Vienna\"~10", "matched variant: Wien (for Vienna)")]
    [InlineData("Kommission NEAR/10 (Berlin OR Vienna)", "matched variant: Wien (for Vienna)")]
    public async Task A_proximity_says_which_name_it_matched(string typed, string told)
    {
        var hits = (await Search(typed)).Hits;
        Assert.Contains(hits.SelectMany(static hit => hit.Reasons), reason => MatchInWords.Of(reason) == told);
        Assert.All(hits, hit => Assert.True(
            archive.Documents.Single(document => document.Id == hit.Id).Text.Contains("Wien", StringComparison.Ordinal)
            || hit.Reasons.All(reason => reason.Field != "text" || MatchInWords.Of(reason) != told)));
        Assert.DoesNotContain((await Search("=Kommission NEAR/10 =Wien")).Hits.SelectMany(static hit => hit.Reasons), static reason => reason.Kind is MatchKind.Variant);
    }

    /// <summary>Names are found by their stems, but a result names only those that stand in it.</summary>
    [Theory]
    [InlineData("Lyon", false)]
    [InlineData("Шобер", true)]
    [InlineData("Den Haag", true)]
    [InlineData("Vienna NEAR/20 Schober", true)]
    public async Task A_name_that_is_told_stands_in_the_document(string typed, bool isTold)
    {
        var told = 0;
        foreach (var hit in (await Search(typed)).Hits)
        {
            var document = archive.Documents.Single(document => document.Id == hit.Id);
            foreach (var reason in hit.Reasons.Where(static reason => reason is { Kind: MatchKind.Variant, Field: "text" or "title" or "summary" }))
            {
                told++;
                var text = reason.Field switch { "text" => document.Text, "title" => document.Metadata.Title, _ => document.Metadata.Summary ?? "" };
                Assert.Contains(NameKey.Of(reason.What), NameKey.Of(text), StringComparison.Ordinal);
            }
        }

        Assert.Equal(isTold, told > 0);
    }

    [Fact]
    public async Task A_longer_form_of_the_name_that_was_typed_is_no_variant() =>
        Assert.DoesNotContain((await Search("Schober")).Hits.SelectMany(static hit => hit.Reasons), static reason => reason.What == "Johann Schober" && reason.VariantOf is not null);

    private async Task<HashSet<string>> Found(string typed)
    {
        var documents = await archive.Index.RankAsync(
            new SearchRequest { Query = archive.Read(typed).Query, IncludePartial = false, Count = 10_000 }, CancellationToken.None);
        return documents.Select(static document => document.Id.Value).ToHashSet(StringComparer.Ordinal);
    }

    private Task<SearchPage> Search(string typed) =>
        archive.Index.SearchAsync(new SearchRequest { Query = archive.Read(typed).Query, IncludePartial = false, Count = 100 }, CancellationToken.None);
}
