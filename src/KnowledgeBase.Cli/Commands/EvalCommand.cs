using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Evaluation;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>What <c>kb eval</c> was asked for.</summary>
/// <param name="Folder">The judged set.</param>
/// <param name="Rankings">One, or two to compare: each the name of a profile, a run file, or a report of an earlier measurement.</param>
/// <param name="RunFile">Where to write the run; null for nowhere.</param>
/// <param name="JudgmentFile">Where to write the judgements in TREC's form; null for nowhere.</param>
/// <param name="Language">Language of texts that state none; null to tell it from them.</param>
/// <param name="Queries">Whether each query is shown.</param>
internal sealed record EvalArguments(
    string Folder, ImmutableArray<string> Rankings, string? RunFile, string? JudgmentFile, string? Language, bool Queries);

/// <summary><c>kb eval</c>: how good the ranking is, on queries that others have judged.</summary>
internal static class EvalCommand
{
    private const string Forms = "the name of a profile, a TREC run file, or a report that --json wrote";

    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var folder = new Argument<string>("folder")
        {
            Description = "A folder with docs.jsonl or docs.jsonl.gz, queries.jsonl and qrels.tsv (or qrels.txt in TREC's four columns).",
        };
        var profile = new Option<string?>("--profile")
        {
            Description = $"What ranks: {Forms}. Profiles: {Profiles}. Default: {RankingProfile.All[0].Name}.",
            HelpName = "RANKING",
        };
        var compare = new Option<string[]>("--compare")
        {
            Description = $"Compare two rankings query by query; each is {Forms}.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            HelpName = "A B",
        };
        var runFile = new Option<string?>("--run") { Description = "Write the first thousand documents of each query for trec_eval.", HelpName = "FILE" };
        var judgmentFile = new Option<string?>("--qrels") { Description = "Write the judgements in TREC's four columns for trec_eval.", HelpName = "FILE" };
        var language = new Option<string?>("--language")
        {
            Description = "Language of the texts that state none, such as de. Default: told from their common words.",
            HelpName = "CODE",
        };
        var queries = new Option<bool>("--queries") { Description = "Show the figures of every query." };
        var command = new Command(
            "eval",
            "Measure the ranking on a judged collection. It is indexed in a temporary folder and asked as readers ask; no archive is needed, "
            + "and none is touched.") { folder, profile, compare, runFile, judgmentFile, language, queries };
        command.Validators.Add(result =>
        {
            if (result.GetResult(compare) is not null && (result.GetResult(runFile) is not null || result.GetResult(profile) is not null))
            {
                result.AddError("--compare measures two rankings; --profile and --run are for one.");
            }
        });
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, new EvalArguments(
            parsed.GetValue(folder)!,
            parsed.GetValue(compare) is { Length: 2 } two ? [.. two] : [parsed.GetValue(profile) ?? RankingProfile.All[0].Name],
            parsed.GetValue(runFile),
            parsed.GetValue(judgmentFile),
            parsed.GetValue(language),
            parsed.GetValue(queries)))));
        return (command,
        [
            "kb eval collections/scifact",
            "kb eval collections/scifact --compare bm25 archive",
            "kb eval collections/scifact --profile reference --run reference.run --qrels scifact.qrels",
            "kb eval collections/scifact --json > before.json; kb eval collections/scifact --compare before.json archive",
        ]);
    }

    private static string Profiles => string.Join(", ", RankingProfile.All.Select(static profile => profile.Name));

    private static async Task<int> RunAsync(CommandContext context, EvalArguments arguments)
    {
        using var measurement = EvalMeasurement.Of(context, arguments);
        foreach (var problem in measurement.Problems)
        {
            context.Terminal.Say(Printable.OneLine(problem));
        }

        var reports = await measurement.MeasureAsync();
        var comparison = reports.Length == 2 ? ReportComparison.Of(reports[0], reports[1]) : null;
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, new EvalAnswer(EvalAnswer.CurrentSchema, reports, comparison));
            return ExitCode.Ok;
        }

        foreach (var report in reports)
        {
            context.Terminal.Out.WriteLine(ReportPrint.Print(report));
            if (arguments.Queries)
            {
                context.Terminal.Out.WriteLine(ReportPrint.PrintQueries(report));
            }
        }

        if (comparison is not null)
        {
            context.Terminal.Out.WriteLine(ReportPrint.Print(comparison));
        }

        return ExitCode.Ok;
    }
}

/// <summary>The answer of <c>kb eval --json</c>.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Reports">One for each ranking.</param>
/// <param name="Comparison">The two rankings side by side; null when there is one.</param>
internal sealed record EvalAnswer(string Schema, ImmutableArray<EvaluationReport> Reports, ReportComparison? Comparison)
{
    public const string CurrentSchema = "kb.eval/1";
}
