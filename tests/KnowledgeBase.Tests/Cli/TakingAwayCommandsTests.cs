using System.Text.Json;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

public sealed class TakingAwayCommandsTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    [Fact]
    public void A_file_holds_every_document_with_addresses_on_the_site_that_was_named()
    {
        using var folder = new TempFolder();
        var file = folder.PathOf("out.csv");

        var result = Run("export", "police", "Vienna", "--partial", "-o", file, "--site", "https://archive.example");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains($"2 documents in {file}.", result.Error, StringComparison.Ordinal);
        var text = File.ReadAllText(file);
        Assert.Equal(3, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("https://archive.example/d/T-1/p/", text, StringComparison.Ordinal);
        Assert.Equal(0xEF, File.ReadAllBytes(file)[0]);
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Standard_output_has_the_file_alone()
    {
        var result = Run("export", "police", "--format", "jsonl", "--sort", "title");

        Assert.Equal(["T-2", "T-1"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString()));
        Assert.Equal("2 documents.\n", result.Error);
    }

    [Fact]
    public void Nothing_found_is_3_and_an_unknown_format_is_2()
    {
        Assert.Equal(3, Run("export", "zebrafish").ExitCode);
        var refused = Run("export", "police", "--format", "xls");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("jsonl", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("export", "police", "--site", "nowhere").ExitCode);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_that_names_it()
    {
        var result = Run("export", "police", "-o", "no-such-folder/out.csv");

        Assert.Equal(74, result.ExitCode);
        Assert.Contains("no-such-folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cited_search_later_tells_what_has_changed()
    {
        using var folder = new TempFolder();
        SmallArchive.Fill(folder);
        var cited = JsonDocument.Parse(KbProgram.Run(folder.Path, "cite", "--json", "police", "--filter", "lang=en").Output).RootElement;
        var id = cited.GetProperty("id").GetString()!;
        Assert.Equal(2, cited.GetProperty("documents").GetInt32());
        Assert.Contains("/s/" + id, cited.GetProperty("citation").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf($"citations/{id}.json")));
        Assert.Contains("nothing has changed", KbProgram.Run(folder.Path, "cite", "--since", id).Output, StringComparison.Ordinal);

        File.Delete(folder.PathOf("corpus/notes/monaco.md"));
        folder.Write("corpus/vienna.md", SmallArchive.Document("T-1", "The congress at Vienna", "The police of Vienna came late."));
        folder.Write("corpus/oslo.md", SmallArchive.Document("T-9", "Oslo", "The police of Oslo did not come."));
        Directory.Delete(folder.PathOf("index"), recursive: true);

        var since = KbProgram.Run(folder.Path, "cite", "--since", id.ToUpperInvariant()).Output;
        Assert.Contains("2 documents then, 2 today.\nadded: T-9 Oslo\nchanged: T-1 The congress at Vienna\nremoved: T-2 The congress at Monaco\n", since, StringComparison.Ordinal);
        Assert.Equal(3, KbProgram.Run(folder.Path, "cite", "--since", "0123456789ab").ExitCode);
        Assert.Equal(2, KbProgram.Run(folder.Path, "cite").ExitCode);
    }

    private KbResult Run(params string[] arguments) => KbProgram.Run(archive.Path, arguments);
}
