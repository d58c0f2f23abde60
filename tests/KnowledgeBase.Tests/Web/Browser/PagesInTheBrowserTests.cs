using Microsoft.Playwright;

namespace KnowledgeBase.Tests.Web.Browser;

[Collection(SharedBrowser.Name)]
public class PagesInTheBrowserTests(BrowserUnderTest browser)
{
    private static readonly string[] Pages =
    [
        "/",
        "/?q=extradition+congress&not-lang=de",
        "/?q=polic*+AND&count=2",
        "/?q=zeppelin+congress+schober&type=list",
        "/?q=congress&view=passages",
        "/?q=congress&view=table",
        "/concordance?q=police+OR+congress&sort=L1&count=5",
        "/concordance?q=%D9%85%D8%A4%D8%AA%D9%85%D8%B1&near=zeppelin",
        "/concordance?q=%D9%85%D8%A4%D8%AA%D9%85%D8%B1",
        "/concordance",
        "/d/IPA-1923-0001?q=congress&n=1#hit-1",
        "/d/IPA-1923-0001?q=congress&only=hits",
        "/d/IPA-1923-0002",
        "/d/IPA-2023-0001",
        "/d/IPA-1999-0001?q=hostile",
        "/a/person",
        "/a/person/Johann%20Schober",
        "/export?q=extradition+congress&lang=en",
        "/cite?q=extradition+congress&lang=en",
        "/quote",
        "/quote?text=Die+Polizei+der+Zukunft+kennt+enge+Grenzen+mehr",
        "/quote?text=The+police+of+the+future+knows+no+limits+any+more",
        "/quotations",
        "/quotations?speaker=Schober&q=Polizei&lang=de&from=1900",
        "/?q=quote%3A%22Die+Polizei+der+Zukunft+kennt+enge+Grenzen+mehr%22",
        "/advanced",
        "/advanced?q=congress+%22criminal+police%22+type:list+date:1923..&not-lang=de&lang=en",
        "/advanced?go=search&all=congress&date-from=soon&near-first=x&near-words=many&in-1=%26&date-to=1923&date-undated=only",
        "/help",
        "/about",
        "/d/IPA-9999-0000",
    ];

    public static TheoryData<string> Addresses { get; } = [.. Pages];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_accessible_fits_and_breaks_no_policy(string address)
    {
        // One page is looked at in every width and every colour scheme: to open it again each time would cost more than to look.
        await using var opened = await browser.OpenAsync(address);
        var page = opened.Page;
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await OpenDetailsAsync(page);
            Assert.Equal("", await Accessibility.FaultsAsync(page));
            Assert.Equal("", await TooWideAsync(page));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            Assert.Equal("", await Accessibility.FaultsOfColourAsync(page));
            Assert.Equal("", await TooWideAsync(page));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        }

        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Marks_can_be_told_apart_in_forced_colours()
    {
        await using var opened = await browser.OpenAsync("/d/IPA-1923-0001?q=congress&n=1", forcedColors: true);
        var colours = await opened.Page.EvaluateAsync<string[]>(
            "() => { const s = e => getComputedStyle(document.querySelector(e)).backgroundColor; return [s('#text mark'), s('body')]; }");
        Assert.NotEqual(colours[1], colours[0]);
    }

    [Fact]
    public async Task Print_shows_text_paragraph_numbers_address_and_version_and_nothing_to_operate()
    {
        await using var opened = await browser.OpenAsync("/d/IPA-1923-0001?q=congress&n=1");
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var hidden in new[] { ".site-head", ".hit-bar", ".result-bar", ".site-foot", ".downloads" })
        {
            Assert.False(await opened.Page.Locator(hidden).IsVisibleAsync(), hidden);
        }

        Assert.True(await opened.Page.Locator("#text .paragraph-link").First.IsVisibleAsync());
        var foot = opened.Page.Locator(".print-foot");
        Assert.True(await foot.IsVisibleAsync());
        Assert.Matches(@"/d/IPA-1923-0001 · version [0-9a-f]{12}", await foot.InnerTextAsync());
    }

    [Theory]
    [InlineData("/?q=extradition+congress")]
    [InlineData("/d/IPA-1923-0001?q=congress&n=1")]
    [InlineData("/concordance?q=congress")]
    [InlineData("/")]
    [InlineData("/quote")]
    [InlineData("/quotations")]
    [InlineData("/advanced")]
    public async Task Everything_to_press_outside_running_text_is_large_enough(string address)
    {
        await using var opened = await browser.OpenAsync(address, 320);
        var small = await opened.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("button, select, input:not([type=hidden]), .site-nav a, .pagination a, .chip a, .facet-row a, .hit-nav a, .actions a, .views a, .line-order a, .kwic .locator, .collocates th a")]
              .filter(e => e.checkVisibility())
              .filter(e => { const b = e.getBoundingClientRect(); return b.height < 24 || b.width < 24; })
              .map(e => e.outerHTML.slice(0, 100))
            """);
        Assert.Empty(small);
    }

    private static async Task OpenDetailsAsync(IPage page)
    {
        foreach (var closed in await page.QuerySelectorAllAsync("details:not([open]) > summary"))
        {
            if (await closed.IsVisibleAsync())
            {
                await closed.ClickAsync();
            }
        }
    }

    private static Task<string> TooWideAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? "" :
          [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join("\n") || "unknown"
        """);
}
