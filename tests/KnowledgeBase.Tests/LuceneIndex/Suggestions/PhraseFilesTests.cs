using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Suggestions;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;
using Lucene.Net.Store;

namespace KnowledgeBase.Tests.LuceneIndex.Suggestions;

public sealed class PhraseFilesTests
{
    private static readonly string[] Words = ["red", "blue", "green", "yellow", "white", "black"];
    private static readonly LuceneTextAnalyzer Analyzer = new();

    [Fact]
    public void Phrases_are_the_same_whatever_the_order_of_the_documents_and_however_many_commits_there_were()
    {
        using var atOnce = new IndexWorkshop();
        using var bitByBit = new IndexWorkshop();
        atOnce.Build(Documents(1, 60));
        bitByBit.Build(Documents(30, 70).Reverse());
        using (var writer = bitByBit.OpenWriter())
        {
            IndexWorkshop.Commit(writer, rebuild: false, Documents(1, 29));
            Remove(writer, Enumerable.Range(61, 10).Select(Id));
        }

        Assert.NotEmpty(Read(atOnce).Phrases);
        Assert.Equal(Read(atOnce).Phrases, Read(bitByBit).Phrases);
        Assert.True(bitByBit.Verifier.Examine(ExaminationDepth.Everything).IsSound);
    }

    [Fact]
    public async Task In_a_large_archive_phrases_stay_and_their_counts_are_those_of_every_commit()
    {
        const int Many = PhraseFiles.ChosenAtEveryCommit + 10;
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, Many));
        var first = Read(workshop);
        using (var writer = workshop.OpenWriter())
        {
            // Two are changed, two come, one goes; "purple rain" is new and waits for the next choice.
            IndexWorkshop.Commit(
                writer, rebuild: false, Some.Document(Id(1), "red blue"), Some.Document(Id(2), "nothing"), Some.Document("N-1", "red blue, red blue"), Some.Document("N-2", "purple rain"));
            Remove(writer, [Id(3)]);
        }

        var second = Read(workshop);
        Assert.Equal(first.Phrases.Select(static phrase => phrase.Text), second.Phrases.Select(static phrase => phrase.Text));
        Assert.NotEqual(first.Phrases, second.Phrases);
        using var index = new LuceneSearchIndex(workshop.Folder, Analyzer);
        foreach (var phrase in second.Phrases)
        {
            Assert.Equal(await CountAsync(index, phrase.Text), phrase.Documents);
        }
    }

    [Fact]
    public void A_commit_that_changes_no_count_keeps_the_file_and_much_change_chooses_again()
    {
        const int Many = PhraseFiles.ChosenAtEveryCommit + 10;
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, Many));
        var first = Assert.Single(Files(workshop));
        using var writer = workshop.OpenWriter();

        IndexWorkshop.Commit(writer, rebuild: false, Some.Document("N-1", "nothing"));
        Assert.Equal(first, Assert.Single(Files(workshop)));

        IndexWorkshop.Commit(writer, rebuild: false, Enumerable.Range(1, Many / 5).Select(static number =>
            Some.Document(FormattableString.Invariant($"P-{number:000}"), "purple rain")));
        Assert.Contains(Read(workshop).Phrases, static phrase => phrase.Text == "purple rain");
    }

    [Fact]
    public void An_archive_without_phrases_has_no_file_and_one_that_loses_them_neither()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Some.Document("D-1", "red blue"), Some.Document("D-2", "red blue"), Some.Document("D-3", "red blue"));
        Assert.Single(Files(workshop));
        using var writer = workshop.OpenWriter();
        IndexWorkshop.Commit(writer, rebuild: false, Some.Document("D-3", "blue"));
        Assert.Empty(Files(workshop));
    }

    [Fact]
    public void A_flipped_bit_in_the_phrases_and_a_missing_file_are_found()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Documents(1, 20));
        var file = Assert.Single(Files(workshop));
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(file, bytes);
        Assert.EndsWith(Path.GetFileName(file), Assert.Single(workshop.Verifier.Examine(ExaminationDepth.Checksums).Damage).File, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Equal("the file is missing", Assert.Single(workshop.Verifier.Examine(ExaminationDepth.Facts).Damage).Reason);
    }

    private static async Task<long> CountAsync(LuceneSearchIndex index, string phrase)
    {
        var query = QueryParser.Parse($"\"{phrase}\"", new DateOnly(2026, 1, 1), WordCutter.OneForEachPlace).Query;
        return (await index.SearchAsync(new SearchRequest { Query = query, Count = 0, IncludePartial = false }, CancellationToken.None)).Total;
    }

    private static void Remove(LuceneIndexWriter writer, IEnumerable<string> ids)
    {
        var gone = ids.Select(static id => new DocumentId(id)).ToHashSet();
        var files = writer.ListFiles().Where(file => !gone.Contains(file.Id)).ToList();
        using var change = writer.Begin(rebuild: false);
        foreach (var id in gone)
        {
            change.Remove(id);
        }

        change.Commit(IndexedFile.DigestOf(files));
    }

    private static PhraseModel Read(IndexWorkshop workshop)
    {
        var file = Assert.Single(Files(workshop));
        using var directory = new NIOFSDirectory(Path.GetDirectoryName(file)!);
        return PhraseModel.Read(directory, Path.GetFileName(file));
    }

    private static ImmutableArray<string> Files(IndexWorkshop workshop) =>
        [.. workshop.LiveFiles.Where(static file => Path.GetFileName(file).StartsWith("phrases-", StringComparison.Ordinal))];

    private static string Id(int number) => FormattableString.Invariant($"D-{number:0000}");

    private static IEnumerable<CorpusDocument> Documents(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static number =>
    {
        var random = new Random(number);
        return Some.Document(Id(number), string.Join(' ', Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)])));
    });
}
