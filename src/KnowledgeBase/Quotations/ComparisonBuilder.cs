using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>From an alignment to what the reader is shown.</summary>
internal sealed class ComparisonBuilder(QuotedText quote, string text, ComparedWord[] stored, AlignedQuote place)
{
    /// <summary>Words an ellipsis may leave out and still be shown in full.</summary>
    private const int MostLeftOutShown = 40;

    /// <summary>Letters of the shortest word that is taken to carry sense.</summary>
    private const int ShortestCarrying = 4;

    private const int FewestCarrying = 3;

    private readonly List<Step> _steps = [];

    /// <summary>One step with the words it covers on both sides: numbers of the first and after the last.</summary>
    private readonly record struct Step(WordRelation Relation, int Quoted, int QuotedEnd, int Stored, int StoredEnd);

    public QuoteComparison Build()
    {
        ReadSteps();
        FindMoves();
        var parts = Parts();
        return new QuoteComparison(
            new TextSpan(parts[0].Start, parts[^1].End),
            parts,
            Pairs(),
            SoftDifferences(),
            Operations(),
            _steps.Sum(WordsDiffering))
        {
            KeepsSense = KeepsSense(),
        };
    }

    /// <summary>
    /// Short words and negations join the words of a sentence; the others, and numbers, carry its sense. No word list is needed for
    /// that, in any language: a longer common word only makes the condition stricter.
    /// </summary>
    private bool KeepsSense()
    {
        var carrying = Enumerable.Range(0, quote.Words.Length).Where(i => CarriesSense(quote.Words[i])).ToList();
        var kept = _steps.Where(static step => step.Relation is WordRelation.Same).Select(static step => step.Quoted).ToHashSet();
        return carrying.Count >= FewestCarrying && carrying.TrueForAll(kept.Contains);
    }

    private static bool CarriesSense(ComparedWord word) =>
        RiskyWords.IsNumber(word) || (word.Exact.Length >= ShortestCarrying && !RiskyWords.IsNegation(word));

