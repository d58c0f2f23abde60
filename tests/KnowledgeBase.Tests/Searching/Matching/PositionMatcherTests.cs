using System.Collections.Immutable;
using CsCheck;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Matching;

namespace KnowledgeBase.Tests.Searching.Matching;

public class PositionMatcherTests
{
    [Theory]
    [InlineData("a b c a b", "(phrase a b)", "0-2[0-2] 3-5[3-5]")]
    [InlineData("a b a", "(phrase a b a)", "0-3[0-3]")]
    [InlineData("a a a", "(phrase a a)", "0-2[0-2] 1-3[1-3]")]
    [InlineData("a x b", "(phrase a b)", "")]
    [InlineData("b a", "(window a b)/0", "0-2[0-1 1-2]")]
    [InlineData("a x x b a", "(window a b)/5", "0-4[0-1 3-4] 3-5[3-4 4-5]")]
    [InlineData("a x x b", "(window a b)/1", "")]
    [InlineData("a x x b", "(window a b)/2", "0-4[0-1 3-4]")]
    [InlineData("a x b", "(window a a b)/9", "")]
    [InlineData("a a x b", "(window a a b)/1", "0-4[0-1 1-2 3-4]")]
    [InlineData("a x b", "(near a b)/1", "0-3[0-1 2-3]")]
    [InlineData("a x x b", "(near a b)/1", "")]
    [InlineData("b x a", "(near a b)/1", "0-3[0-1 2-3]")]
    [InlineData("b x a", "(before a b)/1", "")]
    [InlineData("b a b b", "(near a b)/5", "1-3[1-2 2-3]")]
    [InlineData("a a", "(near a a)/5", "0-2[0-1 1-2]")]
    [InlineData("a", "(near a a)/5", "")]
    [InlineData("a b x c", "(near (phrase a b) c)/1", "0-4[0-2 3-4]")]
    [InlineData("a x b x x b c", "(before (before a b)/9 c)/0", "0-7[0-1 5-6 6-7]")]
    [InlineData("a b c", "(any (phrase a b) c)", "0-2[0-2] 2-3[2-3]")]
    [InlineData("a b c a d", "(phrase a (any (phrase b c) d))", "0-3[0-3] 3-5[3-5]")]
    public void A_text_matches(string text, string query, string expected)
    {
        var words = text.Split(' ');
        var matches = new PositionMatcher(Tree.Parse(query)).Match(leaf => Places(words, leaf));
        Assert.Equal(expected, string.Join(' ', matches.Select(static m => $"{m.Start}-{m.End}[{string.Join(' ', m.Segments.Select(static s => $"{s.Position}-{s.End}"))}]")));
    }

    [Fact]
    public void Matching_agrees_with_trying_everything()
    {
        Gen.Select(AnyLeaves, AnyNode(2)).Sample(
            static (leaves, node) => CheckAgainstBruteForce(node, leaf => leaves[((QueryNode.Word)leaf).Text[0] - 'a']), iter: 30_000);
    }

    [Fact]
    public void Windows_of_words_that_can_stand_for_each_other_agree_with_trying_everything()
    {
        Gen.Select(AnyUnitLeaves, AnyWindow).Sample(
            static (leaves, node) => CheckAgainstBruteForce(node, leaf => leaves[((QueryNode.Word)leaf).Text[0] - 'a']), iter: 20_000);
    }

    [Fact]
    public void Parts_of_a_query_without_a_place_are_refused() =>
        Assert.Throws<ArgumentException>(static () => new PositionMatcher(new QueryNode.Undated()).Match(static _ => []));

    [Fact]
    public void A_text_of_one_word_repeated_is_matched_within_bounds()
    {
        var places = Enumerable.Range(0, 5_000).Select(static n => new Occurrence(n, n + 1)).ToList();
        var a = new QueryNode.Word("a");
        QueryNode near = a;
        for (var i = 0; i < QueryLimits.NearDepth; i++)
        {
            near = new QueryNode.Near(near, a, QueryLimits.Distance, Ordered: false);
        }

        Assert.InRange(new PositionMatcher(near).Match(_ => places).Count, 1, 2_000_000);
        var window = new QueryNode.Window([.. Enumerable.Repeat<QueryNode>(a, QueryLimits.WindowWords)], QueryLimits.Distance);
        Assert.Equal(5_000 - QueryLimits.WindowWords + 1, new PositionMatcher(window).Match(_ => places).Count);
        var choice = new QueryNode.Any([a, new QueryNode.Phrase([a, a])]);
        var mixed = new QueryNode.Window([.. Enumerable.Repeat<QueryNode>(choice, QueryLimits.WindowWords)], QueryLimits.Distance);
        Assert.NotEmpty(new PositionMatcher(mixed).Match(_ => places.GetRange(0, 500)));
    }

