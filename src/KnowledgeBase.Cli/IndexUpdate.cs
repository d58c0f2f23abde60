using KnowledgeBase.Cli.Output;
using KnowledgeBase.Indexing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli;

/// <summary>Brings the index up to date for a command.</summary>
internal static class IndexUpdate
{
    /// <summary>How long a command that only needs an index waits for another process that is writing it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs once, with progress.</summary>
    /// <param name="context">What to work with.</param>
    /// <param name="purpose">Told to whoever finds the index in use.</param>
    /// <param name="rebuild">Whether to build everything anew.</param>
    /// <param name="wait">How long to wait for another writer; zero for not at all.</param>
    /// <exception cref="IndexUnavailableException">Another process is still writing, or the index cannot be written.</exception>
    public static async Task<IndexingReport> RunAsync(CommandContext context, string purpose, bool rebuild, TimeSpan wait)
    {
        using var writer = await OpenAsync(context, purpose, wait);
        if (writer.RebuildReason is { } reason)
        {
            context.Terminal.Say($"Building the index from {context.Archive.Places.Corpus}: {reason}.");
        }

        return await Task.Run(
            () => context.Archive.NewRun().Run(writer, rebuild, new ProgressDisplay(context.Terminal, context.Clock), context.Cancellation));
    }

    /// <summary>Makes sure that there is an index to search: builds it when it is missing, damaged or of another version, and says so.</summary>
    public static async Task EnsureSearchableAsync(CommandContext context, string purpose)
    {
        if (context.Archive.WhyRebuild() is null)
        {
            return;
        }

        var report = await RunAsync(context, purpose, rebuild: false, Patience);
        IndexingText.TellProblems(context.Terminal, report);
        context.Terminal.Say(IndexingText.Closing(report));
    }

    private static async Task<IIndexWriter> OpenAsync(CommandContext context, string purpose, TimeSpan wait)
    {
        var began = context.Clock.GetTimestamp();
        var told = false;
        while (true)
        {
            try
            {
                return context.Archive.OpenWriter(purpose);
            }
            catch (IndexUnavailableException exception)
                when (exception.Code == "index.locked" && context.Clock.GetElapsedTime(began) < wait)
            {
                if (!told)
                {
                    context.Terminal.Say("Waiting for another process that is writing the index …");
                    told = true;
                }
            }

            await Task.Delay(BetweenTries, context.Clock, context.Cancellation);
        }
    }
}
