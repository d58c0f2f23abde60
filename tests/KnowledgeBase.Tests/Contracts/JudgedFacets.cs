using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>The values of facets, counted one document at a time.</summary>
internal static class JudgedFacets
{
    /// <summary>A value with the number of documents that have it, most first, then by name.</summary>
    public static List<FacetCount> Count(IEnumerable<JudgedDocument> documents, string facet) =>
    [
        .. documents.SelectMany(document => Values(document.Document, facet))
            .GroupBy(static value => value)
            .Select(static group => new FacetCount(group.Key, group.Count()))
            .OrderByDescending(static value => value.Count)
            .ThenBy(static value => value.Value, StringComparer.Ordinal),
    ];

    /// <summary>Values of one facet are alternatives; every facet must fit; what is excluded must not be there.</summary>
    public static bool Passes(JudgedDocument document, ImmutableArray<FacetFilter> filters)
    {
        bool Has(FacetFilter filter) => Values(document.Document, filter.Facet).Contains(filter.Value);

        return filters.Where(static filter => filter.Exclude).All(filter => !Has(filter))
            && filters.Where(static filter => !filter.Exclude).GroupBy(static filter => filter.Facet).All(facet => facet.Any(Has));
    }

    public static IEnumerable<string> Values(CorpusDocument document, string facet)
    {
        var metadata = document.Metadata;
        IEnumerable<string> values = facet switch
        {
            "type" => [metadata.Type],
            "person" => metadata.People,
            "organisation" => metadata.Organisations,
            "place" => metadata.Places,
            "subject" => metadata.Subjects,
            "source" => metadata.Publishers,
            "lang" => [metadata.Language],
            "status" => [metadata.Status],
            "year" => Years(metadata.Date, static year => $"{year:0000}"),
            "decade" => Years(metadata.Date, static year => $"{year / 10 * 10:0000}s"),
            _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "Not a facet."),
        };
        return values.Distinct();
    }

    /// <summary>Every year of a period of up to twelve years; of a longer one the first and the last; of an open one the known end.</summary>
    private static IEnumerable<string> Years(ArchiveDate date, Func<int, string> print)
    {
        if (date is { First: null, Last: null })
        {
            return [FacetNames.Undated];
        }

        var first = (date.First ?? date.Last)!.Value.Year;
        var last = (date.Last ?? date.First)!.Value.Year;
        return Enumerable.Range(first, last - first + 1).Where(year => last - first < 12 || year == first || year == last).Select(print);
    }
}
