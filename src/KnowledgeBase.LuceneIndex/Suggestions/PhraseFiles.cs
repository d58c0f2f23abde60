using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.LuceneIndex.Storage;
using KnowledgeBase.Searching.Phrases;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>Which phrases belong to a commit: chosen when much has changed, and counted anew at every commit.</summary>
/// <remarks>
/// Between two choices only the documents that a change touches are read, as they were and as they are, so that the counts are those of
/// the commit at the cost of the change.
/// </remarks>
internal static class PhraseFiles
{
    /// <summary>
    /// An archive of at most so many documents chooses at every commit, which takes less than a second: its phrases are the same however
    /// it came about.
    /// </summary>
    public const int ChosenAtEveryCommit = 500;

    /// <summary>In a larger one phrases are chosen again once this share of documents has come or gone since.</summary>
    private const double Drift = 0.1;

    private static readonly LuceneTextAnalyzer Analyzer = new();

    /// <summary>The files of the phrases.</summary>
    public static CommitFiles Files { get; } = new("phrases", "phrases-");

    /// <summary>The file that the next commit names: the last one where nothing changed in it, otherwise a new one, durably written.</summary>
    /// <param name="directory">The files of the generation.</param>
    /// <param name="reader">The documents as they will be after the commit.</param>
    /// <param name="last">The file of the last commit; null for none.</param>
    /// <param name="touched">Reference codes of all documents put or removed since the last commit.</param>
    /// <returns>Null when the archive has no frequent phrases.</returns>
    public static string? Prepare(Lucene.Net.Store.Directory directory, DirectoryReader reader, string? last, IReadOnlySet<string> touched)
    {
        var before = last is null ? null : PhraseModel.Read(directory, last);
        var isNearEnough = before is not null && reader.NumDocs > ChosenAtEveryCommit
            && Math.Abs(before.Documents - reader.NumDocs) <= Drift * reader.NumDocs;
        var now = isNearEnough ? CountAgain(before!, directory, reader, touched) : Choose(reader, new PhraseLimits());
        if (before is not null && now.Documents == before.Documents && now.Phrases.SequenceEqual(before.Phrases))
        {
            return last;
        }

        return now.Phrases.Count == 0 ? null : Files.Write(directory, now.Write);
    }

    /// <summary>The phrases of an index.</summary>
    public static PhraseModel Choose(DirectoryReader reader, PhraseLimits limits) => new(
        reader.NumDocs,
        PhraseFinder.Find(EvenSample.Of(reader).Select(id => Read(reader, id.Doc)), All(reader), Analyzer, limits));

    private static PhraseModel CountAgain(
        PhraseModel model, Lucene.Net.Store.Directory directory, DirectoryReader after, IReadOnlySet<string> touched)
    {
        var counter = new PhraseCounter(model.Phrases.Select(static phrase => phrase.Text));
        var counts = model.Phrases.Select(static phrase => phrase.Documents).ToArray();
        using var before = DirectoryReader.Open(directory);
        foreach (var id in touched)
        {
            Add(before, id, -1);
            Add(after, id, +1);
        }

        return model with { Phrases = [.. model.Phrases.Select((phrase, number) => phrase with { Documents = counts[number] })] };

        void Add(DirectoryReader reader, string id, int one)
        {
            if (LivingDocuments.Find(reader, id) is { } doc)
            {
                foreach (var phrase in counter.FindIn(Read(reader, doc)))
                {
                    counts[phrase] += one;
                }
            }
        }
    }

    private static IEnumerable<CorpusDocument> All(DirectoryReader reader)
    {
        var live = MultiFields.GetLiveDocs(reader);
        return Enumerable.Range(0, reader.MaxDoc).Where(doc => live is null || live.Get(doc)).Select(doc => Read(reader, doc));
    }

    private static CorpusDocument Read(DirectoryReader reader, int doc) => DocumentMapping.FromLucene(reader.Document(doc));
}
