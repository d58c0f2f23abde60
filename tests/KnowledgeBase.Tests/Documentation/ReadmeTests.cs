using System.Text.RegularExpressions;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Documentation;

public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Every_search_to_try_finds_documents_of_this_archive()
    {
        var section = File.ReadAllText(Repository.PathOf("README.md")).Split("## Five searches to try")[1].Split("\n## ")[0];
        var searches = Row().Matches(section).Select(static match => match.Groups[1].Value).ToArray();
        Assert.Equal(5, searches.Length);

        using var folder = new TempFolder();
        using var index = SomeIndex.Of(folder, SomeIndex.ReadCorpus(Repository.PathOf("corpus")));
        foreach (var typed in searches)
        {
            var read = QueryParser.Parse(
                typed, new DateOnly(2026, 1, 1), static text => [.. WordCutter.Cut(text).Select(static word => word.Raw)]);
            var page = await index.SearchAsync(new SearchRequest { Query = read.Query }, CancellationToken.None);
            Assert.True(page.Total > 0, $"{typed} finds nothing; it was read as {read.Query}");
            Assert.True(page.Hits[0].Passages.Length > 0, $"{typed} shows no passage");
            Assert.Empty(read.Problems);
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("corpus/README.md")]
    [InlineData("index/README.md")]
    [InlineData("src/KnowledgeBase/Querying/README.md")]
    public void Links_between_files_lead_somewhere(string file)
    {
        var path = Repository.PathOf(file);
        var text = Fence().Replace(File.ReadAllText(path), "");
        var targets = Link().Matches(Code().Replace(text, "")).Select(static match => match.Groups[1].Value);
        foreach (var target in targets.Where(static t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith('#')))
        {
            var full = Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]);
            Assert.True(File.Exists(full) || Directory.Exists(full), $"{file} links to {target}, which is not there");
        }
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();
}
