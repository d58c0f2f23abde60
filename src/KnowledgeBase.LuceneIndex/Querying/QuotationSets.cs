using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The documents of the nodes that look at stored records: quotations and similar documents.</summary>
internal sealed class QuotationSets(Snapshot snapshot) : IDocumentSets
{
    public FixedBitSet Evaluate(QueryNode node, SegmentView segment)
    {
        _ = snapshot;
        return new FixedBitSet(Math.Max(1, segment.Documents));
    }
}
