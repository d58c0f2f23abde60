using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Indexing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb add</c>: copies documents into the corpus and makes them searchable.</summary>
internal static class AddCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var files = new Argument<string[]>("FILE") { Description = "Markdown files with front matter.", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into")
        {
            Description = "Folder of the corpus that receives them. Default: the corpus itself.",
            HelpName = "FOLDER",
            DefaultValueFactory = static _ => "",
        };
        var replace = new Option<bool>("--replace") { Description = "Let a file take the place of a document of the same name." };
        var command = new Command(
            "add",
            "Check documents, copy them into the corpus and make them searchable. A file that is not a document is refused, and the "
            + "others are taken; then the program ends with 4.") { files, into, replace };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(
            context, parsed.GetValue(files)!, parsed.GetValue(into)!, parsed.GetValue(replace))));
        return (command, ["kb add notes/prague.md", "kb add *.md --into congresses", "kb add schober.md --into people --replace"]);
    }

    private static async Task<int> RunAsync(CommandContext context, string[] files, string into, bool replace)
    {
        var known = KnownFiles(context);
        var intake = context.Archive.NewIntake();
        var results = new List<IntakeResult>();
        foreach (var file in files)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var result = intake.Take(file, into, replace, known);
            results.Add(result);
            Tell(context, result);
            if (result is { Kind: IntakeKind.Taken or IntakeKind.Replaced, Path: { } path, Id: { } id })
            {
                known = known.RemoveAll(other => other.Path == path).Add(new IndexedFile(path, "", id));
            }
        }

        var report = results.Exists(static result => result.Kind != IntakeKind.Refused) ? await IndexAsync(context) : null;
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, new AddAnswer(
                "kb.add/1", [.. results.Select(AddedFile.Of)], report is null ? null : IndexAnswer.Of(report)));
        }

        return results.Exists(static result => result.Kind == IntakeKind.Refused) ? ExitCode.Partial : ExitCode.Ok;
    }

    /// <summary>The documents by the index, where there is one; without it a code that is taken shows when the index is built.</summary>
    private static ImmutableArray<IndexedFile> KnownFiles(CommandContext context)
    {
        try
        {
            return context.Archive.ListFiles();
        }
        catch (IndexUnavailableException)
        {
            return [];
        }
    }

    private static async Task<IndexingReport> IndexAsync(CommandContext context)
    {
        try
        {
            var report = await IndexUpdate.RunAsync(context, "kb add", rebuild: false, IndexUpdate.Patience);
            context.Terminal.Say(IndexingText.Closing(report));
            return report;
        }
        catch (IndexUnavailableException exception) when (exception.Code == "index.locked")
        {
            throw new CommandFailure(
                "The documents are in the corpus, but another process is still writing the index. A running site takes them up by "
                + $"itself; otherwise run: kb index. {exception.Message}",
                ExitCode.Locked);
        }
    }

    private static void Tell(CommandContext context, IntakeResult result)
    {
        foreach (var problem in result.Problems)
        {
            context.Terminal.Complain(Printable.OneLine(problem.ToString()));
        }

        if (context.Global.Json || result.Kind == IntakeKind.Refused)
        {
            return;
        }

        var what = result.Kind switch
        {
            IntakeKind.Taken => "added",
            IntakeKind.Replaced => "replaced",
            _ => "already there",
        };
        context.Terminal.Out.WriteLine(Printable.OneLine($"{what}: {result.Path} ({result.Id})"));
    }
}

/// <summary>The answer of <c>kb add --json</c>.</summary>
internal sealed record AddAnswer(string Schema, ImmutableArray<AddedFile> Files, IndexAnswer? Index);

/// <summary>What became of one file.</summary>
internal sealed record AddedFile(string Source, string Result, string? Path, string? Id, ImmutableArray<ProblemAnswer> Problems)
{
    public static AddedFile Of(IntakeResult result) => new(
        result.Source,
        result.Kind switch
        {
            IntakeKind.Taken => "added",
            IntakeKind.Replaced => "replaced",
            IntakeKind.AlreadyThere => "already-there",
            _ => "refused",
        },
        result.Path,
        result.Id?.Value,
        [.. result.Problems.Select(ProblemAnswer.Of)]);
}
