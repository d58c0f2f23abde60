using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>Quotations of a speaker, and those among them that contain something.</summary>
internal sealed class SaidSet(QueryNode.Said said, PostingsReader reader, ITextAnalyzer analyzer)
{
    private readonly ImmutableArray<ImmutableArray<Func<SegmentQuotation, bool>>> _names =
    [
        .. said.OtherNames.Prepend(said.Speaker)
            .Select(name => SpeakerName.Words(name, said.IsAsSpelled).Select(Fits).ToImmutableArray())
            .Where(static words => !words.IsEmpty),
    ];

    private (int Segment, int Doc) _lastAsked = (-1, -1);
    private IReadOnlyList<QuotationRecord> _lastFound = [];

    public FixedBitSet Evaluate(SegmentView segment)
    {
        var set = new FixedBitSet(Math.Max(1, segment.Documents));
        var positions = reader.Positions(segment, "text");
        foreach (var (doc, quotations) in SegmentQuotations.Of(segment.Reader).ByDocument)
        {
            if (segment.IsLive(doc) && Matching(segment, doc, quotations, positions).Any())
            {
                set.Set(doc);
            }
        }

        return set;
    }

    /// <summary>The quotations of one document that match.</summary>
    public IReadOnlyList<QuotationRecord> In(SegmentView segment, int doc)
    {
        if (_lastAsked != (segment.Number, doc))
        {
            _lastAsked = (segment.Number, doc);
            _lastFound = SegmentQuotations.Of(segment.Reader).ByDocument.TryGetValue(doc, out var quotations)
                ? [.. Matching(segment, doc, quotations, reader.Positions(segment, "text"))]
                : [];
        }

        return _lastFound;
    }

    private IEnumerable<QuotationRecord> Matching(
        SegmentView segment, int doc, ImmutableArray<SegmentQuotation> quotations, Func<QueryNode, TermPositions> positions)
    {
        var bySpeaker = quotations.Where(IsBySpeaker).Select(static quotation => quotation.Record);
        if (said.Words is not { } words)
        {
            return bySpeaker;
        }

        var records = bySpeaker.ToList();
        if (records.Count == 0)
        {
            return [];
        }

        var places = DocumentMapping.ReadPlaces(segment.Reader.Document(doc, OnlyPlaces), "text");
        var chain = segment.Columns.Chains[segment.Columns.ChainOf[doc]];
        return records.Where(record => Contains(words, places.PositionsIn(record.Span), doc, positions, chain));
    }

    private static readonly HashSet<string> OnlyPlaces = [IndexFields.Places("text")];

    /// <summary>
    /// Every word that was typed stands in the speaker's name, or every word of one of the other names; without any, anybody speaks.
    /// </summary>
    private bool IsBySpeaker(SegmentQuotation quotation) => _names.IsEmpty || _names.Any(name => name.All(fits => fits(quotation)));

    /// <summary>Whether a word of the speaker's name is what was typed.</summary>
    private static Func<SegmentQuotation, bool> Fits(QueryNode word)
    {
        switch (word)
        {
            case QueryNode.Word { Form: WordForm.AsSpelled } spelled:
                var raw = TextFolding.Compose(spelled.Text);
                return quotation => quotation.SpelledWords.Contains(raw);
            case QueryNode.Wildcard { Form: WordForm.AsSpelled } wildcard:
                var spelledPattern = TextFolding.Compose(wildcard.Pattern);
                return quotation => quotation.SpelledWords.Any(name => WildcardPattern.Matches(spelledPattern, name));
            case QueryNode.Wildcard wildcard:
                var pattern = TermExpansion.FoldPattern(wildcard.Pattern);
                return quotation => quotation.SpeakerWords.Any(name => WildcardPattern.Matches(pattern, name));
            case QueryNode.Fuzzy fuzzy:
                var folded = TextFolding.Fold(fuzzy.Text);
                return quotation => quotation.SpeakerWords.Any(name =>
                    name.Length > 0 && folded.Length > 0 && name[0] == folded[0] && EditDistance.IsWithin(folded, name, fuzzy.Edits));
            default:
                var text = ((QueryNode.Word)word).Text;
                return quotation => quotation.SpeakerWords.Contains(text);
        }
    }

    private bool Contains(
        QueryNode node, (int Start, int End) range, int doc, Func<QueryNode, TermPositions> positions, string chain)
    {
        bool Inside(QueryNode child) => Contains(child, range, doc, positions, chain);

        return node switch
        {
            _ when QueryUnits.IsUnit(node) => MatchFinder.Matches(node, doc, positions, range).Any(),
            QueryNode.All all => all.Children.All(child =>
                (child is QueryNode.Word word && StopWords.IsSkipped(word, all, chain, analyzer)) || Inside(child)),
            QueryNode.Any any => any.Children.Any(Inside),
            QueryNode.Not not => !Inside(not.Child),
            QueryNode.Field field => Inside(field.Child),
            QueryNode.Everything => true,
            _ => false,
        };
    }
}
