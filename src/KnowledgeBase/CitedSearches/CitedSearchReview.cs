using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.CitedSearches;

/// <summary>A cited search and what has become of it.</summary>
public sealed record CitedSearchReview
{
    /// <summary>What was cited.</summary>
    public required CitedSearch Then { get; init; }

    /// <summary>How its query is read now, as of the day it was cited.</summary>
    public required QueryParseResult Reading { get; init; }

    /// <summary>The same in words.</summary>
    public required string SearchedAsNow { get; init; }

    /// <summary>What it finds now.</summary>
    public required DocumentList Now { get; init; }

    /// <summary>Documents that it finds now and did not then.</summary>
    public required ImmutableArray<ListedDocument> Added { get; init; }

    /// <summary>Documents that it found then and finds now with another content.</summary>
    public required ImmutableArray<ListedDocument> Changed { get; init; }

    /// <summary>Documents that it found then and the archive does not hold any more.</summary>
    public required ImmutableArray<CitedHit> Removed { get; init; }

    /// <summary>Documents that it found then, that the archive still holds, and that it does not find now.</summary>
    public required ImmutableArray<CitedHit> NoLongerFound { get; init; }

    /// <summary>As <see cref="CitedSearch.Fingerprint"/>, of what it finds now.</summary>
    public required string FingerprintNow { get; init; }

    /// <summary>Whether it finds the same documents with the same content in the same order.</summary>
    public bool IsUnchanged => FingerprintNow == Then.Fingerprint;

    /// <summary>Whether it finds the same documents with the same content, in another order.</summary>
    public bool IsReordered =>
        !IsUnchanged && Added.IsEmpty && Changed.IsEmpty && Removed.IsEmpty && NoLongerFound.IsEmpty;

    /// <summary>Whether the query is read otherwise than it was: the program, or the names of the archive, changed.</summary>
    public bool IsReadDifferently => SearchedAsNow != Then.SearchedAs;
}
