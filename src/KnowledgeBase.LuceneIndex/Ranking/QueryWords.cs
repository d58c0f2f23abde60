using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>The words of a query that say what it is about.</summary>
internal static class QueryWords
{
    /// <summary>The words looked for in the prose of documents, in the order of the query, common ones left out.</summary>
    public static List<string> Of(ImmutableArray<QueryUnit> units, Snapshot snapshot, ITextAnalyzer analyzer)
    {
        var inProse = units.Where(static unit => unit.Fields.Contains("text")).SelectMany(static unit => In(unit.Node)).ToList();
        var chain = QueryLanguage.Guess(inProse, snapshot, analyzer);
        var rare = inProse.Where(word => !StopWords.IsCommon(word, chain, analyzer)).ToList();
        return [.. (rare.Count > 0 ? rare : inProse).SelectMany(static word => Enumerable.Repeat(word.Text, word.Times))];
    }

    private static IEnumerable<QueryNode.Word> In(QueryNode node) => node switch
    {
        QueryNode.Word word => [word],
        QueryNode.Phrase phrase => phrase.Elements.SelectMany(In),
        QueryNode.Window window => window.Elements.SelectMany(In),
        QueryNode.Near near => In(near.Left).Concat(In(near.Right)),
        QueryNode.Variants variants => In(variants.Typed),
        _ => [],
    };
}
