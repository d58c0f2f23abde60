using System.Diagnostics;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Benchmarks;

/// <summary>How long a reader's search takes: read, found, counted, with passages and facets.</summary>
internal static class QueryTimes
{
    private static readonly (string Name, Func<string[], string> Text)[] Kinds =
    [
        ("one word", static w => w[0]),
        ("two words", static w => $"{w[0]} {w[2]}"),
        ("three words", static w => string.Join(' ', w)),
        ("phrase", static w => $"\"{w[0]} {w[1]}\""),
        ("either", static w => $"{w[0]} OR {w[2]}"),
        ("without", static w => $"{w[0]} -{w[2]}"),
        ("near", static w => $"{w[0]} NEAR/5 {w[2]}"),
        ("wildcard", static w => $"{w[0][..4]}* {w[2]}"),
        ("spelling", static w => $"{w[0]}~ {w[1]}"),
        ("field and date", static w => $"title:{w[0]} date:1970..1990"),
    ];

    /// <summary>Every query is run twice; the second run counts, as on a machine that has been running.</summary>
    public static async Task MeasureAsync(string corpus, string index, int count, int seed)
    {
        using var search = ArchiveUnderTest.Open(index);
        var triples = ArchiveUnderTest.Triples(corpus, count, new Random(seed));
        var times = new List<(string Kind, string Query, double Milliseconds)>();
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            for (var i = 0; i < count; i++)
            {
                var (kind, text) = Kinds[i % Kinds.Length];
                var typed = text(triples[i]);
                var clock = Stopwatch.StartNew();
                await RunAsync(search, typed);
                times.Add((kind, typed, clock.Elapsed.TotalMilliseconds));
            }
        }

        foreach (var kind in times.GroupBy(static time => time.Kind))
        {
            ArchiveUnderTest.Print(kind.Key, [.. kind.Select(static time => time.Milliseconds)]);
        }

        ArchiveUnderTest.Print("all", [.. times.Select(static time => time.Milliseconds)]);
        foreach (var slow in times.OrderByDescending(static time => time.Milliseconds).Take(5))
        {
            Console.WriteLine(FormattableString.Invariant($"  {slow.Milliseconds,8:0.00} ms  {slow.Query}"));
        }
    }

    private static Task<SearchPage> RunAsync(ISearchIndex search, string typed)
    {
        var query = QueryParser.Parse(typed, new DateOnly(2026, 1, 1), static text => [.. WordCutter.Cut(text).Select(static word => word.Raw)]).Query;
        return search.SearchAsync(new SearchRequest { Query = query, Count = 10, Facets = FacetNames.All }, CancellationToken.None);
    }
}
