using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Trains a model on the documents of an index: the same for the same documents, whatever the order they came in.</summary>
internal static class LatentModelBuilder
{
    /// <summary>Fewer documents than this teach nothing that the words themselves do not say.</summary>
    public const int FewestDocuments = 1_000;

    /// <summary>More are not trained on; the others find their place by the words they share with these. Bounds time and memory.</summary>
    private const int MostDocuments = 20_000;

    /// <summary>The words of most documents are taken.</summary>
    private const int MostWords = 50_000;

    private const int FewestDocumentsOfWord = 2;
    private const int Dimensions = 100;

    public static LatentModel Build(DirectoryReader reader, CancellationToken cancellationToken)
    {
        var rows = TrainedRows(reader);
        var postings = Postings(reader);
        var words = postings
            .Where(static pair => pair.Value.Count >= FewestDocumentsOfWord)
            .OrderByDescending(static pair => pair.Value.Count)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(static pair => pair.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var rarity = words.Select(word => (float)ExactMath.Log((reader.NumDocs + 1.0) / postings[word].Count)).ToArray();
        var texts = Texts(words, rarity, postings, rows);
        return new LatentModel(reader.NumDocs, words, rarity, LatentTraining.Train(texts, Dimensions, cancellationToken));
    }

    private static WeightedTexts Texts(
        string[] words, float[] rarity, Dictionary<string, List<(int Doc, int Count)>> postings, Dictionary<int, int> rows)
    {
        var entries = Enumerable.Range(0, rows.Count).Select(static _ => new List<(int Word, float Weight)>()).ToArray();
        for (var word = 0; word < words.Length; word++)
        {
            foreach (var (doc, count) in postings[words[word]])
            {
                if (rows.TryGetValue(doc, out var row))
                {
                    entries[row].Add((word, LatentModel.Weight(count, rarity[word])));
                }
            }
        }

        var starts = new int[entries.Length + 1];
        for (var row = 0; row < entries.Length; row++)
        {
            starts[row + 1] = starts[row] + entries[row].Count;
        }

        return new WeightedTexts(
            starts,
            [.. entries.SelectMany(static row => row.Select(static entry => entry.Word))],
            [.. entries.SelectMany(static row => row.Select(static entry => entry.Weight))],
            words.Length);
    }

    private static Dictionary<string, List<(int Doc, int Count)>> Postings(DirectoryReader reader)
    {
        var common = CommonStems();
        var postings = new Dictionary<string, List<(int Doc, int Count)>>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            StemCounts.Walk(leaf.AtomicReader, stem => !common.Contains(stem), (stem, documents, counts) =>
            {
                if (!postings.TryGetValue(stem, out var list))
                {
                    postings.Add(stem, list = []);
                }

                list.AddRange(documents.Select(doc => (leaf.DocBase + doc, counts[doc])));
            });
        }

        return postings;
    }

    private static HashSet<string> CommonStems()
    {
        var common = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chain in LanguageChain.All)
        {
            var stem = chain.CreateStemmer();
            common.UnionWith(chain.StopWords.Select(word => IndexFields.StemTerm(chain.Language, KnowledgeBase.Analysis.TextFolding.Fold(stem(word)))));
        }

        return common;
    }

    /// <summary>Which documents are trained on and in which row each stands: in order of their reference codes.</summary>
    private static Dictionary<int, int> TrainedRows(DirectoryReader reader) => EvenSample.Of(reader)
        .Take(MostDocuments)
        .OrderBy(static id => id.Id, StringComparer.Ordinal)
        .Select(static (id, row) => (id.Doc, row))
        .ToDictionary();
}
