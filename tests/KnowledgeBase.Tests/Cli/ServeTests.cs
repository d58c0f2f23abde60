using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

public sealed class ServeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _temp = new();
    private readonly HttpClient _browser = new() { Timeout = Patience };

    public ServeTests() => SmallArchive.Fill(_temp);

    public void Dispose()
    {
        _browser.Dispose();
        _temp.Dispose();
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public async Task The_site_builds_the_index_follows_the_corpus_and_other_processes_and_ends_when_told(string signal, int exitCode)
    {
        using var process = KbProgram.StartAtTerminal(_temp.Path, "serve", "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await KbProgram.AddressOf(process);
            Assert.Contains("The congress at Vienna", await _browser.GetStringAsync(address + "?q=Vienna"), StringComparison.Ordinal);

            _temp.Write("corpus/new.md", SmallArchive.Document("T-7", "New", "A zebrafish."));
            await UntilFound(address, "zebrafish");
            var other = _temp.Write("elsewhere.md", SmallArchive.Document("T-8", "Other", "A quokka."));
            Assert.Equal(0, KbProgram.Run(_temp.Path, "add", other).ExitCode);
            await UntilFound(address, "quokka");
            Assert.Equal(0, KbProgram.Run(_temp.Path, "index", "--rebuild").ExitCode);
            await UntilFound(address, "zebrafish");

            _temp.Write("corpus/authorities/places.yaml", "- id: z\n  name: Zebrafish\n  variants: [Данио]\n");
            await UntilFound(address, "Данио");

            KbProgram.Signal(process, signal);
            Assert.True(process.WaitForExit(Patience));
            Assert.Equal(exitCode, process.ExitCode);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task An_address_in_use_is_74_and_said_plainly()
    {
        using var first = KbProgram.Start(_temp.Path, "serve", "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await KbProgram.AddressOf(first);

            var second = KbProgram.Run(_temp.Path, "serve", "--urls", address.TrimEnd('/'));

            Assert.Equal(74, second.ExitCode);
            Assert.Contains("address already in use", second.Error, StringComparison.Ordinal);
        }
        finally
        {
            first.Kill();
        }
    }

    [Fact]
    public async Task Starting_warns_of_nothing_and_writes_nothing_into_the_home()
    {
        var home = Directory.CreateDirectory(_temp.PathOf("home")).FullName;
        using var process = KbProgram.StartAtHome(home, _temp.Path, "serve", "--urls", "http://127.0.0.1:0");
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var lines = new List<string>();
            while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                if (line.StartsWith("The archive is open", StringComparison.Ordinal))
                {
                    break;
                }
            }

            Assert.Contains(lines, static line => line.StartsWith("The archive is open", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, static line => line.StartsWith("warn", StringComparison.Ordinal));
            Assert.False(Directory.Exists(Path.Combine(home, ".aspnet")), "Starting the site wrote keys into the home.");
        }
        finally
        {
            process.Kill();
        }
    }

    private async Task UntilFound(string address, string word)
    {
        // Asked as a visitor may ask: the site refuses an address that asks faster than its limit.
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(await _browser.GetStringAsync($"{address}/api/v1/search?q={word}", patience.Token)).Contains("\"total\":1", StringComparison.Ordinal))
        {
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }
}
