using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Querying;

/// <summary>A query as the archive searches it.</summary>
/// <param name="Parsed">How the text was read; its tree has the variants of the names in it.</param>
/// <param name="Offers">Names that the reader may have meant who typed a known misspelling; offered, never searched.</param>
public sealed record ReadQuery(QueryParseResult Parsed, ImmutableArray<NameOffer> Offers)
{
    /// <summary>What is searched and marked.</summary>
    public QueryNode Query => Parsed.Query;
}

/// <summary>From what a reader typed to what is searched: the one way for site, program and evaluation.</summary>
public static class QueryReader
{
    /// <summary>Reads a text and adds the variants of its names. Never throws.</summary>
    /// <param name="typed">Any text.</param>
    /// <param name="today">What <c>added:last-week</c> counts from.</param>
    /// <param name="names">The names of the archive; <see cref="NameTable.Empty"/> for none.</param>
    public static ReadQuery Read(string typed, DateOnly today, NameTable names)
    {
        var parsed = QueryParser.Parse(typed, today, WordCutter.OneForEachPlace);
        var expanded = VariantExpansion.Expand(parsed.Query, names);
        return new ReadQuery(
            parsed with { Query = expanded.Query, Problems = [.. parsed.Problems, .. expanded.Problems] }, expanded.Offers);
    }
}
