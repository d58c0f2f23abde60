using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.CitedSearches;

/// <summary>What a search gave on a day, so that it can be cited: the question, the state of the archive, every document found.</summary>
public sealed record CitedSearch
{
    /// <summary>Most documents of one record; a search that finds more must be narrowed to be cited.</summary>
    public const int MostDocuments = 10_000;

    /// <summary>Most characters of the query.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>The query as typed.</summary>
    public required string Query { get; init; }

    /// <summary>Facet values chosen beside it.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order of the documents.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>How the query was read then, in words.</summary>
    public required string SearchedAs { get; init; }

    /// <summary>The day, in UTC; <c>added:last-week</c> and the like count from it.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The state of the index, <see cref="SearchPage.IndexVersion"/>.</summary>
    public required string IndexVersion { get; init; }

    /// <summary>Every document that matched in full, in order.</summary>
    public required ImmutableArray<CitedHit> Documents { get; init; }

    /// <summary>Says in 16 characters which documents these are, in which order and with which content.</summary>
    public string Fingerprint => ResultFingerprint.Of(Documents.Select(static hit => (hit.Id, hit.Digest)));

    /// <summary>What the search would be today.</summary>
    public SearchRequest RequestOf(Querying.QueryNode query) => new() { Query = query, Filters = Filters, Sort = Sort };
}

/// <summary>A document of a cited search.</summary>
/// <param name="Id">Its permanent name.</param>
/// <param name="Digest">The beginning of the digest of its file, <see cref="ResultFingerprint.DigestLength"/> hexadecimal digits.</param>
/// <param name="Title">Its title then, for a reader who cannot look it up any more.</param>
public sealed record CitedHit(DocumentId Id, string Digest, string Title)
{
    /// <summary>A document as it is cited.</summary>
    public static CitedHit Of(ListedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new CitedHit(document.Id, ResultFingerprint.Shorten(document.Digest), document.Title);
    }
}
