namespace KnowledgeBase.Searching;

/// <summary>Which dates a reader would rather see.</summary>
public enum DatePreference
{
    /// <summary>No matter.</summary>
    None,

    /// <summary>The nearer a document is to the latest of the archive, the better.</summary>
    Newer,

    /// <summary>The nearer a document is to the earliest of the archive, the better.</summary>
    Older,
}

/// <summary>What a reader would rather see first among the documents found. Chosen in the open, never set by the archive.</summary>
/// <param name="Type">A document type, as the facet shows it; null for no matter.</param>
/// <param name="Language">A language, as the facet shows it; null for no matter.</param>
/// <param name="Dates">Newer or older documents. An undated document is never preferred.</param>
/// <remarks>Moves documents in the order by relevance and in no other; never brings any in or takes any out.</remarks>
public sealed record SearchPreferences(string? Type = null, string? Language = null, DatePreference Dates = DatePreference.None)
{
    /// <summary>Nothing is preferred.</summary>
    public static SearchPreferences None { get; } = new();

    /// <summary>Whether nothing is preferred.</summary>
    public bool IsNone => this == None;
}
