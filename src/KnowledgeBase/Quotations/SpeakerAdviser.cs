using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Quotations;

/// <summary>What a reader may try whose speaker has no quotations.</summary>
/// <param name="DidYouMean">Speakers on record whose names are spelled much like what was typed, the likeliest first; at most <see cref="SpeakerAdviser.MostOffers"/>.</param>
/// <param name="UnknownSpeaker">The speaker as read, when nothing at all is recorded of anyone of that name; null otherwise.</param>
public sealed record QuotationAdvice(ImmutableArray<SpeakerOffer> DidYouMean, string? UnknownSpeaker)
{
    /// <summary>No advice.</summary>
    public static QuotationAdvice None { get; } = new([], null);
}

/// <summary>A speaker who may have been meant.</summary>
/// <param name="Speaker">The name, as the quotations have it.</param>
/// <param name="Count">How many quotations the list has of the speaker; above 0.</param>
/// <param name="KeepsConditions">
/// Whether this is with the words, years, languages and kind that were asked for; false when these leave nothing of the speaker.
/// </param>
public sealed record SpeakerOffer(string Speaker, int Count, bool KeepsConditions);

/// <summary>Advises on a list of quotations that is empty: the one adviser of page, interface and command.</summary>
/// <remarks>A list that is not empty costs nothing; an empty one costs a few more lists, bounded by <see cref="MostOffers"/>.</remarks>
/// <param name="index">The index that was asked.</param>
/// <param name="names">The names of the archive.</param>
public sealed class SpeakerAdviser(IQuotationIndex index, NameTable names)
{
    /// <summary>Most speakers that are offered.</summary>
    public const int MostOffers = 5;

    /// <summary>From this length on two letters of a word may be wrong, and below <see cref="ShortWord"/> none.</summary>
    private const int LongWord = 5;

    private const int ShortWord = 3;

    private static readonly string[] Speaking = ["person", "organisation"];

    /// <summary>What may be tried.</summary>
    /// <param name="request">The request that was answered.</param>
    /// <param name="total">How many quotations it found.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="Searching.IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<QuotationAdvice> AdviseAsync(QuotationRequest request, int total, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (total > 0 || request.Said is not { Speaker.Length: > 0 } said)
        {
            return QuotationAdvice.None;
        }

        var all = await index.ListAsync(new QuotationRequest { Count = 0 }, cancellationToken).ConfigureAwait(false);
        var alike = Alike(said.Speaker, all.Speakers);
        var kept = await CountAsync(alike, request with { Offset = 0, Count = 0 }, said.Words, cancellationToken).ConfigureAwait(false);
        var offers = kept.IsEmpty
            ? await CountAsync(alike, new QuotationRequest { Count = 0 }, null, cancellationToken).ConfigureAwait(false)
            : kept;
        var anything = await index.ListAsync(
            new QuotationRequest { Said = said with { Words = null }, Count = 0 }, cancellationToken).ConfigureAwait(false);
        return new QuotationAdvice(
            [.. offers.Select(offer => offer with { KeepsConditions = !kept.IsEmpty })], anything.Total == 0 ? said.Speaker : null);
    }

    private async Task<ImmutableArray<SpeakerOffer>> CountAsync(
        ImmutableArray<string> speakers, QuotationRequest request, QueryNode? words, CancellationToken cancellationToken)
    {
        var offers = ImmutableArray.CreateBuilder<SpeakerOffer>();
        foreach (var speaker in speakers)
        {
            var said = new QueryNode.Said(speaker, words) { OtherNames = [.. Records(speaker).SelectMany(static record => record.AllNames)] };
            var page = await index.ListAsync(request with { Said = said }, cancellationToken).ConfigureAwait(false);
            if (page.Total > 0)
            {
                offers.Add(new SpeakerOffer(speaker, page.Total, true));
            }
        }

        return offers.ToImmutable();
    }

    private ImmutableArray<string> Alike(string typed, ImmutableArray<QuotationCount> speakers)
    {
        var words = NameKey.Words(typed);
        var alike = speakers
            .Select(speaker => (speaker, edits: FewestEdits(words, speaker.Value)))
            .Where(static one => one.edits is not null)
            .OrderBy(static one => one.edits)
            .ThenByDescending(static one => one.speaker.Count)
            .ThenBy(static one => one.speaker.Value, StringComparer.Ordinal)
            .ToList();

        // A name that is two slips away is noise beside one that is one slip away.
        return [.. alike.TakeWhile(one => one.edits <= alike[0].edits + 1).Take(MostOffers).Select(static one => one.speaker.Value)];
    }

    /// <summary>
    /// How many letters are wrong in what was typed, if it stands for a speaker under any name; 0 for a misspelling that the authority
    /// files know; null when it does not, and when nothing is wrong with it.
    /// </summary>
    private int? FewestEdits(IReadOnlyList<string> typed, string speaker)
    {
        var records = Records(speaker);
        if (records.SelectMany(static record => record.Misspellings).Any(wrong => NameKey.Words(wrong).SequenceEqual(typed)))
        {
            return 0;
        }

        var edits = records.SelectMany(static record => record.AllNames).Prepend(speaker)
            .SelectMany(static name => new[] { NameKey.Words(name), NameKey.Words(NameKey.WriteOutUmlauts(name)) })
            .Select(name => Edits(typed, name))
            .OfType<int>()
            .ToList();
        return edits.Count == 0 || edits.Contains(0) ? null : edits.Min();
    }

    /// <summary>The wrong letters, when every word typed is much like a word of the name; null otherwise.</summary>
    private static int? Edits(IReadOnlyList<string> typed, IReadOnlyList<string> name)
    {
        var sum = 0;
        foreach (var word in typed)
        {
            var most = word.Length >= LongWord ? 2 : word.Length >= ShortWord ? 1 : 0;
            var least = name.Select(other => word == other ? 0 : EditDistance.OfTyped(word, other, most)).DefaultIfEmpty(int.MaxValue).Min();
            if (least > most)
            {
                return null;
            }

            sum += least;
        }

        return sum;
    }

    private ImmutableArray<NameRecord> Records(string speaker) => names.Named(speaker, Speaking);
}
