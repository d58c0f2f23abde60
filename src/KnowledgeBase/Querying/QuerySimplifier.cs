using System.Collections.Immutable;

namespace KnowledgeBase.Querying;

/// <summary>The same question, said more shortly. Pure; asks for exactly the same documents and marks.</summary>
public static class QuerySimplifier
{
    /// <summary>
    /// Joins AND in AND and OR in OR, takes apart groups of one, drops repetitions and double negations.
    /// <c>(all a (all b a))</c> becomes <c>(all a b)</c>, <c>(not (not a))</c> becomes <c>a</c>, <c>(title: (not a))</c> becomes
    /// <c>(not (title: a))</c>.
    /// </summary>
    public static QueryNode Simplify(QueryNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node switch
        {
            QueryNode.All all => SimplifyAll(all),
            QueryNode.Any any => SimplifyAny(any),
            QueryNode.Not not => Simplify(not.Child) is var child && child is QueryNode.Not inner ? inner.Child : not with { Child = child },
            QueryNode.Field field => Simplify(field.Child) switch
            {
                QueryNode.Field inner => inner,
                QueryNode.Not not => not with { Child = field with { Child = not.Child } },
                var child => field with { Child = child },
            },
            QueryNode.Phrase phrase => SimplifyPhrase(phrase),
            QueryNode.Window window => window.Elements.Length == 1
                ? Simplify(window.Elements[0])
                : window with { Elements = [.. window.Elements.Select(Simplify)] },
            QueryNode.Near near => near with { Left = Simplify(near.Left), Right = Simplify(near.Right) },
            QueryNode.Said { Words: { } words } said => said with { Words = Simplify(words) },
            _ => node,
        };
    }

    private static QueryNode SimplifyAll(QueryNode.All all)
    {
        var children = Distinct(all.Children.Select(Simplify).SelectMany(static child => child is QueryNode.All inner ? inner.Children : [child]));

        // Everything and x is x.
        var asking = children.RemoveAll(static child => child is QueryNode.Everything);
        return asking.Length switch
        {
            0 => new QueryNode.Everything { Source = all.Source },
            1 => asking[0],
            _ => all with { Children = asking },
        };
    }

    private static QueryNode SimplifyAny(QueryNode.Any any)
    {
        var children = Distinct(any.Children.Select(Simplify).SelectMany(static child => child is QueryNode.Any inner ? inner.Children : [child]));
        return children switch
        {
            [var only] => only,
            _ when children.Any(static child => child is QueryNode.Everything) => new QueryNode.Everything { Source = any.Source },
            _ => any with { Children = children },
        };
    }

    /// <summary>A phrase of one is that one; a phrase in a phrase is part of it.</summary>
    private static QueryNode SimplifyPhrase(QueryNode.Phrase phrase)
    {
        var elements = phrase.Elements.Select(Simplify)
            .SelectMany(static element => element is QueryNode.Phrase inner ? inner.Elements : [element]).ToImmutableArray();
        return elements is [var only] ? only : phrase with { Elements = elements };
    }

    private static ImmutableArray<QueryNode> Distinct(IEnumerable<QueryNode> nodes) =>
    [
        .. nodes.GroupBy(static node => node.ToString(), StringComparer.Ordinal)
            .Select(static same => same.First() with { Times = same.Sum(static node => node.Times) }),
    ];
}
