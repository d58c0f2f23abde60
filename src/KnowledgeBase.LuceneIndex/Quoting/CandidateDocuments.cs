using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Ranking;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>The documents with enough of some words, from the postings of words without case and accents.</summary>
internal sealed class CandidateDocuments(Snapshot snapshot, PostingsReader reader)
{
    /// <summary>Documents with most of the words first, then those with the rarer ones, then by reference code.</summary>
    public IReadOnlyList<Candidate> Find(ImmutableArray<string> words, int least, CancellationToken cancellationToken)
    {
        var nodes = words.Select(static word => new QueryNode.Word(word, WordForm.Verbatim)).ToArray();
        var bySegment = snapshot.Segments
            .Select(segment => nodes.Select(node => reader.Read(segment, node, "text", cancellationToken)).ToArray())
            .ToArray();
        var weights = nodes.Select((_, word) => 1.0 / (1 + bySegment.Sum(postings => postings[word].Documents.Length))).ToArray();
        var found = new List<(Candidate Candidate, int Words)>();
        foreach (var segment in snapshot.Segments)
        {
            found.AddRange(InSegment(segment, bySegment[segment.Number], weights, least));
        }

        return
        [
            .. found
                .OrderByDescending(static f => f.Words)
                .ThenByDescending(static f => f.Candidate.Score)
                .ThenBy(f => Id(f.Candidate), StringComparer.Ordinal)
                .Select(static f => f.Candidate),
        ];
    }

    /// <summary>The answer to the quote finder.</summary>
    public QuotationCandidates FindDocuments(ImmutableArray<string> words, int least, int most, CancellationToken cancellationToken)
    {
        var found = Find(words, least, cancellationToken);
        var documents = found.Take(most)
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
