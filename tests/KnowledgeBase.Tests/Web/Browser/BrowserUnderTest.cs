using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeBase.Tests.Web.Browser;

/// <summary>Debian's Chromium, driven by Playwright, and the running site.</summary>
public sealed class BrowserUnderTest : IAsyncLifetime, IDisposable
{
    /// <summary>Where the script of the tests found it; elsewhere, where Debian puts it.</summary>
    private static readonly string Chromium = Environment.GetEnvironmentVariable("KB_CHROMIUM") is { Length: > 0 } found ? found : "/usr/bin/chromium";

    /// <summary>How long an element or a page may take, in milliseconds: what is slow on a busy machine is not broken.</summary>
    private const float Patience = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The site.</summary>
    public SiteUnderTest Site { get; } = new();

    public async Task InitializeAsync()
    {
        // A missing browser fails the tests: the pages are not tested without one.
        Assert.True(File.Exists(Chromium), $"The browser tests need {Chromium}: install it with apt-get install chromium.");
        await Site.InitializeAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        await Site.DisposeAsync();
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        Site.Dispose();
    }

    /// <summary>A page of its own, at a size and in a colour scheme.</summary>
    internal async Task<BrowserPage> OpenAsync(
        string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool withScript = true, bool forcedColors = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = withScript,
            ForcedColors = forcedColors ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var opened = new BrowserPage(context, page);
        await page.GotoAsync(address);
        return opened;
    }
}

/// <summary>A page, with everything the browser complained about.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    public BrowserPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // The browser reports the status of an error page; that is not a fault of the page.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, violations of the security policy.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Whether an element lies in what the reader sees, below anything that sticks to the top.</summary>
    public async Task<bool> SeesAsync(string selector) => await Page.EvaluateAsync<bool>(
        """
        selector => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          const bar = document.getElementById("hit-bar")?.getBoundingClientRect();
          return !!box && box.top >= (bar ? bar.bottom - 1 : 0) && box.bottom <= innerHeight;
        }
        """,
        selector);

    /// <summary>Waits until the page has an address and is loaded.</summary>
    /// <remarks>The address is looked at again and again: the driver's own wait can miss a page that opens while a script changes the address.</remarks>
    /// <param name="page">The page.</param>
    /// <param name="address">The end of the address, in which <c>*</c> stands for anything.</param>
    public static async Task ArrivedAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(address).Replace(@"\*", ".*", StringComparison.Ordinal)}$"));
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

/// <summary>Tests that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<BrowserUnderTest>
{
    public const string Name = "The browser";
}
