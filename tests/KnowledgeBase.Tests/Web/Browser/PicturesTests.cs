using System.Buffers.Binary;
using System.Text.RegularExpressions;
using KnowledgeBase.Tests.Support;
using Microsoft.Playwright;

namespace KnowledgeBase.Tests.Web.Browser;

/// <summary>The tours of the README over the archive itself, in the real program, with the pictures that the README shows of them.</summary>
/// <remarks><c>KB_UPDATE_PICTURES=1</c> takes the pictures anew.</remarks>
[Collection(SharedBrowser.Name)]
public sealed partial class PicturesTests(BrowserUnderTest browser)
{
    private const int Width = 1280;

    /// <summary>The name of each picture, the page it shows, and what must stand on that page.</summary>
    public static TheoryData<string, string, string> Tours { get; } = new()
    {
        { "search", "/?q=Schober+congress+Vienna", "Searched as" },
        { "document", "/d/IPA-1923-0200?q=Schober+congress#hit-1", "Hit 1 of" },
        { "quote", "/quote?text=" + Uri.EscapeDataString("Ours is a political but a cultural goal"), "1 word differs" },
        { "concordance", "/concordance?q=Polkod+date:1926..1930", "Polkod" },
        { "quotations", "/quotations?speaker=Johann+Schober", "Johann Schober" },
    };

    [Fact]
    public async Task The_pictures_of_the_README_show_these_pages()
    {
        using var folder = new TempFolder();
        using var site = KbProgram.Start(
            folder.Path, "serve", "--corpus", Repository.PathOf("corpus"), "--index", folder.PathOf("index"), "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await KbProgram.AddressOf(site);
            foreach (var tour in Tours)
            {
                await TakeAsync(address, (string)tour[0], (string)tour[1], (string)tour[2]);
            }
        }
        finally
        {
            site.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Every_picture_of_the_README_is_one_of_these_and_every_one_is_shown()
    {
        var shown = Picture().Matches(File.ReadAllText(Repository.PathOf("README.md"))).Select(static match => match.Groups[1].Value);

        Assert.Equal(Tours.Select(static tour => (string)tour[0]).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    private async Task TakeAsync(string address, string name, string path, string says)
    {
        await using var opened = await browser.OpenAsync(address + path, Width);
        Assert.Contains(says, await opened.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(opened.Complaints);
        var picture = await opened.Page.ScreenshotAsync(new PageScreenshotOptions { Caret = ScreenshotCaret.Hide });
        var file = Repository.PathOf($"tests/Pictures/{name}.png");
        if (Environment.GetEnvironmentVariable("KB_UPDATE_PICTURES") == "1")
        {
            await File.WriteAllBytesAsync(file, picture);
        }

        // The pixels differ with the fonts of a machine; that there is a picture of this page, at this width, does not.
        Assert.Equal(WidthOf(picture), WidthOf(await File.ReadAllBytesAsync(file)));
    }

    /// <summary>The width in the header of a PNG.</summary>
    private static int WidthOf(ReadOnlySpan<byte> png) => BinaryPrimitives.ReadInt32BigEndian(png[16..20]);

    [GeneratedRegex(@"!\[[^\]]+\]\(tests/Pictures/([a-z]+)\.png\)")]
    private static partial Regex Picture();
}
