using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>The documents in which a quotation stands, word for word or nearly.</summary>
internal sealed class QuoteSet
{
    private readonly QuotedText _quote;
    private readonly Snapshot _snapshot;
    private readonly CutTexts _texts;
    private readonly Dictionary<(int Segment, int Doc), QuoteComparison?> _compared = [];
    private readonly Lazy<ILookup<int, int>> _documents;

    public QuoteSet(QueryNode.Quote node, Snapshot snapshot, CutTexts texts, PostingsReader reader, CancellationToken cancellationToken)
    {
        _quote = QuotedText.Parse(node.Text);
        _snapshot = snapshot;
        _texts = texts;
        _documents = new Lazy<ILookup<int, int>>(() => Find(reader, cancellationToken).ToLookup(static f => f.Segment, static f => f.Doc));
    }

    /// <summary>The documents of a segment that have it.</summary>
    public IEnumerable<int> In(int segment) => _documents.Value[segment];

    /// <summary>The parts of the quotation in a document; empty when it does not stand there. Other documents are not read for it.</summary>
    public IReadOnlyList<TextSpan> Spans(int segment, int doc) => Compare(segment, doc) is { } comparison ? [.. comparison.Parts] : [];

    /// <summary>Why a document was found; null when the quotation does not stand there.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="doc">The document.</param>
    /// <param name="isOneOfSeveral">Whether the query looks for others too: then the reason says which.</param>
    public MatchReason? Reason(int segment, int doc, bool isOneOfSeveral) => Compare(segment, doc) is not { } comparison
        ? null
        : new MatchReason(QuoteSentence.Found(comparison) + (isOneOfSeveral ? $" “{_quote.Text}”" : ""), "text", 1)
        {
            Kind = MatchKind.Quotation,
            Detail = QuoteSentence.Detail(comparison),
        };

    /// <summary>Verbatim before verbatim but for something before near; the nearer the higher.</summary>
    public double Score(int segment, int doc)
    {
        _ = _documents.Value;
        return _compared.GetValueOrDefault((segment, doc)) is not { } comparison ? 0 : comparison.Verdict switch
        {
            QuoteVerdict.Verbatim => 300,
            QuoteVerdict.VerbatimBut => 200,
            _ => 100.0 / comparison.WordsDiffering,
        };
    }

    private IEnumerable<(int Segment, int Doc)> Find(PostingsReader reader, CancellationToken cancellationToken)
    {
        if (_quote.Refusal is not null)
        {
            yield break;
        }

        var probe = QuotationProbe.Of(_quote, QuoteFinder.MostCompared);
        foreach (var candidate in new CandidateDocuments(_snapshot, reader).Find(probe, cancellationToken).Take(probe.Most))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Compare(candidate.Segment, candidate.Doc) is not null)
            {
                yield return (candidate.Segment, candidate.Doc);
            }
        }
    }

    private QuoteComparison? Compare(int segment, int doc)
    {
        if (_quote.Refusal is not null)
        {
            return null;
        }

        if (!_compared.TryGetValue((segment, doc), out var comparison))
        {
            comparison = QuoteComparison.Find(_quote, _texts.Of(segment, doc));
            _compared.Add((segment, doc), comparison);
        }

        return comparison;
    }
}
