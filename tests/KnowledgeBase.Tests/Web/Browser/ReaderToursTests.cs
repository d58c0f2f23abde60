using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KnowledgeBase.Tests.Web.Browser;

[Collection(SharedBrowser.Name)]
public class ReaderToursTests(BrowserUnderTest browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_title_lands_on_the_first_hit(bool withScript)
    {
        await using var opened = await browser.OpenAsync("/?q=founding+OR+founded", withScript: withScript);
        var page = opened.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "The Vienna congress of September 1923", Exact = true }).ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**/d/IPA-1923-0001?*#hit-1");
        await Expect(page.Locator("#hit-1")).ToHaveTextAsync("founded");
        await Expect(page.Locator("#hit-1")).ToBeInViewportAsync();
        Assert.True(await opened.SeesAsync("#hit-1"), "The hit lies under the bar or outside the window.");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Without_script_a_reader_searches_narrows_reads_steps_and_comes_back()
    {
        await using var opened = await browser.OpenAsync("/", withScript: false);
        var page = opened.Page;
        await page.GetByLabel("Search the archive").FillAsync("congress");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(page.Locator("#results-heading")).ToContainTextAsync("documents");

        await page.Locator(".facet").GetByRole(AriaRole.Link, new() { Name = "Historical note", Exact = true }).ClickAsync();
        await Expect(page.Locator(".chip")).ToContainTextAsync("Historical note");
        await page.Locator("#sort").SelectOptionAsync("date");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sort" }).ClickAsync();
        await Expect(page.Locator(".hit h3").First).ToContainTextAsync("Monaco 1914");

        await page.Locator(".hit h3 a").Last.ClickAsync();
        await Expect(page.Locator(".back")).ToContainTextAsync("Results (2 of 2)");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 1 of");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next hit" }).ClickAsync();
        await BrowserPage.ArrivedAsync(page, "**#hit-2");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 2 of");
        await Expect(page.Locator("mark.current").First).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Only paragraphs with hits" }).ClickAsync();
        await Expect(page.Locator("#blog")).ToBeHiddenAsync();
        await Expect(page.Locator("#opening")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear marks" }).ClickAsync();
        await Expect(page.Locator("#text mark")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Previous document" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Monaco 1914");
        await page.Locator(".back").ClickAsync();
        await Expect(page.Locator(".chip")).ToContainTextAsync("Historical note");
        await page.Locator(".chip a").ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_reader_gets_from_the_front_door_to_the_second_hit_and_back()
    {
        await using var opened = await browser.OpenAsync("/");
        var (page, keyboard) = (opened.Page, opened.Page.Keyboard);
        await keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await keyboard.TypeAsync("congress vienna");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/?q=congress+vienna");
        await Tab(page, ".hit h3 a");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**#hit-1");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 1 of");
        await keyboard.PressAsync("n");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 2 of");
        Assert.True(await opened.SeesAsync("#hit-2"));
        await keyboard.PressAsync("p");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 1 of");
        await Tab(page, "#find");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 2 of");
        await keyboard.PressAsync("Shift+Enter");
        await Expect(page.Locator("#hit-count")).ToContainTextAsync("Hit 1 of");
        await keyboard.PressAsync("Control+a");
        await keyboard.TypeAsync("secret");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#text mark")).ToHaveTextAsync(["secret"]);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_reader_orders_a_concordance_narrows_it_and_lands_on_a_line()
    {
        await using var opened = await browser.OpenAsync("/?q=congress");
        var (page, keyboard) = (opened.Page, opened.Page.Keyboard);
        await Tab(page, "a[href^='/concordance']");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/concordance?q=congress");
        await Tab(page, ".line-order a[href*='sort=L1']");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**sort=L1**");
        await Expect(page.Locator(".line-order a[aria-current=true]")).ToContainTextAsync("1st left");
        await Tab(page, ".kwic .locator");
        await Expect(page.Locator(".kwic .locator").First).ToBeFocusedAsync();
        await Expect(page.Locator(".kwic .locator").First).ToBeInViewportAsync();
        var line = await page.Locator(".kwic .from").First.InnerTextAsync();
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/d/**#hit-*");
        var hit = new Uri(page.Url).Fragment;
        Assert.True(await opened.SeesAsync(hit), "The hit lies under the bar or outside the window.");
        Assert.StartsWith(await page.Locator(hit).InnerTextAsync(), line, StringComparison.Ordinal);
        await page.GoBackAsync();
        await Tab(page, ".facets a[href*='near=']");
        await keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**near=**");
        await Expect(page.Locator(".kwic li").First).ToBeVisibleAsync();
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Results_come_while_typing_and_are_announced_once()
    {
        await using var opened = await browser.OpenAsync("/?q=zeppelin");
        var page = opened.Page;
        await page.Locator("#q").FillAsync("extradition");
        await Expect(page.Locator(".hit h3").First).ToContainTextAsync("congress");
        await Expect(page.Locator("#search-status")).ToHaveTextAsync("2 documents found.");
        Assert.EndsWith("/?q=extradition", page.Url, StringComparison.Ordinal);
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^extradition: search – "));
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Enter_runs_what_was_typed_without_waiting()
    {
        await using var opened = await browser.OpenAsync("/");
        await opened.Page.Locator("#q").PressSequentiallyAsync("extradition");
        await opened.Page.Keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(opened.Page, "**/?q=extradition");
        await Expect(opened.Page.Locator(".hit")).ToHaveCountAsync(2);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Nothing_is_asked_while_an_input_method_composes()
    {
        await using var opened = await browser.OpenAsync("/help");
        var page = opened.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/?q=zeppelin");
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            // The icon of the site may still be on its way.
            if (request.Url.Contains("q=", StringComparison.Ordinal))
            {
                asked.Add(request.Url);
            }
        };
        await page.EvaluateAsync(
            """
            () => {
              const box = document.getElementById("q");
              box.focus();
              box.value = "k";
              box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
            }
            """);
        await page.Clock.FastForwardAsync(5_000);
        Assert.Empty(asked);

        await page.EvaluateAsync(
            """
            () => {
              const box = document.getElementById("q");
              box.value = "extradition";
              box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
            }
            """);
        await page.Clock.FastForwardAsync(5_000);
        await Expect(page.Locator(".hit")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Suggestions_are_a_combobox_and_leave_what_was_typed_to_the_reader()
    {
        await using var opened = await browser.OpenAsync("/");
        var (page, box) = (opened.Page, opened.Page.Locator("#q"));
        await box.PressSequentiallyAsync("Schob");
        var option = page.GetByRole(AriaRole.Option, new() { Name = "Johann Schober" }).First;
        await Expect(option).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "suggestions-1-0");
        await page.Keyboard.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("Schob");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        // Groups have a label, arrows go through all of them and back to what was typed.
        await box.FillAsync("police wie");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Places" }).GetByRole(AriaRole.Option)).ToContainTextAsync("Vienna (Wien)");
        var list = page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" });
        var count = await list.GetByRole(AriaRole.Option).CountAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", $"suggestions-1-{count - 1}");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box).ToHaveValueAsync("police wie");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box).ToHaveValueAsync("police Vienna");
        await Expect(list.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(1);
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.Keyboard.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("police wie");

        // What stands after the caret is kept.
        await box.FillAsync("person: congress");
        for (var i = 0; i < " congress".Length; i++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        await page.Keyboard.TypeAsync("scho");
        await Expect(option).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box).ToHaveValueAsync("person:\"Johann Schober\" congress");
        await page.Keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**/?q=person%3A%22Johann+Schober%22+congress");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_document_chosen_from_the_suggestions_opens_by_keyboard_as_by_mouse()
    {
        await using var opened = await browser.OpenAsync("/");
        var (page, box) = (opened.Page, opened.Page.Locator("#q"));
        foreach (var byKeyboard in new[] { true, false })
        {
            await page.GotoAsync("/");
            await box.PressSequentiallyAsync("The Vienna congress of Sept");
            var title = page.GetByRole(AriaRole.Group, new() { Name = "Titles" }).GetByRole(AriaRole.Option).First;
            await Expect(title).ToContainTextAsync("open");
            if (byKeyboard)
            {
                await page.Keyboard.PressAsync("ArrowUp");
                await Expect(title).ToHaveAttributeAsync("aria-selected", "true");
                await page.Keyboard.PressAsync("Enter");
            }
            else
            {
                await title.ClickAsync();
            }

            await BrowserPage.ArrivedAsync(page, "**/d/IPA-1923-0001");
        }

        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Half_a_word_is_no_news_while_completions_are_offered()
    {
        await using var opened = await browser.OpenAsync("/?q=congress");
        var (page, box) = (opened.Page, opened.Page.Locator("#q"));
        var before = await page.Locator("#results-heading").TextContentAsync();
        await box.PressAsync("End");
        await page.RunAndWaitForResponseAsync(() => box.PressSequentiallyAsync(" Schob"), "**part=results**");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("#results-heading")).ToHaveTextAsync(before!);
        await Expect(page.Locator("#search-status")).ToHaveTextAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#search-status")).ToContainTextAsync("found.");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^congress Schob: search – "));
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task The_order_changes_by_its_button_and_not_by_the_arrow_keys()
    {
        await using var opened = await browser.OpenAsync("/?q=congress");
        var page = opened.Page;
        await page.Locator("#sort").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#sort")).ToBeFocusedAsync();
        Assert.EndsWith("/?q=congress", page.Url, StringComparison.Ordinal);
        await page.Locator("#sort").SelectOptionAsync("date");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**sort=date**");
        await Expect(page.Locator(".hit").First).ToContainTextAsync("1874");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_looked_for_in_a_document_comes_into_sight(bool withScript)
    {
        await using var opened = await browser.OpenAsync("/d/IPA-1923-0001", width: 360, withScript: withScript);
        var page = opened.Page;
        await page.Locator("#find").FillAsync("founded");
        await page.Locator("#find").PressAsync("Enter");
        await BrowserPage.ArrivedAsync(page, "**find=founded#hit-1");
        Assert.True(await opened.SeesAsync("#hit-1"), "The hit lies under the bar or outside the window.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Clear marks" }).ClickAsync();
        await Expect(page.Locator("#text mark")).ToHaveCountAsync(0);
        var paragraph = new Uri(page.Url).Fragment;
        Assert.True(paragraph.Length > 1, page.Url);
        Assert.True(await opened.SeesAsync(paragraph), "The paragraph of the hit is out of sight.");
    }

    internal static async Task Tab(IPage page, string selector)
    {
        const int MostStops = 80;
        for (var i = 0; i < MostStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {selector} within {MostStops} stops.");
    }
}
