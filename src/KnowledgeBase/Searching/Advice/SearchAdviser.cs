using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Searching.Advice;

/// <summary>A search that was run, as advice needs it.</summary>
/// <param name="Read">How its text was read.</param>
/// <param name="Filters">The filters beside it.</param>
/// <param name="Total">How many documents match in full.</param>
public sealed record AdvisedSearch(ReadQuery Read, ImmutableArray<FacetFilter> Filters, long Total)
{
    /// <summary>The query as typed.</summary>
    public string Typed => Read.Parsed.Typed;

    /// <summary>The request that counts another query under the same filters.</summary>
    public SearchRequest RequestFor(QueryNode query) => new() { Query = query, Filters = Filters };
}

/// <summary>Says what a reader may try who found nothing: the one adviser of pages, interface and commands.</summary>
/// <remarks>
/// Asks the index a few times at most, and never for more than <see cref="SpellingAdviser.MostCombinations"/> queries at once, whatever
/// was typed. A search that found enough costs nothing.
/// </remarks>
/// <param name="index">The index that was searched.</param>
/// <param name="names">The names of the archive.</param>
/// <param name="read">Reads a text as the search was read.</param>
public sealed class SearchAdviser(ISearchIndex index, NameTable names, Func<string, ReadQuery> read)
{
    private const int MostSpeakers = 8;

    /// <summary>Most words that are looked up by themselves.</summary>
    private const int MostWords = 8;

    /// <summary>Searches that find more need no advice but for names that are known to be misspelled.</summary>
    public const int FewDocuments = 2;

    /// <summary>What may be tried.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<SearchAdvice> AdviseAsync(AdvisedSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var spelling = new SpellingAdviser(index, names, read);
        var didYouMean = await spelling.OffersAsync(search, cancellationToken).ConfigureAwait(false);
        if (didYouMean.IsEmpty && search.Total == 0)
        {
            didYouMean = await OffersWithLessAsync(spelling, search, cancellationToken).ConfigureAwait(false);
        }

        if (search.Total > 0)
        {
            return didYouMean.IsEmpty ? SearchAdvice.None : new SearchAdvice { DidYouMean = didYouMean };
        }

        var dates = await new DateAdviser(index, read).NearbyAsync(search, cancellationToken).ConfigureAwait(false);
        var without = await new LessAdviser(index, read).OffersAsync(search, cancellationToken).ConfigureAwait(false);
        return new SearchAdvice
        {
            DidYouMean = didYouMean,
            NearbyDates = dates,
            // What the dates offer already is not offered again.
            Without = without.RemoveAll(other => dates?.Without is { } same && other.Query == same.Query && other.Filters.SequenceEqual(same.Filters)),
            UnknownSpeakers = await UnknownSpeakersAsync(search.Read.Query, cancellationToken).ConfigureAwait(false),
            Archive = await index.GetFactsAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<ImmutableArray<string>> UnknownSpeakersAsync(QueryNode query, CancellationToken cancellationToken)
    {
        var speakers = Speakers(query).Take(MostSpeakers).ToImmutableArray();
        if (speakers.IsEmpty)
        {
            return [];
        }

        var counts = await index.CountAsync(
            [.. speakers.Select(static said => new SearchRequest { Query = said with { Words = null } })], cancellationToken).ConfigureAwait(false);
        return
        [
            .. speakers.Zip(counts).Where(static pair => pair.Second.Documents == 0)
                .Select(static pair => pair.First.Speaker).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<QueryNode.Said> Speakers(QueryNode query) => query switch
    {
        QueryNode.All all => all.Children.SelectMany(Speakers),
        QueryNode.Any any => any.Children.SelectMany(Speakers),
        QueryNode.Said { Speaker.Length: > 0 } said => [said],
        _ => [],
    };

    /// <summary>
    /// A slip of the pen and a date, a filter or a word too many are two mistakes: without this, neither could be mended alone. The
    /// first that helps is offered.
    /// </summary>
    private async Task<ImmutableArray<SpellingOffer>> OffersWithLessAsync(
        SpellingAdviser spelling, AdvisedSearch search, CancellationToken cancellationToken)
    {
        foreach (var (less, words) in Less(search))
        {
            var offers = await spelling.OffersAsync(less, cancellationToken).ConfigureAwait(false);
            if (!offers.IsEmpty)
            {
                return [.. offers.Select(offer => offer with { LeftOut = words })];
            }
        }

        return await OffersOfWordsAsync(spelling, search, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The likeliest spelling of each word that stands in no document, whatever stands beside it.</summary>
    private async Task<ImmutableArray<SpellingOffer>> OffersOfWordsAsync(
        SpellingAdviser spelling, AdvisedSearch search, CancellationToken cancellationToken)
    {
        var words = TypedWords.Of(search.Read.Parsed)
            .Where(static word => word is { IsLeftOut: false, IsFieldName: false })
            .Select(word => new AdvisedSearch(read(QueryWriter.Write(word.Condition)), [], 0))
            .DistinctBy(static word => word.Typed)
            .Where(word => word.Typed != search.Typed)
            .Take(MostWords).ToImmutableArray();
        var counts = await index.CountAsync([.. words.Select(static word => word.RequestFor(word.Read.Query))], cancellationToken).ConfigureAwait(false);
        var unknown = words.Where((_, i) => counts[i].Documents == 0).ToList();
        if (unknown.Count > SpellingAdviser.MostOffers)
        {
            // A text of unknown words is no slip of the pen.
            return [];
        }

        var offers = ImmutableArray.CreateBuilder<SpellingOffer>();
        foreach (var word in unknown)
        {
            offers.AddRange((await spelling.OffersAsync(word, cancellationToken).ConfigureAwait(false)).Take(1));
        }

        return [.. offers.Select(static offer => offer with { LeftOut = "the word alone" })];
    }

    private static string? WithoutUnknownFields(AdvisedSearch search)
    {
        var text = search.Typed;
        foreach (var field in TypedWords.UnknownFields(search.Read.Parsed).OrderByDescending(static field => field.Start))
        {
            text = text[..field.Start] + text[field.End..];
        }

        return text == search.Typed ? null : text;
    }

    private IEnumerable<(AdvisedSearch Search, string Words)> Less(AdvisedSearch search)
    {
        if (new DateAdviser(index, read).WithoutDate(search) is { } dateless)
        {
            yield return (dateless, "without the date");
            if (!dateless.Filters.IsEmpty)
            {
                yield return (dateless with { Filters = [] }, "without the date and any filter");
            }
        }

        if (!search.Filters.IsEmpty)
        {
            yield return (search with { Filters = [] }, "without any filter");
        }

        if (SpelledWords.Without(search.Typed, search.Read.Query) is { } anySpelling)
        {
            yield return (search with { Read = read(anySpelling) }, "without the =");
        }

        if (WithoutUnknownFields(search) is { } known)
        {
            yield return (search with { Read = read(known) }, "without the field that does not exist");
        }
    }
}
