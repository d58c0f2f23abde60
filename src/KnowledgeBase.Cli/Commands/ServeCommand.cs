using System.CommandLine;
using KnowledgeBase.Cli.Site;
using KnowledgeBase.Web;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb serve</c>: the web site, which follows the corpus.</summary>
internal static class ServeCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons.",
            HelpName = "URLS",
            DefaultValueFactory = static _ => "http://localhost:5080",
        };
        urls.Validators.Add(static result =>
        {
            foreach (var address in (result.GetValueOrDefault<string>() ?? "").Split(';'))
            {
                // Kestrel also takes a * or + for the host, which is no valid address elsewhere.
                var plain = address.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
                if (!Uri.TryCreate(plain, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
                {
                    result.AddError($"'{address}' is not an address to listen on; write it as http://localhost:5080.");
                }
            }
        });
        var command = new Command(
            "serve", "Serve the web site. Builds the index when needed, and takes up every change of the corpus within a second.") { urls };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, parsed.GetValue(urls)!)));
        return (command, ["kb serve", "kb serve --urls http://localhost:8080", "kb serve --urls 'http://*:80'"]);
    }

    private static async Task<int> RunAsync(CommandContext context, string urls)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb serve");
        context.Archive.FollowOwnCommits();
        await using var site = SiteHost.Build(context.Archive, context.Clock, urls);
        await site.StartAsync(context.Cancellation);
        context.Terminal.Say($"The archive is open at {string.Join(" and ", site.Urls)} (Ctrl-C ends).");
        // Beside the site: a failure will be told to the first reader who types.
        _ = context.Archive.PrepareSuggestionsAsync(context.Cancellation);
        _ = OpenFirstPagesAsync(context, site.Urls);
        var follower = new CorpusFollower(context);
        try
        {
            await follower.RunAsync(context.Cancellation);
        }
        finally
        {
            await site.StopAsync(CancellationToken.None);
        }

        return ExitCode.Ok;
    }

    private static async Task OpenFirstPagesAsync(CommandContext context, IEnumerable<string> urls)
    {
        if (urls.Select(SiteHost.AddressHere).FirstOrDefault(static address => address.Scheme == Uri.UriSchemeHttp) is { } address)
        {
            using var client = new HttpClient { BaseAddress = address };
            await FirstPages.OpenAsync(client, context.Archive.Search, context.Cancellation);
        }
    }
}
