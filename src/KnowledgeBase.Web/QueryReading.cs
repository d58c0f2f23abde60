using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Web;

/// <summary>Reads queries as of today.</summary>
internal sealed class QueryReading(TimeProvider clock)
{
    /// <summary>Reads a query. Never throws.</summary>
    public QueryParseResult Read(string text) => QueryParser.Parse(text, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Words);

    /// <summary>One word for each place: a word broken at a line's end is taken whole.</summary>
    private static IReadOnlyList<string> Words(string text) =>
        [.. WordCutter.Cut(text).GroupBy(static word => word.Position).Select(static words => words.MaxBy(static word => word.Raw.Length).Raw)];
}
