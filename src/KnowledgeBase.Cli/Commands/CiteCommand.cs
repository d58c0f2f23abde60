using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using KnowledgeBase.CitedSearches;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Searching;
using KnowledgeBase.Web;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb cite</c>: a short permanent name for what a search finds now, and what has become of it.</summary>
internal static class CiteCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var (query, site) = (new QueryOptions(isOptional: true), new SiteOption());
        var since = new Option<string?>("--since")
        {
            Description = "Instead: what was added, changed or removed since a search was cited.",
            HelpName = "NAME",
        };
        var command = new Command(
            "cite",
            $"Keep what a search finds now under a short permanent name, and write its citation. Records are kept in the folder {Places.CitationsVariable} "
            + "names, or 'citations' beside the corpus.");
        query.AddTo(command);
        command.Options.Add(since);
        site.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(since) is null && result.Tokens.Count == 0 && result.Children.All(static child => child.Tokens.Count == 0))
            {
                result.AddError("Say what to cite, or name a cited search with --since.");
            }
        });
        command.SetAction((parsed, _) => run(parsed, context => parsed.GetValue(since) is { } name
            ? SinceAsync(context, name, site.Read(parsed))
            : CiteAsync(context, query.Read(parsed), site.Read(parsed))));
        return (command, ["kb cite Schober congress Vienna", "kb cite --since 4mk0z8q1v7xn", "kb cite --json --filter lang=de Polkod"]);
    }

    private static async Task<int> CiteAsync(CommandContext context, QueryArguments asked, Func<string, Uri> absolute)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb cite");
        var reading = (await context.Archive.ReadQueryAsync(asked.Query, context.Cancellation)).Parsed;
        foreach (var problem in reading.Problems)
        {
            context.Terminal.Say(Printable.OneLine(problem.Message));
        }

        var request = new SearchRequest { Query = reading.Query, Filters = asked.Filters, Sort = asked.Sort };
        var cited = await SearchCiting.RecordAsync(
            context.Archive.Search, reading, request, context.Archive.Today, context.Cancellation);
        var id = context.Archive.CitedSearches.Save(cited);
        var text = SearchCitation.Of(cited, new WebOptions().ArchiveName, absolute("/s/" + id));
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, CiteAnswer.Of(id, text, cited));
        }
        else
        {
            context.Terminal.Out.WriteLine(Printable.OneLine(text));
        }

        return ExitCode.Ok;
    }

    private static async Task<int> SinceAsync(CommandContext context, string name, Func<string, Uri> absolute)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb cite");
        var cited = context.Archive.CitedSearches.Find(name) ?? throw new CommandFailure(
            Printable.OneLine($"'{context.Archive.CitedSearches.Path}' holds no cited search '{name}'."), ExitCode.NotFound);
        var review = await SearchCiting.ReviewAsync(
            context.Archive.Search, cited, (text, day) => context.Archive.ReadQuery(text, day).Parsed, context.Cancellation);
        var id = CitationId.Read(name)!;
        if (context.Global.Json)
        {
            var text = SearchCitation.Of(cited, new WebOptions().ArchiveName, absolute("/s/" + id));
            JsonOutput.Write(context.Terminal, SinceAnswer.Of(CiteAnswer.Of(id, text, cited), review));
        }
        else
        {
            Tell(context.Terminal, review);
        }

        return ExitCode.Ok;
    }

    private static void Tell(Terminal terminal, CitedSearchReview review)
    {
        var then = review.Then;
        terminal.Out.WriteLine(Printable.OneLine(string.Create(
            CultureInfo.InvariantCulture, $"{then.Day:d MMMM yyyy}: {then.Query} (searched as {then.SearchedAs})")));
        if (review.IsReadDifferently)
        {
            terminal.Out.WriteLine(Printable.OneLine($"Today searched as {review.SearchedAsNow}"));
        }

        terminal.Out.WriteLine(
            $"{Printable.Count(then.Documents.Length, "document", "documents")} then, {review.Now.Documents.Length.ToString("N0", CultureInfo.InvariantCulture)} today"
            + (review.IsUnchanged ? ": nothing has changed." : review.IsReordered ? ": the same, in another order." : "."));
        TellList(terminal, "added", review.Added.Select(CitedHit.Of));
        TellList(terminal, "changed", review.Changed.Select(CitedHit.Of));
        TellList(terminal, "removed", review.Removed);
        TellList(terminal, "no longer found", review.NoLongerFound);
    }

    private static void TellList(Terminal terminal, string what, IEnumerable<CitedHit> documents)
    {
        foreach (var hit in documents)
        {
            terminal.Out.WriteLine(Printable.OneLine($"{what}: {hit.Id} {hit.Title}"));
        }
    }
}

/// <summary>The answer of <c>kb cite --json</c>.</summary>
internal sealed record CiteAnswer(
    string Schema, string Id, string Citation, string Query, string SearchedAs, DateOnly Day, string IndexVersion, string Fingerprint, int Documents)
{
    public static CiteAnswer Of(string id, string text, CitedSearch cited) => new(
        "kb.cite/1", id, text, cited.Query, cited.SearchedAs, cited.Day, cited.IndexVersion, cited.Fingerprint, cited.Documents.Length);
}

/// <summary>The answer of <c>kb cite --since --json</c>.</summary>
internal sealed record SinceAnswer(
    string Schema,
    CiteAnswer Cited,
    string SearchedAsNow,
    string IndexVersionNow,
    string FingerprintNow,
    ImmutableArray<CitedHit> Added,
    ImmutableArray<CitedHit> Changed,
    ImmutableArray<CitedHit> Removed,
    ImmutableArray<CitedHit> NoLongerFound)
{
    public static SinceAnswer Of(CiteAnswer cited, CitedSearchReview review) => new(
        "kb.cite-since/1",
        cited,
        review.SearchedAsNow,
        review.Now.IndexVersion,
        review.FingerprintNow,
        [.. review.Added.Select(CitedHit.Of)],
        [.. review.Changed.Select(CitedHit.Of)],
        review.Removed,
        review.NoLongerFound);
}
