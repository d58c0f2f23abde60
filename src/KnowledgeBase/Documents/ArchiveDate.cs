namespace KnowledgeBase.Documents;

/// <summary>A date as archives have it: as written, in machine form, and the days it may cover.</summary>
/// <param name="AsWritten">What a person would write, such as <c>c. September 1923</c> or <c>No date</c>.</param>
/// <param name="Edtf">The same in EDTF level 0 or 1, verbatim; null when undated.</param>
/// <param name="First">First day it may cover; null when open or unknown at the start.</param>
/// <param name="Last">Last day it may cover; null when open or unknown at the end.</param>
public sealed record ArchiveDate(string AsWritten, string? Edtf, DateOnly? First, DateOnly? Last)
{
    /// <summary>A document without a date.</summary>
    public static ArchiveDate None { get; } = new("No date", null, null, null);

    /// <summary>Whether neither end is known: such a date overlaps no range.</summary>
    public bool IsUndated => First is null && Last is null;

    /// <summary>Whether it shares a day with the range; an end that is null is open.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) =>
        !IsUndated
        && (to is null || First is null || First <= to)
        && (from is null || Last is null || Last >= from);

    /// <summary>Whether it lies in the range as a whole; an end of the range that is null is open.</summary>
    public bool LiesWithin(DateOnly? from, DateOnly? to) =>
        !IsUndated
        && (from is null || (First is not null && First >= from))
        && (to is null || (Last is not null && Last <= to));
}
