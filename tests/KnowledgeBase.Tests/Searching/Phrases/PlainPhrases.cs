using KnowledgeBase.Searching.Phrases;

namespace KnowledgeBase.Tests.Searching.Phrases;

/// <summary>Finds phrases as their definition says, row by row: slow and obvious. A document is paragraphs of rows of words.</summary>
internal static class PlainPhrases
{
    private static readonly string[] Words = ["red", "Red", "blue", "green", "Green", "the", "of", "7", "x"];
    private static readonly string[] NotAtTheEdge = ["the", "of", "7", "x"];

    public static string[][][][] RandomArchive(Random random) =>
        Many(random, 2, 9, () => Many(random, 1, 3, () => Many(random, 1, 4, () => Many(random, 1, 7, () => Words[random.Next(Words.Length)]))));

    /// <summary>Commas part rows, empty lines paragraphs.</summary>
    public static string TextOf(string[][][] document) => string.Join("\n\n", document.Select(static rows => string.Join(", ", rows.Select(static row => string.Join(' ', row)))));

    public static IEnumerable<FrequentPhrase> Find(string[][][][] archive, int fewestDocuments)
    {
        var occurrences = Occurrences(archive).ToLookup(static found => found.Key, StringComparer.Ordinal);
        var phrases = occurrences
            .Where(found => HasEdges(found.Key) && found.Select(static one => one.Document).Distinct().Count() >= fewestDocuments)
            .ToList();
        return phrases
            .Where(found => !phrases.Exists(longer =>
                longer.Key != found.Key && $" {longer.Key} ".Contains($" {found.Key} ", StringComparison.Ordinal) && longer.Count() == found.Count()))
            .Select(found => new FrequentPhrase(MostFrequent(found.Select(static one => one.Spelling)), archive.Count(document => HasSideBySide(document, found.Key))))
            .OrderByDescending(static phrase => phrase.Documents)
            .ThenBy(static phrase => phrase.Text, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, string Spelling, int Document)> Occurrences(string[][][][] archive) =>
        from document in Enumerable.Range(0, archive.Length)
        from row in archive[document].SelectMany(static rows => rows)
        from length in new[] { 2, 3, 4 }
        from start in Enumerable.Range(0, Math.Max(0, row.Length - length + 1))
        let spelling = string.Join(' ', row.Skip(start).Take(length))
        select (spelling.ToLowerInvariant(), spelling, document);

    private static bool HasEdges(string key) => key.Split(' ') is [var first, .., var last] && !NotAtTheEdge.Contains(first) && !NotAtTheEdge.Contains(last);

    private static bool HasSideBySide(string[][][] document, string key) => document.Any(rows =>
        $" {string.Join(' ', rows.SelectMany(static row => row)).ToLowerInvariant()} ".Contains($" {key} ", StringComparison.Ordinal));

    private static string MostFrequent(IEnumerable<string> spellings) => spellings.GroupBy(static spelling => spelling, StringComparer.Ordinal)
        .OrderByDescending(static same => same.Count()).ThenBy(static same => same.Key, StringComparer.Ordinal).First().Key;

    private static T[] Many<T>(Random random, int least, int most, Func<T> one) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => one())];
}
