using System.Threading.Channels;
using KnowledgeBase.Indexing;
using KnowledgeBase.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests.Indexing;

public sealed class CorpusWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _temp = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<string> _runs = Channel.CreateUnbounded<string>();

    public void Dispose()
    {
        _end.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_new_a_changed_a_renamed_and_a_deleted_file_each_lead_to_a_run()
    {
        using var watcher = Watcher(new CorpusWatcherOptions { QuietTime = TimeSpan.FromMilliseconds(5) }, TimeProvider.System);
        var watching = watcher.WatchAsync(_end.Token);
        await NextRunThatSees("");

        _temp.Write("a.md", "1");
        await NextRunThatSees("a.md=1");
        _temp.Write("a.md", "2");
        await NextRunThatSees("a.md=2");
        // As editors save: a new file beside the old one, then a rename over it.
        _temp.Write("a.md~", "3");
        File.Move(_temp.PathOf("a.md~"), _temp.PathOf("a.md"), overwrite: true);
        await NextRunThatSees("a.md=3");
        _temp.Write("new/b.md", "4");
        await NextRunThatSees("a.md=3 new/b.md=4");
        File.Delete(_temp.PathOf("a.md"));
        await NextRunThatSees("new/b.md=4");

        await End(watching);
    }

    [Fact]
    public async Task A_sweep_runs_when_no_event_comes()
    {
        var clock = new FakeTimeProvider();
        using var watcher = Watcher(new CorpusWatcherOptions(), clock);
        var watching = watcher.WatchAsync(_end.Token);
        await NextRunThatSees("");

        clock.Advance(new CorpusWatcherOptions().SweepInterval);

        await NextRunThatSees("");
        await End(watching);
    }

    [Fact]
    public async Task Many_hints_while_a_run_is_under_way_are_one_more_run()
    {
        var running = 0;
        var gate = new SemaphoreSlim(0);
        var clock = new FakeTimeProvider();
        using var watcher = new CorpusWatcher(
            _temp.Path,
            async token =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                await _runs.Writer.WriteAsync("", token);
                await gate.WaitAsync(token);
                Interlocked.Decrement(ref running);
            },
            new CorpusWatcherOptions(),
            clock);
        var watching = watcher.WatchAsync(_end.Token);
        await _runs.Reader.ReadAsync();
        for (var i = 0; i < 100; i++)
        {
            watcher.Hint();
        }

        gate.Release();
        var next = _runs.Reader.ReadAsync().AsTask();
        while (!next.IsCompleted)
        {
            clock.Advance(new CorpusWatcherOptions().QuietTime);
            await Task.Yield();
        }

        Assert.False(_runs.Reader.TryRead(out _));
        await End(watching);
    }

    private CorpusWatcher Watcher(CorpusWatcherOptions options, TimeProvider clock) => new(
        _temp.Path,
        async token => await _runs.Writer.WriteAsync(Look(), token),
        options,
        clock);

    private string Look() => string.Join(' ', Directory.EnumerateFiles(_temp.Path, "*.md", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => $"{Path.GetRelativePath(_temp.Path, path).Replace('\\', '/')}={File.ReadAllText(path)}"));

    private async Task NextRunThatSees(string expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _runs.Reader.ReadAsync(patience.Token) != expected)
        {
        }
    }

    private async Task End(Task watching)
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }
}
