using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Querying;

/// <summary>What holds for every text. CsCheck prints the seed of a failure; pass it as <c>seed:</c> to repeat it.</summary>
public class QueryParserPropertyTests
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = QueryLimits.JsonDepth };

    [Fact]
    public void Every_text_is_read_within_the_limits()
    {
        AnyQueryText.Short.Sample(static typed => CheckRead(typed), iter: 20_000);
        AnyQueryText.Long.Sample(static typed => CheckRead(typed), iter: 300);
    }

    [Fact]
    public void Any_characters_at_all_are_read_within_the_limits() =>
        Gen.Char.Array[0, 200].Select(static chars => new string(chars)).Sample(static typed => CheckRead(typed), iter: 20_000);

    [Fact]
    public void Adding_brackets_around_everything_changes_nothing() =>
        AnyQueryText.Short.Where(static typed => IsBalanced(typed) && !typed.Contains("quote:", StringComparison.OrdinalIgnoreCase)).Sample(
            static typed => Asked.Tree("(" + typed.Trim() + " )") == Asked.Tree(typed.Trim() + " "), iter: 3_000);

    [Fact]
    public void Attacks_with_one_sign_are_read_in_full_depth()
    {
        foreach (var sign in new[] { "(", ")", "\"", "-", "NOT ", "=", "title:", "(\"", "-title:(a OR (", "(a OR -", "-(a b OR ", "a NEAR/5 ", "a OR (", "‘", "[", "date:[", "~", "\\", "*", "*?", "quote:\"", "said:" })
        {
            CheckRead(string.Concat(Enumerable.Repeat(sign, 30_000)));
            CheckRead(string.Concat(Enumerable.Repeat(sign, 30_000)) + "police");
        }
    }

    private static bool IsBalanced(string typed) =>
        Asked.Parse(typed).Problems.All(static problem => problem.Code is not
            ("query.stray_bracket" or "query.unclosed_bracket" or "query.unclosed_phrase" or "query.too_deep" or "query.question_mark" or "query.too_many_clauses" or "query.too_long"))
        && !typed.AsSpan().ContainsAny("()\\[{") && !typed.Contains('‘', StringComparison.Ordinal);

    private static void CheckRead(string typed)
    {
        var result = Asked.Parse(typed);
        Assert.Equal(typed, result.Typed);
        Assert.All(result.Problems, problem => CheckSpan(problem.Span, typed));
        var leaves = new HashSet<QueryNode>(ReferenceEqualityComparer.Instance);
        Assert.InRange(Measure(result.Query, typed, leaves), 1, (4 * QueryLimits.Depth) + QueryLimits.NearDepth);
        Assert.InRange(leaves.Count(static leaf => leaf is not (QueryNode.Fuzzy or QueryNode.Word or QueryNode.Wildcard)), 0, QueryLimits.Clauses);
        Assert.InRange(leaves.Count(static leaf => leaf is QueryNode.Fuzzy), 0, QueryLimits.FuzzyWords);
        Assert.InRange(result.Query.ToString().Length, 1, 64 * QueryLimits.QuoteCharacters);
        var json = JsonSerializer.Serialize(result.Query, Deep);
        Assert.Equal(result.Query.ToString(), JsonSerializer.Deserialize<QueryNode>(json, Deep)!.ToString());
        Assert.Equal(result.Query.ToString(), QuerySimplifier.Simplify(result.Query).ToString());
        if (result.Query is QueryNode.Everything && typed.Any(char.IsAsciiLetterOrDigit) && !typed.AsSpan().ContainsAny('*', '＊'))
        {
            Assert.NotEmpty(result.Problems);
        }
    }

    /// <summary>How deep the tree is; collects its leaves, each once however often it is shared.</summary>
    private static int Measure(QueryNode node, string typed, HashSet<QueryNode> leaves)
    {
        CheckSpan(node.Source, typed);
        CheckNode(node);
        var children = Children(node);
        if (children.IsEmpty)
        {
            leaves.Add(node);
            return 1;
        }

        return 1 + children.Max(child => Measure(child, typed, leaves));
    }

    private static void CheckSpan(TextSpan span, string typed)
    {
        Assert.InRange(span.Start, 0, span.End);
        Assert.InRange(span.End, span.Start, typed.Length);
    }

    private static void CheckNode(QueryNode node)
    {
        switch (node)
        {
            case QueryNode.Word word:
                Assert.Equal([word.Text], Asked.Words(word.Text));
                break;
            case QueryNode.Wildcard wildcard:
                Assert.InRange(wildcard.Pattern.Count(char.IsLetterOrDigit) + wildcard.Pattern.Count(char.IsSurrogate), QueryLimits.WildcardLiterals, 1024);
                Assert.InRange(wildcard.Pattern.Count(static c => c is '*' or '?'), 1, QueryLimits.Wildcards);
                Assert.DoesNotContain("*?", wildcard.Pattern, StringComparison.Ordinal);
                Assert.NotEqual(WordForm.AnyForm, wildcard.Form);
                break;
            case QueryNode.Fuzzy fuzzy:
                Assert.InRange(fuzzy.Edits, 1, QueryLimits.FuzzyEdits);
                Assert.InRange(fuzzy.Text.EnumerateRunes().Count(), QueryLimits.FuzzyLength, 1024);
                break;
            case QueryNode.Phrase phrase:
                Assert.InRange(phrase.Elements.Length, 2, QueryLimits.PhraseWords);
                Assert.All(phrase.Elements, static element => Assert.False(element is QueryNode.All or QueryNode.Near or QueryNode.Phrase));
                break;
            case QueryNode.Window window:
                Assert.InRange(window.Elements.Length, 2, QueryLimits.WindowWords);
                Assert.InRange(window.Distance, 0, QueryLimits.Distance);
                break;
            case QueryNode.Near near:
                Assert.InRange(near.Distance, 0, QueryLimits.Distance);
                Assert.All([near.Left, near.Right], static side => Assert.False(side is QueryNode.All or QueryNode.Not or QueryNode.Field));
                break;
            case QueryNode.Field field:
                Assert.Contains(field.Name, QueryFields.Text);
                break;
            case QueryNode.All { Children.Length: var count }:
                Assert.InRange(count, 2, QueryLimits.Clauses);
                break;
        }
    }

    private static ImmutableArray<QueryNode> Children(QueryNode node) => node switch
    {
        QueryNode.All all => all.Children,
        QueryNode.Any any => any.Children,
        QueryNode.Not not => [not.Child],
        QueryNode.Field field => [field.Child],
        QueryNode.Phrase phrase => phrase.Elements,
        QueryNode.Window window => window.Elements,
        QueryNode.Near near => [near.Left, near.Right],
        QueryNode.Said { Words: { } words } => [words],
        _ => [],
    };
}
