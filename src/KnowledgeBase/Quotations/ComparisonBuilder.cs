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

    private readonly List<ComparedStep> _steps = new ComparedSteps(quote.Words, stored, place).Read();

    public QuoteComparison Build()
    {
        var parts = Parts();
        return new QuoteComparison(
            new TextSpan(parts[0].Start, parts[^1].End),
            parts,
            Pairs(),
            SoftDifferences(),
            Operations(),
            _steps.Sum(static step => step.WordsDiffering))
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
        var kept = _steps.Where(static step => step.Relation is WordRelation.Same).Select(static step => step.Quoted)
            .Concat(_steps.Where(static step => step.Contracted > 0).SelectMany(KeptIn))
            .ToHashSet();
        return carrying.Count >= FewestCarrying && carrying.TrueForAll(kept.Contains);
    }

    /// <summary>The words of a contraction, or written out, that the other side has too.</summary>
    private IEnumerable<int> KeptIn(ComparedStep step) => Enumerable.Range(step.Quoted, step.QuotedEnd - step.Quoted)
        .Where(i => stored[step.Stored..step.StoredEnd].Any(there => there.Exact == quote.Words[i].Exact));

    private static bool CarriesSense(ComparedWord word) =>
        RiskyWords.IsNumber(word) || (word.Exact.Length >= ShortestCarrying && !RiskyWords.IsNegation(word));

    /// <summary>A pair of steps that changed places is one operation, and so is one swap of neighbours.</summary>
    private int Operations()
    {
        var swaps = _steps.Where(static step => step.Relation is WordRelation.Swapped).ToList();
        var single = swaps.Count(static step => step.QuotedEnd - step.Quoted == 2);
        var others = _steps.Where(static step => step.Relation is WordRelation.Replaced or WordRelation.Added or WordRelation.Dropped)
            .Sum(static step => step.WordsDiffering);
        return others + single + ((swaps.Count - single) / 2);
    }

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

    /// <summary>What stands in the document after the words of a step and before the next ones that are shown; nothing after the last.</summary>
    private string After(ComparedStep step)
    {
        var end = step.StoredEnd;
        return end == step.Stored || end >= _steps[^1].StoredEnd ? "" : text[stored[end - 1].Span.End..stored[end].Span.Start];
    }

    private static bool MayJoin(WordRelation relation) => relation is WordRelation.Same or WordRelation.LeftOut;

    private ComparedPair Pair(ComparedStep first, ComparedStep last)
    {
        var quoted = quote.Words[first.Quoted..last.QuotedEnd];
        var there = stored[first.Stored..last.StoredEnd];
        var risks = first switch
        {
            { Relation: WordRelation.Same } => default,
            { Contracted: > 0 } => (Differ(quoted, there, RiskyWords.IsNegation), Differ(quoted, there, RiskyWords.IsNumber)),
            _ => (
                quoted.Concat(there).Any(RiskyWords.IsNegation) || IsNegated(first.Relation, quoted, there),
                quoted.Concat(there).Any(RiskyWords.IsNumber)),
        };
        return new ComparedPair(
            first.Relation,
            Slice(quoted, quote.Text),
            first.Relation is WordRelation.LeftOut && there.Length > MostLeftOutShown
                ? string.Create(CultureInfo.InvariantCulture, $"[{there.Length} words]")
                : Slice(there, text),
            risks.Item1,
            risks.Item2)
        {
            After = After(last),
        };
    }

    /// <summary>Whether one side has other such words than the other: <c>isn’t</c> negates as <c>is not</c> does, and <c>is</c> does not.</summary>
    private static bool Differ(ComparedWord[] quoted, ComparedWord[] there, Func<ComparedWord, bool> isRisky) =>
        !quoted.Where(isRisky).Select(static word => word.Exact).Order(StringComparer.Ordinal)
            .SequenceEqual(there.Where(isRisky).Select(static word => word.Exact).Order(StringComparer.Ordinal));

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

            if (!isFirst && step.IsPair && _steps[s - 1].IsPair)
            {
                differences |= Gap(step);
            }
        }

        return differences;
    }

    /// <summary>What differs between two neighbouring words; an ellipsis of the document itself may stand there too.</summary>
    private QuoteDifferences Gap(ComparedStep step)
    {
        var before = WordGap.Of(quote.Text.AsSpan(quote.Words[step.Quoted - 1].Span.End..quote.Words[step.Quoted].Span.Start));
        var here = stored[step.Stored].Before;
        if (before.HasEllipsis != here.HasEllipsis)
        {
            // Which words were left out there nobody can see any more: that is more than punctuation.
            var ellipses = here.HasEllipsis ? QuoteDifferences.DroppedEllipses : QuoteDifferences.AddedEllipses;
            return before.WithoutEllipses == here.WithoutEllipses ? ellipses : ellipses | QuoteDifferences.Punctuation;
        }

        var differences = !string.Equals(before.Punctuation, here.Punctuation, StringComparison.Ordinal) ? QuoteDifferences.Punctuation

            // With other punctuation comes other space: L’univers and L univers differ in the apostrophe only.
            : before.HasSpace != here.HasSpace && !before.HasLineBreak && !here.HasLineBreak ? QuoteDifferences.Spacing
            : QuoteDifferences.None;
        return before.HasLineBreak == here.HasLineBreak ? differences : differences | QuoteDifferences.LineBreaks;
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
        if (!first.IsPair || !last.IsPair)
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
