using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Querying.Reading;

/// <summary>What stands after <c>said:</c>.</summary>
internal static class Speakers
{
    /// <summary>A condition for the speaker. Words side by side are one name; a choice of speakers, or one left out, is a condition each.</summary>
    public static QueryNode Said(QueryNode node, TextSpan source) => node switch
    {
        QueryNode.Any any => new QueryNode.Any([.. any.Children.Select(child => Said(child, source))]) { Source = source },
        QueryNode.Not not => new QueryNode.Not(Said(not.Child, source)) { Source = source },
        QueryNode.All all when all.Children.Any(static child => child is QueryNode.Any or QueryNode.Not) => Several(all, source),
        _ => One([.. Words(node)], source),
    };

    private static QueryNode.All Several(QueryNode.All all, TextSpan source)
    {
        var name = all.Children.Where(static child => child is not (QueryNode.Any or QueryNode.Not)).SelectMany(Words).ToImmutableArray();
        var others = all.Children.Where(static child => child is QueryNode.Any or QueryNode.Not).Select(child => Said(child, source));
        return new QueryNode.All([.. name.IsEmpty ? others : others.Prepend(One(name, source))]) { Source = source };
    }

    private static QueryNode.Said One(ImmutableArray<QueryNode> words, TextSpan source) => new(SpeakerName.Of(words), null)
    {
        IsAsSpelled = words.Any(static word => word is QueryNode.Word { Form: WordForm.AsSpelled } or QueryNode.Wildcard { Form: WordForm.AsSpelled }),
        Source = source,
    };

    private static IEnumerable<QueryNode> Words(QueryNode node) => node switch
    {
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy => [node],
        QueryNode.Phrase phrase => phrase.Elements.SelectMany(Words),
        QueryNode.Window window => window.Elements.SelectMany(Words),
        QueryNode.Near near => Words(near.Left).Concat(Words(near.Right)),
        QueryNode.All all => all.Children.SelectMany(Words),
        QueryNode.Any any => any.Children.SelectMany(Words),
        _ => [],
    };
}
