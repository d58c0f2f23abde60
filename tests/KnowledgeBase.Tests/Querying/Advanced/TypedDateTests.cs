using CsCheck;
using KnowledgeBase.Querying.Advanced;

namespace KnowledgeBase.Tests.Querying.Advanced;

public class TypedDateTests
{
    [Theory]
    [InlineData("1923", "1923")]
    [InlineData(" 1923 ", "1923")]
    [InlineData("１９２３", "1923")]
    [InlineData("1923-09", "1923-09")]
    [InlineData("1923-9-3", "1923-09-03")]
    [InlineData("1923/09", "1923-09")]
    [InlineData("9/1923", "1923-09")]
    [InlineData("September 1923", "1923-09")]
    [InlineData("SEPT. 1923", "1923-09")]
    [InlineData("sep 1923", "1923-09")]
    [InlineData("May, 1923", "1923-05")]
    [InlineData("3 September 1923", "1923-09-03")]
    [InlineData("3rd of September, 1923", "1923-09-03")]
    [InlineData("3. September 1923", "1923-09-03")]
    [InlineData("September 3, 1923", "1923-09-03")]
    [InlineData("3.9.1923", "1923-09-03")]
    [InlineData("13/9/1923", "1923-09-13")]
    [InlineData("9/13/1923", "1923-09-13")]
    [InlineData("9/9/1923", "1923-09-09")]
    [InlineData("29 February 1924", "1924-02-29")]
    [InlineData("the 1920s", "1920s")]
    [InlineData("192X", "192X")]
    [InlineData("1923-XX", "1923-XX")]
    [InlineData("spring 1923", "1923-21")]
    [InlineData("Fall 1923", "1923-23")]
    [InlineData("c. 1914", "1914~")]
    [InlineData("ca 1914", "1914~")]
    [InlineData("c1914", "1914~")]
    [InlineData("about April 1914", "1914-04~")]
    [InlineData("circa the 1920s", "192X~")]
    [InlineData("1914~", "1914~")]
    [InlineData("1914?", "1914")]
    [InlineData("1914%", "1914~")]
    public void A_date_is_read(string typed, string date)
    {
        Assert.True(TypedDate.TryRead(typed, out var read, out var problem), problem);
        Assert.Equal(date, read);
    }

    [Theory]
    [InlineData("soon", "“soon” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("", "“” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("23", "“23” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("ma 1923", "“ma 1923” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("3 May 4 1923", "“3 May 4 1923” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("31 April 1923", "There is no 31 April 1923 in the calendar; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("1923-13", "There is no 1923-13 in the calendar; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("0000", "“0000” is not a date; write a year, a month or a day, such as 1923, September 1923 or 3 September 1923.")]
    [InlineData("3/9/1923", "“3/9/1923” can be 3 September or 9 March; write the month as a word.")]
    [InlineData("1914..1923", "“1914..1923” has two dates; write the first into “From” and the second into “To”.")]
    [InlineData("1914-1923", "“1914-1923” has two dates; write the first into “From” and the second into “To”.")]
    [InlineData("1914 – 1923", "“1914 – 1923” has two dates; write the first into “From” and the second into “To”.")]
    [InlineData("1914/1923-05", "“1914/1923-05” has two dates; write the first into “From” and the second into “To”.")]
    [InlineData("1914 to 1923", "“1914 to 1923” has two dates; write the first into “From” and the second into “To”.")]
    public void What_is_no_date_is_told_what_would_do(string typed, string expected)
    {
        Assert.False(TypedDate.TryRead(typed, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Whatever_is_read_can_be_searched_for() =>
        Gen.OneOf(AnyQueryText.Short, Gen.String[Gen.Char["0123456789-./~?%Xsc MaySept"], 0, 14]).Sample(
            static typed =>
            {
                if (TypedDate.TryRead(typed, out var date, out var problem))
                {
                    Assert.Empty(Asked.Parse("date:" + date).Problems);
                    Assert.StartsWith("(date-overlaps ", Asked.Tree("date:" + date), StringComparison.Ordinal);
                    Assert.DoesNotContain(' ', date);
                }
                else
                {
                    Assert.EndsWith(".", problem, StringComparison.Ordinal);
                }
            },
            iter: 20_000);
}
