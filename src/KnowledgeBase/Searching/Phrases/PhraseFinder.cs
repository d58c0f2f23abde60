using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Phrases;

/// <summary>Finds the frequent phrases of an archive.</summary>
/// <remarks>
/// A phrase is two to four words of one sentence with no mark between them that stand in several documents; it neither begins nor ends
/// with a common word, a number or a single letter, and it does not always stand in a longer one. Candidates come from as many documents
/// as the limits allow to read; how many documents have each is counted over all of them.
/// </remarks>
public static class PhraseFinder
{
    /// <summary>The phrases, those of most documents first, then in ordinal order.</summary>
    /// <param name="sample">Read for candidates, in an order that does not depend on how the archive came about.</param>
    /// <param name="all">Every document, in any order.</param>
    /// <param name="analyzer">Knows common words.</param>
    /// <param name="limits">What counts as a phrase, and how much is read.</param>
    public static IReadOnlyList<FrequentPhrase> Find(
        IEnumerable<CorpusDocument> sample, IEnumerable<CorpusDocument> all, ITextAnalyzer analyzer, PhraseLimits limits)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(limits);
        var candidates = Candidates(sample, analyzer, limits);
        if (candidates.Count == 0)
        {
            return [];
        }

        var counter = new PhraseCounter(candidates);
        var counts = new int[candidates.Count];
        foreach (var document in all)
        {
            foreach (var phrase in counter.FindIn(document))
            {
                counts[phrase]++;
            }
        }

        return
        [
            .. candidates.Select((text, number) => new FrequentPhrase(text, counts[number]))
                .OrderByDescending(static phrase => phrase.Documents)
                .ThenBy(static phrase => phrase.Text, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<string> Candidates(IEnumerable<CorpusDocument> sample, ITextAnalyzer analyzer, PhraseLimits limits)
    {
        var rows = new WordRows(analyzer, limits.MostWordsRead);
        rows.Read(sample);
        return PhraseCandidates.Find(rows, limits);
    }
}
