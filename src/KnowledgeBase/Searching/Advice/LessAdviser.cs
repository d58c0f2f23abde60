using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Advice;

/// <summary>The same search with less in it: what to drop.</summary>
internal sealed class LessAdviser(ISearchIndex index, Func<string, ReadQuery> read)
{
    /// <summary>Most searches that are counted.</summary>
    private const int MostCounted = 16;

    /// <summary>Most that are offered.</summary>
    private const int MostOffers = 8;

    /// <summary>The searches that find something.</summary>
    public async Task<ImmutableArray<OtherSearch>> OffersAsync(AdvisedSearch search, CancellationToken cancellationToken)
    {
        var others = Others(search)
            .DistinctBy(static other => (other.Query, string.Join('\n', other.Filters)))
            .Where(other => other.Query != search.Typed || other.Filters.Length < search.Filters.Length)
            .Take(MostCounted)
            .ToImmutableArray();
        var counts = await index.CountAsync(
            [.. others.Select(other => new SearchRequest { Query = read(other.Query).Query, Filters = other.Filters })], cancellationToken).ConfigureAwait(false);
        return
        [
            .. others.Zip(counts, static (other, count) => other with { Documents = count.Documents })
                .Where(static other => other.Documents > 0)
                .Take(MostOffers),
        ];
    }

    /// <summary>Conditions on a speaker and the words that were said.</summary>
    private static IEnumerable<QueryNode.Said> Quotations(QueryNode query) =>
        (query is QueryNode.All all ? all.Children : [query]).OfType<QueryNode.Said>().Where(static said => said.Words is not null && said.Speaker.Length > 0);

    private static IEnumerable<OtherSearch> Others(AdvisedSearch search)
    {
        if (search.Filters.Length > 1 && search.Typed.Length > 0)
        {
            yield return new OtherSearch("without any filter", search.Typed, [], 0);
        }

        foreach (var filter in search.Filters)
        {
            yield return new OtherSearch($"without the filter {FilterWords.Of([filter])}", search.Typed, search.Filters.Remove(filter), 0)
            {
                WithoutFilter = filter,
            };
        }

        if (LooseQuery.Typed(search.Read.Query) is { } loose)
        {
            yield return new OtherSearch("the words anywhere in a document, in any form", loose, search.Filters, 0);
        }

        foreach (var part in QueryParts.Of(search.Read.Parsed))
        {
            yield return new OtherSearch($"without {part.Typed}", part.Rest, search.Filters, 0);
        }

        foreach (var said in Quotations(search.Read.Query))
        {
            var anything = search.Read.Query is QueryNode.All all
                ? all with { Children = all.Children.Replace(said, said with { Words = null }) }
                : (QueryNode)(said with { Words = null });
            yield return new OtherSearch("whatever was said", QueryWriter.Write(anything), search.Filters, 0);
        }

        if (QueryParts.AnyOf(search.Read.Parsed) is { } any)
        {
            yield return new OtherSearch("any of the words", any, search.Filters, 0);
            yield return new OtherSearch("any of the words, without any filter", any, [], 0);
        }
    }
}
