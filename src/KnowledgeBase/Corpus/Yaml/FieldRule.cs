namespace KnowledgeBase.Corpus.Yaml;

/// <summary>How often a field may stand, and what it is.</summary>
internal enum FieldShape
{
    /// <summary>One text that must be there.</summary>
    Required,

    /// <summary>One text, or none.</summary>
    Optional,

    /// <summary>A list of texts, or none.</summary>
    List,

    /// <summary>A list of records, or none.</summary>
    Records,

    /// <summary>A map from names to texts, or none.</summary>
    Map,
}

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">How often it may stand.</param>
/// <param name="Check">What is wrong with a text, and what is accepted; null when nothing is.</param>
internal sealed record FieldRule(string Name, FieldShape Shape, Func<string, string?>? Check = null);
