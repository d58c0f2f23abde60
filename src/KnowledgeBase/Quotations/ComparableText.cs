namespace KnowledgeBase.Quotations;

/// <summary>A text cut into the words that quotations are compared by: cut once, it can be compared with many of them.</summary>
public sealed class ComparableText
{
    private ComparableText(string text)
    {
        Text = text;
        Words = ComparedWords.Of(text);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How many words it has.</summary>
    public int WordCount => Words.Length;

    /// <summary>Its words in order.</summary>
    internal ComparedWord[] Words { get; }

    /// <summary>Cuts any text; never throws but for null.</summary>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static ComparableText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ComparableText(text);
    }
}