    private void ReadSteps()
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
            _steps.Add(new Step(relation, i, i + di, j, j + dj));
            (i, j) = (i + di, j + dj);
        }
    }

    /// <summary>Two words replaced by each other, or one dropped here and added there, have changed places.</summary>
    private void FindMoves()
    {
        for (var a = 0; a < _steps.Count; a++)
        {
            if (_steps[a].Relation is not (WordRelation.Replaced or WordRelation.Added or WordRelation.Dropped))
            {
                continue;
            }

            var b = _steps.FindIndex(a + 1, other => AreSwapped(_steps[a], other));
            if (b >= 0)
            {
                _steps[a] = _steps[a] with { Relation = WordRelation.Swapped };
                _steps[b] = _steps[b] with { Relation = WordRelation.Swapped };
            }
        }
    }

    private bool AreSwapped(Step a, Step b) => (a.Relation, b.Relation) switch
    {
        (WordRelation.Replaced, WordRelation.Replaced) => Same(a.Quoted, b.Stored) && Same(b.Quoted, a.Stored),
        (WordRelation.Added, WordRelation.Dropped) => Same(a.Quoted, b.Stored),
        (WordRelation.Dropped, WordRelation.Added) => Same(b.Quoted, a.Stored),
        _ => false,
    };

    private bool Same(int i, int j) => string.Equals(quote.Words[i].Exact, stored[j].Exact, StringComparison.Ordinal);

    /// <summary>A pair of steps that changed places is one operation, and so is one swap of neighbours.</summary>
    private int Operations()
    {
        var swaps = _steps.Where(static step => step.Relation is WordRelation.Swapped).ToList();
        var single = swaps.Count(static step => step.QuotedEnd - step.Quoted == 2);
        var others = _steps.Count(static step =>
            step.Relation is WordRelation.Replaced or WordRelation.Added or WordRelation.Dropped);
        return others + single + ((swaps.Count - single) / 2);
    }

    private static int WordsDiffering(Step step) => step.Relation switch
    {
        WordRelation.Replaced or WordRelation.Added or WordRelation.Dropped => 1,

        // Of a word that moved, the place where the document has it is not counted again.
        WordRelation.Swapped => step.QuotedEnd - step.Quoted,
        _ => 0,
    };

    private ImmutableArray<TextSpan> Parts()
    {
        var parts = ImmutableArray.CreateBuilder<TextSpan>();
        var (first, last) = (-1, -1);
        foreach (var step in _steps)
        {
            if (step.Relation is WordRelation.LeftOut)
            {
                if (first >= 0)
                {
                    parts.Add(new TextSpan(stored[first].Span.Start, stored[last].Span.End));
                }

                first = -1;
            }
            else if (step.StoredEnd > step.Stored)
            {
                first = first < 0 ? step.Stored : first;
                last = step.StoredEnd - 1;
            }
        }

        if (first >= 0)
        {
            parts.Add(new TextSpan(stored[first].Span.Start, stored[last].Span.End));
        }

        return parts.ToImmutable();
    }

    private ImmutableArray<ComparedPair> Pairs()
    {
        var pairs = ImmutableArray.CreateBuilder<ComparedPair>();
        for (var s = 0; s < _steps.Count;)
        {
            var first = s;
            for (s++; s < _steps.Count && _steps[s].Relation == _steps[first].Relation && MayJoin(_steps[first].Relation); s++)
            {
            }

            pairs.Add(Pair(_steps[first], _steps[s - 1]));
        }

        return pairs.ToImmutable();
    }

    private static bool MayJoin(WordRelation relation) => relation is WordRelation.Same or WordRelation.LeftOut;

    private ComparedPair Pair(Step first, Step last)
    {
        var quoted = quote.Words[first.Quoted..last.QuotedEnd];
        var there = stored[first.Stored..last.StoredEnd];
        var isSame = first.Relation is WordRelation.Same;
        return new ComparedPair(
            first.Relation,
            Slice(quoted, quote.Text),
            first.Relation is WordRelation.LeftOut && there.Length > MostLeftOutShown
                ? string.Create(CultureInfo.InvariantCulture, $"[{there.Length} words]")
                : Slice(there, text),
            !isSame && (quoted.Concat(there).Any(RiskyWords.IsNegation) || IsNegated(first.Relation, quoted, there)),
            !isSame && quoted.Concat(there).Any(RiskyWords.IsNumber));
    }

    private static bool IsNegated(WordRelation relation, ComparedWord[] quoted, ComparedWord[] there) =>
        relation is WordRelation.Replaced && RiskyWords.Negate(quoted[0], there[0]);

    private static string Slice(ComparedWord[] words, string source) =>
        words.Length == 0 ? "" : source[words[0].Span.Start..words[^1].Span.End];

    private QuoteDifferences SoftDifferences()
    {
        var differences = Edges();
        for (var s = 0; s < _steps.Count; s++)
        {
            var (step, isFirst) = (_steps[s], s == 0);
            if (step.Relation is WordRelation.Same)
            {
                differences |= Spelled(quote.Words[step.Quoted], stored[step.Stored]);
            }

            if (!isFirst && IsPair(step) && IsPair(_steps[s - 1]))
            {
                differences |= Gap(step);
            }
        }

        return differences;
    }

    private static bool IsPair(Step step) => step.QuotedEnd > step.Quoted && step.StoredEnd > step.Stored;

    /// <summary>What differs between two neighbouring words; an ellipsis of the document itself may stand there too.</summary>
    private QuoteDifferences Gap(Step step)
    {
        var before = WordGap.Of(quote.Text.AsSpan(quote.Words[step.Quoted - 1].Span.End..quote.Words[step.Quoted].Span.Start));
        var here = stored[step.Stored].Before;
        var differences = string.Equals(before.Punctuation, here.Punctuation, StringComparison.Ordinal)
            ? QuoteDifferences.None
            : QuoteDifferences.Punctuation;
        return before.HasSpace == here.HasSpace && before.HasLineBreak == here.HasLineBreak
            ? differences
            : differences | QuoteDifferences.LineBreaks;
    }

    private QuoteDifferences Spelled(ComparedWord quoted, ComparedWord there)
    {
        var differences = QuoteComparison.Spelling(quoted.Raw, there.Raw);
        if (quoted.IsBroken != there.IsBroken)
        {
            differences |= QuoteDifferences.LineBreaks;
        }
        else if (Dots(quoted.Span.In(quote.Text)) != Dots(there.Span.In(text)))
        {
            // C.I.P.C. and CIPC are one word.
            differences |= QuoteDifferences.Punctuation;
        }

        return differences;
    }

    private static int Dots(string word) => word.Count(static c => c == '.');

    /// <summary>Punctuation that was pasted before the first and after the last word must stand in the text too.</summary>
    private QuoteDifferences Edges()
    {
        var (first, last) = (_steps[0], _steps[^1]);
        if (!IsPair(first) || !IsPair(last))
        {
            return QuoteDifferences.None;
        }

        var before = QuoteComparison.EdgeOf(quote.Text.AsSpan(0, quote.Words[0].Span.Start));
        var after = QuoteComparison.EdgeOf(quote.Text.AsSpan(quote.Words[^1].Span.End));
        var (start, end) = (stored[first.Stored].Span.Start, stored[last.StoredEnd - 1].Span.End);
        return QuoteComparison.EdgeOf(text.AsSpan(Math.Max(0, start - 20), Math.Min(20, start))).EndsWith(before, StringComparison.Ordinal)
            && QuoteComparison.EdgeOf(text.AsSpan(end, Math.Min(20, text.Length - end))).StartsWith(after, StringComparison.Ordinal)
                ? QuoteDifferences.None
                : QuoteDifferences.Punctuation;
    }
}
