using System.Collections.Frozen;

namespace KnowledgeBase.Evaluation;

/// <summary>Which documents answer which query, and how well.</summary>
/// <param name="ByQuery">For each query the relevance of its judged documents, from 0 (none) up.</param>
public sealed record Judgments(FrozenDictionary<string, FrozenDictionary<string, int>> ByQuery)
{
    private static readonly FrozenDictionary<string, int> Nothing = FrozenDictionary<string, int>.Empty;

    /// <summary>The judged documents of a query; empty when it was not judged.</summary>
    public FrozenDictionary<string, int> Of(string query) => ByQuery.GetValueOrDefault(query) ?? Nothing;

    /// <summary>Whether a query has a document that counts as an answer; the others are left out of every mean.</summary>
    public bool HasAnswer(string query) => Of(query).Values.Any(static relevance => relevance > 0);

    /// <summary>Puts judgements together; of two for the same document the higher one counts.</summary>
    public static Judgments Of(IEnumerable<(string Query, string Document, int Relevance)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Judgments(rows.GroupBy(static row => row.Query, StringComparer.Ordinal).ToFrozenDictionary(
            static query => query.Key,
            static query => query.GroupBy(static row => row.Document, StringComparer.Ordinal).ToFrozenDictionary(
                static document => document.Key,
                static document => document.Max(static row => row.Relevance),
                StringComparer.Ordinal),
            StringComparer.Ordinal));
    }
}
