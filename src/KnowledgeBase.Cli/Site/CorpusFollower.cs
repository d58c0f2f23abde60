using KnowledgeBase.Cli.Output;
using KnowledgeBase.Indexing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Site;

/// <summary>Keeps a running site up to date: with the corpus, and with what other processes commit.</summary>
internal sealed class CorpusFollower(CommandContext context)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenScrubs = TimeSpan.FromHours(1);

    private long _lastScrub = context.Clock.GetTimestamp();
    private string _lastTrouble = "";

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var watcher = new CorpusWatcher(context.Archive.Places.Corpus, UpdateAsync, new CorpusWatcherOptions(), context.Clock);
        await Task.WhenAll(Task.Run(() => watcher.WatchAsync(cancellationToken), cancellationToken), LookAsync(cancellationToken));
    }

    /// <summary>Sees commits of other processes, such as <c>kb index</c> beside the site.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, context.Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            Try(() => context.Archive.FollowOtherProcesses());
        }
    }

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        if (context.Clock.GetElapsedTime(_lastScrub) >= BetweenScrubs)
        {
            context.Archive.Distrust();
            _lastScrub = context.Clock.GetTimestamp();
        }

        while (!Try(() => Update(cancellationToken)))
        {
            await Task.Delay(BetweenTries, context.Clock, cancellationToken);
        }
    }

    private void Update(CancellationToken cancellationToken)
    {
        context.Archive.ForgetNames();
        using var writer = context.Archive.OpenWriter("kb serve");
        if (writer.RebuildReason is { } reason)
        {
            context.Terminal.Say($"Building the index again from the corpus: {reason}.");
        }

        var report = context.Archive.NewRun().Run(writer, rebuild: false, progress: null, cancellationToken);
        if (report.HasChanges)
        {
            context.Terminal.Say(IndexingText.Summary(report));
        }

        TellOnce(string.Join('\n', report.Problems.Select(static problem => problem.ToString())));
    }

    /// <summary>
    /// Whether it went well, or badly in a way that only time or a person mends: then the site goes on with the last whole index,
    /// and the next look tries again. False when another process is writing just now.
    /// </summary>
    private bool Try(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (IndexUnavailableException exception) when (exception.Code == "index.locked")
        {
            return false;
        }
        catch (Exception exception) when (exception is IndexUnavailableException or IOException or UnauthorizedAccessException)
        {
            TellOnce(exception.Message);
            return true;
        }
    }

    /// <summary>Says the same thing once, not at every look.</summary>
    private void TellOnce(string trouble)
    {
        if (trouble.Length > 0 && trouble != _lastTrouble)
        {
            context.Terminal.Complain(Printable.Lines(trouble));
        }

        _lastTrouble = trouble;
    }
}
