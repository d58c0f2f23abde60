using System.Collections.Immutable;
using System.Text.Encodings.Web;
using CsCheck;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Web;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Tests.Web;

public class ViewingTests
{
    private static QueryParseResult Read(string typed) =>
        QueryReader.Read(typed, new DateOnly(2026, 11, 23), NameTable.Empty).Parsed;

    [Fact]
    public void Marks_stand_around_encoded_words() => Assert.Equal(
        "a &lt;b&gt; <mark>c&amp;</mark> d",
        Html(MarkedText.Html("a <b> c& d", [new TextSpan(106, 108)], 100)));

    /// <summary>The archive's own words are never given to a speaker: only a passage that is all quotation is all the speaker's.</summary>
    [Theory]
    [InlineData(20, 40, 25, 30, "Schober, whole")]
    [InlineData(20, 40, 20, 40, "Schober, whole")]
    [InlineData(0, 60, 25, 30, "Schober, in part")]
    [InlineData(20, 41, 25, 30, "Schober, in part")]
    [InlineData(0, 60, 15, 30, "nobody")]
    [InlineData(0, 60, 50, 55, "nobody")]
    public void A_passage_says_whose_words_are_marked(int start, int end, int markStart, int markEnd, string expected)
    {
        var hit = new SearchHit
        {
            Id = new DocumentId("A-1"),
            Rank = 1,
            Score = 1,
            Metadata = Some.Document("A-1").Metadata with
            {
                Quotations = [new QuotationRecord { Text = "no matter", Speaker = "Schober", Language = "en", Span = new TextSpan(20, 40), IsConfirmed = false }],
            },
        };
        var passage = new Snippet(new string('x', end - start), new TextSpan(start, end), "p", 1, [new TextSpan(markStart, markEnd)]);
        var speech = new HitView(hit, SearchUrl.Everything).SpeechIn(passage);
        Assert.Equal(expected, speech is null ? "nobody" : $"{speech.Speaker}, {(speech.IsWhole ? "whole" : "in part")}");
        Assert.True(speech is null or { IsConfirmed: false });
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa …")]
    public void A_long_text_is_cut_at_a_word_for_a_title(string text, string expected) => Assert.Equal(expected, Labels.Shorten(text));

    [Fact]
    public void A_title_never_ends_in_half_a_character() =>
        Assert.Equal(new string('x', 79) + " …", Labels.Shorten(new string('x', 79) + "\U0001F600" + new string('y', 40)));

    [Fact]
    public void Taking_the_marks_out_of_the_page_gives_the_text_back()
    {
        var texts = Gen.String[Gen.Char["ab <>&\"'é漢\n"], 0, 40];
        Gen.Select(texts, Gen.Int[0, 45].Array[0, 6]).Sample((text, cuts) =>
        {
            var marks = cuts.Order().Distinct().Chunk(2).Where(static pair => pair.Length == 2)
                .Select(static pair => new TextSpan(pair[0], pair[1])).ToImmutableArray();
            var html = Html(MarkedText.Html(text, marks)).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
            Assert.DoesNotContain('<', html);
            Assert.Equal(text, System.Net.WebUtility.HtmlDecode(html));
        });
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 9, "1 2 3 0 9")]
    [InlineData(5, 9, "1 2 3 4 5 6 7 8 9")]
    [InlineData(6, 12, "1 0 4 5 6 7 8 0 12")]
    [InlineData(30, 30, "1 0 28 29 30")]
    public void Page_numbers_show_the_ends_and_the_neighbours(int current, int last, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', PageNumbers.Of(current, last)));

    [Fact]
    public void A_timeline_has_no_gaps_and_counts_the_undated()
    {
        var timeline = Timeline.Of(new FacetCounts("year", [new("1923", 5), new("1920", 1), new("undated", 2)], 3));
        Assert.NotNull(timeline);
        Assert.Equal("1920:1 1921:0 1922:0 1923:5", string.Join(' ', timeline.Years.Select(static year => $"{year.Year}:{year.Count}")));
        Assert.Equal((1923, 2L), (timeline.Most.Year, timeline.Undated));
    }

    [Fact]
    public void A_single_year_is_no_timeline() => Assert.Null(Timeline.Of(new FacetCounts("year", [new("1923", 5)], 1)));

    [Fact]
    public void The_reason_names_each_word_once_with_its_places() => Assert.Equal(
        "congress in title, text (3×); matched variant: Wien (for Vienna) in text",
        WhyLine.Of([new("congress", "title", 1), new("congress", "text", 3), new("Wien", "text", 1, "Vienna")]));

    [Theory]
    [InlineData(MatchKind.SimilarSpelling, "Schrober", "schober instead of Schrober in text")]
    [InlineData(MatchKind.Part, "Schrober", "schober (part of Schrober) in text")]
    [InlineData(MatchKind.Added, null, "schober (added) in text")]
    public void The_reason_says_how_a_word_is_like_what_was_typed(MatchKind kind, string? typed, string line) =>
        Assert.Equal(line, WhyLine.Of([new MatchReason("schober", "text", 1, typed) { Kind = kind }]));

    [Theory]
    [InlineData("police congress", "police → congress | congress → police")]
    [InlineData("police AND congress", "police → congress | congress → police")]
    [InlineData("\"criminal police\" -military date:1923", "\"criminal police\" → -military date:1923 | -military → \"criminal police\" date:1923 | date:1923 → \"criminal police\" -military")]
    [InlineData("police", "")]
    [InlineData("police OR congress", "")]
    [InlineData("", "")]
    public void A_part_can_be_taken_out_of_a_query(string typed, string parts) => Assert.Equal(
        parts, string.Join(" | ", QueryParts.Of(Read(typed)).Select(static part => $"{part.Typed} → {part.Rest}")));

    [Fact]
    public void Taking_a_part_out_never_leaves_nothing()
    {
        string[] words = ["police", "\"a b\"", "AND", "OR", "(", ")", "-x", "title:y", "date:1923", "NOT", "wom?n", "\""];
        Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 8].Sample(parts =>
        {
            foreach (var part in QueryParts.Of(Read(string.Join(' ', parts))))
            {
                Assert.NotEmpty(part.Rest);
                Assert.NotEmpty(part.Typed);
            }
        });
    }

    [Theory]
    [InlineData("police congress", "police OR congress")]
    [InlineData("police -military", null)]
    [InlineData("police date:1923", null)]
    public void Only_words_side_by_side_become_any_of_them(string typed, string? any) =>
        Assert.Equal(any, QueryParts.AnyOf(Read(typed)));

    [Theory]
    [InlineData("de", "German")]
    [InlineData("ar", "Arabic")]
    [InlineData("not a code", "not a code")]
    public void Languages_have_names(string code, string name) => Assert.Equal(name, Labels.Language(code));

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
