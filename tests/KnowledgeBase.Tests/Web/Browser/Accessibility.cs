using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KnowledgeBase.Tests.Web.Browser;

/// <summary>axe-core, run in the page itself.</summary>
/// <remarks>
/// The driver of the package opens a second page for every run, gives axe to both and brings every node that passed back; a run takes
/// seconds that way. Our pages have no frames, which is all that it is for.
/// </remarks>
internal static class Accessibility
{
    /// <summary>Everything of WCAG 2.2, levels A and AA, and what axe calls best practice.</summary>
    private const string Everything =
        """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";

    /// <summary>What a colour scheme can change.</summary>
    private const string Colours = """{ type: "rule", values: ["color-contrast", "link-in-text-block"] }""";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it is shown now, a line each; empty when nothing is.</summary>
    public static Task<string> FaultsAsync(IPage page) => FaultsAsync(page, Everything);

    /// <summary>What is wrong with its colours.</summary>
    public static Task<string> FaultsOfColourAsync(IPage page) => FaultsAsync(page, Colours);

    private static async Task<string> FaultsAsync(IPage page, string rules)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Axe);
        }

        var (faults, passed) = await RunAsync(page, rules);
        Assert.True(passed > 0, "axe looked at nothing.");
        return faults;
    }

    private static async Task<(string Faults, int Passed)> RunAsync(IPage page, string rules)
    {
        var answer = await page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              const result = await axe.run(document, { runOnly: {{rules}}, resultTypes: ["violations"] });
              const faults = result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`);
              return [faults.join("\n"), String(result.passes.length)];
            }
            """);
        return (answer[0], int.Parse(answer[1], CultureInfo.InvariantCulture));
    }
}
