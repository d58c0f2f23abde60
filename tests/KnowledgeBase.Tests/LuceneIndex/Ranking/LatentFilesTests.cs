using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Ranking.Latent;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.LuceneIndex.Ranking;

public sealed class LatentFilesTests
{
    /// <summary>More words than a model has dimensions, or it would learn nothing.</summary>
    private static readonly string[][] Subjects =
        [.. new[] { "sea", "law", "bread" }.Select(static subject => Enumerable.Range(100, 100).Select(number => subject + number).ToArray())];

    private static readonly LuceneTextAnalyzer Analyzer = new();

    [Fact]
    public void A_small_archive_has_no_model()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, LatentModelBuilder.FewestDocuments - 1));
        Assert.Empty(Models(workshop));
    }

    [Fact]
    public void A_model_is_the_same_whatever_the_order_of_the_documents()
    {
        using var forwards = new IndexWorkshop();
        using var backwards = new IndexWorkshop();
        forwards.Build(Documents(1, LatentModelBuilder.FewestDocuments));
        backwards.Build(Documents(1, LatentModelBuilder.FewestDocuments).Reverse());
        Assert.Equal(File.ReadAllBytes(Assert.Single(Models(forwards))), File.ReadAllBytes(Assert.Single(Models(backwards))));
    }

    [Fact]
    public void A_model_stays_while_few_documents_come_and_is_made_again_when_many_have()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, LatentModelBuilder.FewestDocuments));
        var first = Assert.Single(Models(workshop));
        using var writer = workshop.OpenWriter();

        IndexWorkshop.Commit(writer, rebuild: false, Documents(2_001, 2_010));
        Assert.Equal(first, Assert.Single(Models(workshop)));

        IndexWorkshop.Commit(writer, rebuild: false, Documents(3_001, 3_200));
        Assert.NotEqual(first, Assert.Single(Models(workshop)));
        Assert.True(workshop.Verifier.Examine(ExaminationDepth.Everything).IsSound);
    }

    [Fact]
    public void A_flipped_bit_in_the_model_and_a_missing_model_are_found()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, LatentModelBuilder.FewestDocuments));
        var model = Assert.Single(Models(workshop));
        var bytes = File.ReadAllBytes(model);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(model, bytes);
        var flipped = Assert.Single(workshop.Verifier.Examine(ExaminationDepth.Checksums).Damage);
        Assert.EndsWith(Path.GetFileName(model), flipped.File, StringComparison.Ordinal);

        File.Delete(model);
        Assert.Equal("the file is missing", Assert.Single(workshop.Verifier.Examine(ExaminationDepth.Facts).Damage).Reason);
    }

    [Fact]
    public async Task A_document_that_came_after_the_training_is_near_what_it_is_about()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, LatentModelBuilder.FewestDocuments));
        using (var writer = workshop.OpenWriter())
        {
            IndexWorkshop.Commit(
                writer, rebuild: false, Some.Document("N-1", "sea100 sea101 sea102 sea103 sea104"), Some.Document("N-2", "sea100 bread101 bread102 bread103 bread104"));
        }

        using var index = new LuceneSearchIndex(workshop.Folder, Analyzer);
        var parts = await Meaning(index, "N-1", "N-2");

        Assert.InRange(parts["N-2"], 0.001, parts["N-1"] - 0.005);
    }

    /// <summary>What meaning adds to the score of documents that have the word itself equally often.</summary>
    private static async Task<Dictionary<string, double>> Meaning(LuceneSearchIndex index, params string[] ids)
    {
        var query = new QueryNode.All([
            new QueryNode.Word("sea100"), new QueryNode.Any([.. ids.Select(static id => new QueryNode.Field("ref", new QueryNode.Word(id[..1])))]),
        ]);
        var page = await index.SearchAsync(new SearchRequest { Query = query, Count = 100 }, CancellationToken.None);
        return page.Hits.Where(hit => ids.Contains(hit.Id.Value)).ToDictionary(
            static hit => hit.Id.Value, static hit => hit.ScoreParts.Where(static part => part.Name == "meaning").Sum(static part => part.Value));
    }

    private static ImmutableArray<string> Models(IndexWorkshop workshop) =>
        [.. workshop.LiveFiles.Where(static file => Path.GetFileName(file).StartsWith("latent-", StringComparison.Ordinal))];

    /// <summary>Each about one of three subjects, with six words of a hundred.</summary>
    private static IEnumerable<CorpusDocument> Documents(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number =>
    {
        var random = new Random(number);
        var words = Subjects[number % Subjects.Length].OrderBy(_ => random.Next()).Take(6);
        return Some.Document(FormattableString.Invariant($"D-{number:0000}"), string.Join(' ', words));
    });
}
