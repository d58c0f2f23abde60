using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>From a word, wildcard or fuzzy word of the query to the terms of the index; once for each request.</summary>
internal sealed class LeafResolver(Snapshot snapshot, ITextAnalyzer analyzer)
{
    private readonly Dictionary<(QueryNode Leaf, string Field), LeafTerms> _resolved = new(LeafAndField.Comparer);
    private readonly Dictionary<(string Leaf, string Field), TermExpansionResult> _expanded = [];
    private readonly Dictionary<string, int> _wordsLeft = new(StringComparer.Ordinal);
    private readonly Dictionary<QueryNode, ExpandedWords> _expansions = new(ReferenceEqualityComparer.Instance);
    private readonly TermExpansion _expander = new(snapshot);

    public Snapshot Snapshot => snapshot;

    public ITextAnalyzer Analyzer => analyzer;

    /// <summary>What the wildcards and fuzzy words that were resolved so far stood for, in the order of the text typed.</summary>
    public IEnumerable<WordExpansion> Expansions => _expansions
        .OrderBy(static pair => pair.Key.Source.Start)
        .Select(static pair => pair.Value.ToExpansion());

    public static bool IsLeaf(QueryNode node) => node is QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy;

    public LeafTerms Resolve(QueryNode leaf, string field)
    {
        if (!_resolved.TryGetValue((leaf, field), out var terms))
        {
            terms = Find(leaf, field);
            _resolved.Add((leaf, field), terms);
        }

        return terms;
    }

    private LeafTerms Find(QueryNode leaf, string field) => leaf switch
    {
        QueryNode.Word word => Find(word, field),
        QueryNode.Wildcard wildcard => Expand(leaf, IndexFields.For(field, wildcard.Form), name => Matching(wildcard, name)),
        QueryNode.Fuzzy fuzzy => Expand(leaf, IndexFields.Exact(field), name => _expander.Near(fuzzy, name)),
        _ => throw new ArgumentException($"Not a word: {leaf}.", nameof(leaf)),
    };

    private LeafTerms Find(QueryNode.Word word, string field)
    {
        var name = IndexFields.For(field, word.Form);
        if (name == IndexFields.Stems(field))
        {
            return new LeafTerms(name, [.. snapshot.Chains.Select(chain => StemTerms(word.Text, chain))]);
        }

        var text = word.Form is WordForm.AsSpelled ? TextFolding.Compose(word.Text) : TextFolding.Fold(word.Text);
        return new LeafTerms(name, [[WordStream.Cut(text)]]);
    }

    private string[] StemTerms(string word, string chain) =>
        [.. analyzer.Stems(word, chain).Select(stem => WordStream.Cut(IndexFields.StemTerm(chain, stem)))];

    private LeafTerms Expand(QueryNode leaf, string field, Func<string, TermExpansionResult> find)
    {
        // The same pattern may stand in a query many times: the terms are walked once.
        if (!_expanded.TryGetValue((leaf.ToString(), field), out var result))
        {
            result = find(field);
            _expanded.Add((leaf.ToString(), field), result);
        }

        if (!_expansions.TryGetValue(leaf, out var words))
        {
            words = new ExpandedWords(Typed(leaf), snapshot);
            _expansions.Add(leaf, words);
        }

        words.Add(field, result);
        return new LeafTerms(field, result.Groups);
    }

    private TermExpansionResult Matching(QueryNode.Wildcard wildcard, string field)
    {
        var left = _wordsLeft.GetValueOrDefault(field, TermExpansion.MostWordsOfAllWildcards);
        var result = _expander.Matching(wildcard, field, Math.Clamp(left, TermExpansion.LeastWildcardWords, TermExpansion.MostWildcardWords));
        _wordsLeft[field] = left - result.Terms.Count;
        return result;
    }

    private static string Typed(QueryNode leaf) => leaf switch
    {
        QueryNode.Wildcard wildcard => wildcard.Pattern,
        QueryNode.Fuzzy fuzzy => fuzzy.Edits == 1 ? fuzzy.Text + "~" : fuzzy.Text + "~2",
        _ => leaf.ToString(),
    };

    private static class LeafAndField
    {
        public static IEqualityComparer<(QueryNode Leaf, string Field)> Comparer { get; } =
            EqualityComparer<(QueryNode Leaf, string Field)>.Create(
                static (a, b) => ReferenceEquals(a.Leaf, b.Leaf) && string.Equals(a.Field, b.Field, StringComparison.Ordinal),
                static pair => HashCode.Combine(
                    System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Leaf),
                    pair.Field.GetHashCode(StringComparison.Ordinal)));
    }
}
