using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>
/// Takes German compounds apart, and puts words together to compounds, where the archive's German texts know the result:
/// <c>Polizeikongress</c> finds <c>Kongress der Polizei</c>, and the other way round.
/// </summary>
/// <remarks>
/// No dictionary: a part is a word if German documents of the archive have it. As with words of similar spelling, what is found so
/// comes into the second group of results.
/// </remarks>
internal sealed class GermanCompounds(Snapshot snapshot, ITextAnalyzer analyzer)
{
    private const string German = "de";

    /// <summary>Shorter parts are mostly endings and prefixes.</summary>
    private const int ShortestPart = 4;

    /// <summary>Other words that may stand between the parts: <c>Kongress der österreichischen Polizei</c>.</summary>
    private const int MostBetween = 3;

    /// <summary>More pairs are not tried: a long question is not a compound.</summary>
    private const int MostWords = 8;

    private static readonly string[] Links = ["", "s", "es", "n", "en"];

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>What else the units may be called.</summary>
    /// <param name="units">The units of the query.</param>
    /// <param name="firstNumber">Number of the first unit that is made here.</param>
    public ImmutableArray<SimilarWords> Of(ImmutableArray<QueryUnit> units, int firstNumber)
    {
        if (!snapshot.Chains.Contains(German))
        {
            return [];
        }

        var words = units
            .Where(static unit => unit.Node is QueryNode.Word { Form: WordForm.AnyForm } && unit.Fields == QueryFields.Default)
            .Where(static unit => Text(unit).Length >= ShortestPart && Text(unit).All(char.IsLetter))
            .ToList();
        var made = words.SelectMany(Apart).Concat(words.Count <= MostWords ? Together(words) : []);
        return [.. made.Select((pair, i) => new SimilarWords(pair.Typed, pair.Typed with { Node = pair.Node, Number = firstNumber + i }, Likeness.Compound))];
    }

    private IEnumerable<(QueryUnit Typed, QueryNode Node)> Apart(QueryUnit unit)
    {
        var word = Text(unit);
        var best = (Documents: 0L, Left: "", Right: "");
        for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            var right = word[cut..];
            foreach (var link in Links.Where(link => cut - link.Length >= ShortestPart && word[..cut].EndsWith(link, StringComparison.Ordinal)))
            {
                var left = word[..(cut - link.Length)];
                var documents = (long)Known(left) * Known(right);
                best = documents > best.Documents ? (documents, left, right) : best;
            }
        }

        return best.Documents == 0 ? [] : [(unit, Near(unit.Node, best.Left, best.Right))];
    }

    private IEnumerable<(QueryUnit Typed, QueryNode Node)> Together(List<QueryUnit> words) =>
        from left in words
        from right in words
        where !ReferenceEquals(left, right)
        from link in Links
        let compound = Text(left) + link + Text(right)
        where Known(compound) > 0
        select (left, (QueryNode)new QueryNode.Word(compound) { Source = left.Node.Source });

    private static QueryNode.Window Near(QueryNode typed, string left, string right) =>
        new([new QueryNode.Word(left) { Source = typed.Source }, new QueryNode.Word(right) { Source = typed.Source }], MostBetween) { Source = typed.Source };

    private static string Text(QueryUnit unit) => ((QueryNode.Word)unit.Node).Text.ToLowerInvariant();

    /// <summary>In how many documents a German word stands; 0 when it is none, or too common to be part of a name.</summary>
    private int Known(string word)
    {
        if (!_known.TryGetValue(word, out var documents))
        {
            var folded = TextFolding.Fold(word);
            documents = analyzer.IsStopWord(folded, German)
                ? 0
                : analyzer.Stems(word, German).Max(stem => Count(WordStream.Cut(IndexFields.StemTerm(German, stem))));
            _known.Add(word, documents);
        }

        return documents;
    }

    private int Count(string term)
    {
        var bytes = new BytesRef(term);
        return snapshot.Segments.Sum(segment =>
            segment.Reader.GetTerms(IndexFields.Stems("text"))?.GetEnumerator() is { } terms && terms.SeekExact(bytes) ? terms.DocFreq : 0);
    }
}
