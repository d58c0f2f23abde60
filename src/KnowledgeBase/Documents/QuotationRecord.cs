namespace KnowledgeBase.Documents;

/// <summary>Words that somebody said or wrote, as they stand in a document.</summary>
public sealed record QuotationRecord
{
    /// <summary>The words; <c>[…]</c> marks what is left out.</summary>
    public required string Text { get; init; }

    /// <summary>Who said them, as the document names the person; empty when unknown.</summary>
    public required string Speaker { get; init; }

    /// <summary>When they were said.</summary>
    public ArchiveDate Date { get; init; } = ArchiveDate.None;

    /// <summary>On what occasion; null when unknown.</summary>
    public string? Occasion { get; init; }

    /// <summary>Language of the words, a BCP 47 code.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the source; null when none is given.</summary>
    public string? Source { get; init; }

    /// <summary>The archive's own translation into English; null when there is none.</summary>
    public string? Translation { get; init; }

    /// <summary>What a reader should know about the wording; null when nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where the words stand in the document's text.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Whether an archivist recorded it; otherwise a rule found it in the text and nobody confirmed it.</summary>
    public bool IsConfirmed { get; init; } = true;
}

/// <summary>One version of a disputed question.</summary>
/// <param name="Claim">What is said, in a sentence.</param>
/// <param name="Value">The part that differs, word for word as in the paragraph that reports it.</param>
/// <param name="Sources">Who says it: keys of the register or sources written out.</param>
/// <param name="At">The paragraph that reports it: reference code, <c>#</c>, paragraph id.</param>
public sealed record DisputedVersion(
    string Claim, string Value, System.Collections.Immutable.ImmutableArray<string> Sources, string At);
