using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Quotations;

/// <summary>Puts quotations in order and counts them: the same for every index.</summary>
public static class QuotationCounts
{
    /// <summary>Decades of one quotation that are counted; a wider date says nothing about a decade.</summary>
    private const int MostDecades = 20;

    /// <summary>The quotations in the order of a request.</summary>
    /// <param name="quotations">Each with its record and the document it stands in.</param>
    /// <param name="order">The order.</param>
    /// <param name="of">Record and document of an item.</param>
    public static IEnumerable<T> InOrder<T>(
        IEnumerable<T> quotations, QuotationOrder order, Func<T, (QuotationRecord Record, string Document)> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        var sorted = order switch
        {
            QuotationOrder.DateDescending => quotations
                .OrderBy(item => of(item).Record.Date.IsUndated)
                .ThenByDescending(item => LastDay(of(item).Record)),
            QuotationOrder.Speaker => quotations
                .OrderBy(item => of(item).Record.Speaker.Length == 0)
                .ThenBy(item => NameKey.Of(of(item).Record.Speaker), StringComparer.Ordinal)
                .ThenBy(item => FirstDay(of(item).Record)),
            _ => quotations.OrderBy(item => FirstDay(of(item).Record)),
        };
        return sorted.ThenBy(item => of(item).Document, StringComparer.Ordinal).ThenBy(item => of(item).Record.Span.Start);
    }

    /// <summary>Speakers, most quoted first; spellings that differ in case, accents and punctuation are one.</summary>
    public static ImmutableArray<QuotationCount> OfSpeakers(IEnumerable<QuotationRecord> records) =>
        Count(records.Select(static record => record.Speaker).Where(static name => name.Length > 0), NameKey.Of);

    /// <summary>Languages, most frequent first.</summary>
    public static ImmutableArray<QuotationCount> OfLanguages(IEnumerable<QuotationRecord> records) =>
        Count(records.Select(static record => record.Language), static code => code);

    /// <summary>Kinds, most frequent first.</summary>
    public static ImmutableArray<QuotationCount> OfKinds(IEnumerable<QuotationKind> kinds) =>
        Count(kinds.Select(NameOf), static name => name);

    /// <summary>A kind as addresses and programs name it: <c>recorded</c> or <c>found</c>.</summary>
    public static string NameOf(QuotationKind kind) => kind is QuotationKind.Recorded ? "recorded" : "found";

    /// <summary>Decades, in order.</summary>
    public static ImmutableArray<QuotationCount> OfDecades(IEnumerable<QuotationRecord> records) =>
    [
        .. records.SelectMany(static record => Decades(record.Date)).CountBy(static decade => decade)
            .OrderBy(static pair => pair.Key)
            .Select(static pair => new QuotationCount(string.Create(CultureInfo.InvariantCulture, $"{pair.Key:0000}s"), pair.Value)),
    ];

    private static IEnumerable<int> Decades(ArchiveDate date)
    {
        var first = (date.First ?? date.Last)?.Year / 10;
        var last = (date.Last ?? date.First)?.Year / 10;
        return first is { } from && last is { } to && to - from < MostDecades
            ? Enumerable.Range(from, to - from + 1).Select(static decade => decade * 10)
            : [];
    }

    private static ImmutableArray<QuotationCount> Count(IEnumerable<string> values, Func<string, string> key) =>
    [
        .. values.GroupBy(key, StringComparer.Ordinal)
            .Select(static group => new QuotationCount(
                group.CountBy(static value => value, StringComparer.Ordinal)
                    .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First().Key,
                group.Count()))
            .OrderByDescending(static count => count.Count).ThenBy(static count => count.Value, StringComparer.Ordinal),
    ];

    private static DateOnly FirstDay(QuotationRecord record) => record.Date.First ?? record.Date.Last ?? DateOnly.MaxValue;

    private static DateOnly LastDay(QuotationRecord record) => record.Date.Last ?? record.Date.First ?? DateOnly.MinValue;
}
