using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Tests.Support;
using KnowledgeBase.Tests.Web;
using KnowledgeBase.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests.Language;

/// <summary>
/// The documents of <c>tests/Fixtures/language</c>, indexed once by the program, and every way to ask them: site, interface, feed, files
/// and commands, all in this process and on one day.
/// </summary>
public class LanguageArchive : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private Composition? _archive;
    private WebApplication? _site;
    private HttpClient? _client;

    /// <summary>The names of the documents' files without ending, by reference code.</summary>
    internal Dictionary<string, string> Names { get; private set; } = [];

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests/Fixtures/language"), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.PathOf("tests/Fixtures/language"), file).Replace(Path.DirectorySeparatorChar, '/');
            _folder.Write("corpus/" + name, await File.ReadAllTextAsync(file));
        }

        AddTo(_folder);
        var (code, _, error) = await RunAsync("index");
        Assert.True(code == 0, error);
        _archive = new Composition(new Places(_folder.PathOf("corpus"), _folder.PathOf("index")), _clock);
        _site = await SiteUnderTest.StartAsync(
            _archive.Search,
            new WebOptions
            {
                RequestsPerSecond = 10_000,
                RequestBurst = 10_000,
                Register = () => _archive.Names.Register,
                Names = () => _archive.Names.Names,
            },
            _clock);
        _client = SiteUnderTest.ClientFor(_site);
        Names = _archive.ListFiles().ToDictionary(static file => file.Id.Value, static file => Path.GetFileNameWithoutExtension(file.Path));
    }

    public async Task DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _archive?.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The text at an address of the site; anything but 200 fails the test.</summary>
    internal async Task<string> GetAsync(string address)
    {
        using var answer = await _client!.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 200, $"{(int)answer.StatusCode} at {Shown(address)}\n{Shown(text)}");
        return text;
    }

    /// <summary>Runs a command of the program on this archive.</summary>
    /// <param name="command">Its name and options.</param>
    internal async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost
        {
            OpenTerminal = global => new Terminal(output, error, global.Quiet),
            Complaints = error,
            Clock = _clock,
        };
        string[] places = ["--corpus", _folder.PathOf("corpus"), "--index", _folder.PathOf("index")];
        var code = await host.RunAsync([command[0], .. places, .. command[1..]]);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Adds documents to the corpus in a folder before it is indexed.</summary>
    private protected virtual void AddTo(TempFolder folder)
    {
    }

    private static string Shown(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
