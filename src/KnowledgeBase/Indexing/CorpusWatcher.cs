using System.Threading.Channels;

namespace KnowledgeBase.Indexing;

/// <summary>Keeps an index up to date with its corpus: runs when files change, and now and then in case no event came.</summary>
/// <remarks>
/// Events are only hints: each run compares the whole folder with the index, so an event that is lost, doubled or out of order does
/// no harm. Never runs twice at once.
/// </remarks>
public sealed class CorpusWatcher : IDisposable
{
    private readonly string _folder;
    private readonly Func<CancellationToken, Task> _run;
    private readonly CorpusWatcherOptions _options;
    private readonly TimeProvider _clock;
    private readonly Channel<byte> _hints = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private FileSystemWatcher? _events;

    /// <param name="folder">The corpus folder, which exists.</param>
    /// <param name="run">Brings the index up to date; what it throws ends <see cref="WatchAsync"/>.</param>
    /// <param name="options">How long to wait for what.</param>
    /// <param name="clock">Measures the waiting.</param>
    public CorpusWatcher(string folder, Func<CancellationToken, Task> run, CorpusWatcherOptions options, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        (_folder, _run, _options, _clock) = (folder, run, options, clock);
    }

    /// <summary>Watches until it is cancelled. Runs once at the start, for what changed before the watch began.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        Listen();
        while (true)
        {
            await _run(cancellationToken).ConfigureAwait(false);
            if (await NextHint(_options.SweepInterval, cancellationToken).ConfigureAwait(false))
            {
                await WaitUntilQuiet(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                // An event queue that overflowed, or a file system without events: begin again.
                Listen();
            }
        }
    }

    /// <summary>Tells that something changed, as an event of the file system would.</summary>
    public void Hint() => _hints.Writer.TryWrite(0);

    /// <inheritdoc/>
    public void Dispose() => _events?.Dispose();

    /// <summary>An editor writes a file in several steps: waits until a moment passes without an event, but not for ever.</summary>
    private async Task WaitUntilQuiet(CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(began) < _options.LongestDelay
            && await NextHint(_options.QuietTime, cancellationToken).ConfigureAwait(false))
        {
        }
    }

    /// <summary>Whether a hint came before the time was up; hints that came meanwhile are one.</summary>
    private async Task<bool> NextHint(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(wait, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            await _hints.Reader.ReadAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Listen()
    {
        _events?.Dispose();
        _events = new FileSystemWatcher(_folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _events.Created += OnEvent;
        _events.Changed += OnEvent;
        _events.Deleted += OnEvent;
        _events.Renamed += OnEvent;
        _events.Error += (_, _) => Hint();
        _events.EnableRaisingEvents = true;
    }

    /// <summary>Names that begin with a dot are no documents, and editors make many of them.</summary>
    private void OnEvent(object sender, FileSystemEventArgs change)
    {
        if (!Path.GetFileName(change.Name ?? "").StartsWith('.'))
        {
            Hint();
        }
    }
}

/// <summary>How long the watcher waits for what.</summary>
public sealed record CorpusWatcherOptions
{
    /// <summary>A run begins when no event has come for this long. Default 100 milliseconds: an editor's steps are one change.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A run begins after this long even when events keep coming. Default 500 milliseconds.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A run begins after this long without any event, in case one was lost. Default 30 seconds.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(30);
}
