using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>By what concordance lines are sorted; ties by the next word outwards, then date, document and position.</summary>
public enum ConcordanceSort
{
    /// <summary>By document in the order of the search, then by position: the order in which the lines are found.</summary>
    Found,

    /// <summary>By the first word to the left.</summary>
    Left1,

    /// <summary>By the second word to the left.</summary>
    Left2,

    /// <summary>By the third word to the left.</summary>
    Left3,

    /// <summary>By the first word to the right.</summary>
    Right1,

    /// <summary>By the second word to the right.</summary>
    Right2,

    /// <summary>By the third word to the right.</summary>
    Right3,

    /// <summary>By the words that matched, then by what follows them.</summary>
    Keyword,

    /// <summary>By first day, undated last in either direction.</summary>
    Date,

    /// <summary>By reference code.</summary>
    Document,
}

/// <summary>Which lines of a concordance are wanted, and in which order.</summary>
/// <param name="Search">
/// The search. Only documents that match it in full have lines; its page and facets do not count; its sort is the order of
/// <see cref="ConcordanceSort.Found"/>.
/// </param>
public sealed record ConcordanceRequest(SearchRequest Search)
{
    /// <summary>Most lines of a page.</summary>
    public const int MostOnPage = 500;

    /// <summary>Most words of the window to either side.</summary>
    public const int WidestWindow = 5;

    /// <summary>The order. Default <see cref="ConcordanceSort.Date"/>.</summary>
    public ConcordanceSort Sort { get; init; } = ConcordanceSort.Date;

    /// <summary>Whether the order is reversed; lines that are equal in it keep theirs. Nothing changes for <see cref="ConcordanceSort.Found"/>.</summary>
    public bool Descending { get; init; }

    /// <summary>How many lines to pass over, 0 or more. Default 0.</summary>
    public long Offset { get; init; }

    /// <summary>How many lines to return, 0 to <see cref="MostOnPage"/>. Default 50.</summary>
    public int Count { get; init; } = 50;

    /// <summary>Words of the window before the match, 0 to <see cref="WidestWindow"/>. Default 5.</summary>
    public int Left { get; init; } = WidestWindow;

    /// <summary>Words of the window after the match, 0 to <see cref="WidestWindow"/>. Default 5.</summary>
    public int Right { get; init; } = WidestWindow;

    /// <summary>Only lines with these words, each anywhere in the window; case and accents do not count. Default empty: all lines.</summary>
    public string Near { get; init; } = "";

    /// <summary>Most collocates returned, 0 for none to count. Default 50.</summary>
    public int Collocates { get; init; } = 50;

    /// <summary>Checks the values against the ranges their comments give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Search);
        ArgumentOutOfRangeException.ThrowIfNegative(Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, MostOnPage);
        ArgumentOutOfRangeException.ThrowIfNegative(Left);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Left, WidestWindow);
        ArgumentOutOfRangeException.ThrowIfNegative(Right);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Right, WidestWindow);
        ArgumentOutOfRangeException.ThrowIfNegative(Collocates);
    }
}
