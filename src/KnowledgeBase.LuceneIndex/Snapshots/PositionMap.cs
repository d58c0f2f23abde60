using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Snapshots;

/// <summary>From a word's position to its place in the text: why postings need no offsets.</summary>
/// <remarks>
/// All forms of a word share its position, so one map a field serves stems, exact words and words as spelled.
/// Stored as variable-length differences: position, start, length; about three bytes a word.
/// </remarks>
internal sealed class PositionMap
{
    private readonly int[] _positions;
    private readonly TextSpan[] _spans;

    private PositionMap(int[] positions, TextSpan[] spans)
    {
        _positions = positions;
        _spans = spans;
    }

    public static PositionMap Empty { get; } = new([], []);

    /// <summary>Where the word at <paramref name="position"/> stands; at a position without a word, where the next one does.</summary>
    public TextSpan this[int position]
    {
        get
        {
            var index = Array.BinarySearch(_positions, position);
            index = index < 0 ? Math.Min(~index, _positions.Length - 1) : index;
            return _spans[index];
        }
    }

    /// <summary>From the first character of one word to the last of another.</summary>
    /// <param name="start">Position of the first word.</param>
    /// <param name="end">Position after the last word.</param>
    public TextSpan Span(int start, int end) => new(this[start].Start, this[end - 1].End);

    /// <summary>The positions of the words that lie in a stretch of the text as a whole: the first, and the one after the last.</summary>
    public (int Start, int End) PositionsIn(TextSpan stretch)
    {
        var first = Array.FindIndex(_spans, span => span.Start >= stretch.Start);
        var last = Array.FindLastIndex(_spans, span => span.End <= stretch.End);
        return first < 0 || last < first ? (0, 0) : (_positions[first], _positions[last] + 1);
    }

    /// <summary>Writes the places of the tokens, in order of position.</summary>
    public static BytesRef Write(IReadOnlyList<TextToken> tokens)
    {
        using var bytes = new MemoryStream();
        var (lastPosition, lastStart) = (0, 0);
        foreach (var (position, span) in Places(tokens))
        {
            WriteNumber(bytes, position - lastPosition);
            WriteNumber(bytes, span.Start - lastStart);
            WriteNumber(bytes, span.Length);
            (lastPosition, lastStart) = (position, span.Start);
        }

        return new BytesRef(bytes.ToArray());
    }

    public static PositionMap Read(BytesRef bytes)
    {
        var positions = new List<int>();
        var spans = new List<TextSpan>();
        var at = bytes.Offset;
        var end = bytes.Offset + bytes.Length;
        var (position, start) = (0, 0);
        while (at < end)
        {
            position += ReadNumber(bytes.Bytes, ref at);
            start += ReadNumber(bytes.Bytes, ref at);
            positions.Add(position);
            spans.Add(new TextSpan(start, start + ReadNumber(bytes.Bytes, ref at)));
        }

        return new PositionMap([.. positions], [.. spans]);
    }

    /// <summary>Tokens that share a position (a word broken at a line's end) have one place: all of them together.</summary>
    private static IEnumerable<(int Position, TextSpan Span)> Places(IReadOnlyList<TextToken> tokens)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var (position, span) = (tokens[i].Position, tokens[i].Span);
            for (i++; i < tokens.Count && tokens[i].Position == position; i++)
            {
                span = new TextSpan(Math.Min(span.Start, tokens[i].Span.Start), Math.Max(span.End, tokens[i].Span.End));
            }

            yield return (position, span);
        }
    }

    private static void WriteNumber(MemoryStream bytes, int number)
    {
        var rest = (uint)number;
        while (rest >= 0x80)
        {
            bytes.WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.WriteByte((byte)rest);
    }

    private static int ReadNumber(byte[] bytes, ref int at)
    {
        var number = 0;
        var shift = 0;
        byte next;
        do
        {
            next = bytes[at++];
            number |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return number;
    }
}
