using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>A NEAR or window in which one name stands under another of its names.</summary>
/// <param name="Node">The whole, with the other name only and that as it is spelled.</param>
/// <param name="Other">The other name.</param>
/// <param name="Name">How it is spelled.</param>
/// <param name="Typed">What was typed.</param>
internal sealed record NameBeside(QueryNode Node, QueryNode Other, string Name, string Typed);

/// <summary>The names that can match within a proximity, so that a result can say which of them did.</summary>
internal static class NamesBeside
{
    /// <summary>Every other name of every name in a proximity; none for anything else.</summary>
    public static IEnumerable<NameBeside> Of(QueryNode unit) => unit is QueryNode.Near or QueryNode.Window ? Within(unit) : [];

    private static IEnumerable<NameBeside> Within(QueryNode node) => node switch
    {
        QueryNode.Variants variants => StandingName.Of(variants).Where(static name => name.VariantOf is not null)
            .Select(static name => new NameBeside(name.AsSpelled, name.Node, name.Name, name.VariantOf!)),
        QueryNode.Near near =>
        [
            .. Within(near.Left).Select(one => one with { Node = near with { Left = one.Node } }),
            .. Within(near.Right).Select(one => one with { Node = near with { Right = one.Node } }),
        ],
        QueryNode.Window window => window.Elements.SelectMany((element, i) =>
            Within(element).Select(one => one with { Node = window with { Elements = window.Elements.SetItem(i, one.Node) } })),
        QueryNode.Any any => any.Children.SelectMany(Within),
        _ => [],
    };
}
