using System.Collections.Immutable;

namespace KnowledgeBase.Querying.Names;

/// <summary>A query in which names stand with their variants, and the names that misspellings may have meant.</summary>
public sealed record ExpandedQuery(QueryNode Query, ImmutableArray<NameOffer> Offers);

/// <summary>Lets the names of one person, organisation or place find each other: IKPK and ICPC, Wien and Vienna.</summary>
/// <remarks>
/// Only plain words are expanded. What was asked for as spelled (<c>=Wien</c>), verbatim (<c>"Wien"</c>), beside another word
/// (<c>NEAR</c>) or not at all (<c>-Wien</c>) means what was typed. Subjects are general words: they have variants in the field
/// <c>subject</c> only. Pure.
/// </remarks>
public static class VariantExpansion
{
    private static readonly string[] Names = ["person", "organisation", "place"];
    private static readonly string[] None = [];

    /// <summary>Expands the names of a query.</summary>
    /// <param name="query">A query as it was read.</param>
    /// <param name="names">The names of the archive.</param>
    public static ExpandedQuery Expand(QueryNode query, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(names);
        var offers = new List<NameOffer>();
        var expanded = Expand(query, names, Names, offers);
        return new ExpandedQuery(expanded, [.. offers.Distinct()]);
    }

    private static QueryNode Expand(QueryNode node, NameTable names, string[] kinds, List<NameOffer> offers) => node switch
    {
        QueryNode.Word { Form: WordForm.AnyForm } word => WithVariants(word, word.Text, names, kinds, offers),
        QueryNode.Phrase phrase when IsOfPlainWords(phrase) => WithVariants(phrase, TextOf(phrase.Elements), names, kinds, offers),
        QueryNode.All all => all with { Children = ExpandList(all.Children, names, kinds, offers) },
        QueryNode.Any any => any with { Children = [.. any.Children.Select(child => Expand(child, names, kinds, offers))] },
        QueryNode.Field field => field with { Child = Expand(field.Child, names, KindsIn(field.Name), offers) },
        QueryNode.Said said => WithSpeakers(said, names, offers),
        _ => node,
    };

    private static string[] KindsIn(string field) => field switch
    {
        "person" => ["person"],
        "organisation" => ["organisation"],
        "place" => ["place"],
        "subject" => ["subject"],
        "title" or "text" or "summary" => Names,
        _ => None,
    };

    private static bool IsOfPlainWords(QueryNode.Phrase phrase) =>
        phrase.Elements.All(static element => element is QueryNode.Word { Form: WordForm.AnyForm });

    private static string TextOf(IEnumerable<QueryNode> words) => string.Join(' ', words.Cast<QueryNode.Word>().Select(static word => word.Text));

    private static QueryNode WithVariants(QueryNode typed, string text, NameTable names, string[] kinds, List<NameOffer> offers)
    {
        offers.AddRange(names.Meant(text));
        return names.Others(text, kinds) is { } others ? Variants(typed, others) : typed;
    }

    private static QueryNode.Variants Variants(QueryNode typed, OtherNames others) =>
        new(typed, [.. others.Names.Select(ToNode)], others.Authority) { Source = typed.Source };

    private static QueryNode ToNode(string name)
    {
        var words = NameKey.Words(name).Select(static word => (QueryNode)new QueryNode.Word(word)).ToImmutableArray();
        return words.Length == 1 ? words[0] : new QueryNode.Phrase(words);
    }

    /// <summary>Neighbouring words may be one name: the longest that is one is taken first.</summary>
    private static ImmutableArray<QueryNode> ExpandList(
        ImmutableArray<QueryNode> children, NameTable names, string[] kinds, List<NameOffer> offers)
    {
        var expanded = ImmutableArray.CreateBuilder<QueryNode>(children.Length);
        for (var i = 0; i < children.Length;)
        {
            var length = LongestName(children, i, names, kinds, offers);
            expanded.Add(length > 1
                ? WholeName(children.Slice(i, length), names, kinds)
                : Expand(children[i], names, kinds, offers));
            i += length;
        }

        return expanded.ToImmutable();
    }

    private static int LongestName(
        ImmutableArray<QueryNode> children, int start, NameTable names, string[] kinds, List<NameOffer> offers)
    {
        var most = 0;
        while (start + most < children.Length && most < names.LongestName && children[start + most] is QueryNode.Word { Form: WordForm.AnyForm })
        {
            most++;
        }

        for (var length = most; length > 1; length--)
        {
            var text = TextOf(children.Slice(start, length));
            offers.AddRange(names.Meant(text));
            if (names.Others(text, kinds) is not null)
            {
                return length;
            }
        }

        return 1;
    }

    /// <summary>
    /// A name of several words: all of its words, as for every list, or the name as a phrase under any of its variants.
    /// </summary>
    private static QueryNode.Any WholeName(ImmutableArray<QueryNode> words, NameTable names, string[] kinds)
    {
        var source = new Documents.TextSpan(words[0].Source.Start, words[^1].Source.End);
        var others = names.Others(TextOf(words), kinds)!;
        var phrase = new QueryNode.Phrase(words) { Source = source };
        return new QueryNode.Any([new QueryNode.All(words) { Source = source }, Variants(phrase, others)]) { Source = source };
    }

    private static QueryNode.Said WithSpeakers(QueryNode.Said said, NameTable names, List<NameOffer> offers)
    {
        offers.AddRange(names.Meant(said.Speaker));
        return said with
        {
            OtherNames = [.. names.Named(said.Speaker, ["person", "organisation"]).SelectMany(static r => r.AllNames).Distinct(StringComparer.Ordinal)],
            Words = said.Words is null ? null : Expand(said.Words, names, Names, offers),
        };
    }
}
