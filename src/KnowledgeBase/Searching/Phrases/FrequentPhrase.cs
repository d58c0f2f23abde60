namespace KnowledgeBase.Searching.Phrases;

/// <summary>Words that stand side by side in several documents.</summary>
/// <param name="Text">As it is most often spelled, a space, a hyphen or an apostrophe between two words.</param>
/// <param name="Documents">How many documents a search for the phrase in quotation marks finds.</param>
public readonly record struct FrequentPhrase(string Text, int Documents);

/// <summary>What counts as a phrase, and how much is read to find some.</summary>
public sealed record PhraseLimits
{
    /// <summary>Words of the longest phrase.</summary>
    public const int MostWords = 4;

    /// <summary>Fewer documents make no phrase of a row of words: 2 or more. Default 3.</summary>
    public int FewestDocuments { get; init; } = 3;

    /// <summary>Most phrases: those of most documents are kept. Default 20,000.</summary>
    public int MostPhrases { get; init; } = 20_000;

    /// <summary>Words that are read for candidates: bounds time (about two seconds a million) and memory (about 100 bytes each). Default 4 million.</summary>
    public int MostWordsRead { get; init; } = 4_000_000;
}
