namespace KnowledgeBase.Quotations.Kwic;

/// <summary>The orders of concordance lines: total, so that pages neither skip nor repeat.</summary>
public static class ConcordanceOrder
{
    /// <summary>The lines in order; <see cref="ConcordanceSort.Found"/> leaves them as they are.</summary>
    public static IEnumerable<ConcordanceLine> By(IEnumerable<ConcordanceLine> lines, ConcordanceSort sort)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return sort switch
        {
            ConcordanceSort.Found => lines,
            ConcordanceSort.Date => ThenByPlace(lines.OrderBy(Day)),
            ConcordanceSort.Document => ThenByPlace(lines.OrderBy(static line => line.Id.Value, StringComparer.Ordinal)),
            ConcordanceSort.Keyword => ThenByPlace(lines
                .OrderBy(static line => Analysis.TextFolding.Fold(line.Keyword), StringComparer.Ordinal)
                .ThenBy(static line => Key(line, ConcordanceSort.Right1), StringComparer.Ordinal)),
            _ => ThenByPlace(lines.OrderBy(line => Key(line, sort), StringComparer.Ordinal)),
        };
    }

    private static IOrderedEnumerable<ConcordanceLine> ThenByPlace(IOrderedEnumerable<ConcordanceLine> lines) => lines
        .ThenBy(Day)
        .ThenBy(static line => line.Id.Value, StringComparer.Ordinal)
        .ThenBy(static line => line.Position);

    private static int Day(ConcordanceLine line) =>
        line.Date.IsUndated ? int.MaxValue : line.Date.First?.DayNumber ?? -1;

    /// <summary>The word asked for, then the words further out, then those further in; a line without the word comes first.</summary>
    private static string Key(ConcordanceLine line, ConcordanceSort sort)
    {
        var (words, first) = sort switch
        {
            ConcordanceSort.Left1 => (line.LeftWords, 0),
            ConcordanceSort.Left2 => (line.LeftWords, 1),
            ConcordanceSort.Left3 => (line.LeftWords, 2),
            ConcordanceSort.Right2 => (line.RightWords, 1),
            ConcordanceSort.Right3 => (line.RightWords, 2),
            _ => (line.RightWords, 0),
        };

        // A unit separator sorts before every letter, so that a short word comes before a longer one that begins with it.
        var three = Enumerable.Range(0, 3).Select(i => i < words.Length ? words[i] : "").ToArray();
        return string.Join('\u001F', three.Skip(first).Concat(three.Take(first)));
    }
}
