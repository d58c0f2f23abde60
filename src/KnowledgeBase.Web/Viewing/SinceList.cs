using KnowledgeBase.CitedSearches;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Documents that have changed their part in a cited search.</summary>
/// <param name="Name">For the address of the heading.</param>
/// <param name="Title">Heading.</param>
/// <param name="Meaning">What these documents have in common, one sentence.</param>
/// <param name="Documents">Code, title and the day it joined the archive where it is known; whether it can be opened.</param>
internal sealed record SinceList(
    string Name, string Title, string Meaning, IReadOnlyList<(DocumentId Id, string Title, DateOnly? Added, bool IsHeld)> Documents)
{
    /// <summary>Documents of today.</summary>
    public SinceList(string name, string title, string meaning, IEnumerable<ListedDocument> documents)
        : this(name, title, meaning, [.. documents.Select(static document => (document.Id, document.Title, document.Added, true))])
    {
    }

    /// <summary>Documents of then.</summary>
    public SinceList(string name, string title, string meaning, IEnumerable<CitedHit> documents)
        : this(name, title, meaning, [.. documents.Select(hit => (hit.Id, hit.Title, (DateOnly?)null, name != "removed"))])
    {
    }
}
