using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Searching.Advice;

public sealed class OtherAdviceTests(AdviceWorkshop archive) : IClassFixture<AdviceWorkshop>
{
    [Theory]
    // A year near years, a month near months, a day near days.
    [InlineData("opium date:1921", "1921", "1920: opium date:1920 (1) | 1923: opium date:1923 (1)", "opium (3)")]
    [InlineData("date:1921 opium", "1921", "1920: date:1920 opium (1) | 1923: date:1923 opium (1)", "opium (3)")]
    [InlineData("opium date:1921..1922", "1921–1922", "1920: opium date:1920 (1) | 1923: opium date:1923 (1)", "opium (3)")]
    [InlineData("opium date:1923-03", "March 1923", "February 1923: opium date:1923-02 (1)", "opium (3)")]
    [InlineData("opium date:1923-02-11", "11 February 1923", "10 February 1923: opium date:1923-02-10 (1)", "opium (3)")]
    [InlineData("opium after:1923", "after 1923", "1923: opium date:1923 (1)", "opium (3)")]
    [InlineData("opium before:1920", "before 1920", "1920: opium date:1920 (1)", "opium (3)")]
    [InlineData("opium after:1920 before:1923", "after 1920, before 1923", "1920: opium date:1920 (1) | 1923: opium date:1923 (1)", "opium (3)")]
    [InlineData("opium date:within:1923-03..1923-04", "March 1923 to April 1923", "February 1923: opium date:1923-02 (1)", "opium (3)")]
    [InlineData("Söderman date:within:1930-05..1930-06", "May 1930 to June 1930", "also partly within May 1930 to June 1930: Söderman date:1930-05..1930-06 (1)", "Söderman (1)")]
    [InlineData("date:1700", "1700", "1914: date:1914 (12)", null)]
    public async Task The_nearest_dates_are_offered_with_their_counts(string typed, string asked, string nearest, string? without)
    {
        var dates = (await archive.Advise(typed)).NearbyDates;

        Assert.NotNull(dates);
        Assert.Equal(asked, dates.Asked);
        Assert.Equal(nearest, string.Join(" | ", dates.Nearest.Select(static other => FormattableString.Invariant($"{other.Words}: {other.Query} ({other.Documents})"))));
        Assert.Equal(without, dates.Without is { } rest ? FormattableString.Invariant($"{rest.Query} ({rest.Documents})") : null);
        foreach (var other in dates.Nearest)
        {
            Assert.Equal(other.Documents, await archive.Total(other.Query, other.Filters));
        }
    }

    [Theory]
    [InlineData("zeppelin date:1921")]
    [InlineData("opium zeppelin")]
    [InlineData("opium date:1923")]
    [InlineData("opium (date:1921 OR date:1922)")]
    [InlineData("opium after:1925 before:1920")]
    public async Task No_dates_are_offered_where_it_is_not_the_date_that_leaves_nothing(string typed) =>
        Assert.Null((await archive.Advise(typed)).NearbyDates);

    [Fact]
    public async Task Years_and_decades_chosen_beside_the_query_are_dates_too()
    {
        var years = (await archive.Advise("opium", new FacetFilter("year", "1921"), new FacetFilter("type", "other"))).NearbyDates!;
        Assert.Equal(["1920", "1923"], years.Nearest.Select(static other => other.Words));
        Assert.All(years.Nearest, static other => Assert.Equal(["type", "year"], other.Filters.Select(static filter => filter.Facet)));
        Assert.All(years.Nearest, static other => Assert.Equal(1, other.Documents));
        Assert.Equal(3, years.Without!.Documents);

        var decades = (await archive.Advise("congress", new FacetFilter("decade", "1930s"))).NearbyDates!;
        Assert.Equal([("1920s", 1L)], decades.Nearest.Select(static other => (other.Words, other.Documents)));
    }

    [Theory]
    [InlineData("opium congress", "without opium: congress (13) | without congress: opium (3) | any of the words: opium OR congress (16)")]
    [InlineData("opium AND congress -Vienna", "without opium: congress -Vienna (12) | without congress: opium -Vienna (3)")]
    [InlineData("\"police criminal\"", "the words anywhere in a document, in any form: police criminal (12)")]
    [InlineData("Vienna NEAR/0 Schober", "the words anywhere in a document, in any form: Vienna Schober (1)")]
    [InlineData("said:Schober opium", "whatever was said: said:\"Schober\" (1)")]
    [InlineData("zeppelin", "")]
    [InlineData("=schober", "schober in any spelling: schober (2)")]
    [InlineData("=\"SCHOBER opened\"", "\"SCHOBER opened\" in any spelling: \"SCHOBER opened\" (1)")]
    [InlineData("title:=schober", "")]
    [InlineData("text:=schober", "schober in any spelling: text:schober (2)")]
    [InlineData("=schober =CONGRESS", "everything in any spelling: schober CONGRESS (1)")]
    [InlineData("said:=schober", "schober in any spelling: said:schober (1)")]
    [InlineData("like:v-1", "similar to V-1: like:V-1 (1) | the word v-1: v-1 (1)")]
    [InlineData("like:opium", "the word opium: opium (3)")]
    public async Task What_to_drop_is_offered_with_the_count_of_the_rest(string typed, string offers)
    {
        var without = (await archive.Advise(typed)).Without;
        Assert.Equal(offers, string.Join(" | ", without.Select(static other => FormattableString.Invariant($"{other.Words}: {other.Query} ({other.Documents})"))));
        foreach (var other in without)
        {
            Assert.Equal(other.Documents, await archive.Total(other.Query, other.Filters));
        }
    }

    [Fact]
    public async Task A_phrase_as_spelled_is_counted_under_what_was_typed()
    {
        var counts = (await archive.Search("=\"JOHANN schober\"", [])).WordCounts;
        Assert.Equal("=\"JOHANN schober\"", counts[0].Word);
    }

    [Fact]
    public async Task Each_filter_can_be_dropped()
    {
        var without = (await archive.Advise("opium", new FacetFilter("type", "letter"), new FacetFilter("year", "1926"))).Without;
        Assert.Equal(("without any filter", 3L), (without[0].Words, without[0].Documents));
        Assert.DoesNotContain(without, static other => other.WithoutFilter is not null);

        var one = Assert.Single((await archive.Advise("opium", new FacetFilter("type", "letter"))).Without);
        Assert.Equal((new FacetFilter("type", "letter"), 3L), (one.WithoutFilter, one.Documents));
    }

    [Fact]
    public async Task What_the_archive_covers_is_told_when_nothing_was_found_and_only_then()
    {
        Assert.Equal(24, (await archive.Advise("zeppelin")).Archive?.Documents);
        Assert.Null((await archive.Advise("Opium")).Archive);
    }

    [Fact]
    public async Task Words_held_together_are_also_counted_one_by_one()
    {
        var counts = (await archive.Search("\"police criminal\" text:zeppelin", [])).WordCounts;
        Assert.Equal(
            [("police criminal", 0L, "\"police criminal\""), ("police", 12, "\"police\""), ("criminal", 12, "\"criminal\""), ("zeppelin", 0, "text:zeppelin")],
            counts.Select(static count => (count.Word, count.Documents, count.Query!)));
    }
}
