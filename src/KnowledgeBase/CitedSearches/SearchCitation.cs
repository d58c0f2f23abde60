using System.Globalization;
using KnowledgeBase.Searching;

namespace KnowledgeBase.CitedSearches;

/// <summary>The ready-made citation of a search, for a footnote.</summary>
public static class SearchCitation
{
    /// <summary>Archive, question, answer, day and address in one sentence.</summary>
    /// <param name="cited">The search.</param>
    /// <param name="archive">Name of the archive.</param>
    /// <param name="address">Its permanent address.</param>
    public static string Of(CitedSearch cited, string archive, Uri address)
    {
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(address);
        var query = cited.Query.Length == 0 ? "all documents" : $"“{cited.Query}”";
        var filters = cited.Filters.IsEmpty ? "" : $", filters {FilterWords.Of(cited.Filters)}";
        var count = cited.Documents.Length == 1 ? "1 document" : cited.Documents.Length.ToString("N0", CultureInfo.InvariantCulture) + " documents";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{archive}, search for {query}{filters} (searched as {cited.SearchedAs}): {count}, {cited.Day:d MMMM yyyy}, index {cited.IndexVersion}, fingerprint {cited.Fingerprint}, {address}.");
    }
}
