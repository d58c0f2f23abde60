using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>Lists quotations of one snapshot. Speaker and words are matched by the same code as <c>said:</c> in a search.</summary>
internal sealed class QuotationListing(Snapshot snapshot, ITextAnalyzer analyzer, CancellationToken cancellationToken)
{
    private static readonly ConditionalWeakTable<Snapshot, RecordedQuotations> Recorded = [];

    private readonly record struct Placed(SegmentView Segment, int Doc, QuotationRecord Record, QuotationKind Kind, RecordedWords? RecordedIn);

    public QuotationPage List(QuotationRequest request)
    {
        var found = Matching(request.Said).Where(placed => request.Admits(placed.Record, placed.Kind)).ToList();
        var shown = QuotationCounts.InOrder(found, request.Order, placed => (placed.Record, Id(placed.Segment, placed.Doc).Value))
            .Skip(request.Offset).Take(request.Count);
        return new QuotationPage
        {
            Quotations = [.. shown.Select(placed => Describe(placed, request.Said))],
            Total = found.Count,
            Documents = found.Select(static placed => (placed.Segment.Number, placed.Doc)).Distinct().Count(),
            Undated = found.Count(static placed => placed.Record.Date.IsUndated),
            Speakers = QuotationCounts.OfSpeakers(found.Select(static placed => placed.Record)),
            Decades = QuotationCounts.OfDecades(found.Select(static placed => placed.Record)),
            Languages = QuotationCounts.OfLanguages(found.Select(static placed => placed.Record)),
            Kinds = QuotationCounts.OfKinds(found.Select(static placed => placed.Kind)),
            IndexVersion = snapshot.Version,
        };
    }

    /// <summary>Recorded quotations whose translation has enough of the words; those with most of them first.</summary>
    public ImmutableArray<ListedQuotation> FindTranslations(ImmutableArray<string> words, int least)
    {
        var found = new List<(Placed Placed, int Words)>();
        foreach (var (segment, doc, quotation) in All())
        {
            var count = quotation.Record.Translation is null ? 0 : words.Count(quotation.TranslationWords.Contains);
            if (count >= least)
            {
                found.Add((new Placed(segment, doc, quotation.Record, QuotationKind.Recorded, null), count));
            }
        }

        return
        [
            .. found
                .OrderByDescending(static f => f.Words)
                .ThenBy(f => Id(f.Placed.Segment, f.Placed.Doc))
                .Take(QuoteFinder.MostFinds)
                .Select(f => Describe(f.Placed, null)),
        ];
    }

    private IEnumerable<(SegmentView Segment, int Doc, SegmentQuotation Quotation)> All() =>
        from segment in snapshot.Segments
        from pair in SegmentQuotations.Of(segment.Reader).ByDocument
        where segment.IsLive(pair.Key)
        from quotation in pair.Value
        select (segment, pair.Key, quotation);

    private IEnumerable<Placed> Matching(QueryNode.Said? said)
    {
        var recorded = Recorded.GetValue(
            snapshot, _ => new RecordedQuotations(All().Select(one => (Id(one.Segment, one.Doc), one.Quotation.Record))));
        var reader = new PostingsReader(new LeafResolver(snapshot, analyzer));
        foreach (var segment in snapshot.Segments)
        {
            var set = said is null ? null : new SaidSet(said, reader, analyzer);
            foreach (var (doc, quotations) in SegmentQuotations.Of(segment.Reader).ByDocument)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!segment.IsLive(doc))
                {
                    continue;
                }

                foreach (var record in set?.In(segment, doc) ?? quotations.Select(static quotation => quotation.Record))
                {
                    var elsewhere = record.IsConfirmed ? null : recorded.Find(record);
                    var kind = record.IsConfirmed || elsewhere is not null ? QuotationKind.Recorded : QuotationKind.Found;
                    yield return new Placed(segment, doc, record, kind, elsewhere);
                }
            }
        }
    }

    private ListedQuotation Describe(Placed placed, QueryNode.Said? said)
    {
        var (segment, doc, record, kind, recordedIn) = placed;
        var document = DocumentMapping.FromLucene(segment.Reader.Document(doc));
        var paragraph = document.ParagraphAt(record.Span.Start);
        return new ListedQuotation
        {
            Record = record,
            Kind = kind,
            RecordedIn = recordedIn,
            Id = document.Id,
            Title = document.Metadata.Title,
            Language = document.Metadata.Language,
            Status = document.Metadata.Status,
            ParagraphId = paragraph?.Id ?? "",
            ParagraphNumber = paragraph?.Number ?? 0,
            Marks = said?.Words is null ? [] : Marks(segment, doc, said, document, record),
        };
    }

    /// <summary>The words that were looked for. Where the record leaves words out, its text is not that of the document: no marks.</summary>
    private ImmutableArray<TextSpan> Marks(
        SegmentView segment, int doc, QueryNode.Said said, CorpusDocument document, QuotationRecord record)
    {
        if (!string.Equals(record.Span.In(document.Text), record.Text, StringComparison.Ordinal))
        {
            return [];
        }

        var execution = new SearchExecution(snapshot, new SearchRequest { Query = said }, analyzer, cancellationToken);
        return SpanMerging.Merge(execution.FindMatches(segment.Number, doc)
            .SelectMany(static match => match.Marks)
            .Where(mark => record.Span.Contains(mark))
            .Select(mark => mark.Shift(-record.Span.Start))
            .OrderBy(static mark => mark.Start));
    }

    private static DocumentId Id(SegmentView segment, int doc) => new(segment.Columns.Ids[segment.Columns.IdOf[doc]]);
}
