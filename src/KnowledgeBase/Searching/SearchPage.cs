using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>, computed on one snapshot of the index.</summary>
public sealed record SearchPage
{
    /// <summary>The documents of this page, in order: first those that match in full, then the partial ones.</summary>
    public required ImmutableArray<SearchHit> Hits { get; init; }

    /// <summary>How many documents match the whole query.</summary>
    public required long Total { get; init; }

    /// <summary>How many more have only some of the words; 0 when they were not asked for.</summary>
    public long PartialTotal { get; init; }

    /// <summary>Whether the totals were counted in full, or are lower bounds.</summary>
    public bool TotalIsExact { get; init; } = true;

    /// <summary>How much of the index answered; below 1 when a part was down.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>Counts over the documents that match in full, in the order that was asked for.</summary>
    public ImmutableArray<FacetCounts> Facets { get; init; } = [];

    /// <summary>The words that wildcards and fuzzy words stood for.</summary>
    public ImmutableArray<WordExpansion> Expansions { get; init; } = [];

    /// <summary>
    /// For each word and phrase of the query, in how many documents it stands, whatever the filters; of a phrase or proximity that stands
    /// nowhere, also for each of its words. Filled when nothing matches in full.
    /// </summary>
    public ImmutableArray<WordCount> WordCounts { get; init; } = [];

    /// <summary>Words that were added to the query, the strongest first; filled by a profile that broadens only.</summary>
    public ImmutableArray<string> AddedWords { get; init; } = [];

    /// <summary>Changes with every commit; the same value means the same documents.</summary>
    public string IndexVersion { get; init; } = "";
}

/// <summary>One document of a <see cref="SearchPage"/>.</summary>
public sealed record SearchHit
{
    /// <summary>Its permanent name.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>1 for the best of the whole result.</summary>
    public required int Rank { get; init; }

    /// <summary>Score; comparable within one result only.</summary>
    public required double Score { get; init; }

    /// <summary>Whether it matches the whole query; otherwise <see cref="Missing"/> and <see cref="Instead"/> say what it lacks.</summary>
    public bool IsFullMatch { get; init; } = true;

    /// <summary>SHA-256 of its file; another digest is another version of it.</summary>
    public string Digest { get; init; } = "";

    /// <summary>What the front matter says.</summary>
    public required DocumentMetadata Metadata { get; init; }

    /// <summary>What matched in the title, in offsets of the title.</summary>
    public ImmutableArray<TextSpan> TitleMarks { get; init; } = [];

    /// <summary>The best passages, in the order of the text; empty when nothing in the text matched.</summary>
    public ImmutableArray<Snippet> Passages { get; init; } = [];

    /// <summary>How many places of the text matched.</summary>
    public int MatchCount { get; init; }

    /// <summary>How many passages with a match are not among <see cref="Passages"/>.</summary>
    public int MorePassages { get; init; }

    /// <summary>Why it is here: which part of the query matched in which field, how often.</summary>
    public ImmutableArray<MatchReason> Reasons { get; init; } = [];

    /// <summary>
    /// The words of the query that it lacks and has nothing like, as typed; empty for a full match. See also <see cref="Instead"/>.
    /// </summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>The words of the query that it lacks, but has others like them; empty for a full match.</summary>
    public ImmutableArray<WordInstead> Instead { get; init; } = [];

    /// <summary>The parts of the score by name, for "Details".</summary>
    public ImmutableArray<ScorePart> ScoreParts { get; init; } = [];
}

/// <summary>One part of the query and where it matched.</summary>
/// <param name="What">The part as typed, or the variant that matched.</param>
/// <param name="Field">One of <c>QueryFields.Text</c>.</param>
/// <param name="Count">How often.</param>
/// <param name="VariantOf">What was typed, when something else matched in its place; null otherwise.</param>
public sealed record MatchReason(string What, string Field, int Count, string? VariantOf = null)
{
    /// <summary>How it is like what was typed.</summary>
    public MatchKind Kind { get; init; } = VariantOf is null ? MatchKind.Typed : MatchKind.Variant;

    /// <summary>What is different in the document, such as <c>1 word differs, a negation</c>; null when nothing is.</summary>
    public string? Detail { get; init; }
}

/// <summary>How something that matched is like what was typed.</summary>
public enum MatchKind
{
    /// <summary>It is what was typed.</summary>
    Typed,

    /// <summary>It is another name of the same, or the same words put together or taken apart.</summary>
    Variant,

    /// <summary>It is spelled much like what was typed, which the archive does not have.</summary>
    SimilarSpelling,

    /// <summary>It is a part of a run that was typed in a script without spaces.</summary>
    Part,

    /// <summary>It was added because the reader asked to broaden the query.</summary>
    Added,

    /// <summary>It is a quotation, word for word or nearly: what matched is said in words, and <see cref="MatchReason.Detail"/> says what differs.</summary>
    Quotation,
}

/// <summary>One part of a score.</summary>
public sealed record ScorePart(string Name, double Value);

/// <summary>A facet with its most frequent values.</summary>
public sealed record FacetCounts(string Facet, ImmutableArray<FacetCount> Values, int DistinctValues);

/// <summary>How many of the matching documents have the value.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>The words a wildcard or fuzzy word stood for.</summary>
/// <param name="Typed">The pattern as typed.</param>
/// <param name="Words">The words, most frequent first, at most 50.</param>
/// <param name="Total">How many there were; at least so many when a limit cut some of them.</param>
/// <param name="WasCut">Whether a limit kept some of them from being searched.</param>
public sealed record WordExpansion(string Typed, ImmutableArray<string> Words, int Total, bool WasCut)
{
    /// <summary>Each of the words with the number of its documents, in the same order; empty when they were not counted.</summary>
    public ImmutableArray<WordCount> Counts { get; init; } = [];
}

/// <summary>In how many documents a word of the query stands.</summary>
/// <param name="Word">As typed; of a wildcard or fuzzy word, as the archive has it.</param>
/// <param name="Documents">How many documents, whatever the filters of the search.</param>
public sealed record WordCount(string Word, long Documents)
{
    /// <summary>The query that finds these documents; null when it is the word itself.</summary>
    public string? Query { get; init; }
}

/// <summary>A word of the query in whose place a document has others.</summary>
/// <param name="Typed">The word as typed.</param>
/// <param name="Found">What the document has instead: words of similar spelling, or the parts of a compound.</param>
public sealed record WordInstead(string Typed, ImmutableArray<string> Found);
