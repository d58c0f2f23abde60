using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Searching.Advice;

public sealed class SpellingAdviceTests(AdviceWorkshop archive) : IClassFixture<AdviceWorkshop>
{
    [Theory]
    // A letter too few, too many, another, two exchanged; two letters.
    [InlineData("congrss", "congress", 13)]
    [InlineData("congresss", "congress", 13)]
    [InlineData("conrgess", "congress", 13)]
    [InlineData("extraditoin", "extradition", 1)]
    [InlineData("cuonterfieters", "counterfeiters", 1)]
    [InlineData("kriminal police", "criminal police", 12)]
    // Capitals as typed, accents as the archive has them.
    [InlineData("CONGRSS", "CONGRESS", 13)]
    [InlineData("Shober", "Schober", 2)]
    [InlineData("Sodermann", "Söderman", 1)]
    // Two words wrong at once; two words for one, one for two.
    [InlineData("crimnal congrss", "criminal congress", 12)]
    [InlineData("criminalpolice", "criminal police", 12)]
    [InlineData("con gress Schober", "congress Schober", 1)]
    [InlineData("extra-dition", "extradition", 1)]
    // Operators, fields, phrases and dates stay as they are.
    [InlineData("\"criminl police\"", "\"criminal police\"", 12)]
    [InlineData("\"criminl polic*\"", "\"criminal polic*\"", 12)]
    [InlineData("\"polcie congress\"~5", "\"police congress\"~5", 12)]
    [InlineData("crimnal NEAR/3 police", "criminal NEAR/3 police", 12)]
    [InlineData("(congrss OR zeppelin) Vienna", "(congress OR zeppelin) Vienna", 1)]
    [InlineData("congrss date:1923 -extradition", "congress date:1923 -extradition", 1)]
    [InlineData("text:congrss", "text:congress", 13)]
    [InlineData("text:criminalpolice", "text:\"criminal police\"~", 12)]
    [InlineData("person:Shober", "person:Schober", 2)]
    [InlineData("said:Shober", "said:Schober", 1)]
    [InlineData("said:Schober extraditon", "said:Schober extradition", 1)]
    [InlineData("said:Schober extraditon -opened", "said:Schober extradition -opened", 1)]
    [InlineData("said:Schober (zeppelin OR extraditon)", "said:Schober (zeppelin OR extradition)", 1)]
    [InlineData("type:leter", "type:letter", 1)]
    // The names of the authorities count where no document has them.
    [InlineData("place:Wein", "place:Wien", 1)]
    [InlineData("person:Шобэр", "person:Шобер", 2)]
    // Both alternatives, what is left out, the name of a field.
    [InlineData("congrss OR extraditoin", "congress OR extradition", 14)]
    [InlineData("congrss -viena", "congress -vienna", 12)]
    [InlineData("tetx:congress", "text:congress", 13)]
    [InlineData("congrss foo:Vienna", "congress Vienna", 1)]
    [InlineData("quoet:\"the congress of the criminal police\"", "quote:\"the congress of the criminal police\"", 12)]
    [InlineData("quote:\"the congress of the criminal police\" congrss", "quote:\"the congress of the criminal police\" congress", 12)]
    [InlineData("quote:\"Schober opened the congress at Vienna\" congrss", "quote:\"Schober opened the congress at Vienna\" congress", 1)]
    // Two well-known words that are one.
    [InlineData("count erfeiters Söderman", "counterfeiters Söderman", 1)]
    // As spelled, where that is what leaves nothing.
    [InlineData("=congrss", "congress", 13)]
    // Other scripts.
    [InlineData("Межународная комиссия", "Международная комиссия", 1)]
    public async Task The_first_offer_is_what_was_meant(string typed, string meant, long documents)
    {
        var offer = (await archive.Advise(typed)).DidYouMean[0];
        Assert.Equal((meant, documents), (offer.Query, offer.Documents));
    }

    [Theory]
    [InlineData("congrss")]
    [InlineData("traal Paris")]
    [InlineData("crimnal congrss")]
    [InlineData("Opuim date:1923")]
    [InlineData("trial OR congrss")]
    public async Task Every_offer_finds_as_much_as_it_says(string typed)
    {
        foreach (var offer in (await archive.Advise(typed)).DidYouMean)
        {
            Assert.Equal(offer.Documents, await archive.Total(offer.Query, []));
            Assert.InRange(offer.Documents, 1, long.MaxValue);
        }
    }

    [Fact]
    public async Task The_word_that_stands_beside_the_others_wins_over_a_more_frequent_one()
    {
        // More documents have trail; with forgers in Paris, only trial is there.
        Assert.Equal("trail", (await archive.Advise("trial~2 traal")).DidYouMean[0].Changes[0].Instead);
        Assert.Equal(["trial forgers Paris"], (await archive.Advise("traal forgers Paris")).DidYouMean.Select(static offer => offer.Query));
    }

    [Fact]
    public async Task The_changed_words_are_named_with_their_places()
    {
        var offer = (await archive.Advise("title:\"C-01\" crimnal  congrss")).DidYouMean[0];

        Assert.Equal("title:\"C-01\" criminal  congress", offer.Query);
        Assert.Equal(["crimnal", "congrss"], offer.Changes.Select(static change => change.Typed));
        Assert.All(offer.Changes, change => Assert.Equal(change.Instead, change.Place.In(offer.Query)));
    }

