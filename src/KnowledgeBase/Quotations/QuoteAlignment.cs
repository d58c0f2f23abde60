namespace KnowledgeBase.Quotations;

/// <summary>One step of an alignment of a quotation with a text.</summary>
internal enum AlignmentMove : byte
{
    None,

    /// <summary>A word of each.</summary>
    Pair,

    /// <summary>A word of the quotation only.</summary>
    Added,

    /// <summary>A word of the text only.</summary>
    Dropped,

    /// <summary>Two neighbouring words of each, in the other order.</summary>
    Swap,

    /// <summary>A word of the text that an ellipsis stands for.</summary>
    Skip,
}

/// <summary>An alignment: moves in the order of the text, and where in the text they begin.</summary>
/// <param name="Start">Number of the first word of the text.</param>
/// <param name="End">Number of the word after the last.</param>
/// <param name="Moves">From the first word of the quotation to the last.</param>
internal sealed record AlignedQuote(int Start, int End, AlignmentMove[] Moves);

/// <summary>
/// Finds the place of a text that a quotation fits best: fewest words replaced, added, dropped or swapped with a neighbour;
/// among these fewest differences in spelling and punctuation.
/// </summary>
/// <remarks>
/// Sellers, "The theory and computation of evolutionary distances" (1980): edit distance with a free beginning and end in the text;
/// with swaps of neighbours (optimal string alignment), and words of the text free where the quotation has an ellipsis.
/// Time: words of the quotation times words of the text.
/// </remarks>
internal sealed class QuoteAlignment
{
    /// <summary>A word that differs outweighs every difference that is not one: at most 200 words with four each.</summary>
    private const int Word = 1_024;

    /// <summary>
    /// A word of the quotation that the text does not have. Slightly dearer than a word of the text that the quotation lacks, so that
    /// <c>needed ornament</c> is compared with <c>needed no ornament</c> to the end instead of with <c>needed</c>.
    /// </summary>
    private const int Unmatched = Word + 2;

    /// <summary>
    /// Each half of a contraction that is written out in the other text: together less than another word, and more than all differences
    /// that are not in words.
    /// </summary>
    private const int OtherForm = Word / 4;

    private const int MostPlaces = 16;

    private readonly ComparedWord[] _quoted;
    private readonly ComparedWord[] _stored;
    private readonly int[] _quotedIds;
    private readonly int[] _storedIds;
    private readonly bool[] _isBoundary;

    private QuoteAlignment(QuotedText quote, ComparedWord[] stored)
    {
        _quoted = quote.Words;
        _stored = stored;
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        _quotedIds = [.. _quoted.Select(word => ids.TryAdd(word.Exact, ids.Count) ? ids.Count - 1 : ids[word.Exact])];
        _storedIds = [.. stored.Select(word => ids.GetValueOrDefault(word.Exact, -1))];
        _isBoundary = new bool[_quoted.Length + 1];
        foreach (var start in quote.PartStarts)
        {
            _isBoundary[start] = true;
        }
    }

    /// <summary>The best places, all equally good; empty when more than <paramref name="mostOperations"/> changes are needed.</summary>
    public static IReadOnlyList<AlignedQuote> Best(QuotedText quote, ComparedWord[] stored, int mostOperations)
    {
        if (quote.Words.Length == 0 || stored.Length == 0)
        {
            return [];
        }

        var alignment = new QuoteAlignment(quote, stored);
        if (quote.PartCount == 1 && !alignment.HasEnough(mostOperations))
        {
            return [];
        }

        return [.. alignment.Places(mostOperations).Select(place => alignment.Trace(place.Start, place.End))];
    }

    /// <summary>
    /// Whether some stretch of the text, as long as the quotation can be there, has enough of its words in any order. A text that has
    /// not cannot hold it; passing over it takes one walk instead of one for each word of the quotation.
    /// </summary>
    private bool HasEnough(int mostOperations)
    {
        var wanted = new int[_quoted.Length];
        foreach (var id in _quotedIds)
        {
            wanted[id]++;
        }

        var width = _quoted.Length + mostOperations;
        var (has, most) = (0, 0);
        for (var j = 0; j < _storedIds.Length && most < _quoted.Length - mostOperations; j++)
        {
            if (_storedIds[j] >= 0 && wanted[_storedIds[j]]-- > 0)
            {
                has++;
            }

            if (j >= width && _storedIds[j - width] >= 0 && ++wanted[_storedIds[j - width]] > 0)
            {
                has--;
            }

            most = Math.Max(most, has);
        }

        return most >= _quoted.Length - mostOperations;
    }

