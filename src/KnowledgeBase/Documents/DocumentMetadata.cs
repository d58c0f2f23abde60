using System.Collections.Immutable;

namespace KnowledgeBase.Documents;

/// <summary>What the front matter says of a document. The contract is <c>corpus/README.md</c>.</summary>
public sealed record DocumentMetadata
{
    /// <summary>Title, 1 to 300 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Document type, one of <see cref="DocumentTypes.All"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The date of <see cref="DateKind"/>.</summary>
    public required ArchiveDate Date { get; init; }

    /// <summary>What the date is of: <c>event</c>, <c>issued</c>, <c>created</c> or <c>lived</c>.</summary>
    public string DateKind { get; init; } = "event";

    /// <summary>Language of the text, a BCP 47 code such as <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>One to three sentences; null when none.</summary>
    public string? Summary { get; init; }

    /// <summary>Who wrote or issued what is described.</summary>
    public ImmutableArray<string> Creators { get; init; } = [];

    /// <summary>People, by preferred name.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>Organisations, by preferred name.</summary>
    public ImmutableArray<string> Organisations { get; init; } = [];

    /// <summary>Places, by preferred name.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Subjects, by preferred name.</summary>
    public ImmutableArray<string> Subjects { get; init; } = [];

    /// <summary>Keys of the register of sources, or sources written out.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Publishers of the sources, from the register; what the facet "source" counts.</summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary><c>agreed</c>, <c>single-source</c> or <c>disputed</c>; null when not stated.</summary>
    public string? Confidence { get; init; }

    /// <summary>Status of the text: <c>authored</c>, <c>transcribed</c>, <c>machine-read</c> or <c>translated</c>.</summary>
    public string Status { get; init; } = "authored";

    /// <summary>Who checked what against what; null when nothing is said.</summary>
    public string? Reliability { get; init; }

    /// <summary>Terms of use; null when not stated.</summary>
    public string? Rights { get; init; }

    /// <summary>Reference codes of related documents.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Numbers of the fact sheet that the text states.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>The day the document joined the archive; null when not stated.</summary>
    public DateOnly? Added { get; init; }

    /// <summary>Quotations that stand in the text.</summary>
    public ImmutableArray<QuotationRecord> Quotations { get; init; } = [];

    /// <summary>The versions of a disputed question; empty for every other type.</summary>
    public ImmutableArray<DisputedVersion> Versions { get; init; } = [];
}

/// <summary>The document types of the contract.</summary>
public static class DocumentTypes
{
    /// <summary>Every type, in the order in which a form offers them.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "historical-note", "biographical-note", "press-release", "press-digest", "article", "speech", "letter", "minutes",
        "chronology", "list", "dispute", "other",
    ];
}
