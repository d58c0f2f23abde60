using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

internal enum QueryTokenKind
{
    /// <summary>A run of characters without space: <see cref="QueryToken.Text"/> is decoded.</summary>
    Text,

    /// <summary>A quotation; its content is the stretch from <see cref="QueryToken.ContentStart"/>.</summary>
    Phrase,
    Open,
    Close,
    Minus,
    Plus,
    Spelled,
    And,
    Or,
    Not,
    Near,

    /// <summary>A field and its colon: <see cref="QueryToken.Text"/> is the field's name.</summary>
    Field,

    /// <summary>A field with a value of a syntax of its own: <see cref="QueryToken.Text"/> is the field, <see cref="QueryToken.Value"/> the value.</summary>
    Special,
}

/// <summary>A part of the typed text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Where it was typed.</param>
/// <param name="Text">Depends on the kind.</param>
internal sealed record QueryToken(QueryTokenKind Kind, TextSpan Source, string Text)
{
    /// <summary>The value of a <see cref="QueryTokenKind.Special"/>.</summary>
    public string Value { get; init; } = "";

    /// <summary>Where the value was typed.</summary>
    public TextSpan ValueSource { get; init; }

    /// <summary>First character of a phrase's content in <see cref="TypedText.Text"/>.</summary>
    public int ContentStart { get; init; }

    /// <summary>The character after the content.</summary>
    public int ContentEnd { get; init; }

    /// <summary>Whether <c>~</c> follows a phrase.</summary>
    public bool HasTilde { get; init; }

    /// <summary>The number after NEAR, BEFORE or a phrase's <c>~</c>; null when there is none.</summary>
    public int? Number { get; init; }

    /// <summary>Whether a NEAR asks for this order.</summary>
    public bool Ordered { get; init; }
}