    private static readonly Gen<Occurrence> AnyOccurrence =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 9]).Select(static (at, length) => new Occurrence(at, at + (length == 0 ? 2 : 1)));

    private static readonly Gen<List<Occurrence>[]> AnyLeaves = AnyOccurrence.List[0, 4].Array[4];

    private static readonly Gen<List<Occurrence>[]> AnyUnitLeaves =
        Gen.Int[0, 11].List[1, 5].Select(static list => list.ConvertAll(static at => new Occurrence(at, at + 1))).Array[4];

    private static readonly Gen<QueryNode> AnyLeaf = Gen.Int[0, 3].Select(static n => (QueryNode)new QueryNode.Word(((char)('a' + n)).ToString()));

    private static readonly Gen<QueryNode> AnyWindow = Gen.Select(AnyLeaf.Array[2, 4], Gen.Int[0, 4], Gen.Int[0, 2], AnyLeaf).Select(static (elements, distance, kind, other) =>
    {
        QueryNode window = new QueryNode.Window([.. elements], distance);
        return kind == 0 ? new QueryNode.Near(window, other, 1, Ordered: false) : window;
    });

    private static Gen<QueryNode> AnyNode(int depth)
    {
        if (depth == 0)
        {
            return AnyLeaf;
        }

        var child = AnyNode(depth - 1);
        var element = Gen.OneOf(
            AnyLeaf,
            AnyLeaf,
            Gen.Select(AnyLeaf, AnyLeaf.Array[2, 2]).Select(static (one, two) => (QueryNode)new QueryNode.Any([one, new QueryNode.Phrase([.. two])])));
        return Gen.OneOf(
            element.Array[2, 3].Select(static elements => (QueryNode)new QueryNode.Phrase([.. elements])),
            Gen.Select(element.Array[2, 3], Gen.Int[0, 3]).Select(static (elements, distance) => (QueryNode)new QueryNode.Window([.. elements], distance)),
            Gen.Select(child, child, Gen.Int[0, 3], Gen.Bool).Select(static (left, right, distance, ordered) => (QueryNode)new QueryNode.Near(left, right, distance, ordered)),
            child.Array[2, 2].Select(static children => (QueryNode)new QueryNode.Any([.. children])));
    }

    private static void CheckAgainstBruteForce(QueryNode node, Func<QueryNode, IReadOnlyList<Occurrence>> leaves)
    {
        var all = BruteForcePositions.Find(node, leaves);
        var reported = new PositionMatcher(node).Match(leaves);
        Assert.Equal(all.Count > 0, reported.Count > 0);
        foreach (var match in reported)
        {
            Assert.Contains((match.Start, match.End), all);
            Assert.Equal(match.Start, match.Segments.Min(static s => s.Position));
            Assert.Equal(match.End, match.Segments.Max(static s => s.End));
            // The words of a match, and no other words, make the same match.
            var ofItsParts = BruteForcePositions.Find(node, leaf => [.. leaves(leaf).Where(place => match.Parts.Contains(place))]);
            Assert.Contains((match.Start, match.End), ofItsParts);
            CheckDisjoint(match.Segments);
            CheckDisjoint(match.Parts);
        }

        Assert.Equal(reported.Count, reported.Select(static m => (m.Start, m.End)).Distinct().Count());
    }

    private static void CheckDisjoint(ImmutableArray<Occurrence> sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            Assert.True(sorted[i].Position >= sorted[i - 1].End);
        }
    }

    private static List<Occurrence> Places(string[] words, QueryNode leaf) =>
        [.. Enumerable.Range(0, words.Length).Where(i => words[i] == leaf.ToString()).Select(static i => new Occurrence(i, i + 1))];
}
