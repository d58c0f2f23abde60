using System.Globalization;

namespace KnowledgeBase.Documents;

/// <summary>The one year under which something of a document is counted, so that the counts of all years add up.</summary>
public static class DateYears
{
    /// <summary>Stands for documents whose date covers more than one year, or has an open end.</summary>
    public const string Several = "several years";

    /// <summary>Stands for documents without a date.</summary>
    public const string Undated = "undated";

    /// <summary>Such as <c>1923</c>; <see cref="Several"/> or <see cref="Undated"/>.</summary>
    /// <param name="first">First day the date may cover; null when open.</param>
    /// <param name="last">Last day; null when open.</param>
    public static string Of(DateOnly? first, DateOnly? last) => (first, last) switch
    {
        (null, null) => Undated,
        ({ } from, { } to) when from.Year == to.Year => from.Year.ToString("0000", CultureInfo.InvariantCulture),
        _ => Several,
    };
}
