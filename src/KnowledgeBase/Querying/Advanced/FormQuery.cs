using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>How the form reads query text: as every search does, on a day that is the same for all it compares.</summary>
internal static class FormQuery
{
    /// <summary>Conditions of both kinds: words, which something beside them can take for its own, and what it cannot.</summary>
    private const string Beside = "like:0 \"x\"";

    private static readonly DateOnly Day = new(2000, 1, 1);

    /// <summary>The tree of a text.</summary>
    public static QueryNode Read(string text) => Parse(text).Query;

    /// <summary>How a text is read.</summary>
    public static QueryParseResult Parse(string text) => QueryParser.Parse(text, Day, WordCutter.OneForEachPlace);

    /// <summary>What must hold side by side in a query.</summary>
    public static ImmutableArray<QueryNode> Conditions(QueryNode query) => query is QueryNode.All all ? all.Children : [query];

    /// <summary>Where a condition stands in what was typed, without space around it.</summary>
    public static string Slice(QueryNode node, string typed)
    {
        var end = Math.Min(node.Source.End, typed.Length);
        return new TextSpan(Math.Min(node.Source.Start, end), end).In(typed).Trim();
    }

    /// <summary>
    /// A condition of a query, whatever stands beside it: as typed if that is read alike, between brackets and beside other conditions
    /// too (a stray bracket would end them, a quotation without marks would take them for a part of it); written anew otherwise.
    /// </summary>
    public static string TextOf(QueryNode node, string typed)
    {
        var slice = Slice(node, typed);
        var one = node with { Times = 1 };
        return AreSame(Read(slice), one) && AreSame(Read($"{Beside} ({slice})"), QuerySimplifier.Simplify(new QueryNode.All([Read(Beside), one])))
            ? slice
            : node is QueryNode.Any ? $"({QueryWriter.Write(node)})"
            : QueryWriter.Write(node);
    }

    /// <summary>Whether two trees ask for the same, in whatever order their conditions stand.</summary>
    public static bool AreSame(QueryNode one, QueryNode other) => Printed(one).Order(StringComparer.Ordinal)
        .SequenceEqual(Printed(other).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Each condition as a text; a word that was typed twice stands there twice.</summary>
    private static IEnumerable<string> Printed(QueryNode query) =>
        Conditions(query).SelectMany(static node => Enumerable.Repeat(node.ToString(), node.Times));
}
