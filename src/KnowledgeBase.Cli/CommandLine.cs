using System.CommandLine;
using System.CommandLine.Help;
using KnowledgeBase.Cli.Commands;
using KnowledgeBase.Cli.Output;

namespace KnowledgeBase.Cli;

/// <summary>What the program understands: its commands, their options, and an example for each.</summary>
internal static class CommandLine
{
    /// <summary>Options that every command takes.</summary>
    public static GlobalOptions Global { get; } = new();

    /// <summary>The program's commands.</summary>
    /// <param name="run">Runs a command that was understood, with everything it needs.</param>
    public static RootCommand Build(CommandRunner run)
    {
        var root = new RootCommand("Search an archive: a folder of documents, an index built from it, a web site and this program.");
        (Command Command, string[] Examples)[] commands =
        [
            IndexCommand.Build(run),
            AddCommand.Build(run),
            SearchCommand.Build(run),
            ExportCommand.Build(run),
            CiteCommand.Build(run),
            ConcordanceCommand.Build(run),
            ShowCommand.Build(run),
            QuoteCommand.Build(run),
            QuotationsCommand.Build(run),
            ServeCommand.Build(run),
            VerifyCommand.Build(run),
            EvalCommand.Build(run),
        ];
        Global.AddTo(root);
        foreach (var (command, _) in commands)
        {
            root.Subcommands.Add(command);
        }

        var examples = commands.ToDictionary(static pair => pair.Command, static pair => pair.Examples);
        examples[root] = ["kb serve", "kb search Schober congress Vienna", "kb add notes/prague.md --into congresses"];
        AddExamples(root, examples);
        return root;
    }

    /// <summary>How text is cut into options: as typed; a word that begins with @ is a word, not a file to read.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private static void AddExamples(RootCommand root, Dictionary<Command, string[]> examples)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ExamplesHelp((HelpAction)option.Action!, examples);
    }
}
