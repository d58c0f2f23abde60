using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Finds quotations in a document's text, word for word; only the kind of white space does not count.</summary>
internal sealed class QuotationPlace
{
    private readonly string _single;
    private readonly List<int> _offsets;
    private readonly int _length;

    /// <param name="text">The document's text.</param>
    public QuotationPlace(string text)
    {
        _length = text.Length;
        (_single, _offsets) = MakeSingle(text);
    }

    /// <summary>Where a quotation stands; null when it does not. Of several places the first.</summary>
    /// <param name="quotation">The words; the parts between <c>[…]</c> stand in the text in their order.</param>
    public TextSpan? Find(string quotation)
    {
        var whole = MakeSingle(quotation).Text.Trim(' ');
        if (whole.Length == 0)
        {
            return null;
        }

        var at = _single.IndexOf(whole, StringComparison.Ordinal);
        return at >= 0 ? Span(at, at + whole.Length) : FindParts(whole);
    }

    private TextSpan? FindParts(string whole)
    {
        var parts = whole.Split(["[…]", "[...]"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        var (start, end) = (-1, 0);
        foreach (var part in parts)
        {
            var at = _single.IndexOf(part, end, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            (start, end) = (start < 0 ? at : start, at + part.Length);
        }

        // The last place of each part before the next one gives the shortest stretch.
        for (var (i, limit) = (parts.Length - 2, end - parts[^1].Length); i >= 0; i--)
        {
            start = _single.LastIndexOf(parts[i], limit - 1, limit, StringComparison.Ordinal);
            limit = start;
        }

        return Span(start, end);
    }

    private TextSpan Span(int start, int end) => new(_offsets[start], end < _offsets.Count ? EndOf(end) : _length);

    /// <summary>The offset after the last character, not after the white space behind it.</summary>
    private int EndOf(int end) => _offsets[end - 1] + 1;

    private static (string Text, List<int> Offsets) MakeSingle(string text)
    {
        var single = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            if (!isSpace || single.Length == 0 || single[^1] != ' ')
            {
                single.Append(isSpace ? ' ' : text[i]);
                offsets.Add(i);
            }
        }

        return (single.ToString(), offsets);
    }
}
