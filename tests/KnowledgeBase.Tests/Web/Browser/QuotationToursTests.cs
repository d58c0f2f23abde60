using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KnowledgeBase.Tests.Web.Browser;

[Collection(SharedBrowser.Name)]
public class QuotationToursTests(BrowserUnderTest browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journalist_pastes_a_misquotation_sees_the_word_and_lands_on_the_right_wording(bool withScript)
    {
        await using var opened = await browser.OpenAsync("/", withScript: withScript);
        var page = opened.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Check a quotation" }).ClickAsync();
        await page.GetByLabel("The quotation").FillAsync("„Die Polizei der Zukunft\nkennt enge Grenzen mehr“");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();

        await Expect(page.Locator("#verdict")).ToHaveTextAsync("Not verbatim, but near");
        await Expect(page.Locator("#verdict")).ToBeFocusedAsync();
        await Expect(page.Locator("#verdict")).ToBeInViewportAsync();
        await Expect(page.Locator(".find blockquote del")).ToContainTextAsync("enge");
        await Expect(page.Locator(".find blockquote ins")).ToContainTextAsync("keine");
        await Expect(page.Locator(".differences")).ToContainTextAsync("a negation");
        await page.Locator(".find h3 a").First.ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**#hit-1");
        await Expect(page.Locator("#text mark").First).ToBeInViewportAsync();
        Assert.True(await opened.SeesAsync("#hit-1"), "The words lie under the bar or outside the window.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the check" }).ClickAsync();
        await Expect(page.Locator("#verdict")).ToHaveTextAsync("Not verbatim, but near");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_quotation_is_checked_and_read()
    {
        await using var opened = await browser.OpenAsync("/quote");
        var (page, keyboard) = (opened.Page, opened.Page.Keyboard);
        await ReaderToursTests.Tab(page, "#text");
        await keyboard.TypeAsync("Die Polizei der Zukunft kennt keine Grenzen mehr");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#verdict")).ToHaveTextAsync("Verbatim");
        await ReaderToursTests.Tab(page, ".find h3 a");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**#hit-1");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_historian_lists_what_somebody_said_and_narrows_it_without_script()
    {
        await using var opened = await browser.OpenAsync("/quotations", withScript: false);
        var page = opened.Page;
        await page.GetByLabel("Speaker", new() { Exact = true }).FillAsync("Schober");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator("#results-heading")).ToContainTextAsync("3 quotations");
        await page.Locator(".facet").GetByRole(AriaRole.Link, new() { Name = "Found by rule" }).ClickAsync();
        await Expect(page.Locator("#results-heading")).ToContainTextAsync("1 quotation");
        await Expect(page.Locator(".unconfirmed")).ToBeVisibleAsync();
        await page.Locator(".chosen a").Last.ClickAsync();
        await Expect(page.Locator("#results-heading")).ToContainTextAsync("3 quotations");
        await page.Locator(".quotation .words").Last.ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**/d/**");
        await Expect(page.Locator("#text mark").First).ToBeInViewportAsync();
    }
}
