using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Querying;

/// <summary>Reads queries as the site does, on a fixed day.</summary>
internal static class Asked
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static QueryParseResult Parse(string typed) => QueryParser.Parse(typed, Today, Words);

    public static string Tree(string typed) => Parse(typed).Query.ToString();

    public static IReadOnlyList<string> Words(string text) => [.. WordCutter.Cut(text).Select(static word => word.Raw)];
}
