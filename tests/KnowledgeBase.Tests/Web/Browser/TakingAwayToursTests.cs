using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KnowledgeBase.Tests.Web.Browser;

[Collection(SharedBrowser.Name)]
public class TakingAwayToursTests(BrowserUnderTest browser)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light, false)]
    [InlineData(320, ColorScheme.Dark, true)]
    public async Task A_reader_cites_a_search_and_gets_back_to_its_results(int width, ColorScheme scheme, bool withScript)
    {
        await using var opened = await browser.OpenAsync("/?q=congress&lang=en", width, scheme, withScript);
        var page = opened.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Cite this search" }).ClickAsync();
        await Expect(page.Locator(".keep-facts")).ToContainTextAsync("language: English");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a permanent address" }).ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**/s/*");
        await Expect(page.Locator(".since-summary")).ToContainTextAsync("Nothing has changed");
        await Expect(page.Locator(".citation-text")).ToContainTextAsync(page.Url);
        await Expect(page.Locator("[data-copy]")).ToBeVisibleAsync(new() { Visible = withScript });
        if (withScript)
        {
            Assert.Equal("", await Accessibility.FaultsAsync(page));
        }

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Today’s results" }).ClickAsync();
        await Expect(page.Locator(".chip")).ToContainTextAsync("English");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Export_all_leads_to_a_file_of_the_name_of_the_search()
    {
        await using var opened = await browser.OpenAsync("/?q=congress", withScript: false);
        var page = opened.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Export all") }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Export ");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).First.ClickAsync());
        Assert.StartsWith("search-congress-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_of_the_page_follows_the_words_that_are_typed()
    {
        await using var opened = await browser.OpenAsync("/?q=congress");
        await opened.Page.Locator("#q").FillAsync("extradition");
        await Expect(opened.Page.Locator("#feed-link")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/feed\\?q=extradition&sort=added$"));
        Assert.Empty(opened.Complaints);
    }
}
