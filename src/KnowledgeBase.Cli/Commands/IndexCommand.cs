using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Corpus;
using KnowledgeBase.Indexing;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb index</c>: brings the index up to date with the corpus.</summary>
internal static class IndexCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Build everything anew beside the live index, then switch." };
        var command = new Command(
            "index",
            "Bring the index up to date with the corpus: only what changed is read. Ends with 4 when a file was refused.") { rebuild };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, parsed.GetValue(rebuild))));
        return (command, ["kb index", "kb index --rebuild", "kb --corpus ~/archive/corpus index --json"]);
    }

    private static async Task<int> RunAsync(CommandContext context, bool rebuild)
    {
        var report = await IndexUpdate.RunAsync(context, "kb index", rebuild, wait: TimeSpan.Zero);
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, IndexAnswer.Of(report));
        }
        else
        {
            IndexingText.TellProblems(context.Terminal, report);
            context.Terminal.Out.WriteLine(IndexingText.Summary(report));
            context.Terminal.Say(IndexingText.Closing(report));
        }

        return report.Refused > 0 ? ExitCode.Partial : ExitCode.Ok;
    }
}

/// <summary>The answer of <c>kb index --json</c>.</summary>
internal sealed record IndexAnswer(
    string Schema,
    string? RebuildReason,
    int Added,
    int Changed,
    int Moved,
    int Removed,
    int Unchanged,
    int Refused,
    int Kept,
    int Documents,
    double Seconds,
    long Bytes,
    ImmutableArray<ProblemAnswer> Problems)
{
    public static IndexAnswer Of(IndexingReport report) => new(
        "kb.index/1",
        report.RebuildReason,
        report.Added,
        report.Changed,
        report.Moved,
        report.Removed,
        report.Unchanged,
        report.Refused,
        report.Kept,
        report.Documents,
        Math.Round(report.Elapsed.TotalSeconds, 3),
        report.Bytes,
        [.. report.Problems.Select(ProblemAnswer.Of)]);
}

/// <summary>Something wrong with a file, in the answers for programs.</summary>
internal sealed record ProblemAnswer(string Code, string File, int? Line, string? Field, string Message)
{
    public static ProblemAnswer Of(ReadProblem problem) =>
        new(problem.Code, problem.File, problem.Line == 0 ? null : problem.Line, problem.Field, problem.Message);
}
