using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>The words of a paragraph, one for each position: a word broken at a line's end is taken whole.</summary>
/// <param name="Paragraph">The paragraph; null when the text has none.</param>
/// <param name="Span">What it covers of the document's text.</param>
/// <param name="Words">Their places in the document's text, and the words without case and accents.</param>
internal sealed record ParagraphWords(Paragraph? Paragraph, TextSpan Span, ImmutableArray<(TextSpan Span, string Word)> Words)
{
    public static ParagraphWords At(CorpusDocument document, int offset)
    {
        var paragraph = document.ParagraphAt(offset);
        var span = paragraph?.Span ?? new TextSpan(0, document.Text.Length);
        var words = ImmutableArray.CreateBuilder<(TextSpan Span, string Word)>();
        var position = -1;
        foreach (var word in WordCutter.Cut(span.In(document.Text)))
        {
            var next = (word.Span.Shift(span.Start), word.Exact);
            if (word.Position != position)
            {
                words.Add(next);
            }
            else if (next.Item1.Length > words[^1].Span.Length)
            {
                words[^1] = next;
            }

            position = word.Position;
        }

        return new ParagraphWords(paragraph, span, words.ToImmutable());
    }

    /// <summary>Index of the first word that ends after an offset.</summary>
    public int FirstEndingAfter(int offset) => FirstWhere(word => word.End > offset);

    /// <summary>Index of the first word that begins at an offset or after it.</summary>
    public int FirstFrom(int offset) => FirstWhere(word => word.Start >= offset);

    private int FirstWhere(Func<TextSpan, bool> isReached)
    {
        var (low, high) = (0, Words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isReached(Words[middle].Span) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

/// <summary>One place that matched, among the words around it.</summary>
/// <param name="Span">From the first to the last character.</param>
/// <param name="Marks">What of it was looked for.</param>
/// <param name="Before">The paragraph it begins in.</param>
/// <param name="First">Index in <paramref name="Before"/> of its first word; those with a lower index stand before it.</param>
/// <param name="After">The paragraph it ends in, nearly always the same.</param>
/// <param name="Next">Index in <paramref name="After"/> of the first word behind it.</param>
internal sealed record LinePlace(
    TextSpan Span, ImmutableArray<TextSpan> Marks, ParagraphWords Before, int First, ParagraphWords After, int Next)
{
    /// <summary>The word so many words before the match, from 1; empty when the paragraph begins later.</summary>
    public string WordBefore(int distance) => First >= distance ? Before.Words[First - distance].Word : "";

    /// <summary>The word so many words behind the match, from 1; empty when the paragraph ends sooner.</summary>
    public string WordAfter(int distance) => Next + distance <= After.Words.Length ? After.Words[Next + distance - 1].Word : "";

    /// <summary>Whether a word, without case and accents, stands within so many words before or behind the match.</summary>
    public bool HasNear(string word, int left, int right)
    {
        for (var distance = 1; distance <= Math.Max(left, right); distance++)
        {
            if ((distance <= left && WordBefore(distance) == word) || (distance <= right && WordAfter(distance) == word))
            {
                return true;
            }
        }

        return false;
    }
}
