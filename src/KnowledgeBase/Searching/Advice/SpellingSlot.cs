using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Advice;

/// <summary>Something that may be written in place of a word.</summary>
/// <param name="Text">One word, or several with a space between them.</param>
/// <param name="Cost">How unlikely the slip is: about 1 for one letter.</param>
/// <param name="Documents">In how many documents it stands; 0 when that is not known.</param>
internal sealed record SpellingChoice(string Text, double Cost, long Documents)
{
    /// <summary>Cheap slips first; of two alike the more frequent word.</summary>
    public double Rank => SpellingCosts.OfSlips * Cost - 0.5 * Math.Log(1 + Documents);

    /// <summary>Whether the archive's authority files name it as what is meant.</summary>
    public bool IsKnown { get; init; }
}

/// <summary>A stretch of the typed text that may be written otherwise.</summary>
/// <param name="Places">Where it stands: the same word is written otherwise everywhere or nowhere.</param>
/// <param name="Choices">What it may be.</param>
/// <param name="MayStay">Whether the query can find something with the stretch as it is.</param>
internal sealed record SpellingSlot(
    ImmutableArray<(TextSpan Place, WordSetting Setting)> Places, ImmutableArray<SpellingChoice> Choices, bool MayStay)
{
    /// <summary>How unlikely it is that the stretch is meant as it is; 0 where it may well be.</summary>
    public double CostOfStaying { get; init; }
}

/// <summary>How likely slips of the pen are.</summary>
internal static class SpellingCosts
{
    /// <summary>
    /// A slip of cost 1 makes a query as likely as one that finds e³, about twenty times, as many documents: people seldom slip twice in
    /// a word.
    /// </summary>
    public const double OfSlips = 3;

    /// <summary>A space too few or too many.</summary>
    public const double Space = 0.9;

    /// <summary>A misspelling that the archive's authority files know.</summary>
    public const double KnownMisspelling = 0.3;

    /// <summary>A word that is in no document and must not be there either: more likely a slip than a wish.</summary>
    public const double UnknownWordLeftOut = 3;

    private const double OtherFirstLetter = 1;
    private const double SecondEdit = 1.2;
    private const double SwappedLetters = 0.8;

    /// <summary>The cost of a word in place of another; both without case and accents.</summary>
    public static double Of(string typed, string word, int edits)
    {
        var slips = edits <= 1 ? edits : 1 + (edits - 1) * SecondEdit;
        var isSwapped = typed.Length == word.Length && typed.Order().SequenceEqual(word.Order());
        return slips * (isSwapped ? SwappedLetters : 1) + (typed[0] == word[0] || isSwapped ? 0 : OtherFirstLetter);
    }
}
