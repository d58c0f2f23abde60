using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>One quotation of a segment with the words of its speaker's name and of its translation, without case and accents.</summary>
internal sealed record SegmentQuotation(QuotationRecord Record, FrozenSet<string> SpeakerWords, FrozenSet<string> TranslationWords)
{
    /// <summary>The words of the speaker's name as spelled.</summary>
    public FrozenSet<string> SpelledWords { get; } = WordCutter.Cut(Record.Speaker).Select(static word => word.Raw).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>The quotations of one segment, in memory; read once, when somebody first asks for a quotation.</summary>
internal sealed class SegmentQuotations
{
    private static readonly ConditionalWeakTable<object, SegmentQuotations> Cache = [];

    private SegmentQuotations(AtomicReader reader) => ByDocument = Read(reader);

    /// <summary>Documents with quotations, deleted ones among them, in order.</summary>
    public SortedDictionary<int, ImmutableArray<SegmentQuotation>> ByDocument { get; }

    public static SegmentQuotations Of(AtomicReader reader) =>
        Cache.GetValue(reader.CoreCacheKey, _ => new SegmentQuotations(reader));

    private static SortedDictionary<int, ImmutableArray<SegmentQuotation>> Read(AtomicReader reader)
    {
        var quotations = new SortedDictionary<int, ImmutableArray<SegmentQuotation>>();

        // Deleted documents are read too: the segment is shared by snapshots that differ in what is deleted.
        if (reader.GetTerms(IndexFields.HasQuotations)?.GetEnumerator() is not { } terms
            || !terms.SeekExact(new BytesRef(IndexFields.Yes)))
        {
            return quotations;
        }

        var docs = terms.Docs(null, null, DocsFlags.NONE);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var metadata = DocumentMapping.ReadMetadata(reader.Document(doc, OnlyMetadata));
            quotations.Add(doc, [.. metadata.Quotations.Select(static record =>
                new SegmentQuotation(record, SpeakerWords(record.Speaker), Words(record.Translation ?? "")))]);
        }

        return quotations;
    }

    private static readonly HashSet<string> OnlyMetadata = [IndexFields.Metadata];

    private static FrozenSet<string> Words(string text) =>
        WordCutter.Cut(text).Select(static word => word.Exact).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>With umlauts written out as well, so that either spelling finds the speaker.</summary>
    private static FrozenSet<string> SpeakerWords(string speaker) =>
        NameKey.Words(speaker).Concat(NameKey.Words(NameKey.WriteOutUmlauts(speaker))).ToFrozenSet(StringComparer.Ordinal);
}