    /// <summary>Forward pass, one column of costs for each word of the text, with the place where each cell's path began.</summary>
    private List<(int Start, int End)> Places(int mostOperations)
    {
        var rows = _quoted.Length + 1;
        var (costs, starts) = (NewColumns(rows), NewColumns(rows));
        var best = ((mostOperations + 1) * Word) - 1;
        var places = new List<(int Start, int End)>();
        FirstColumn(costs[0]);
        for (var j = 1; j <= _stored.Length; j++)
        {
            var (now, before, last) = (j % 3, (j + 2) % 3, (j + 1) % 3);
            (costs[now][0], starts[now][0]) = (0, j);
            for (var i = 1; i < rows; i++)
            {
                var (cost, move) = Step(i, j, costs[now], costs[before], costs[last]);
                costs[now][i] = cost;
                starts[now][i] = move switch
                {
                    AlignmentMove.Pair => starts[before][i - 1],
                    AlignmentMove.Swap => starts[last][i - 2],
                    AlignmentMove.Added => starts[now][i - 1],
                    _ => starts[before][i],
                };
            }

            var total = costs[now][^1];
            if (total < best)
            {
                best = total;
                places.Clear();
            }

            if (total == best && places.Count < MostPlaces && starts[now][^1] < j)
            {
                places.Add((starts[now][^1], j));
            }
        }

        return places;
    }

    /// <summary>Second pass over one place, this time remembering every move.</summary>
    private AlignedQuote Trace(int start, int end)
    {
        var rows = _quoted.Length + 1;
        var moves = new AlignmentMove[end - start + 1, rows];
        var costs = NewColumns(rows);
        FirstColumn(costs[0]);
        for (var i = 1; i < rows; i++)
        {
            moves[0, i] = AlignmentMove.Added;
        }

        for (var j = 1; j <= end - start; j++)
        {
            var (now, before, last) = (j % 3, (j + 2) % 3, (j + 1) % 3);
            // The path begins here: words before the quotation are not free any more.
            costs[now][0] = j * Word;
            moves[j, 0] = AlignmentMove.Dropped;
            for (var i = 1; i < rows; i++)
            {
                (costs[now][i], moves[j, i]) = Step(i, j + start, costs[now], costs[before], j > 1 ? costs[last] : null);
            }
        }

        var path = new List<AlignmentMove>();
        for (var (i, j) = (rows - 1, end - start); i > 0 || j > 0;)
        {
            var move = moves[j, i];
            path.Add(move);
            i -= move switch { AlignmentMove.Pair or AlignmentMove.Added => 1, AlignmentMove.Swap => 2, _ => 0 };
            j -= move switch { AlignmentMove.Added => 0, AlignmentMove.Swap => 2, _ => 1 };
        }

        path.Reverse();
        return new AlignedQuote(start, end, [.. path]);
    }

    private (int Cost, AlignmentMove Move) Step(int i, int j, int[] now, int[] before, int[]? last)
    {
        var (cost, move) = (before[i - 1] + PairCost(i - 1, j - 1), AlignmentMove.Pair);
        if (now[i - 1] + Unmatched < cost)
        {
            (cost, move) = (now[i - 1] + Unmatched, AlignmentMove.Added);
        }

        // The end of a part: what follows in the text up to the next part is what the ellipsis stands for.
        var isEllipsis = i < _quoted.Length && _isBoundary[i];
        var drop = before[i] + (isEllipsis ? 0 : Word);
        if (drop < cost)
        {
            (cost, move) = (drop, isEllipsis ? AlignmentMove.Skip : AlignmentMove.Dropped);
        }

        if (last is not null && i > 1 && j > 1 && last[i - 2] + Word < cost && IsSwap(i, j))
        {
            (cost, move) = (last[i - 2] + Word, AlignmentMove.Swap);
        }

        return (cost, move);
    }

    private bool IsSwap(int i, int j) =>
        !_isBoundary[i - 1]
        && _quotedIds[i - 1] == _storedIds[j - 2]
        && _quotedIds[i - 2] == _storedIds[j - 1]
        && _quotedIds[i - 1] != _quotedIds[i - 2];

    private int PairCost(int quoted, int stored)
    {
        if (_quotedIds[quoted] != _storedIds[stored])
        {
            return Unmatched;
        }

        var (a, b) = (_quoted[quoted], _stored[stored]);
        var spelling = string.Equals(a.Raw, b.Raw, StringComparison.Ordinal) ? 0 : 1;
        return a.Form == b.Form ? spelling + (_isBoundary[quoted] || a.Before == b.Before ? 0 : 1) : OtherForm;
    }

    private static void FirstColumn(int[] column)
    {
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = i * Unmatched;
        }
    }

    private static int[][] NewColumns(int rows) => [new int[rows], new int[rows], new int[rows]];
}
