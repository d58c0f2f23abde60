using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Exporting;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb concordance</c>: every occurrence, one line each.</summary>
internal static class ConcordanceCommand
{
    private const int MostCollocates = 50;

    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var options = new ConcordanceOptions();
        var command = new Command(
            "concordance",
            "List every occurrence of what the query looks for, one line each, with the words around it; or the words that stand near, or "
            + "how many lines each year has. - reads the query from standard input. Ends with 3 when there is no line.");
        options.AddTo(command);
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, options.Read(parsed))));
        return (command,
        [
            "kb concordance police --sort R1",
            "kb concordance '\"criminal police\"' --sort L1 --width 60",
            "kb concordance Polkod date:1926..1930 --format csv > polkod.csv",
            "kb concordance congress --collocates --left 2 --right 2",
            "kb concordance congress --near delegates --format jsonl | jq -r .left",
            "kb concordance 'extradit*' --years --filter lang=en --json",
        ]);
    }

    private static async Task<int> RunAsync(CommandContext context, ConcordanceArguments arguments)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb concordance");
        var parsed = (await context.Archive.ReadQueryAsync(arguments.Query, context.Cancellation)).Parsed;
        var request = new ConcordanceRequest(new SearchRequest { Query = parsed.Query, Filters = arguments.Filters })
        {
            Sort = arguments.Sort,
            Descending = arguments.Descending,
            Near = arguments.Near,
            Left = arguments.Left,
            Right = arguments.Right,
            Count = arguments.Count ?? 0,
            Collocates = arguments.Collocates ? MostCollocates : 0,
        };
        if (!context.Global.Json)
        {
            foreach (var problem in parsed.Problems)
            {
                context.Terminal.Say(Printable.OneLine(problem.Message));
            }
        }

        var asked = await context.Archive.Search.SearchAsync(request.Search with { Count = 0, IncludePartial = false }, context.Cancellation);
        var reading = new Reading(parsed, SearchedAs.Of(parsed, asked.Expansions), FilterWords.Of(arguments.Filters));
        var concordance = new Concordance(context.Archive.Search, context.Archive.Analyzer);
        var total = context.Global.Json ? await WriteJsonAsync(context, concordance, request, reading, arguments)
            : arguments.Collocates || arguments.Years ? await WriteTablesAsync(context, concordance, request, reading, arguments)
            : await WriteLinesAsync(context, concordance, request, reading, arguments);
        return total == 0 ? ExitCode.NotFound : ExitCode.Ok;
    }

    private static async Task<long> WriteJsonAsync(
        CommandContext context, Concordance concordance, ConcordanceRequest request, Reading reading, ConcordanceArguments arguments)
    {
        var page = await concordance.ReadAsync(request, context.Cancellation);
        List<LineAnswer>? lines = arguments.Collocates || arguments.Years ? null : [];
        if (lines is not null && arguments.Count is not null)
        {
            lines.AddRange(page.Lines.Select(LineAnswer.Of));
        }
        else if (lines is not null)
        {
            await foreach (var line in concordance.StreamAsync(request, context.Cancellation))
            {
                lines.Add(LineAnswer.Of(line));
            }
        }

        JsonOutput.Write(context.Terminal, new ConcordanceAnswer(
            "kb.concordance/1",
            reading.Parsed.Typed,
            reading.Sentence,
            reading.Parsed.Problems,
            page.Total,
            page.Documents,
            ConcordanceSorts.NameOf(page.Sort, request.Descending),
            page.Notice,
            page.IndexVersion,
            lines is null ? null : [.. lines],
            arguments.Collocates ? page.Collocates : null,
            arguments.Years ? page.Years : null));
        return page.Total;
    }

    private static async Task<long> WriteTablesAsync(
        CommandContext context, Concordance concordance, ConcordanceRequest request, Reading reading, ConcordanceArguments arguments)
    {
        var page = await concordance.ReadAsync(request with { Count = 0 }, context.Cancellation);
        var note = reading.NoteAt(context.Clock.GetUtcNow());
        if (arguments.Collocates && page.Total > 0)
        {
            ConcordanceTables.Write(context.Terminal, page.Collocates, arguments, note, page.IndexVersion);
        }

        if (arguments.Years && page.Total > 0)
        {
            ConcordanceTables.Write(context.Terminal, page.Years, arguments, note, page.IndexVersion);
        }

        context.Terminal.Say(Summary(page.Total, page.Documents, page.Total));
        return page.Total;
    }

    private static async Task<long> WriteLinesAsync(
        CommandContext context, Concordance concordance, ConcordanceRequest request, Reading reading, ConcordanceArguments arguments)
    {
        var counted = new CountedLines();
        ConcordancePage? page = null;
        if (arguments.Count is not null)
        {
            page = await concordance.ReadAsync(request, context.Cancellation);
        }

        var lines = page is null ? concordance.StreamAsync(request, context.Cancellation) : page.Lines.ToAsyncEnumerable();
        await WriteAsync(context, counted.Of(lines), reading, arguments);
        var total = page?.Total ?? counted.Lines;
        context.Terminal.Say(Summary(total, page?.Documents ?? counted.Documents, counted.Lines));
        if (page?.Notice is { } || (total > Concordance.MostSorted && request.Sort is not ConcordanceSort.Found))
        {
            context.Terminal.Say(Concordance.TooManyToSort(total));
        }

        return total;
    }

    private static async Task WriteAsync(
        CommandContext context, IAsyncEnumerable<ConcordanceLine> lines, Reading reading, ConcordanceArguments arguments)
    {
        if (arguments.Format is LineFormat.Csv or LineFormat.Tsv)
        {
            var note = reading.NoteAt(context.Clock.GetUtcNow());
            await ConcordanceExport.WriteAsync(
                context.Terminal.Out, lines, arguments.Format is LineFormat.Csv ? DelimitedFormat.Csv : DelimitedFormat.Tsv, note,
                static line => $"{line.Id}#{line.ParagraphId}", context.Cancellation);
            return;
        }

        var text = new ConcordanceText(context.Terminal, arguments.Width);
        await foreach (var line in lines)
        {
            if (arguments.Format is LineFormat.Jsonl)
            {
                JsonOutput.WriteLine(context.Terminal, LineAnswer.Of(line));
            }
            else
            {
                text.Write(line);
            }
        }
    }

    private static string Summary(long total, long documents, long shown) => total == 0
        ? "No text has such a line."
        : $"{Printable.Count(total, "line", "lines")} in {Printable.Count(documents, "document", "documents")}"
            + (shown < total ? string.Create(CultureInfo.InvariantCulture, $"; showing the first {shown:N0}.") : ".");

    /// <summary>How the query was read, for the files.</summary>
    private sealed record Reading(QueryParseResult Parsed, string Sentence, string Filters)
    {
        public ExportNote NoteAt(DateTimeOffset now) => new(Parsed.Typed, Sentence, now) { Filters = Filters, Notes = Parsed.Notes };
    }

    /// <summary>Counts lines and their documents while they pass.</summary>
    private sealed class CountedLines
    {
        private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

        public long Lines { get; private set; }

        public long Documents => _documents.Count;

        public async IAsyncEnumerable<ConcordanceLine> Of(IAsyncEnumerable<ConcordanceLine> lines)
        {
            await foreach (var line in lines)
            {
                Lines++;
                _documents.Add(line.Id.Value);
                yield return line;
            }
        }
    }
}
