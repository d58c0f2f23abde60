using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>Words that the best documents share, added to the query when a reader asks to broaden it.</summary>
/// <remarks>
/// The relevance model RM3: Lavrenko and Croft, "Relevance-based language models" (2001). It finds more of what was meant in a general
/// question and loses precision in a sharp one, so it is never applied unasked.
/// </remarks>
internal sealed class Broadening(Snapshot snapshot, FeedbackWeights weights, ITextAnalyzer analyzer)
{
    private const int ShortestWord = 3;

    /// <summary>The words to add, the strongest first, each a unit with its weight.</summary>
    /// <param name="best">The best documents so far, best first.</param>
    /// <param name="units">What was asked for.</param>
    /// <param name="firstNumber">Number of the first unit that is made here.</param>
    public ImmutableArray<QueryUnit> Words(IReadOnlyList<Candidate> best, ImmutableArray<QueryUnit> units, int firstNumber)
    {
        var model = new Dictionary<(string Chain, string Stem), (double Share, string Word)>();
        var documents = best.Take(weights.Documents).ToList();
        var all = documents.Sum(static hit => hit.Score);
        foreach (var hit in documents.Where(_ => all > 0))
        {
            Add(model, hit, hit.Score / all);
        }

        var typed = Typed(units);
        var chosen = model.Where(entry => !typed.Contains(entry.Key)).Select(static entry => entry.Value)
            .OrderByDescending(static entry => entry.Share).ThenBy(static entry => entry.Word, StringComparer.Ordinal)
            .Take(weights.Words).ToList();
        var sum = chosen.Sum(static entry => entry.Share);
        var share = units.Length * (1 - weights.TypedShare) / weights.TypedShare;
        return
        [
            .. chosen.Select((entry, i) => new QueryUnit(new QueryNode.Word(entry.Word), QueryFields.Default, firstNumber + i)
            {
                Weight = share * entry.Share / sum,
            }),
        ];
    }

    /// <summary>The stems of what was typed: nothing is added to them.</summary>
    private HashSet<(string Chain, string Stem)> Typed(ImmutableArray<QueryUnit> units) =>
    [
        .. from word in QueryWords.Of(units, snapshot, analyzer)
           from chain in snapshot.Chains
           from stem in analyzer.Stems(word, chain)
           select (chain, stem),
    ];

    private void Add(Dictionary<(string Chain, string Stem), (double Share, string Word)> model, Candidate hit, double weight)
    {
        var document = DocumentMapping.FromLucene(snapshot.Segments[hit.Segment].Reader.Document(hit.Doc));
        var chain = analyzer.ChainFor(document.Metadata.Language);
        var words = FieldAnalysis.OfText(document, analyzer).Concat(FieldAnalysis.OfValues([document.Metadata.Title], chain, analyzer))
            .Where(token => token.Exact.Length >= ShortestWord && token.Exact.Any(char.IsLetter) && !analyzer.IsStopWord(token.Exact, chain))
            .ToList();
        foreach (var same in words.GroupBy(static token => token.Stem, StringComparer.Ordinal))
        {
            var (share, word) = model.GetValueOrDefault((chain, same.Key), (0, MostUsed(same)));
            model[(chain, same.Key)] = (share + (weight * same.Count() / words.Count), word);
        }
    }

    /// <summary>The form that a page can show for a stem.</summary>
    private static string MostUsed(IEnumerable<TextToken> tokens) => tokens
        .CountBy(static token => token.Exact, StringComparer.Ordinal)
        .OrderByDescending(static form => form.Value).ThenBy(static form => form.Key, StringComparer.Ordinal)
        .First().Key;
}
