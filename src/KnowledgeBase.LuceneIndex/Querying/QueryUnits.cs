using System.Collections.Immutable;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>A part of the query that is found, scored and marked as one: a word, a phrase, a proximity, a name with its variants.</summary>
/// <param name="Node">The node of the tree.</param>
/// <param name="Fields">Where it is looked for.</param>
/// <param name="Number">Its number, in the order of the tree.</param>
/// <param name="Within">The quotations it must stand in; null when it may stand anywhere.</param>
internal sealed record QueryUnit(QueryNode Node, ImmutableArray<string> Fields, int Number, QueryNode.Said? Within = null)
{
    /// <summary>What it counts in scores; 1 for what was typed.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>The units of a query that documents should have; what stands under a NOT is not among them.</summary>
internal static class QueryUnits
{
    public static ImmutableArray<QueryUnit> Of(QueryNode query)
    {
        var units = ImmutableArray.CreateBuilder<QueryUnit>();
        Collect(query, QueryFields.Default, null, units);
        return units.ToImmutable();
    }

    public static bool IsUnit(QueryNode node) =>
        LeafResolver.IsLeaf(node) || node is QueryNode.Phrase or QueryNode.Window or QueryNode.Near or QueryNode.Variants;

    /// <summary>The words that a unit holds together, each a unit by itself; none for a single word or name.</summary>
    public static IEnumerable<QueryUnit> Parts(QueryUnit unit) => Parts(unit.Node).Where(part => part != unit.Node).Select(part => unit with { Node = part });

    private static IEnumerable<QueryNode> Parts(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => phrase.Elements.SelectMany(Parts),
        QueryNode.Window window => window.Elements.SelectMany(Parts),
        QueryNode.Near near => Parts(near.Left).Concat(Parts(near.Right)),
        QueryNode.Any any => any.Children.SelectMany(Parts),
        _ => [node],
    };

    private static void Collect(
        QueryNode node, ImmutableArray<string> fields, QueryNode.Said? within, ImmutableArray<QueryUnit>.Builder units)
    {
        if (IsUnit(node))
        {
            units.Add(new QueryUnit(node, fields, units.Count, within));
            return;
        }

        switch (node)
        {
            case QueryNode.All all:
                foreach (var child in all.Children)
                {
                    Collect(child, fields, within, units);
                }

                break;
            case QueryNode.Any any:
                foreach (var child in any.Children)
                {
                    Collect(child, fields, within, units);
                }

                break;
            case QueryNode.Field field:
                Collect(field.Child, [field.Name], within, units);
                break;
            case QueryNode.Said { Words: { } words } said:
                Collect(words, ["text"], said, units);
                break;
        }
    }
}
