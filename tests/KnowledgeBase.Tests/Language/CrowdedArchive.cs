using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Language;

/// <summary>The same archive with a document of thousands of words that begin alike, or differ in one letter: enough to meet every limit.</summary>
public sealed class CrowdedArchive : LanguageArchive
{
    private const string Base = "quartzite";

    private protected override void AddTo(TempFolder folder) => folder.Write("corpus/crowd.md", $"""
        ---
        ref: IPA-1888-0001
        title: A crowd
        type: other
        date: 1888
        edtf: 1888
        lang: en
        subjects: [files]
        sources: [S001]
        added: 2026-01-01
        ---
        {string.Join(' ', [.. Beginning("kw", 1_100), .. Beginning("kv", 1_100), .. Beginning("kx", 100), .. Alike()])}

        """);

    private static IEnumerable<string> Beginning(string letters, int count) =>
        Enumerable.Range(0, count).Select(i => $"{letters}{Letter(i / 676)}{Letter(i / 26 % 26)}{Letter(i % 26)}");

    /// <summary>Words with one letter other than in the base, never the first.</summary>
    private static IEnumerable<string> Alike() =>
        from place in Enumerable.Range(1, 3)
        from letter in Enumerable.Range(0, 26).Select(Letter)
        select Base[..place] + letter + Base[(place + 1)..];

    private static char Letter(int number) => (char)('a' + number);
}
