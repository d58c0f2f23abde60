using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>Documents that share much of what is special to one document.</summary>
/// <remarks>
/// The <see cref="MostWords"/> words with the highest weight (frequency in the document times rarity in the archive) stand for the
/// document, whether they stand in its title, summary, text or names. Similar are the <see cref="MostDocuments"/> documents whose words
/// are worth most of that weight, from <see cref="LeastShare"/> of it on. Common words of the language, words of one or two letters and
/// words that no other document has say nothing. Measured on the archive of 302 documents: half of them have 17 similar ones or more,
/// nine in ten have 7 or more.
/// </remarks>
internal sealed class SimilarDocuments
{
    /// <summary>How many words stand for a document.</summary>
    public const int MostWords = 30;

    /// <summary>The share of their weight that a similar document has.</summary>
    public const double LeastShare = 0.1;

    /// <summary>How many documents are similar to one.</summary>
    public const int MostDocuments = 20;

    /// <summary>Shorter words of an alphabet say nothing.</summary>
    private const int ShortestWord = 3;

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
                foreach (var other in bySegment[segment])
                {
                    _shares[segment][other] += weight / total;
                }
            }
        }

        _shares[home.Number][doc] = 0;
        KeepBest(snapshot);
    }

    public IEnumerable<int> In(int segment) =>
        Enumerable.Range(0, _shares[segment].Length).Where(doc => _shares[segment][doc] > 0);

    /// <summary>The share of the weight, from <see cref="LeastShare"/> to 1; 0 for a document that is not similar.</summary>
    public double Score(int segment, int doc) => _shares[segment][doc];

    /// <summary>Of documents that share as much the one with the lower code is taken.</summary>
    private void KeepBest(Snapshot snapshot)
    {
        var best = snapshot.Segments
            .SelectMany(segment => Enumerable.Range(0, segment.Documents).Select(doc => (Segment: segment, Doc: doc, Share: Score(segment.Number, doc))))
            .Where(static one => one.Share >= LeastShare)
            .OrderByDescending(static one => one.Share)
            .ThenBy(static one => one.Segment.Columns.Ids[one.Segment.Columns.IdOf[one.Doc]], StringComparer.Ordinal)
            .Take(MostDocuments)
            .ToList();
        foreach (var shares in _shares)
        {
            Array.Clear(shares);
        }

        foreach (var (segment, doc, share) in best)
        {
            _shares[segment.Number][doc] = share;
        }
    }

    private static List<(int[][] BySegment, double Weight)> Weigh(
        CorpusDocument document, Snapshot snapshot, PostingsReader reader, ITextAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var weighed = new List<(string Word, int[][] BySegment, double Weight)>();
        foreach (var word in Words(document, analyzer).GroupBy(static word => word, StringComparer.Ordinal))
        {
            var node = new QueryNode.Word(word.Key, WordForm.Verbatim);
            var bySegment = snapshot.Segments.Select(segment => Having(node, segment, reader, cancellationToken)).ToArray();
            var documents = bySegment.Sum(static having => having.Length);
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

    /// <summary>The words of a document that say something, each as often as it stands there.</summary>
    private static IEnumerable<string> Words(CorpusDocument document, ITextAnalyzer analyzer)
    {
        var language = document.Metadata.Language;
        IEnumerable<TextToken> Prose(string? text) => text is null ? [] : FieldAnalysis.OfValues([text], language, analyzer);

        var names = QueryFields.Default.Except(QueryFields.Stemmed)
            .SelectMany(field => FieldAnalysis.OfValues(DocumentMapping.NameValues(document, field), LanguageChain.Fallback, analyzer));
        return Prose(document.Metadata.Title).Concat(Prose(document.Metadata.Summary)).Concat(FieldAnalysis.OfText(document, analyzer)).Concat(names)
            .Select(static token => token.Exact)
            .Where(word => !analyzer.IsStopWord(word, language) && (word.Length >= ShortestWord || WordSegmenter.IsUnspaced(word)));
    }

    /// <summary>The documents that have a word, in whatever part of them, each once.</summary>
    private static int[] Having(QueryNode.Word word, SegmentView segment, PostingsReader reader, CancellationToken cancellationToken)
    {
        var parts = QueryFields.Default.Select(field => reader.Read(segment, word, field, cancellationToken).Documents)
            .Where(static documents => documents.Length > 0).ToList();
        return parts switch
        {
            [] => [],
            [var only] => only,
            _ => [.. parts.SelectMany(static documents => documents).Distinct()],
        };
    }

    /// <summary>Frequency with diminishing returns times rarity.</summary>
    /// <param name="frequency">How often the word stands in the document.</param>
    /// <param name="documents">In how many documents it stands.</param>
    /// <param name="all">How many documents there are.</param>
    private static double Weight(int frequency, int documents, int all) => (1 + Math.Log(frequency)) * Math.Log((double)all / documents);
}
