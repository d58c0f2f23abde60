using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching.Advice;

/// <summary>The same search with less in it: what to drop.</summary>
/// <remarks>SECURITY: bounded in the searches that are counted, and in these times the words of each.</remarks>
internal sealed class LessAdviser(ISearchIndex index, Func<string, ReadQuery> read)
{
    /// <summary>Most searches that are counted.</summary>
    private const int MostCounted = 16;

    /// <summary>Words times searches: of a long search fewer others are counted, each of which takes as long as it.</summary>
    private const int MostWork = 512;

    private const int LeastCounted = 2;

    /// <summary>Most that are offered.</summary>
    private const int MostOffers = 8;

    /// <summary>The searches that find something.</summary>
    public async Task<ImmutableArray<OtherSearch>> OffersAsync(AdvisedSearch search, CancellationToken cancellationToken)
    {
        var others = Others(search)
            .DistinctBy(static other => (other.Query, string.Join('\n', other.Filters)))
            .Where(other => other.Query != search.Typed || other.Filters.Length < search.Filters.Length)
            .Take(Math.Clamp(MostWork / Math.Max(1, search.Typed.Count(char.IsWhiteSpace)), LeastCounted, MostCounted))
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

    /// <summary>Where something was typed that looks like a reference code: letters or digits, a hyphen, and a digit somewhere.</summary>
    private static IEnumerable<TextSpan> Codes(AdvisedSearch search) =>
        (search.Read.Query is QueryNode.All all ? all.Children : [search.Read.Query])
            .OfType<QueryNode.Phrase>()
            .Select(static phrase => phrase.Source)
            .Where(source => source.End <= search.Typed.Length && source.In(search.Typed) is var typed
                && DocumentId.IsValid(typed) && typed.Contains('-', StringComparison.Ordinal) && typed.Any(char.IsAsciiDigit));

    /// <summary>What was asked for as spelled, in any spelling: each by itself, and all of it.</summary>
    private static IEnumerable<OtherSearch> AnySpelling(AdvisedSearch search)
    {
        var spelled = SpelledWords.In(search.Typed, search.Read.Query);
        if (spelled.Length > 1)
        {
            yield return new OtherSearch("everything in any spelling", SpelledWords.Without(search.Typed, search.Read.Query)!, search.Filters, 0);
        }

        foreach (var (place, words) in spelled)
        {
            yield return new OtherSearch($"{words} in any spelling", search.Typed.Remove(place, 1), search.Filters, 0);
        }
    }

    /// <summary>What a code that names no document may have been meant as: the same in capitals, or a word.</summary>
    private static IEnumerable<OtherSearch> OtherDocuments(AdvisedSearch search)
    {
        foreach (var like in KnownReferences.Named(search.Read.Query).Where(like => like.Source.Length > 0 && like.Source.End <= search.Typed.Length))
        {
            var (head, tail) = (search.Typed[..like.Source.Start], search.Typed[like.Source.End..]);
            var capitals = like.Reference.ToUpperInvariant();
            if (capitals != like.Reference)
            {
                yield return new OtherSearch($"similar to {capitals}", $"{head}like:{capitals}{tail}", search.Filters, 0);
            }

            yield return new OtherSearch($"the word {like.Reference}", head + like.Reference + tail, search.Filters, 0);
        }
    }

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

        foreach (var code in Codes(search))
        {
            yield return new OtherSearch(
                $"reference code {code.In(search.Typed)}", $"{search.Typed[..code.Start]}ref:{search.Typed[code.Start..]}", search.Filters, 0);
        }

        foreach (var other in OtherDocuments(search))
        {
            yield return other;
        }

        foreach (var other in AnySpelling(search))
        {
            yield return other;
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
