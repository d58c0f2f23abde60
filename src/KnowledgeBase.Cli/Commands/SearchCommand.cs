using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Cli.Commands;

/// <summary>What <c>kb search</c> was asked for.</summary>
internal sealed record SearchArguments(
    string Query, int Count, int Page, SortOrder Sort, ImmutableArray<FacetFilter> Filters, int Passages, bool Facets, bool Explain,
    bool Broaden, SearchPreferences Preferences);

/// <summary><c>kb search</c>: ranked results with passages.</summary>
internal static class SearchCommand
{
    private const int FacetValues = 10;

    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var options = new SearchOptions();
        var command = new Command(
            "search",
            "Search the archive. Everything after the options is the query, as in the search box of the site; - reads it from "
            + "standard input. Ends with 3 when nothing is found.");
        options.AddTo(command);
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, options.Read(parsed))));
        return (command,
        [
            "kb search Schober congress Vienna",
            "kb search '\"criminal police commission\" 1923' --sort date",
            "kb search opium --filter type=chronology --filter lang=de",
            "kb search --json --count 100 extradition | jq -r '.hits[].id'",
            "kb search police files --broaden --prefer lang=de --prefer date=older",
            "kb search -- police -korea",
        ]);
    }

    private static async Task<int> RunAsync(CommandContext context, SearchArguments arguments)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb search");
        var reading = await context.Archive.ReadQueryAsync(arguments.Query, context.Cancellation);
        var request = new SearchRequest
        {
            Query = reading.Query,
            Filters = arguments.Filters,
            Sort = arguments.Sort,
            Offset = (arguments.Page - 1) * arguments.Count,
            Count = arguments.Count,
            PassagesPerDocument = arguments.Passages,
            Facets = arguments.Facets ? FacetNames.All : [],
            FacetValues = FacetValues,
            Profile = arguments.Broaden ? RankingProfile.Broaden.Name : null,
            Preferences = arguments.Preferences,
        };
        var page = await context.Archive.Search.SearchAsync(request, context.Cancellation);
        var advice = await new SearchAdviser(context.Archive.Search, context.Archive.Names.Names, context.Archive.ReadQuery)
            .AdviseAsync(new AdvisedSearch(reading, arguments.Filters, page.Total), context.Cancellation);
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, SearchAnswer.Of(reading.Parsed, request, page, advice, arguments.Explain));
        }
        else
        {
            Tell(context, reading, page, arguments);
            AdviceText.Write(context.Terminal, advice);
        }

        return page.Hits.IsEmpty && page.Total == 0 ? ExitCode.NotFound : ExitCode.Ok;
    }

    private static void Tell(CommandContext context, ReadQuery reading, SearchPage page, SearchArguments arguments)
    {
        foreach (var problem in reading.Parsed.Problems)
        {
            context.Terminal.Say(Printable.OneLine(problem.Message));
        }

        context.Terminal.Say(Printable.OneLine($"Searched as: {SearchedAs.Of(reading.Parsed, page.Expansions)}."));
        if (arguments.Explain)
        {
            context.Terminal.Out.WriteLine(Printable.OneLine(reading.Query.ToString()));
        }

        var text = new SearchText(context.Terminal, arguments.Explain);
        text.Write(page);
        context.Terminal.Say(SearchText.Summary(page));
        if (arguments.Broaden)
        {
            context.Terminal.Say(Printable.OneLine(page.AddedWords.IsEmpty
                ? "Broadened: no words could be added."
                : $"Broadened with: {string.Join(", ", page.AddedWords)}."));
        }
    }
}
