using System.Diagnostics;

namespace KnowledgeBase.Benchmarks;

/// <summary>How long the completions take that are asked for at each letter.</summary>
internal static class SuggestionTimes
{
    /// <summary>Types words letter by letter.</summary>
    public static async Task MeasureAsync(string corpus, string index, int count, int seed)
    {
        using var search = ArchiveUnderTest.Open(index);
        var words = ArchiveUnderTest.Triples(corpus, count, new Random(seed));
        var clock = Stopwatch.StartNew();
        await search.SuggestAsync("pol", 10, CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"the first completion after opening: {clock.Elapsed.TotalMilliseconds:0.0} ms"));
        var times = new List<double>();
        foreach (var word in words)
        {
            for (var letters = 2; letters <= word[0].Length; letters++)
            {
                clock.Restart();
                await search.SuggestAsync(word[0][..letters], 10, CancellationToken.None);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        ArchiveUnderTest.Print("completions", times);
    }
}
