using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KnowledgeBase.Tests.Web.Browser;

[Collection(SharedBrowser.Name)]
public class AdvancedToursTests(BrowserUnderTest browser)
{
    [Fact]
    public async Task Without_script_a_reader_fills_in_the_form_looks_at_the_query_runs_it_and_comes_back()
    {
        await using var opened = await browser.OpenAsync("/?q=congress", width: 360, withScript: false);
        var page = opened.Page;
        await page.Locator(".search-links").GetByRole(AriaRole.Link, new() { Name = "Advanced search" }).ClickAsync();
        await Expect(page.GetByLabel("All of these", new() { Exact = true })).ToHaveValueAsync("congress");
        await page.GetByLabel("None of these").FillAsync("zeppelin OR -x");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("3 September 1923");
        await page.GetByLabel("German").CheckAsync();
        await page.GetByLabel("English").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**/advanced?*go=preview#preview");
        await Expect(page.Locator(".preview-text")).ToHaveTextAsync("congress date:..1923-09-03 -zeppelin -x");
        await Expect(page.Locator("#preview")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**/?q=congress+date*");
        await Expect(page.Locator("#q")).ToHaveValueAsync("congress date:..1923-09-03 -zeppelin -x");
        await Expect(page.Locator(".searched-as")).ToContainTextAsync("without: zeppelin, x");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await page.Locator("#advanced-link").ClickAsync();
        await Expect(page.GetByLabel("None of these")).ToHaveValueAsync("zeppelin x");
        await Expect(page.GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("1923-09-03");
        await Expect(page.GetByLabel("German")).ToBeCheckedAsync();
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_reader_sees_the_query_grow_and_runs_it()
    {
        await using var opened = await browser.OpenAsync("/advanced");
        var (page, keyboard) = (opened.Page, opened.Page.Keyboard);
        await ReaderToursTests.Tab(page, "#phrase");
        await keyboard.TypeAsync("congress of (\"Vienna\"");
        await Expect(page.Locator(".preview-text")).ToHaveTextAsync("\"congress of Vienna\"");
        await ReaderToursTests.Tab(page, "#as-spelled");
        await keyboard.PressAsync("Space");
        await Expect(page.Locator(".preview-text")).ToHaveTextAsync("=\"congress of Vienna\"");
        await Expect(page.Locator("#preview-status")).ToContainTextAsync("found.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Preview" })).ToBeHiddenAsync();
        await ReaderToursTests.Tab(page, "#near-order");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#near-order")).ToHaveValueAsync("this");
        await ReaderToursTests.Tab(page, "input[name=date-undated]");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("input[name=date-undated][value=too]")).ToBeCheckedAsync();
        await ReaderToursTests.Tab(page, "button.go");
        await Expect(page.Locator("button.go")).ToBeInViewportAsync();
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/?q=%3D%22congress+of+Vienna%22");
        Assert.Empty(opened.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_date_brings_the_reader_to_what_is_wrong_and_keeps_the_rest(bool withScript)
    {
        await using var opened = await browser.OpenAsync("/advanced", withScript: withScript);
        var (page, keyboard) = (opened.Page, opened.Page.Keyboard);
        await page.GetByLabel("All of these", new() { Exact = true }).FillAsync("police");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("31 April 1923");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/advanced?*go=search");
        await Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#date-from")).ToBeFocusedAsync();
        await Expect(page.Locator("#date-from")).ToHaveValueAsync("31 April 1923");
        await Expect(page.Locator("#all")).ToHaveValueAsync("police");
        await keyboard.PressAsync("Control+a");
        await keyboard.TypeAsync("April 1923");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/?q=police+date%3A1923-04..");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task The_link_takes_along_what_was_just_typed()
    {
        await using var opened = await browser.OpenAsync("/?q=congress&lang=en");
        await opened.Page.Locator("#q").FillAsync("extradition -war");
        await opened.Page.Locator("#advanced-link").ClickAsync();
        await Expect(opened.Page.Locator("#all")).ToHaveValueAsync("extradition");
        await Expect(opened.Page.Locator("#none")).ToHaveValueAsync("war");
        await Expect(opened.Page.GetByLabel("English")).ToBeCheckedAsync();
        Assert.Empty(opened.Complaints);
    }
}
