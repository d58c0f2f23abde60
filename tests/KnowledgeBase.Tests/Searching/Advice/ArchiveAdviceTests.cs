using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;
using KnowledgeBase.Tests.Safety;

namespace KnowledgeBase.Tests.Searching.Advice;

/// <summary>Advice on the archive itself, where words are frequent enough to be well known.</summary>
[Collection(SharedArchive.Name)]
public sealed class ArchiveAdviceTests(RealArchive archive)
{
    [Theory]
    [InlineData("head quarters extradition", "headquarters extradition")]
    [InlineData("polce OR gendarmrie", "police OR gendarmerie")]
    [InlineData("congrss -polce", "congress -police")]
    public async Task The_first_offer_is_what_was_meant(string typed, string meant)
    {
        var offer = (await AdviseAsync(typed)).DidYouMean[0];

        Assert.Equal(meant, offer.Query);
        Assert.Equal(await TotalAsync(offer.Query), offer.Documents);
    }

    [Theory]
    [InlineData("=wien")]
    [InlineData("=Soderman")]
    [InlineData("=Шобер")]
    [InlineData("IPA-1923-0200")]
    public async Task Something_is_offered_that_finds_what_it_says(string typed)
    {
        var advice = await AdviseAsync(typed);

        Assert.NotEmpty(advice.Without);
        foreach (var other in advice.Without)
        {
            Assert.Equal(await TotalAsync(other.Query), other.Documents);
        }
    }

    [Fact]
    public async Task What_a_name_finds_is_what_its_absence_leaves_out()
    {
        Assert.Equal(0, await TotalAsync("Wien -Wien"));
        Assert.Equal(archive.Documents.Count, await TotalAsync("Wien") + await TotalAsync("-Wien"));
        Assert.True(await TotalAsync("-=Wien") > await TotalAsync("-Wien"));
    }

    private async Task<SearchAdvice> AdviseAsync(string typed) => await new SearchAdviser(archive.Index, archive.Names, archive.Read)
        .AdviseAsync(new AdvisedSearch(archive.Read(typed), [], await TotalAsync(typed)), CancellationToken.None);

    private async Task<long> TotalAsync(string typed) =>
        (await archive.Index.SearchAsync(new SearchRequest { Query = archive.Read(typed).Query, Count = 0, IncludePartial = false }, CancellationToken.None)).Total;
}
