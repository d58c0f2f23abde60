using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Names;

/// <summary>A query in which names stand with their variants, and the names that misspellings may have meant.</summary>
/// <param name="Query">What is searched.</param>
/// <param name="Offers">Names that a known misspelling may have meant.</param>
/// <param name="Problems">What was left as typed.</param>
public sealed record ExpandedQuery(QueryNode Query, ImmutableArray<NameOffer> Offers, ImmutableArray<QueryProblem> Problems);

/// <summary>Lets the names of one person, organisation or place find each other: IKPK and ICPC, Wien and Vienna.</summary>
/// <remarks>
/// Only plain words are expanded, also beside another word (<c>NEAR</c>, <c>"…"~5</c>). What was asked for as spelled (<c>=Wien</c>),
/// verbatim (<c>"Wien"</c>) or as a word of a longer phrase means what was typed. What is left out is read as what is asked for, so that
/// every document is on one side: <c>-Wien</c> leaves out exactly what <c>Wien</c> finds. Subjects are general words: they have
/// variants in the field <c>subject</c> only. Pure.
/// </remarks>
public static class VariantExpansion
{
    /// <summary>Most other names that all names beside another word stand for: each of them is compared by position.</summary>
    public const int MostNamesBeside = 96;

    private static readonly string[] Names = ["person", "organisation", "place"];
    private static readonly string[] None = [];

    /// <summary>Expands the names of a query.</summary>
    /// <param name="query">A query as it was read.</param>
    /// <param name="names">The names of the archive.</param>
    public static ExpandedQuery Expand(QueryNode query, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(names);
        var expansion = new Expansion(names);
        var expanded = expansion.Expand(query, Names);
        return new ExpandedQuery(expanded, [.. expansion.Offers.Distinct()], [.. expansion.Problems]);
    }

    /// <summary>The kinds of names that are looked for in a field; none in a field that holds no names.</summary>
    /// <param name="field">One of <see cref="QueryFields.Text"/>.</param>
    public static IReadOnlyList<string> KindsIn(string field) => Kinds(field);

    private static string[] Kinds(string field) => field switch
    {
        "person" => ["person"],
        "organisation" => ["organisation"],
        "place" => ["place"],
        "subject" => ["subject"],
        "title" or "text" or "summary" => Names,
        _ => None,
    };

    /// <summary>One query while its names are looked up.</summary>
    private sealed class Expansion(NameTable names)
    {
        private int _besideLeft = MostNamesBeside;

        public List<NameOffer> Offers { get; } = [];

        public List<QueryProblem> Problems { get; } = [];

        public QueryNode Expand(QueryNode node, string[] kinds) => node switch
        {
            QueryNode.Word { Form: WordForm.AnyForm } word => WithVariants(word, word.Text, kinds),
            QueryNode.Phrase phrase when IsOfPlainWords(phrase) => WithVariants(phrase, TextOf(phrase.Elements), kinds),
            QueryNode.Near or QueryNode.Window => Beside(node, kinds),
            QueryNode.All all => all with { Children = ExpandList(all.Children, kinds) },
            QueryNode.Any any => any with { Children = [.. any.Children.Select(child => Expand(child, kinds))] },
            QueryNode.Field field => field with { Child = Expand(field.Child, Kinds(field.Name)) },
            QueryNode.Said said => WithSpeakers(said),
            QueryNode.Not not => not with { Child = Expand(not.Child, kinds) },
            _ => node,
        };

        /// <summary>A name beside another word may stand there under any of its variants.</summary>
        private QueryNode Beside(QueryNode node, string[] kinds) => node switch
        {
            QueryNode.Near near => near with { Left = Beside(near.Left, kinds), Right = Beside(near.Right, kinds) },
            QueryNode.Window window => window with { Elements = [.. window.Elements.Select(element => Beside(element, kinds))] },
            QueryNode.Any any => any with { Children = [.. any.Children.Select(child => Beside(child, kinds))] },
            QueryNode.Word or QueryNode.Phrase => Bounded(Expand(node, kinds)),
            _ => node,
        };

