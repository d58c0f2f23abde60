namespace KnowledgeBase.Querying.Advanced;

/// <summary>Something in the advanced form that cannot be searched for as it is.</summary>
/// <param name="Field">One of <see cref="FormFields"/>.</param>
/// <param name="Code">Stable, for programs: <c>form.date</c>.</param>
/// <param name="Message">For the reader: what was found and what would do.</param>
public sealed record FormProblem(string Field, string Code, string Message);

/// <summary>The parts of the advanced form by the names that they have in addresses; none is the name of a facet.</summary>
public static class FormFields
{
#pragma warning disable CS1591 // each is the member of AdvancedForm of nearly the same name
    public const string All = "all";
    public const string Phrase = "phrase";
    public const string AsSpelled = "as-spelled";
    public const string Any = "any";
    public const string None = "none";
    public const string Near = "near-first";
    public const string NearOther = "near-second";
    public const string NearDistance = "near-words";
    public const string NearOrder = "near-order";
    public const string Speaker = "said-by";
    public const string Said = "said-words";
    public const string From = "date-from";
    public const string To = "date-to";
    public const string About = "date-about";
    public const string Relation = "date-relation";
    public const string Undated = "date-undated";
    public const string Added = "added";
    public const string AddedSince = "added-since";
    public const string Typed = "typed";
#pragma warning restore CS1591

    /// <summary>The field that is chosen in a row.</summary>
    /// <param name="row">From 0.</param>
    public static string FieldName(int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"field-{row + 1}");

    /// <summary>The words that are looked for in the field of a row.</summary>
    /// <param name="row">From 0.</param>
    public static string FieldWords(int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"in-{row + 1}");
}
