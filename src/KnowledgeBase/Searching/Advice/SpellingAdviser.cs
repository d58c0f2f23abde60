using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Searching.Advice;

/// <summary>"Did you mean": the whole query with words spelled otherwise, as long as it finds something.</summary>
/// <remarks>
/// A word counts for what the whole query finds with it: of two spellings equally near, the one that stands together with the other
/// words wins. Queries are compared first by their words alone, wherever these stand, which costs little, and only the best are counted in full.
/// SECURITY: bounded in the words, the spellings of each, the combinations of them, and those that are counted in full.
/// </remarks>
internal sealed class SpellingAdviser(ISearchIndex index, NameTable names, Func<string, ReadQuery> read)
{
    /// <summary>Most queries that are offered.</summary>
    public const int MostOffers = 3;

    /// <summary>Most queries that are compared.</summary>
    public const int MostCombinations = 64;

    /// <summary>Words times combinations: long queries are compared in fewer ways.</summary>
    private const int MostWork = 512;

    private const int LeastCombinations = 4;
    private const int MostCountedInFull = 6;

    /// <summary>Proximities of more words than <see cref="ManyWordsNear"/> are slow to count.</summary>
    private const int MostCountedOfManyNear = 2;
    private const int ManyWordsNear = 6;

    /// <summary>Offers that are less likely than the best by a factor of e to this are noise.</summary>
    private const double MostBehindBest = 3.5;

    /// <summary>A search that found something is not doubted for less than so many times as much.</summary>
    private const int MuchMore = 5;

    private sealed record Weighed(Respelling Respelling, ReadQuery Read, FoundCount Found)
    {
        public double Score => Math.Log(Found.Documents) - SpellingCosts.OfSlips * Respelling.Cost;
    }

    /// <summary>The offers, the likeliest first.</summary>
    public async Task<ImmutableArray<SpellingOffer>> OffersAsync(AdvisedSearch search, CancellationToken cancellationToken)
    {
        var isDoubted = search.Total <= SearchAdviser.FewDocuments;
        if (!isDoubted && search.Read.Offers.IsEmpty)
        {
            return [];
        }

        var words = TypedWords.Of(search.Read.Parsed);
        var slots = isDoubted && !words.IsEmpty
            ? await new SpellingSlots(index, names).OfAsync(search.Typed, words, search.Total == 0, cancellationToken).ConfigureAwait(false)
            : [];
        var most = Math.Clamp(MostWork / Math.Max(1, words.Length), LeastCombinations, MostCombinations);
        var respellings = Respelling.Of(search.Typed, WithKnownNames(search, words, slots), most);
        var likely = await LikelyAsync(search, respellings, cancellationToken).ConfigureAwait(false);
        var mayCount = LooseQuery.WordsNear(search.Read.Query) > ManyWordsNear ? MostCountedOfManyNear : MostCountedInFull;
        var counted = await CountAsync(search, [.. likely.Take(mayCount)], static query => query, cancellationToken).ConfigureAwait(false);
        var best = counted.Where(one => IsMuchMore(one, search.Total)).ToList();
        return
        [
            .. best.Where(one => one.Score >= best[0].Score - MostBehindBest)
                .Take(MostOffers)
                .Select(one => new SpellingOffer(one.Respelling.Query, search.Filters, one.Found.Documents, one.Respelling.Changes)),
        ];
    }

    /// <summary>Misspellings that the authority files know are the likeliest slips of all.</summary>
    private static ImmutableArray<SpellingSlot> WithKnownNames(
        AdvisedSearch search, ImmutableArray<TypedWord> words, ImmutableArray<SpellingSlot> slots)
    {
        foreach (var offer in search.Read.Offers)
        {
            var start = search.Typed.IndexOf(offer.Typed, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
            {
                continue;
            }

            var place = new TextSpan(start, start + offer.Typed.Length);
            var setting = words.FirstOrDefault(word => word.Place == place)?.Setting ?? WordSetting.Listed;
            var choice = new SpellingChoice(offer.Name, SpellingCosts.KnownMisspelling, 0) { IsKnown = true };
            slots =
            [
                new SpellingSlot([(place, setting)], [choice], MayStay: true),
                .. slots.Select(slot => slot.Places.Any(other => other.Place.Overlaps(place)) ? slot with { MayStay = true } : slot),
            ];
        }

        return slots;
    }

    /// <summary>Those whose words stand together in some document, the likeliest first; of several that come to the same, one.</summary>
    private Task<ImmutableArray<Weighed>> LikelyAsync(
        AdvisedSearch search, ImmutableArray<Respelling> respellings, CancellationToken cancellationToken) =>
        CountAsync(
            search,
            [.. respellings.Where(one => one.Query != search.Typed).Select(one => new Weighed(one, read(one.Query), new FoundCount(0)))],
            LooseQuery.WithAnyQuotation,
            cancellationToken);

    private async Task<ImmutableArray<Weighed>> CountAsync(
        AdvisedSearch search, ImmutableArray<Weighed> queries, Func<QueryNode, QueryNode> form, CancellationToken cancellationToken)
    {
        if (queries.IsEmpty)
        {
            return [];
        }

        var counts = await index.CountAsync([.. queries.Select(one => search.RequestFor(form(one.Read.Query)))], cancellationToken).ConfigureAwait(false);
        return
        [
            .. queries.Zip(counts, static (one, found) => one with { Found = found })
                .Where(static one => one.Found.Documents > 0)
                .OrderByDescending(static one => one.Score)
                .ThenBy(static one => one.Respelling.Query, StringComparer.Ordinal)
                .DistinctBy(static one => one.Found.Set is { } set ? (object)set : one),
        ];
    }

    private static bool IsMuchMore(Weighed offer, long total) =>
        offer.Respelling.IsKnown || total == 0 || offer.Found.Documents >= Math.Max(SpellingSlots.ManyDocuments, MuchMore * total);
}
