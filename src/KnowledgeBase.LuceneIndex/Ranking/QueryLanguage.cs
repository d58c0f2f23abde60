using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Ranking;

/// <summary>In which of the index's languages a query is written: decides which of its words are too common to score.</summary>
internal static class QueryLanguage
{
    /// <summary>
    /// The chain whose documents know most of the words; a word that is common in the language counts half as much again. With equal
    /// evidence the language of most documents.
    /// </summary>
    public static string Guess(IReadOnlyList<QueryNode.Word> words, Snapshot snapshot, ITextAnalyzer analyzer)
    {
        var (best, bestScore, bestDocuments) = (LanguageChain.Fallback, -1.0, -1);
        foreach (var (chain, documents) in snapshot.DocumentsOf)
        {
            var score = words.Sum(word => Known(word, chain, snapshot, analyzer));
            if (score > bestScore || (score == bestScore && documents > bestDocuments))
            {
                (best, bestScore, bestDocuments) = (chain, score, documents);
            }
        }

        return best;
    }

    private static double Known(QueryNode.Word word, string chain, Snapshot snapshot, ITextAnalyzer analyzer)
    {
        var isKnown = analyzer.Stems(word.Text, chain).Any(stem => Stands(snapshot, WordStream.Cut(IndexFields.StemTerm(chain, stem))));
        return (isKnown ? 1 : 0) + (analyzer.IsStopWord(TextFolding.Fold(word.Text), chain) ? 0.5 : 0);
    }

    private static bool Stands(Snapshot snapshot, string term)
    {
        var bytes = new BytesRef(term);
        foreach (var segment in snapshot.Segments)
        {
            if (segment.Reader.GetTerms(IndexFields.Stems("text"))?.GetEnumerator() is { } terms && terms.SeekExact(bytes)
                && terms.Docs(segment.Live, null, DocsFlags.NONE).NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                return true;
            }
        }

        return false;
    }
}
