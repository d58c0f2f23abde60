using System.Collections.Immutable;

namespace KnowledgeBase.Searching;

/// <summary>One part of a score: BM25 over the words of some fields taken together.</summary>
/// <param name="Name">As the page shows it under "Details".</param>
/// <param name="Fields">Fields of <c>QueryFields.Text</c>; their words are counted as one text.</param>
/// <param name="Weight">What the part counts in the sum; above 0.</param>
public sealed record RankingPart(string Name, ImmutableArray<string> Fields, double Weight);

/// <summary>How runs of four characters count: BM25 with runs for words. They find words that are spelled or compounded otherwise.</summary>
/// <param name="Weight">What the best score by runs counts against the best by words, which counts 1.</param>
/// <param name="K1">How fast repetition stops counting, above 0.</param>
/// <param name="B">How much long texts are discounted, 0 to 1.</param>
public sealed record GramWeights(double Weight, double K1, double B);

/// <summary>How words of the best documents are added to what was typed.</summary>
/// <param name="Documents">From how many of the best documents they are taken, 1 or more.</param>
/// <param name="Words">How many are added, 1 or more.</param>
/// <param name="TypedShare">What the typed words count of the whole, above 0 and below 1.</param>
public sealed record FeedbackWeights(int Documents, int Words, double TypedShare);

/// <summary>How documents are ranked: weights as data, named and versioned.</summary>
/// <param name="Name">As it stands in requests and reports.</param>
/// <param name="Version">Raised with every change of a number.</param>
/// <param name="K1">How fast repetition stops counting, above 0; 1.2 is BM25's usual value.</param>
/// <param name="B">How much long texts are discounted, 0 to 1; 0.75 is BM25's usual value.</param>
/// <param name="Parts">The parts of the score.</param>
public sealed record RankingProfile(string Name, int Version, double K1, double B, ImmutableArray<RankingPart> Parts)
{
    /// <summary>How runs of four characters count; null for not at all.</summary>
    public GramWeights? Grams { get; init; }

    /// <summary>
    /// What similar meaning counts against the best score by words, which counts 1; 0 for not at all. It is learnt from the archive
    /// itself, where that is large enough.
    /// </summary>
    public double LatentWeight { get; init; }

    /// <summary>How words of the best documents are added; null for not at all.</summary>
    public FeedbackWeights? Feedback { get; init; }

    /// <summary>
    /// What each preference that a reader has chosen adds to a document that has it, against the best score of the search, which
    /// counts 1; 0 or more. Nothing is added unasked.
    /// </summary>
    public double PreferenceWeight { get; init; } = 0.3;

    /// <summary>The words of text, title and summary as one text, and again the title, and the names in the description.</summary>
    public static RankingProfile Archive { get; } = new(
        "archive",
        2,
        1.2,
        0.75,
        [
            new("words", ["title", "text", "summary"], 1),
            new("title", ["title"], 0.3),
            new("names", ["person", "organisation", "place", "subject"], 0.1),
        ])
    {
        Grams = new GramWeights(0.4, 0.9, 0.4),
        LatentWeight = 0.2,
    };

    /// <summary>
    /// The mode "Broaden", which a reader chooses: words that the best documents share are added, and meaning counts more. Finds more for
    /// a general question and is worse for a sharp one.
    /// </summary>
    public static RankingProfile Broaden { get; } = Archive with
    {
        Name = "broaden",
        Version = 1,
        LatentWeight = 0.3,
        Feedback = new FeedbackWeights(5, 40, 0.7),
    };

    /// <summary>BM25 of title and text, nothing else: the base that others are compared with.</summary>
    public static RankingProfile Bm25 { get; } = new("bm25", 1, 1.2, 0.75, [new("words", ["title", "text"], 1)]);

    /// <summary>The setting that others publish figures for (Anserini's), to check ours against.</summary>
    public static RankingProfile Reference { get; } = new("reference", 1, 0.9, 0.4, [new("words", ["title", "text"], 1)]);

    /// <summary>Every profile, the default first.</summary>
    public static ImmutableArray<RankingProfile> All { get; } = [Archive, Broaden, Bm25, Reference];

    /// <summary>The profile of a name; the default for null.</summary>
    /// <exception cref="ArgumentException">There is no profile of that name.</exception>
    public static RankingProfile Named(string? name) =>
        name is null
            ? All[0]
            : All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal))
                ?? throw new ArgumentException($"No ranking profile '{name}'; there are: {string.Join(", ", All.Select(static p => p.Name))}.", nameof(name));
}
