using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>
/// The longest stretch of a quotation that stands in the archive while the whole does not, as a quotation with words of others before or
/// after it does. It does not count for the verdict.
/// </summary>
public sealed record QuoteStretch
{
    /// <summary>Most places that are told; how many there are is <see cref="FindCount"/>.</summary>
    public const int MostFinds = 3;

    /// <summary>The words, as pasted.</summary>
    public required string Quoted { get; init; }

    /// <summary>Where they stand in the quotation (<see cref="QuoteAnswer.Quoted"/>).</summary>
    public required TextSpan Span { get; init; }

    /// <summary>How many words they are: at least <see cref="QuotedText.FewestWords"/>.</summary>
    public required int WordCount { get; init; }

    /// <summary>The best places: all verbatim, or verbatim but for something. Empty when only translations have the words.</summary>
    public required ImmutableArray<QuoteFind> Finds { get; init; }

    /// <summary>In how many documents the words stand.</summary>
    public required int FindCount { get; init; }

    /// <summary>Recorded translations that have the words: the archive's words, not the speaker's.</summary>
    public ImmutableArray<TranslationFind> Translations { get; init; } = [];
}

/// <summary>Finds the longest stretch of a quotation that stands in a text.</summary>
internal static class QuoteStretches
{
    /// <summary>
    /// The words of a quotation, first and after the last, that stand side by side in a text in the same order: the most of them, and
    /// enough for a verdict; null when there are not so many. No stretch runs over an ellipsis.
    /// </summary>
    /// <remarks>Time: words of the text times how often each stands in the quotation.</remarks>
    public static (int First, int End)? Longest(QuotedText quote, string text)
    {
        var places = new Dictionary<(string, ContractedForm), List<int>>();
        for (var i = quote.Words.Length - 1; i >= 0; i--)
        {
            // From the last to the first, so that a stretch is made longer before the one it grows from is overwritten.
            var key = (quote.Words[i].Exact, quote.Words[i].Form);
            (places.TryGetValue(key, out var known) ? known : places[key] = []).Add(i);
        }

        var boundaries = quote.PartStarts.ToHashSet();
        var (lengths, endedAt) = (new int[quote.Words.Length], new int[quote.Words.Length]);
        Array.Fill(endedAt, -2);
        (int First, int End)? best = null;
        var number = 0;
        foreach (var word in ComparedWords.Of(text))
        {
            foreach (var i in places.GetValueOrDefault((word.Exact, word.Form)) ?? [])
            {
                lengths[i] = i > 0 && endedAt[i - 1] == number - 1 && !boundaries.Contains(i) ? lengths[i - 1] + 1 : 1;
                endedAt[i] = number;
                if (lengths[i] > (best?.End - best?.First ?? 0) && Enough(quote, i + 1 - lengths[i], i + 1) is { } stretch
                    && stretch.End - stretch.First > (best?.End - best?.First ?? 0))
                {
                    best = stretch;
                }
            }

            number++;
        }

        return best;
    }

    /// <summary>The stretch without the halves of contractions at its ends; null when it is too short to say anything.</summary>
    private static (int First, int End)? Enough(QuotedText quote, int first, int end)
    {
        var words = quote.Words;
        first += words[first].Form.IsNot() ? 1 : 0;
        end -= words[end - 1].Form is ContractedForm.ShortVerb or ContractedForm.JoinedVerb ? 1 : 0;
        if (end - first < QuotedText.FewestWords)
        {
            return null;
        }

        var stretch = words.AsSpan(first..end);
        var (count, characters) = (0, 0);
        foreach (var word in stretch)
        {
            count += word.Form is ContractedForm.JoinedNot ? 0 : 1;
            characters += word.Raw.Length;
        }

        return count >= QuotedText.FewestWords && characters >= QuotedText.FewestCharacters ? (first, end) : null;
    }
}
