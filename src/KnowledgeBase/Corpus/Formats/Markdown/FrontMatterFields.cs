using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Yaml;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>The fields of the front matter, as <c>corpus/README.md</c> lists them.</summary>
internal static partial class FrontMatterFields
{
    private static readonly string[] DateKinds = ["event", "issued", "created", "lived"];
    private static readonly string[] Confidences = ["agreed", "single-source", "disputed"];
    private static readonly string[] Statuses = ["authored", "transcribed", "machine-read", "translated"];

    /// <summary>The fields of a document.</summary>
    public static IReadOnlyList<FieldRule> Document { get; } =
    [
        new("ref", FieldShape.Required, Code),
        new("title", FieldShape.Required, static text => AtMost(text, 300)),
        new("type", FieldShape.Required, static text => OneOf(text, DocumentTypes.All)),
        new("date", FieldShape.Required, static text => AtMost(text, 200)),
        new("edtf", FieldShape.Optional, Date),
        new("date-kind", FieldShape.Optional, static text => OneOf(text, DateKinds)),
        new("lang", FieldShape.Required, Language),
        new("summary", FieldShape.Optional, static text => AtMost(text, 600)),
        new("creator", FieldShape.List, Name),
        new("people", FieldShape.List, Name),
        new("organisations", FieldShape.List, Name),
        new("places", FieldShape.List, Name),
        new("subjects", FieldShape.List, Name),
        new("sources", FieldShape.List, Source),
        new("confidence", FieldShape.Optional, static text => OneOf(text, Confidences)),
        new("status", FieldShape.Optional, static text => OneOf(text, Statuses)),
        new("reliability", FieldShape.Optional),
        new("rights", FieldShape.Optional),
        new("related", FieldShape.List, Code),
        new("facts", FieldShape.List, Fact),
        new("added", FieldShape.Optional, Day),
        new("quotations", FieldShape.Records),
        new("versions", FieldShape.Records),
    ];

    /// <summary>The fields of a quotation.</summary>
    public static IReadOnlyList<FieldRule> Quotation { get; } =
    [
        new("text", FieldShape.Required, AtMostThirtyWords),
        new("speaker", FieldShape.Required),
        new("date", FieldShape.Optional, static text => AtMost(text, 200)),
        new("edtf", FieldShape.Optional, Date),
        new("occasion", FieldShape.Optional),
        new("lang", FieldShape.Required, Language),
        new("source", FieldShape.Optional, Source),
        new("translation", FieldShape.Optional),
        new("note", FieldShape.Optional),
    ];

    /// <summary>The fields of a version of a disputed question.</summary>
    public static IReadOnlyList<FieldRule> Version { get; } =
    [
        new("claim", FieldShape.Required),
        new("value", FieldShape.Required),
        new("sources", FieldShape.List, Source),
        new("at", FieldShape.Required, Place),
    ];

    /// <summary>How many words a quotation has; what is left out does not count.</summary>
    public static int CountWords(string quotation) => Word().Count(quotation);

    /// <summary>Reads the form <c>added</c> is written in.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Code(string text) => DocumentId.IsValid(text)
        ? null
        : $"\"{text}\" is not a reference code; it has 1 to 64 letters, digits, hyphens and dots and begins with a letter or digit, such as IPA-1923-0007.";

    private static string? AtMost(string text, int length) => text.Length <= length
        ? null
        : $"This has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; at most {length.ToString(CultureInfo.InvariantCulture)} are accepted.";

    private static string? Name(string text) => AtMost(text, 300);

    private static string? OneOf(string text, IReadOnlyList<string> accepted) => accepted.Contains(text, StringComparer.Ordinal)
        ? null
        : $"\"{text}\" is not accepted; write one of: {string.Join(", ", accepted)}.";

    private static string? Date(string text) => Edtf.TryParse(text, out _, out var problem) ? null : problem;

    private static string? Language(string text) => LanguageCode().IsMatch(text)
        ? null
        : $"\"{text}\" is not a language code; write a BCP 47 code such as en, de or pt-BR.";

    private static string? Source(string text) => SourceKey().IsMatch(text) || text.Contains("://", StringComparison.Ordinal)
        ? null
        : $"\"{text}\" is neither a key of sources.yaml, such as S042, nor a source written out with its address (http:// or https://).";

    private static string? Fact(string text) => FactNumber().IsMatch(text)
        ? null
        : $"\"{text}\" is not the number of a fact; write F and at least three digits, such as F072.";

    private static string? Day(string text) => ParseDay(text) is not null
        ? null
        : $"\"{text}\" is not a day; write year, month and day, such as 2026-11-23.";

    private static string? AtMostThirtyWords(string text) => CountWords(text) is var words && words <= 30
        ? null
        : $"The quotation has {words.ToString(CultureInfo.InvariantCulture)} words; at most 30 are accepted. Leave words out with […].";

    private static string? Place(string text)
    {
        var parts = text.Split('#');
        return parts.Length == 2 && DocumentId.IsValid(parts[0]) && ParagraphName().IsMatch(parts[1])
            ? null
            : $"\"{text}\" is not a paragraph of a document; write its reference code, # and the name of the paragraph, such as IPA-1923-0001#countries.";
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode();

    [GeneratedRegex(@"^S[0-9]{1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex SourceKey();

    [GeneratedRegex(@"^F[0-9]{3,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex FactNumber();

    [GeneratedRegex(@"^[a-z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphName();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
