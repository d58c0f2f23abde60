namespace KnowledgeBase.Analysis;

/// <summary>Edit distance with swaps of neighbours (optimal string alignment), bounded.</summary>
public static class EditDistance
{
    /// <summary>Longer words are compared on the heap.</summary>
    private const int OnStack = 64;

    /// <summary>In shorter words too many others are one first character away.</summary>
    private const int ShortestOtherStart = 5;

    /// <summary>Whether at most <paramref name="most"/> insertions, deletions, substitutions and swaps make one word of the other.</summary>
    public static bool IsWithin(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most) => Of(a, b, most) <= most;

    /// <summary>The fewest insertions, deletions, substitutions and swaps of neighbours that make one word of the other.</summary>
    /// <param name="a">One word, in UTF-16 code units.</param>
    /// <param name="b">The other.</param>
    /// <param name="most">What is of interest, 0 or more: a larger distance comes back as one more than this.</param>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var width = b.Length + 1;
        Span<int> rows = width <= OnStack ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var previous = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            if (Fill(a, b, i, before, previous, current) > most)
            {
                return most + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[b.Length], most + 1);
    }

    /// <summary>
    /// As <see cref="Of"/>, for a word that was typed: people seldom get the first character wrong, so where it differs one edit at most
    /// is allowed, and none in a word of less than <see cref="ShortestOtherStart"/> characters.
    /// </summary>
    /// <param name="typed">What was typed, without case and accents.</param>
    /// <param name="word">A word that may have been meant, in the same form.</param>
    /// <param name="most">As for <see cref="Of"/>.</param>
    public static int OfTyped(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most)
    {
        if (typed.IsEmpty || word.IsEmpty)
        {
            return most + 1;
        }

        var allowed = typed[0] == word[0] ? most : typed.Length >= ShortestOtherStart ? Math.Min(1, most) : 0;
        var distance = Of(typed, word, allowed);
        return distance <= allowed ? distance : most + 1;
    }

    /// <summary>The row for the first <paramref name="i"/> characters; returns its least number.</summary>
    private static int Fill(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int i, ReadOnlySpan<int> before, ReadOnlySpan<int> previous, Span<int> current)
    {
        current[0] = i;
        var least = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var cost = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            {
                cost = Math.Min(cost, before[j - 2] + 1);
            }

            current[j] = cost;
            least = Math.Min(least, cost);
        }

        return least;
    }
}
