namespace KnowledgeBase.Documents;

/// <summary>A stretch of a document's text.</summary>
/// <remarks>
/// The one convention of the whole program: half-open, counted in UTF-16 code units, from the start of the text
/// (<see cref="CorpusDocument.Text"/> unless something else is named). <c>text[span.Start..span.End]</c> is what it covers.
/// </remarks>
/// <param name="Start">First code unit, 0 or more.</param>
/// <param name="End">The code unit after the last; at least <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many code units it covers; 0 for an empty span.</summary>
    public int Length => End - Start;

    /// <summary>Whether every code unit of <paramref name="other"/> lies in this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;

    /// <summary>The same stretch, counted from <paramref name="origin"/> code units further left.</summary>
    public TextSpan Shift(int origin) => new(Start + origin, End + origin);

    /// <summary>The words it covers in <paramref name="text"/>.</summary>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }
}
