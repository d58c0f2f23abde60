using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The postings of a request, each read once however often the request needs it.</summary>
internal sealed class UnitPostings(PostingsReader reader, CancellationToken cancellationToken)
{
    private readonly Dictionary<(int Segment, string Field), Dictionary<QueryNode, Postings>> _known = [];

    public Postings Of(SegmentView segment, QueryNode unit, string field)
    {
        if (!_known.TryGetValue((segment.Number, field), out var byUnit))
        {
            byUnit = new Dictionary<QueryNode, Postings>(ReferenceEqualityComparer.Instance);
            _known.Add((segment.Number, field), byUnit);
        }

        if (!byUnit.TryGetValue(unit, out var postings))
        {
            postings = reader.Read(segment, unit, field, cancellationToken);
            byUnit.Add(unit, postings);
        }

        return postings;
    }
}
