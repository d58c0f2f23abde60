using CsCheck;
using KnowledgeBase.Searching;
using KnowledgeBase.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Tests.Web;

public class SearchUrlTests
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("?q=police+congress", "/?q=police+congress")]
    [InlineData("?q=%20police%20", "/?q=police")]
    [InlineData("?page=1&count=10&sort=relevance&q=a", "/?q=a")]
    [InlineData("?sort=added", "/")]
    [InlineData("?q=a&sort=added", "/?q=a&sort=added")]
    [InlineData("?place=Vienna&type=letter&type=speech", "/?type=letter&type=speech&place=Vienna")]
    [InlineData("?not-lang=de&q=%22a%26b%22", "/?q=%22a%26b%22&not-lang=de")]
    [InlineData("?q=a&page=3&count=50", "/?q=a&page=3&count=50")]
    [InlineData("?q=a&from=1914&to=1923", "/?q=a+date%3A1914..1923")]
    [InlineData("?from=1923&to=1914", "/?q=date%3A1914..1923")]
    [InlineData("?q=a&from=1923&to=1923", "/?q=a+date%3A1923")]
    [InlineData("?q=a&to=1923", "/?q=a+date%3A..1923")]
    [InlineData("?view=documents&q=a", "/?q=a")]
    [InlineData("?view=passages&q=a&count=10", "/?q=a&view=passages")]
    [InlineData("?view=table&q=a&sort=title&count=50", "/?q=a&sort=title&view=table")]
    [InlineData("?view=concordance&q=a", "/concordance?q=a")]
    [InlineData("?view=concordance&q=a&sort=date&left=5&right=5&near=+&count=50", "/concordance?q=a")]
    [InlineData("?view=concordance&q=a&sort=r1-DESC&near=b&left=2&right=0&page=3", "/concordance?q=a&near=b&left=2&right=0&sort=R1-desc&page=3")]
    [InlineData("?view=concordance&q=a&sort=found-desc", "/concordance?q=a")]

    [InlineData("?prefer-date=newer&broaden=1&q=a&prefer-lang=de&prefer-type=letter", "/?q=a&broaden=1&prefer-type=letter&prefer-lang=de&prefer-date=newer")]
    [InlineData("?q=a&broaden=0&prefer-type=&prefer-lang=&prefer-date=", "/?q=a")]
    public void An_address_has_one_spelling(string query, string address) => Assert.Equal(address, Read(query).ToString());

    [Theory]
    [InlineData("?count=101", "parameter.count")]
    [InlineData("?count=0", "parameter.count")]
    [InlineData("?count=ten", "parameter.count")]
    [InlineData("?page=0", "parameter.page")]
    [InlineData("?page=-1", "parameter.page")]
    [InlineData("?sort=best", "parameter.sort")]
    [InlineData("?from=14", null)]
    [InlineData("?from=MCMXIV", "parameter.from")]
    [InlineData("?q=a&broaden=yes", "parameter.broaden")]
    [InlineData("?q=a&prefer-date=best", "parameter.prefer-date")]
    [InlineData("?colour=red", "parameter.unknown")]
    [InlineData("?not-colour=red", "parameter.unknown")]
    [InlineData("?q=anything&type=letter&n=3", null)]
    [InlineData("?view=sideways", "parameter.view")]
    [InlineData("?view=concordance&sort=title", "parameter.sort")]
    [InlineData("?view=concordance&left=6", "parameter.left")]
    [InlineData("?view=concordance&count=500", null)]
    [InlineData("?view=concordance&count=501", "parameter.count")]
    [InlineData("?near=b", "parameter.unknown")]
    public void What_cannot_be_used_is_named(string query, string? code)
    {
        SearchUrlReader.Read(Parse(query), out var problems);
        Assert.Equal(code is null ? [] : [code], problems.Select(static problem => problem.Code));
    }

    [Fact]
    public void More_filters_than_a_search_can_have_are_refused_with_the_limit()
    {
        SearchUrlReader.Read(Parse("?" + string.Join('&', Enumerable.Range(0, 60).Select(static i => "type=t" + i))), out var problems);
        Assert.Contains(problems, static problem => problem.Message.Contains("50", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_text_is_not_broadened_and_keeps_what_is_preferred() =>
        Assert.Equal("/?q=b&prefer-lang=de", Read("?q=a&broaden=1&prefer-lang=de&page=2").WithText("b").ToString());

    [Fact]
    public void Choosing_a_value_twice_keeps_one_filter_and_goes_to_the_first_page()
    {
        var url = Read("?q=a&page=4").With(new FacetFilter("type", "letter")).With(new FacetFilter("type", "letter", Exclude: true));
        Assert.Equal("/?q=a&not-type=letter", url.ToString());
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var words = Gen.String[Gen.Char["aé \"&+%#=?/\\<>Ш漢"], 0, 12].Select(static text => text.Trim());
        var filters = Gen.Select(Gen.Int[0, FacetNames.All.Length - 1].Select(static i => FacetNames.All[i]), Gen.String[Gen.Char["aé &+%=ж"], 1, 8], Gen.Bool)
            .Select(static (facet, value, exclude) => new FacetFilter(facet, value, exclude)).Array[0, 5];
        Gen.Select(words, filters, Gen.Int[1, 1000], Gen.Int[1, 100]).Sample((text, chosen, page, count) =>
        {
            var url = new SearchUrl { Text = text, Count = count };
            url = chosen.Aggregate(url, static (current, filter) => current.With(filter)).OnPage(page);
            Assert.Equal(url.ToString(), Read(url.ToString()[1..]).ToString());
        });
    }

    [Fact]
    public void The_offset_of_a_far_page_does_not_overflow() =>
        Assert.InRange(Read("?q=a&page=10000000&count=100").Offset, 0, int.MaxValue);

    internal static SearchUrl Read(string query) => SearchUrlReader.Read(Parse(query), out _);

    private static QueryCollection Parse(string query) => new(QueryHelpers.ParseQuery(query));
}
