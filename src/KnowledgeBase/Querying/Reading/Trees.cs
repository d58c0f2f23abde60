using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>Joins read parts into the tree where the language leaves more than one way.</summary>
internal static class Trees
{
    /// <summary>Whether the node only asks for words, so that it can be looked for in one field, or in a quotation.</summary>
    public static bool IsWords(QueryNode node) => node switch
    {
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy or QueryNode.Phrase or QueryNode.Window or QueryNode.Near
            or QueryNode.Variants => true,
        QueryNode.All all => all.Children.All(IsWords),
        QueryNode.Any any => any.Children.All(IsWords),
        QueryNode.Not not => IsWords(not.Child),
        _ => false,
    };

    /// <summary>Whether the node has a place in the text that another can be near to.</summary>
    public static bool HasPlace(QueryNode node) => node switch
    {
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy or QueryNode.Phrase or QueryNode.Window or QueryNode.Near => true,
        QueryNode.Any any => any.Children.All(HasPlace),
        _ => false,
    };

    /// <summary>
    /// The node, looked for in a field. Parts that are not words (a date in the brackets after <c>title:</c>) stay as they are: a
    /// field holds for both sides of AND and OR, so it can be given to each part.
    /// </summary>
    public static QueryNode InField(string name, QueryNode node, TextSpan source) => node switch
    {
        _ when IsWords(node) => new QueryNode.Field(name, name == "lang" ? LanguageCodes(node) : node) { Source = source },
        QueryNode.All all => all with { Children = [.. all.Children.Select(child => InField(name, child, child.Source))] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(child => InField(name, child, child.Source))] },
        QueryNode.Not not => not with { Child = InField(name, not.Child, not.Child.Source) },
        _ => node,
    };

    /// <summary>A language that is named means its code.</summary>
    private static QueryNode LanguageCodes(QueryNode node) => node switch
    {
        QueryNode.Word word when word.Form is not WordForm.AsSpelled && LanguageNames.CodeOf(word.Text) is { } code => word with { Text = code, Form = WordForm.AnyForm },
        // What is written without spaces is cut into its characters.
        QueryNode.Phrase phrase when phrase.Elements.All(static element => element is QueryNode.Word { Form: not WordForm.AsSpelled })
            && LanguageNames.CodeOf(string.Concat(phrase.Elements.Cast<QueryNode.Word>().Select(static word => word.Text))) is { } code =>
            new QueryNode.Word(code) { Source = phrase.Source },
        QueryNode.All all => all with { Children = [.. all.Children.Select(LanguageCodes)] },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(LanguageCodes)] },
        QueryNode.Not not => not with { Child = LanguageCodes(not.Child) },
        _ => node,
    };

    /// <summary>NEAR or BEFORE of two parts; AND, and a problem, when they cannot be near each other.</summary>
    public static QueryNode Near(QueryNode left, QueryToken near, QueryNode right, ReadingContext context)
    {
        var source = new TextSpan(left.Source.Start, right.Source.End);
        var name = string.Create(CultureInfo.InvariantCulture, $"{near.Text}/{DistanceOf(near)}");
        if (NearDepth(left) + NearDepth(right) >= QueryLimits.NearDepth)
        {
            context.Report(QueryProblems.LongNear(name, near.Source));
            return new QueryNode.All([left, right]) { Source = source };
        }

        if (left is QueryNode.Field { Name: var field } leftField && right is QueryNode.Field rightField && rightField.Name == field
            && Near(leftField.Child, near, rightField.Child, name, context) is { } inField)
        {
            return new QueryNode.Field(field, inField) { Source = source };
        }

        if (Near(left, near, right, name, context) is { } joined)
        {
            return joined;
        }

        context.Report(QueryProblems.NearImpossible(name, near.Source));
        return new QueryNode.All([left, right]) { Source = source };
    }

    /// <summary>The number of words after NEAR, with the default and the limit.</summary>
    public static int DistanceOf(QueryToken near) => Math.Min(near.Number ?? DefaultDistance, QueryLimits.Distance);

    /// <summary>What a NEAR without a number means.</summary>
    public const int DefaultDistance = 10;

    /// <summary>How many NEARs the words in brackets beside one NEAR can become.</summary>
    private const int MostPairs = 16;

    /// <summary>
    /// <c>said:Schober extradition</c>: words beside the condition are looked for in the quotation. They go to the speaker before
    /// them, those before the first speaker to the first. Brackets around the condition keep them apart.
    /// </summary>
    public static List<QueryNode> BindSaid(List<QueryNode> nodes, Func<QueryNode, bool> isBracketed)
    {
        var flat = nodes.SelectMany(Conditions).ToList();
        bool Takes(QueryNode node) => IsSaid(node) && !isBracketed(node);
        var saids = flat.FindAll(Takes);
        if (saids.Count == 0 || !flat.Exists(IsBound))
        {
            return nodes;
        }

        var words = saids.ConvertAll(static _ => new List<QueryNode>());
        var others = new List<QueryNode>();
        var current = -1;
        foreach (var node in flat)
        {
            if (Takes(node))
            {
                current++;
                others.Add(node);
            }
            else if (IsBound(node))
            {
                words[Math.Max(current, 0)].Add(node);
            }
            else
            {
                others.Add(node);
            }
        }

        // Every condition stays where it was typed; only the words move.
        current = 0;
        return others.ConvertAll(node => Takes(node) ? WithWords(node, words[current++]) : node);
    }

    /// <summary>The parts that all hold, however deep they stand; a part that must not hold is one of them, not a word of a quotation.</summary>
    private static IEnumerable<QueryNode> Conditions(QueryNode node) =>
        node is QueryNode.All all ? all.Children.SelectMany(Conditions) : [node];

    private static bool IsBound(QueryNode node) => node is not QueryNode.Not && IsWords(node);

    private static bool IsSaid(QueryNode node) => node switch
    {
        QueryNode.Said { Words: null } => true,
        QueryNode.Any any => any.Children.All(static child => child is QueryNode.Said { Words: null }),
        _ => false,
    };

    private static QueryNode WithWords(QueryNode said, List<QueryNode> words)
    {
        if (words.Count == 0)
        {
            return said;
        }

        QueryNode all = words is [var only]
            ? only
            : new QueryNode.All([.. words]) { Source = new TextSpan(words[0].Source.Start, words[^1].Source.End) };
        var source = new TextSpan(Math.Min(said.Source.Start, all.Source.Start), Math.Max(said.Source.End, all.Source.End));
        return said is QueryNode.Any any
            ? any with { Children = [.. any.Children.Cast<QueryNode.Said>().Select(child => child with { Words = all })], Source = source }
            : (QueryNode.Said)said with { Words = all, Source = source };
    }

    private static QueryNode? Near(QueryNode left, QueryToken near, QueryNode right, string name, ReadingContext context)
    {
        var lefts = Sides(left);
        var rights = Sides(right);
        var pairs = lefts.Length * rights.Length;
        if (pairs is 0 or > MostPairs)
        {
            return null;
        }

        var source = new TextSpan(left.Source.Start, right.Source.End);
        if (pairs == 1)
        {
            return new QueryNode.Near(lefts[0], rights[0], DistanceOf(near), near.Ordered) { Source = source };
        }

        context.Report(QueryProblems.NearEach(name, near.Source));
        return new QueryNode.All(
        [
            .. from one in lefts
               from other in rights
               select new QueryNode.Near(one, other, DistanceOf(near), near.Ordered) { Source = source },
        ])
        {
            Source = source,
        };
    }

    private static int NearDepth(QueryNode node) => node switch
    {
        QueryNode.Near near => 1 + Math.Max(NearDepth(near.Left), NearDepth(near.Right)),
        QueryNode.Field field => NearDepth(field.Child),
        QueryNode.All { Children: var children } => children.Max(NearDepth),
        QueryNode.Any { Children: var children } => children.Max(NearDepth),
        _ => 0,
    };

    /// <summary>The parts of a side; none when it cannot be a side.</summary>
    private static ImmutableArray<QueryNode> Sides(QueryNode node) => node switch
    {
        _ when HasPlace(node) => [node],
        QueryNode.All all when all.Children.All(HasPlace) => all.Children,
        _ => [],
    };
}
