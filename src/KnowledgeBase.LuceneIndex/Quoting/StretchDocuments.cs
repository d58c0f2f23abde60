using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>The documents that have the longest stretches of some words in their order.</summary>
/// <remarks>
/// How many neighbours among the words a document has anywhere is read from the postings alone and is never less than its longest
/// stretch. Only in the documents with most of them are positions read, and only of the best is the text.
/// SECURITY: bounded by 200 words, each walked once, and by the documents examined.
/// </remarks>
internal sealed class StretchDocuments(Snapshot snapshot, PostingsReader reader)
{
    private readonly record struct Bounded(int Segment, int Doc, int Length);

    /// <summary>The documents, the longest stretches first, then by reference code.</summary>
    public ImmutableArray<CorpusDocument> Find(StretchProbe probe, CancellationToken cancellationToken)
    {
        var distinct = probe.Words.Where(static word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var nodes = distinct.Select(static word => new QueryNode.Word(word, WordForm.Verbatim)).ToArray();
        var numbers = distinct.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index, StringComparer.Ordinal);
        int[] sequence = [.. probe.Words.Select(word => word.Length == 0 ? -1 : numbers[word])];
        var bounded = snapshot.Segments
            .SelectMany(segment => Bound(segment, [.. nodes.Select(node => reader.Read(segment, node, "text", cancellationToken))], sequence, probe.Fewest))
            .OrderByDescending(static one => one.Length)
            .ThenBy(one => Id(one), StringComparer.Ordinal)
            .Take(probe.MostExamined);
        var found = new List<Bounded>();
        foreach (var inSegment in bounded.GroupBy(static one => one.Segment))
        {
            var places = new WordRuns(nodes, sequence, reader.Positions(snapshot.Segments[inSegment.Key], "text"));
            foreach (var one in inSegment.OrderBy(static one => one.Doc))
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.Add(one with { Length = places.LongestIn(one.Doc) });
            }
        }

        return
        [
            .. found.Where(one => one.Length >= probe.Fewest)
                .OrderByDescending(static one => one.Length)
                .ThenBy(one => Id(one), StringComparer.Ordinal)
                .Take(probe.Most)
                .Select(one => DocumentMapping.FromLucene(snapshot.Segments[one.Segment].Reader.Document(one.Doc))),
        ];
    }

    /// <summary>Documents with enough neighbours among the words, wherever they stand, and how many.</summary>
    private static IEnumerable<Bounded> Bound(SegmentView segment, Postings[] postings, int[] sequence, int fewest)
    {
        var (run, last, most) = (new int[segment.Documents], new int[segment.Documents], new int[segment.Documents]);
        Array.Fill(last, -2);
        for (var at = 0; at < sequence.Length; at++)
        {
            foreach (var doc in sequence[at] < 0 ? [] : postings[sequence[at]].Documents)
            {
                run[doc] = last[doc] == at - 1 ? run[doc] + 1 : 1;
                last[doc] = at;
                most[doc] = Math.Max(most[doc], run[doc]);
            }
        }

        for (var doc = 0; doc < most.Length; doc++)
        {
            if (most[doc] >= fewest)
            {
                yield return new Bounded(segment.Number, doc, most[doc]);
            }
        }
    }

    private string Id(Bounded one)
    {
        var columns = snapshot.Segments[one.Segment].Columns;
        return columns.Ids[columns.IdOf[one.Doc]];
    }
}

/// <summary>How many words of a sequence stand side by side in a document, in their order.</summary>
/// <param name="words">The words, each once.</param>
/// <param name="sequence">Their numbers in order; -1 where the sequence is interrupted.</param>
/// <param name="positions">Where each stands; asked for documents in ascending order.</param>
internal sealed class WordRuns(QueryNode[] words, int[] sequence, Func<QueryNode, TermPositions> positions)
{
    /// <summary>SECURITY: no sentence has one word so often; without a limit, one word two hundred times costs its square.</summary>
    private const int MostPlaces = 40;

    /// <summary>For each word where it stands in the sequence.</summary>
    private readonly int[][] _places =
        [.. words.Select((_, word) => Enumerable.Range(0, sequence.Length).Where(at => sequence[at] == word).Take(MostPlaces).ToArray())];

    private readonly List<(int Position, int Word)> _occurrences = [];

    /// <summary>The most words in one stretch.</summary>
    public int LongestIn(int doc)
    {
        _occurrences.Clear();
        for (var word = 0; word < words.Length; word++)
        {
            foreach (var occurrence in positions(words[word]).In(doc))
            {
                _occurrences.Add((occurrence.Position, word));
            }
        }

        _occurrences.Sort();
        var (length, endsAt) = (new int[sequence.Length], new int[sequence.Length]);
        Array.Fill(endsAt, -2);
        var longest = 0;
        foreach (var (position, word) in _occurrences)
        {
            // From the last to the first: the place before is still that of the position before.
            for (var k = _places[word].Length - 1; k >= 0; k--)
            {
                var at = _places[word][k];
                length[at] = at > 0 && endsAt[at - 1] == position - 1 ? length[at - 1] + 1 : 1;
                endsAt[at] = position;
                longest = Math.Max(longest, length[at]);
            }
        }

        return longest;
    }
}
