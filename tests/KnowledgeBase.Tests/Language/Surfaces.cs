using System.Collections.Immutable;

namespace KnowledgeBase.Tests.Language;

/// <summary>Asks the same everywhere.</summary>
internal static class Surfaces
{
    private static readonly ImmutableArray<(string Name, Func<LanguageArchive, string, Task<SurfaceAnswer>> Ask)> WithSomeOfTheWords =
    [
        ("page", SurfaceAnswer.OfPage),
        ("kb search", SurfaceAnswer.OfCommand),
    ];

    private static readonly ImmutableArray<(string Name, Func<LanguageArchive, string, Task<SurfaceAnswer>> Ask)> FullMatchesOnly =
    [
        ("feed", SurfaceAnswer.OfFeed),
        ("table", SurfaceAnswer.OfTable),
        ("kb export", SurfaceAnswer.OfExportCommand),
        ("lines", SurfaceAnswer.OfLines),
    ];

    /// <summary>
    /// The answer to a query: the same documents in the same order, the same totals, the same sentence and the same notes in page,
    /// interface, feed, files and commands; anything else fails the test.
    /// </summary>
    /// <returns>The answer, with the documents that match in full.</returns>
    public static async Task<SurfaceAnswer> Ask(LanguageArchive archive, string query)
    {
        var (api, count) = await SurfaceAnswer.OfInterface(archive, query);
        var full = api with { Documents = api.Documents[..count] };
        Assert.Equal(full.Total, count);
        foreach (var (name, ask) in WithSomeOfTheWords)
        {
            IsSame(name, api, await ask(archive, query));
        }

        foreach (var (name, ask) in FullMatchesOnly)
        {
            IsSame(name, full, await ask(archive, query));
        }

        return full;
    }

    private static void IsSame(string surface, SurfaceAnswer expected, SurfaceAnswer answer)
    {
        // A feed says both in one line: its notes come as part of the sentence.
        var isFeed = answer.Notes is null && answer.SearchedAs is not null;
        var sentence = isFeed && expected.Notes!.Length > 0 ? $"{expected.SearchedAs}. {expected.Notes}" : expected.SearchedAs;
        Assert.Equal(Say(surface, expected.Documents, expected.Total), Say(surface, answer.Documents, answer.Total));
        Assert.Equal($"{surface}: {sentence}", $"{surface}: {answer.SearchedAs ?? sentence}");
        Assert.Equal($"{surface}: {expected.Notes}", $"{surface}: {answer.Notes ?? expected.Notes}");
    }

    private static string Say(string surface, ImmutableArray<string> documents, long? total) =>
        FormattableString.Invariant($"{surface}: {total} documents: {string.Join(' ', documents)}");
}
