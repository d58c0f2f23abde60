using CsCheck;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Querying;

public class QueryWriterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("police AND congress", "police congress")]
    [InlineData("(police OR war) congress -\"army\"", "(police OR war) congress -\"army\"")]
    [InlineData("“criminal police” =Schober", "\"criminal police\" =Schober")]
    [InlineData("anti-anarchist", "\"anti anarchist\"~")]
    [InlineData("title:(a OR b) date:[1914 TO 1923]", "title:(a OR b) date:1914..1923")]
    [InlineData("before:1914-05", "date:..1914-04")]
    [InlineData("date:1923-09-03..1923-09-07", "date:1923-09-03..1923-09-07")]
    [InlineData("date:1923-02", "date:1923-02")]
    [InlineData("police NEAR/3 (a OR b) BEFORE/2 c", "police NEAR/3 (a OR b) BEFORE/2 c")]
    [InlineData("(=\\AND) war", "=\\AND war")]
    [InlineData("said:Schober crime OR war", "said:\"Schober\" crime OR war")]
    [InlineData("(said:D NOT \"p i\" BEFORE/9 !\"j p\"", "said:\"D\" -\"p i\" -\"j p\"")]
    [InlineData("said:So\u0308derman*", "said:\"S\u00F6derman*\"")]
    [InlineData("said:=Karner police", "said:=\"Karner\" police")]
    [InlineData("said:(Scho?er?) police", "said:(Scho?er?) police")]
    [InlineData("said:Schober~2", "said:\"Schober~2\"")]
    [InlineData("date:(1914 OR 1923)", "date:1914 OR date:1923")]
    [InlineData("added:last-week OR added:last-30-days", "added:last-week OR added:last-30-days")]
    [InlineData("added:2026-09", "added:2026-09")]
    [InlineData("added:2026~", "added:2025..2027")]
    public void A_query_is_written(string typed, string written) => Assert.Equal(written, QueryWriter.Write(Asked.Parse(typed).Query));

    [Fact]
    public void What_is_written_reads_as_the_same_tree() => AnyQueryText.Short.Sample(
        static typed =>
        {
            var query = Asked.Parse(typed).Query;
            var written = QueryWriter.Write(query);
            // Words in brackets beside a NEAR are written once for each pair: then there can be more of them than a query may have.
            var isWithinLimits = written.Length <= QueryLimits.Characters
                && !Asked.Parse(written).Problems.Any(static problem => problem.Code is "query.many_fuzzy" or "query.many_wildcard_words");
            if (isWithinLimits)
            {
                Assert.Equal((written, query.ToString()), (written, Asked.Tree(written)));
            }
        },
        iter: 20_000);

    [Fact]
    public void Taking_out_a_condition_leaves_the_others()
    {
        var query = Asked.Parse("police date:1923 (congress OR war)").Query;
        var conditions = Assert.IsType<QueryNode.All>(query).Children;
        Assert.Equal(
            ["date:1923 (congress OR war)", "police (congress OR war)", "police date:1923"],
            conditions.Select(condition => QueryWriter.WriteWithout(query, condition)));
        Assert.Equal("", QueryWriter.WriteWithout(conditions[0], conditions[0]));
    }
}
