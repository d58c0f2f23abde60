using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>The documents in which a quotation stands, word for word or nearly.</summary>
internal sealed class QuoteSet
{
    private readonly Dictionary<(int Segment, int Doc), QuoteComparison> _found = [];

    public QuoteSet(QueryNode.Quote node, Snapshot snapshot, PostingsReader reader, CancellationToken cancellationToken)
    {
        var quote = QuotedText.Parse(node.Text);
        if (quote.Refusal is not null)
        {
            return;
        }

        var least = Math.Max(1, quote.DistinctWords.Length - QuoteComparison.MostOperations(quote.WordCount));
        var candidates = new CandidateDocuments(snapshot, reader).Find(quote.DistinctWords, least, cancellationToken);
        foreach (var candidate in candidates.Take(QuoteFinder.MostCompared))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = DocumentMapping.ReadText(snapshot.Segments[candidate.Segment].Reader.Document(candidate.Doc, OnlyText));
            if (QuoteComparison.Find(quote, text) is { } comparison)
            {
                _found.Add((candidate.Segment, candidate.Doc), comparison);
            }
        }
    }

    private static readonly HashSet<string> OnlyText = [IndexFields.Text];

    public IEnumerable<int> In(int segment) => _found.Keys.Where(key => key.Segment == segment).Select(static key => key.Doc);

    /// <summary>The parts of the quotation in a document; empty when it does not stand there.</summary>
    public IReadOnlyList<TextSpan> Spans(int segment, int doc) =>
        _found.TryGetValue((segment, doc), out var comparison) ? [.. comparison.Parts] : [];

    /// <summary>Verbatim before verbatim but for something before near; the nearer the higher.</summary>
    public double Score(int segment, int doc) => _found.TryGetValue((segment, doc), out var comparison)
        ? comparison.Verdict switch
        {
            QuoteVerdict.Verbatim => 300,
            QuoteVerdict.VerbatimBut => 200,
            _ => 100.0 / comparison.WordsDiffering,
        }
        : 0;
}
