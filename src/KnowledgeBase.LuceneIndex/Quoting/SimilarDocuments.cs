using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>Documents that share much of what is special to one document.</summary>
/// <remarks>
/// The <see cref="MostWords"/> words with the highest weight (frequency in the document times rarity in the archive) stand for the
/// document; another one is similar when it has words worth at least <see cref="LeastShare"/> of their weight. Common words of the
/// language and words that no other document has say nothing.
/// </remarks>
internal sealed class SimilarDocuments
{
    /// <summary>How many words stand for a document.</summary>
    public const int MostWords = 30;

    /// <summary>The share of their weight that a similar document has.</summary>
    public const double LeastShare = 0.3;

    private readonly double[][] _shares;

    public SimilarDocuments(
        QueryNode.Like like, Snapshot snapshot, PostingsReader reader, ITextAnalyzer analyzer, CancellationToken cancellationToken)
    {
        _shares = [.. snapshot.Segments.Select(static segment => new double[segment.Documents])];
        if (!DocumentId.IsValid(like.Reference) || snapshot.Find(new DocumentId(like.Reference)) is not var (home, doc))
        {
            return;
        }

        var text = DocumentMapping.FromLucene(home.Reader.Document(doc));
        var weighed = Weigh(text, snapshot, reader, analyzer, cancellationToken);
        var total = weighed.Sum(static word => word.Weight);
        foreach (var (bySegment, weight) in weighed)
        {
            for (var segment = 0; segment < bySegment.Length; segment++)
            {
                foreach (var other in bySegment[segment].Documents)
                {
                    _shares[segment][other] += weight / total;
                }
            }
        }

        _shares[home.Number][doc] = 0;
    }

    public IEnumerable<int> In(int segment) =>
        Enumerable.Range(0, _shares[segment].Length).Where(doc => _shares[segment][doc] >= LeastShare);

    /// <summary>The share of the weight, from 0 to 1.</summary>
    public double Score(int segment, int doc) => _shares[segment][doc];

    private static List<(Postings[] BySegment, double Weight)> Weigh(
        CorpusDocument document, Snapshot snapshot, PostingsReader reader, ITextAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var words = FieldAnalysis.OfText(document, analyzer)
            .Where(token => !analyzer.IsStopWord(token.Exact, document.Metadata.Language))
            .GroupBy(static token => token.Exact, StringComparer.Ordinal);
        var weighed = new List<(string Word, Postings[] BySegment, double Weight)>();
        foreach (var word in words)
        {
            var node = new QueryNode.Word(word.Key, WordForm.Verbatim);
            var bySegment = snapshot.Segments.Select(segment => reader.Read(segment, node, "text", cancellationToken)).ToArray();
            var documents = bySegment.Sum(static postings => postings.Documents.Length);
            if (documents > 1)
            {
                weighed.Add((word.Key, bySegment, Weight(word.Count(), documents, snapshot.Documents)));
            }
        }

        return
        [
            .. weighed.OrderByDescending(static w => w.Weight).ThenBy(static w => w.Word, StringComparer.Ordinal)
                .Take(MostWords).Select(static w => (w.BySegment, w.Weight)),
        ];
    }

    /// <summary>Frequency with diminishing returns times rarity.</summary>
    /// <param name="frequency">How often the word stands in the document.</param>
    /// <param name="documents">In how many documents it stands.</param>
    /// <param name="all">How many documents there are.</param>
    public static double Weight(int frequency, int documents, int all) => (1 + Math.Log(frequency)) * Math.Log((double)all / documents);
}
