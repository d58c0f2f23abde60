using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Searching;

/// <summary>Which words of a list are too common to be required.</summary>
/// <remarks>
/// A word of a list (words side by side) is not required of a document when it is a stop word of the document's language or of
/// English, the language of the pages, and another part of the list is still required. Phrases, fields with a word on its own,
/// alternatives and NOT take every word as typed.
/// </remarks>
public static class StopWords
{
    /// <summary>The language whose stop words are never required: that of the pages.</summary>
    public const string PageLanguage = "en";

    /// <summary>Whether documents analysed by <paramref name="chain"/> match the list without <paramref name="word"/>.</summary>
    public static bool IsSkipped(QueryNode.Word word, QueryNode.All list, string chain, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(list);
        return IsCommon(word, chain, analyzer) && list.Children.Any(child => !IsCommon(child, chain, analyzer) && child is not QueryNode.Not);
    }

    /// <summary>Whether a node is a plain word that is too common in the language of the chain or of the pages.</summary>
    public static bool IsCommon(QueryNode node, string chain, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        return node is QueryNode.Word { Form: WordForm.AnyForm } word
            && TextFolding.Fold(word.Text) is var folded
            && (analyzer.IsStopWord(folded, chain) || analyzer.IsStopWord(folded, PageLanguage));
    }
}
