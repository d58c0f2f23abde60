using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Searching;

/// <summary>A part of the ranking as a reader is told of it.</summary>
/// <param name="Name">Name of the part, as under "Details" of a result.</param>
/// <param name="Sentence">What it does, with its weight.</param>
public sealed record RankingSentence(string Name, string Sentence);

/// <summary>What a ranking profile does, in plain words made from its numbers: a change of a weight changes the page.</summary>
public static class RankingInWords
{
    /// <summary>The parts of the score, in the order in which they are counted.</summary>
    public static ImmutableArray<RankingSentence> Parts(RankingProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var sentences = ImmutableArray.CreateBuilder<RankingSentence>();
        sentences.AddRange(profile.Parts.Select((part, i) => new RankingSentence(part.Name, i == 0 ? First(part) : Further(part))));
        if (profile.Grams is { } grams)
        {
            sentences.Add(new RankingSentence("spelling", string.Create(
                CultureInfo.InvariantCulture,
                $"Runs of four letters that a document shares with the words typed: other endings, compounds and slips of the pen. The best document by this part gets {grams.Weight}, where the best by words gets 1.")));
        }

        if (profile.LatentWeight > 0)
        {
            sentences.Add(new RankingSentence("meaning", string.Create(
                CultureInfo.InvariantCulture,
                $"How near a document is in meaning, learnt from which words stand together in this archive, once it is large enough to learn from. The nearest gets {profile.LatentWeight}. It orders what was found and never brings in a document.")));
        }

        if (profile.PreferenceWeight > 0)
        {
            sentences.Add(new RankingSentence("preference", string.Create(
                CultureInfo.InvariantCulture,
                $"Only when you choose to prefer a type, a language or a time: each adds {profile.PreferenceWeight} of the best score; of a time the more, the nearer.")));
        }

        return sentences.ToImmutable();
    }

    /// <summary>What broadening adds; empty for a profile that does not broaden.</summary>
    public static string Broadening(RankingProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Feedback is not { } feedback
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Broaden takes at most {feedback.Words} words that the best {feedback.Documents} documents share and searches for them too. What you typed keeps {feedback.TypedShare:P0} of the weight. The page says which words were added, and one link takes them away.")
                .Replace(" %", "%", StringComparison.Ordinal);
    }

    private static string First(RankingPart part) =>
        $"How often the words typed stand in {List(part.Fields)}, in any of their forms. A rare word counts more than a frequent one, and a word says more about a short text than about a long one. Very common words do not count, unless there is nothing else.";

    private static string Further(RankingPart part) => string.Create(
        CultureInfo.InvariantCulture, $"The same again for {List(part.Fields)} alone, times {part.Weight}.");

    private static string List(ImmutableArray<string> fields) =>
        fields.Length == 1 ? fields[0] : $"{string.Join(", ", fields[..^1])} and {fields[^1]}";
}
