using System.Collections.Frozen;

namespace KnowledgeBase.Documents;

/// <summary>The document types of the contract, in words.</summary>
public static class DocumentTypeNames
{
    private static readonly FrozenDictionary<string, (string One, string Many)> Names =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["historical-note"] = ("Historical note", "Historical notes"),
            ["biographical-note"] = ("Biographical note", "Biographical notes"),
            ["press-release"] = ("Press release", "Press releases"),
            ["press-digest"] = ("Press digest", "Press digests"),
            ["article"] = ("Article", "Articles"),
            ["speech"] = ("Speech", "Speeches"),
            ["letter"] = ("Letter", "Letters"),
            ["minutes"] = ("Minutes", "Minutes"),
            ["chronology"] = ("Chronology", "Chronologies"),
            ["list"] = ("List", "Lists"),
            ["dispute"] = ("Disputed question", "Disputed questions"),
            ["other"] = ("Other document", "Other documents"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A document type, such as <c>Press digest</c>; the code itself when it is none of the contract.</summary>
    public static string Of(string code) => Names.TryGetValue(code, out var name) ? name.One : code;

    /// <summary>Documents of a type, such as <c>Press digests</c>; the code itself when it is none of the contract.</summary>
    public static string Many(string code) => Names.TryGetValue(code, out var name) ? name.Many : code;
}
