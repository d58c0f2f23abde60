using System.Text.Json.Serialization;

namespace KnowledgeBase.Documents;

/// <summary>A document's permanent name: its reference code, such as <c>IPA-1923-0200</c>.</summary>
/// <remarks>Independent of the file's place, so that a file can be moved without breaking a link. Compared ordinally.</remarks>
/// <param name="Value">Letters, digits, <c>-</c> and <c>.</c>; 1 to 64 characters.</param>
[method: JsonConstructor]
public readonly record struct DocumentId(string Value) : IComparable<DocumentId>
{
    /// <inheritdoc/>
    public int CompareTo(DocumentId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The reference code.</summary>
    public override string ToString() => Value;

    /// <summary>Whether <paramref name="value"/> can name a document.</summary>
    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= 64 }
        && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
        && char.IsAsciiLetterOrDigit(value[0]);
#pragma warning disable CS1591 // operators of IComparable
    public static bool operator <(DocumentId left, DocumentId right) => left.CompareTo(right) < 0;
    public static bool operator <=(DocumentId left, DocumentId right) => left.CompareTo(right) <= 0;
    public static bool operator >(DocumentId left, DocumentId right) => left.CompareTo(right) > 0;
    public static bool operator >=(DocumentId left, DocumentId right) => left.CompareTo(right) >= 0;
#pragma warning restore CS1591
}
