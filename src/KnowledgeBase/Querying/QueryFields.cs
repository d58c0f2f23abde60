using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KnowledgeBase.Querying;

/// <summary>The fields a reader can name before a colon.</summary>
public static class QueryFields
{
    /// <summary>Fields that hold words: a plain word looks into all of <see cref="Default"/>, <c>title:word</c> into one.</summary>
    /// <remarks>
    /// <c>title</c> and <c>text</c> have word forms in the document's language. The others hold names and codes: their words are
    /// compared without case and accents and are never stemmed, and every value is a paragraph of its own.
    /// </remarks>
    public static ImmutableArray<string> Text { get; } =
    [
        "title", "text", "summary", "person", "organisation", "place", "subject", "source", "type", "lang", "ref", "status",
    ];

    /// <summary>Where a word without a field is looked for.</summary>
    public static ImmutableArray<string> Default { get; } =
        ["title", "text", "summary", "person", "organisation", "place", "subject"];

    /// <summary>Fields with word forms in the document's language.</summary>
    public static ImmutableArray<string> Stemmed { get; } = ["title", "text", "summary"];

    /// <summary>Other spellings of field names that are understood.</summary>
    public static FrozenDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["people"] = "person",
        ["creator"] = "source",
        ["publisher"] = "source",
        ["places"] = "place",
        ["organization"] = "organisation",
        ["org"] = "organisation",
        ["body"] = "text",
        ["language"] = "lang",
        ["subjects"] = "subject",
        ["topic"] = "subject",
        ["reference"] = "ref",
        ["id"] = "ref",
        ["intitle"] = "title",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
