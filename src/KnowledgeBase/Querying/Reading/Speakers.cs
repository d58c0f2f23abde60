using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>What stands after <c>said:</c>.</summary>
internal static class Speakers
{
    /// <summary>A condition for the speaker; for a choice of speakers, a choice of conditions.</summary>
    public static QueryNode Said(QueryNode node, TextSpan source) => node is QueryNode.Any any
        ? new QueryNode.Any([.. any.Children.Select(child => Said(child, source))]) { Source = source }
        : new QueryNode.Said(string.Join(' ', Words(node)), null) { Source = source };

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        QueryNode.Word word => [word.Text],
        QueryNode.Fuzzy fuzzy => [fuzzy.Text],
        // A name has no wildcards; what stands beside a star is not composed yet, as a letter before it and an accent after it are two.
        QueryNode.Wildcard wildcard =>
            [TextFolding.Compose(wildcard.Pattern.Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal))],
        QueryNode.Phrase phrase => phrase.Elements.SelectMany(Words),
        QueryNode.Window window => window.Elements.SelectMany(Words),
        QueryNode.Near near => Words(near.Left).Concat(Words(near.Right)),
        QueryNode.All all => all.Children.SelectMany(Words),
        QueryNode.Any any => any.Children.SelectMany(Words),
        _ => [],
    };
}
