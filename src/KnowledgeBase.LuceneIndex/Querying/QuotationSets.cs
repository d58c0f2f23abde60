using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Quoting;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The documents of the nodes that look at stored records and texts: speakers, quotations, similar documents.</summary>
internal sealed class QuotationSets(
    QueryNode query, Snapshot snapshot, PostingsReader reader, ITextAnalyzer analyzer, CancellationToken cancellationToken) : IDocumentSets
{
    private readonly Dictionary<QueryNode, SaidSet> _said = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<QueryNode, QuoteSet> _quotes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<QueryNode, SimilarDocuments> _similar = new(ReferenceEqualityComparer.Instance);
    private readonly CutTexts _texts = new(snapshot);
    private readonly ImmutableArray<QueryNode> _wanted = [.. Wanted(query)];
    private readonly int _quotations = Wanted(query).Count(static node => node is QueryNode.Quote);

    /// <summary>Whether the query has nodes that order documents by themselves.</summary>
    public bool HaveScores => _wanted.Any(static node => node is QueryNode.Quote or QueryNode.Like);

    public FixedBitSet Evaluate(QueryNode node, SegmentView segment) => node switch
    {
        QueryNode.Said said => Said(said).Evaluate(segment),
        QueryNode.Quote quote => SetOf(Quote(quote).In(segment.Number), segment),
        QueryNode.Like like => SetOf(Similar(like).In(segment.Number), segment),
        _ => throw new ArgumentException($"Needs no stored records: {node}.", nameof(node)),
    };

    /// <summary>The scores that quotations and similarity give, one part each.</summary>
    public IEnumerable<(string Name, double[][] Scores)> Scores()
    {
        foreach (var node in _wanted)
        {
            if (node is QueryNode.Quote quote)
            {
                yield return ("quotation", Fill(Quote(quote).Score));
            }
            else if (node is QueryNode.Like like)
            {
                yield return ("similarity", Fill(Similar(like).Score));
            }
        }
    }

    /// <summary>The stretches of a document's text for which it was found: each quotation is one mark.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="doc">The document.</param>
    /// <param name="firstPart">Number of the first part after the units of the query.</param>
    public IEnumerable<TextMatch> Matches(SegmentView segment, int doc, int firstPart)
    {
        for (var i = 0; i < _wanted.Length; i++)
        {
            foreach (var span in Spans(_wanted[i], segment, doc))
            {
                yield return new TextMatch(span, [span], firstPart + i, 1);
            }
        }
    }

    /// <summary>What of the query a document has for which no word is marked.</summary>
    public IEnumerable<MatchReason> Reasons(SegmentView segment, int doc)
    {
        foreach (var node in _wanted)
        {
            switch (node)
            {
                case QueryNode.Said said when Said(said).In(segment, doc) is { Count: > 0 } records:
                    // A speaker can stand there recorded and, in other words, found by rule.
                    foreach (var same in records.GroupBy(static record => (record.Speaker, record.IsConfirmed)))
                    {
                        yield return new MatchReason("words of " + same.Key.Speaker, "text", same.Count())
                        {
                            Detail = same.Key.IsConfirmed ? null : "found by rule, not confirmed by an archivist",
                        };
                    }

                    break;
                case QueryNode.Quote quote when Quote(quote).Reason(segment.Number, doc, _quotations > 1) is { } reason:
                    yield return reason;
                    break;
                case QueryNode.Like like when Similar(like).Score(segment.Number, doc) >= SimilarDocuments.LeastShare:
                    yield return new MatchReason("similar to " + like.Reference, "text", 1);
                    break;
            }
        }
    }

    /// <summary>The positions of the quotations of a document that match, each stretch once.</summary>
    public IEnumerable<(int Start, int End)> Places(QueryNode.Said said, SegmentView segment, int doc, PositionMap places) =>
        Said(said).In(segment, doc).Select(record => places.PositionsIn(record.Span)).Distinct();

    private IEnumerable<TextSpan> Spans(QueryNode node, SegmentView segment, int doc) => node switch
    {
        // With words, these are marked instead of the whole quotation.
        QueryNode.Said { Words: null } said => Said(said).In(segment, doc).Select(static record => record.Span).Where(static span => span.Length > 0),
        QueryNode.Quote quote => Quote(quote).Spans(segment.Number, doc),
        _ => [],
    };

    private static IEnumerable<QueryNode> Wanted(QueryNode node) => node switch
    {
        QueryNode.All all => all.Children.SelectMany(Wanted),
        QueryNode.Any any => any.Children.SelectMany(Wanted),
        QueryNode.Field field => Wanted(field.Child),
        QueryNode.Said or QueryNode.Quote or QueryNode.Like => [node],
        _ => [],
    };

    private SaidSet Said(QueryNode.Said said) => Get(_said, said, () => new SaidSet(said, reader, analyzer));

    private QuoteSet Quote(QueryNode.Quote quote) => Get(_quotes, quote, () => new QuoteSet(quote, snapshot, _texts, reader, cancellationToken));

    private SimilarDocuments Similar(QueryNode.Like like) =>
        Get(_similar, like, () => new SimilarDocuments(like, snapshot, reader, analyzer, cancellationToken));

    private static T Get<T>(Dictionary<QueryNode, T> known, QueryNode node, Func<T> make)
    {
        if (!known.TryGetValue(node, out var made))
        {
            made = make();
            known.Add(node, made);
        }

        return made;
    }

    private double[][] Fill(Func<int, int, double> score) =>
        [.. snapshot.Segments.Select(segment => Enumerable.Range(0, segment.Documents).Select(doc => score(segment.Number, doc)).ToArray())];

    private static FixedBitSet SetOf(IEnumerable<int> documents, SegmentView segment)
    {
        var set = new FixedBitSet(Math.Max(1, segment.Documents));
        foreach (var doc in documents)
        {
            set.Set(doc);
        }

        return set;
    }
}
