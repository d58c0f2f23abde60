using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>A unit of the query in the words of the reader, for reasons and counts.</summary>
internal static class QueryText
{
    public static string Of(QueryNode node) => node switch
    {
        QueryNode.Word { Form: WordForm.AsSpelled } word => "=" + word.Text,
        QueryNode.Word word => word.Text,
        QueryNode.Wildcard wildcard => wildcard.Pattern,
        QueryNode.Fuzzy fuzzy => fuzzy.Text,
        QueryNode.Phrase phrase when phrase.Elements.All(static element => element is QueryNode.Word { Form: WordForm.AsSpelled }) =>
            $"=\"{WordSegmenter.Join(phrase.Elements.Select(static element => ((QueryNode.Word)element).Text))}\"",
        QueryNode.Phrase phrase => WordSegmenter.Join(phrase.Elements.Select(Of)),
        QueryNode.Window window => string.Join(" … ", window.Elements.Select(Of)),
        QueryNode.Near near => $"{Of(near.Left)} … {Of(near.Right)}",
        QueryNode.Variants variants => Of(variants.Typed),
        QueryNode.Any any => string.Join(" / ", any.Children.Select(Of)),
        _ => node.ToString(),
    };
}