    [Theory]
    // Other spellings asked for already, not wanted, numbers, characters of scripts without spaces, nothing like it.
    [InlineData("congrss*")]
    [InlineData("congrsss~")]
    [InlineData("congress -congrss")]
    [InlineData("1922")]
    [InlineData("ref:V-9")]
    [InlineData("国際警察")]
    [InlineData("zeppelin")]
    [InlineData("xx")]
    [InlineData("quote:\"the congrss of the criminal polcie\"")]
    // Every word is there, only not together.
    [InlineData("opium congress")]
    [InlineData("congress")]
    [InlineData("")]
    public async Task Nothing_is_offered_where_nothing_is_doubtful(string typed) => Assert.Empty((await archive.Advise(typed)).DidYouMean);

    [Theory]
    [InlineData("Shober zeppelin date:1851", "Schober (2)")]
    [InlineData("Shober zeppelin congrss", "Schober (2), congress (13)")]
    [InlineData("\"the congrss of zeppelins\"", "\"congress\" (13)")]
    [InlineData("place:Wein zeppelin", "place:Wien (1)")]
    [InlineData("said:Shober zeppelin", "said:\"Schober\" (1)")]
    // What is there, and what is not wanted, is not doubted.
    [InlineData("congress zeppelin -viena", "")]
    public async Task A_word_is_offered_alone_where_nothing_stands_beside_it(string typed, string offers)
    {
        var offered = (await archive.Advise(typed)).DidYouMean;
        Assert.Equal(offers, string.Join(", ", offered.Select(static offer => $"{offer.Query} ({offer.Documents})")));
        Assert.All(offered, static offer => Assert.Equal("the word alone", offer.LeftOut));
    }

    [Fact]
    public async Task An_offer_keeps_the_filters_unless_nothing_passes_them()
    {
        var letter = new FacetFilter("type", "letter");
        var kept = Assert.Single((await archive.Advise("Pariss", letter)).DidYouMean);
        Assert.Equal([letter], kept.Filters.AsEnumerable());
        Assert.Equal(1, kept.Documents);

        var dropped = (await archive.Advise("congrss", letter)).DidYouMean[0];
        Assert.Equal(("congress", 13L), (dropped.Query, dropped.Documents));
        Assert.Empty(dropped.Filters);
        Assert.Equal((null, "without any filter"), (kept.LeftOut, dropped.LeftOut));
    }

    [Fact]
    public async Task An_offer_keeps_the_date_unless_nothing_has_it()
    {
        var kept = (await archive.Advise("congrss date:1914")).DidYouMean[0];
        Assert.Equal(("congress date:1914", 12L, (string?)null), (kept.Query, kept.Documents, kept.LeftOut));

        var dropped = (await archive.Advise("date:1851 congrss")).DidYouMean[0];
        Assert.Equal(("congress", 13L, "without the date"), (dropped.Query, dropped.Documents, dropped.LeftOut));

        // The date of a filter goes before the filters that have nothing to do with it.
        var act = new FacetFilter("type", "letter");
        var year = (await archive.Advise("Pariss", new FacetFilter("year", "1851"), act)).DidYouMean[0];
        Assert.Equal(("Paris", 1L, "without the date"), (year.Query, year.Documents, year.LeftOut));
        Assert.Equal([act], year.Filters.AsEnumerable());
        var both = (await archive.Advise("congrss date:1851", act)).DidYouMean[0];
        Assert.Equal(("congress", 13L, "without the date and any filter"), (both.Query, both.Documents, both.LeftOut));
        Assert.Empty(both.Filters);
    }

    [Fact]
    public async Task A_known_misspelling_brings_the_name_with_its_count()
    {
        var offers = (await archive.Advise("Schrober congress")).DidYouMean;
        Assert.Contains(offers, static offer => offer is { Query: "Schober congress" or "Johann Schober congress", Documents: 1 });
        Assert.Equal("said:\"Johann Schober\"~", (await archive.Advise("said:Schrober")).DidYouMean[0].Query);
    }

    [Fact]
    public async Task Offers_are_never_applied()
    {
        var page = await archive.Search("congrss", []);
        Assert.Equal(0, page.Total);
        Assert.All(page.Hits, static hit => Assert.False(hit.IsFullMatch));
    }

    [Fact]
    public async Task A_text_of_unknown_words_is_no_slip_of_the_pen() =>
        Assert.Empty((await archive.Advise("crimnal congrss extraditoin polcie forgrs moutain")).DidYouMean);

    [Fact]
    public async Task There_are_at_most_three_offers_and_no_two_find_the_same()
    {
        var offers = (await archive.Advise("traal")).DidYouMean;
        Assert.InRange(offers.Length, 1, 3);
        Assert.Equal(offers.Length, offers.Select(static offer => offer.Query).Distinct().Count());
        // Trail and trails are forms of one word: one offer.
        Assert.Single(offers, static offer => offer.Query is "trail" or "trails");
    }
}
