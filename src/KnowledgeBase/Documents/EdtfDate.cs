namespace KnowledgeBase.Documents;

/// <summary>A date in the Extended Date/Time Format, level 0 or 1, and the days it is searched as.</summary>
/// <remarks>Made by <see cref="Edtf.TryParse"/>.</remarks>
public sealed record EdtfDate
{
    /// <summary>The expression, verbatim.</summary>
    public required string Expression { get; init; }

    /// <summary>First day it is searched as, the width of "about" included; null when open or unknown at the start.</summary>
    public required DateOnly? First { get; init; }

    /// <summary>Last day it is searched as, the width of "about" included; null when open or unknown at the end.</summary>
    public required DateOnly? Last { get; init; }

    /// <summary>First day of the expression itself, without the width of "about"; null when open or unknown at the start.</summary>
    public required DateOnly? StatedFirst { get; init; }

    /// <summary>Last day of the expression itself, without the width of "about"; null when open or unknown at the end.</summary>
    public required DateOnly? StatedLast { get; init; }

    /// <summary>The date in English, such as <c>about 1914 (1913–1915)</c>.</summary>
    public required string InWords { get; init; }

    /// <summary>The date as archives have it.</summary>
    /// <param name="asWritten">What a person would write.</param>
    public ArchiveDate ToArchiveDate(string asWritten) => new(asWritten, Expression, First, Last);
}