        private QueryNode Bounded(QueryNode node)
        {
            if (node is not QueryNode.Variants variants)
            {
                return node;
            }

            _besideLeft -= variants.Others.Length;
            if (_besideLeft >= 0)
            {
                return variants;
            }

            Problems.Add(QueryProblems.ManyNames(QueryWriter.Write(variants), variants.Source));
            return variants.Typed;
        }

        private static bool IsOfPlainWords(QueryNode.Phrase phrase) =>
            phrase.Elements.All(static element => element is QueryNode.Word { Form: WordForm.AnyForm });

        private static string TextOf(IEnumerable<QueryNode> words) => string.Join(' ', words.Cast<QueryNode.Word>().Select(static word => word.Text));

        private QueryNode WithVariants(QueryNode typed, string text, string[] kinds)
        {
            Offers.AddRange(names.Meant(text));
            return names.Others(text, kinds) is { } others ? Variants(typed, others) : typed;
        }

        private static QueryNode.Variants Variants(QueryNode typed, OtherNames others) =>
            new(typed, [.. others.Names.Select(ToNode)], others.Authority) { Source = typed.Source, Names = others.Names };

        private static QueryNode ToNode(string name)
        {
            var words = NameKey.Words(name).Select(static word => (QueryNode)new QueryNode.Word(word)).ToImmutableArray();
            return words.Length == 1 ? words[0] : new QueryNode.Phrase(words);
        }

        /// <summary>Neighbouring words may be one name: the longest that is one is taken first.</summary>
        private ImmutableArray<QueryNode> ExpandList(ImmutableArray<QueryNode> children, string[] kinds)
        {
            var expanded = ImmutableArray.CreateBuilder<QueryNode>(children.Length);
            for (var i = 0; i < children.Length;)
            {
                var length = LongestName(children, i, kinds);
                expanded.Add(length > 1 ? WholeName(children.Slice(i, length), kinds) : Expand(children[i], kinds));
                i += length;
            }

            return expanded.ToImmutable();
        }

        private int LongestName(ImmutableArray<QueryNode> children, int start, string[] kinds)
        {
            var most = 0;
            while (start + most < children.Length && most < names.LongestName
                && children[start + most] is QueryNode.Word { Form: WordForm.AnyForm })
            {
                most++;
            }

            for (var length = most; length > 1; length--)
            {
                var text = TextOf(children.Slice(start, length));
                Offers.AddRange(names.Meant(text));
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
        private QueryNode.Any WholeName(ImmutableArray<QueryNode> words, string[] kinds)
        {
            var source = new TextSpan(words[0].Source.Start, words[^1].Source.End);
            var others = names.Others(TextOf(words), kinds)!;
            var phrase = new QueryNode.Phrase(words) { Source = source };
            return new QueryNode.Any([new QueryNode.All(words) { Source = source }, Variants(phrase, others)]) { Source = source };
        }

        private QueryNode.Said WithSpeakers(QueryNode.Said said)
        {
            Offers.AddRange(IsOneName(said) ? names.Meant(said.Speaker) : []);
            return said with
            {
                OtherNames = IsOneName(said) ? OtherNames(said.Speaker) : [],
                Words = said.Words is null ? null : Expand(said.Words, Names),
            };
        }

        /// <summary>A name as spelled means that name alone; one with wildcards is not the name of one record.</summary>
        private static bool IsOneName(QueryNode.Said said) => !said.IsAsSpelled && !SpeakerName.HasPatterns(said.Speaker);

        private ImmutableArray<string> OtherNames(string speaker) =>
            [.. names.Named(speaker, ["person", "organisation"]).SelectMany(static record => record.AllNames).Distinct(StringComparer.Ordinal)];
    }
}
