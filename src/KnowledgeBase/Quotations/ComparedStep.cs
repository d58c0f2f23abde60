namespace KnowledgeBase.Quotations;

/// <summary>One step of an alignment with the words it covers on both sides: numbers of the first and after the last.</summary>
internal readonly record struct ComparedStep(WordRelation Relation, int Quoted, int QuotedEnd, int Stored, int StoredEnd)
{
    /// <summary>Of a contraction and what stands in its place: how many changes that is; 0 for any other step.</summary>
    public int Contracted { get; init; }

    /// <summary>Whether it has words on both sides.</summary>
    public bool IsPair => QuotedEnd > Quoted && StoredEnd > Stored;

    /// <summary>How many words differ.</summary>
    public int WordsDiffering => this switch
    {
        { Contracted: > 0 } => Contracted,
        { Relation: WordRelation.Replaced or WordRelation.Added or WordRelation.Dropped } => 1,

        // Of a word that moved, the place where the document has it is not counted again.
        { Relation: WordRelation.Swapped } => QuotedEnd - Quoted,
        _ => 0,
    };
}

/// <summary>From an alignment to steps: contractions in one step with what the other side has, words that changed places found.</summary>
internal sealed class ComparedSteps(ComparedWord[] quoted, ComparedWord[] stored, AlignedQuote place)
{
    private readonly List<ComparedStep> _steps = [];

    public List<ComparedStep> Read()
    {
        ReadMoves();
        JoinContractions();
        FindMoves();
        return _steps;
    }

    private void ReadMoves()
    {
        var (i, j) = (0, place.Start);
        foreach (var move in place.Moves)
        {
            var (di, dj) = move switch
            {
                AlignmentMove.Pair => (1, 1),
                AlignmentMove.Added => (1, 0),
                AlignmentMove.Swap => (2, 2),
                _ => (0, 1),
            };
            var relation = move switch
            {
                AlignmentMove.Pair => Same(i, j) ? WordRelation.Same : WordRelation.Replaced,
                AlignmentMove.Added => WordRelation.Added,
                AlignmentMove.Swap => WordRelation.Swapped,
                AlignmentMove.Skip => WordRelation.LeftOut,
                _ => WordRelation.Dropped,
            };
            _steps.Add(new ComparedStep(relation, i, i + di, j, j + dj));
            (i, j) = (i + di, j + dj);
        }
    }

    /// <summary>A contraction is one word to the reader: what its halves are compared with becomes one step.</summary>
    private void JoinContractions()
    {
        var ranges = Enumerable.Range(0, quoted.Length).Where(i => quoted[i].Form.IsNot()).Select(i => Range(step => Covers(step.Quoted, step.QuotedEnd, i)))
            .Concat(Enumerable.Range(place.Start, place.End - place.Start + 1).Where(j => j < stored.Length && stored[j].Form.IsNot())
                .Select(j => Range(step => Covers(step.Stored, step.StoredEnd, j))))
            .Where(range => range.First >= 0 && IsDifferent(range.First, range.Last))
            .OrderByDescending(static range => range.First)
            .ToList();
        for (var k = 0; k < ranges.Count; k++)
        {
            var (first, last) = ranges[k];
            for (; k + 1 < ranges.Count && ranges[k + 1].Last >= first; k++)
            {
                (first, last) = (Math.Min(first, ranges[k + 1].First), Math.Max(last, ranges[k + 1].Last));
            }

            var joined = Join(first, last);
            _steps.RemoveRange(first, last - first + 1);
            _steps.Insert(first, joined);
        }
    }

    /// <summary>Whether a step has one of the halves of a contraction, the second of which is given.</summary>
    private static bool Covers(int start, int end, int not) => start <= not && end > not - 1 && end > start;

    private (int First, int Last) Range(Predicate<ComparedStep> covers) => (_steps.FindIndex(covers), _steps.FindLastIndex(covers));

    private bool IsDifferent(int first, int last)
    {
        var steps = _steps.GetRange(first, last - first + 1);
        return steps.Exists(step => step.Relation is not WordRelation.Same || quoted[step.Quoted].Form != stored[step.Stored].Form)
            && !steps.TrueForAll(static step => step.Relation is WordRelation.LeftOut);
    }

    private ComparedStep Join(int first, int last)
    {
        var steps = _steps.GetRange(first, last - first + 1);
        var (start, end) = (steps[0].Stored, steps[^1].StoredEnd);

        // A quotation may begin or end inside a contraction of the text: it is shown whole.
        start -= start < end && stored[start].Form.IsNot() ? 1 : 0;
        end += start < end && end < stored.Length && stored[end].Form.IsNot() ? 1 : 0;
        var (from, to) = (steps[0].Quoted, steps[^1].QuotedEnd);
        var relation = from == to ? WordRelation.Dropped : start == end ? WordRelation.Added : WordRelation.Replaced;
        var words = Math.Max(WordsIn(quoted[from..to]), WordsIn(stored[start..end]));
        return new ComparedStep(relation, from, to, start, end)
        {
            Contracted = Math.Max(1, Math.Min(words, steps.Sum(static step => step.WordsDiffering))),
        };
    }

    private static int WordsIn(ComparedWord[] words) => words.Count(static word => !word.Form.IsNot());

    /// <summary>Two words replaced by each other, or one dropped here and added there, have changed places.</summary>
    private void FindMoves()
    {
        for (var a = 0; a < _steps.Count; a++)
        {
            if (_steps[a].Contracted > 0 || _steps[a].Relation is not (WordRelation.Replaced or WordRelation.Added or WordRelation.Dropped))
            {
                continue;
            }

            var b = _steps.FindIndex(a + 1, other => other.Contracted == 0 && AreSwapped(_steps[a], other));
            if (b >= 0)
            {
                _steps[a] = _steps[a] with { Relation = WordRelation.Swapped };
                _steps[b] = _steps[b] with { Relation = WordRelation.Swapped };
            }
        }
    }

    private bool AreSwapped(ComparedStep a, ComparedStep b) => (a.Relation, b.Relation) switch
    {
        (WordRelation.Replaced, WordRelation.Replaced) => Same(a.Quoted, b.Stored) && Same(b.Quoted, a.Stored),
        (WordRelation.Added, WordRelation.Dropped) => Same(a.Quoted, b.Stored),
        (WordRelation.Dropped, WordRelation.Added) => Same(b.Quoted, a.Stored),
        _ => false,
    };

    private bool Same(int i, int j) => string.Equals(quoted[i].Exact, stored[j].Exact, StringComparison.Ordinal);
}
