using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Ranking;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>The documents with enough of some words, from the postings of words without case and accents.</summary>
/// <remarks>
/// No stored text is read: which documents have enough of the words comes from the postings, which have them side by side from the
/// positions. So a quotation of common words costs a walk over their postings, and only the likeliest documents are compared.
/// </remarks>
internal sealed class CandidateDocuments(Snapshot snapshot, PostingsReader reader)
{
    private readonly record struct Ranked(Candidate Candidate, int Near, int Words);

    /// <summary>
    /// Documents with enough of the words side by side first, those with more of them before those with fewer, then those that have
    /// them scattered; those with the rarer words first, then by reference code.
    /// </summary>
    public IReadOnlyList<Candidate> Find(QuotationProbe probe, CancellationToken cancellationToken)
    {
        var nodes = probe.Words.Select(static word => new QueryNode.Word(word, WordForm.Verbatim)).ToArray();
        var bySegment = snapshot.Segments
            .Select(segment => nodes.Select(node => reader.Read(segment, node, "text", cancellationToken)).ToArray())
            .ToArray();
        var weights = nodes.Select((_, word) => 1.0 / (1 + bySegment.Sum(postings => postings[word].Documents.Length))).ToArray();
        var found = new List<Ranked>();
        foreach (var segment in snapshot.Segments)
        {
            var places = new WordWindow(nodes, reader.Positions(segment, "text"), probe.Window);
            foreach (var (candidate, words) in InSegment(segment, bySegment[segment.Number], weights, probe.Least))
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.Add(new Ranked(candidate, probe.Window > 0 ? places.MostIn(candidate.Doc) : words, words));
            }
        }

        return
        [
            .. found
                .OrderByDescending(f => f.Near >= probe.Least)
                .ThenByDescending(static f => f.Near)
                .ThenByDescending(static f => f.Words)
                .ThenByDescending(static f => f.Candidate.Score)
                .ThenBy(f => Id(f.Candidate), StringComparer.Ordinal)
                .Select(static f => f.Candidate),
        ];
    }

    /// <summary>The answer to the quote finder.</summary>
    public QuotationCandidates FindDocuments(QuotationProbe probe, CancellationToken cancellationToken)
    {
        var found = Find(probe, cancellationToken);
        var documents = found.Take(probe.Most)
            .Select(candidate => DocumentMapping.FromLucene(snapshot.Segments[candidate.Segment].Reader.Document(candidate.Doc)));
        return new QuotationCandidates([.. documents], found.Count, snapshot.Documents, snapshot.Version);
    }

    private static IEnumerable<(Candidate Candidate, int Words)> InSegment(
        SegmentView segment, Postings[] postings, double[] weights, int least)
    {
        var counts = new int[segment.Documents];
        var scores = new double[segment.Documents];
        for (var word = 0; word < postings.Length; word++)
        {
            foreach (var doc in postings[word].Documents)
            {
                counts[doc]++;
                scores[doc] += weights[word];
            }
        }

        for (var doc = 0; doc < counts.Length; doc++)
        {
            if (counts[doc] >= least)
            {
                yield return (new Candidate(segment.Number, doc, scores[doc]), counts[doc]);
            }
        }
    }

    private string Id(Candidate candidate)
    {
        var columns = snapshot.Segments[candidate.Segment].Columns;
        return columns.Ids[columns.IdOf[candidate.Doc]];
    }
}
