using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>A document of a result before it is looked at: where it is and what it is ordered by.</summary>
internal readonly record struct Candidate(int Segment, int Doc, double Score);

/// <summary>The order of results: total and the same on every machine, whatever the segments look like.</summary>
internal sealed class HitOrder(Snapshot snapshot, SortOrder sort) : IComparer<Candidate>
{
    public int Compare(Candidate x, Candidate y)
    {
        var bySort = sort switch
        {
            SortOrder.DateAscending => FirstDay(x).CompareTo(FirstDay(y)),
            SortOrder.DateDescending => LastDay(y).CompareTo(LastDay(x)),
            SortOrder.Title => string.CompareOrdinal(Title(x), Title(y)),
            SortOrder.Added => Columns(y).Added[y.Doc].CompareTo(Columns(x).Added[x.Doc]),
            _ => 0,
        };
        if (bySort != 0)
        {
            return bySort;
        }

        var byScore = y.Score.CompareTo(x.Score);
        return byScore != 0 ? byScore : string.CompareOrdinal(Id(x), Id(y));
    }

    /// <summary>The documents of the sets from <paramref name="offset"/>, in order.</summary>
    public List<Candidate> Take(FixedBitSet[] sets, DocumentScores scores, long offset, int count)
    {
        var all = new List<Candidate>();
        for (var segment = 0; segment < sets.Length; segment++)
        {
            var set = sets[segment];
            for (var doc = set.NextSetBit(0); doc >= 0; doc = doc + 1 < set.Length ? set.NextSetBit(doc + 1) : -1)
            {
                all.Add(new Candidate(segment, doc, scores[segment, doc]));
            }
        }

        if (offset >= all.Count || count == 0)
        {
            return [];
        }

        var wanted = (int)Math.Min(all.Count, offset + (long)count);
        return wanted < all.Count / 8
            ? [.. Best(all, wanted).Skip((int)offset)]
            : [.. all.Order(this).Skip((int)offset).Take(count)];
    }

    /// <summary>A heap of the best so far instead of sorting everything.</summary>
    private IEnumerable<Candidate> Best(List<Candidate> all, int wanted)
    {
        var worstFirst = Comparer<Candidate>.Create((a, b) => Compare(b, a));
        var heap = new PriorityQueue<Candidate, Candidate>(worstFirst);
        foreach (var candidate in all)
        {
            if (heap.Count < wanted)
            {
                heap.Enqueue(candidate, candidate);
            }
            else if (Compare(candidate, heap.Peek()) < 0)
            {
                heap.EnqueueDequeue(candidate, candidate);
            }
        }

        return heap.UnorderedItems.Select(static item => item.Element).Order(this);
    }

    private SegmentColumns Columns(Candidate hit) => snapshot.Segments[hit.Segment].Columns;

    /// <summary>An undated document comes last; one with an open start first among the dated.</summary>
    private int FirstDay(Candidate hit) =>
        Columns(hit).LastDay[hit.Doc] == IndexFields.OpenEnd && Columns(hit).FirstDay[hit.Doc] == IndexFields.OpenStart
            ? int.MaxValue
            : Columns(hit).FirstDay[hit.Doc];

    private int LastDay(Candidate hit) =>
        Columns(hit).LastDay[hit.Doc] == IndexFields.OpenEnd && Columns(hit).FirstDay[hit.Doc] == IndexFields.OpenStart
            ? int.MinValue
            : Columns(hit).LastDay[hit.Doc];

    private string Title(Candidate hit) => Columns(hit).Titles[Columns(hit).TitleOf[hit.Doc]];

    private string Id(Candidate hit) => Columns(hit).Ids[Columns(hit).IdOf[hit.Doc]];
}
