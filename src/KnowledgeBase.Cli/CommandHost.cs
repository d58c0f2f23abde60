using System.CommandLine;
using System.CommandLine.Invocation;
using KnowledgeBase.Cli.Output;

namespace KnowledgeBase.Cli;

/// <summary>Runs command lines: the whole program but for what belongs to the process.</summary>
internal sealed class CommandHost
{
    private readonly RootCommand _root;

    public CommandHost()
    {
        _root = CommandLine.Build(RunAsync);
    }

    /// <summary>Opens what a command writes to; it is disposed when the command ends.</summary>
    public required Func<GlobalArguments, Terminal> OpenTerminal { get; init; }

    /// <summary>Where a command line that is not understood is told.</summary>
    public required TextWriter Complaints { get; init; }

    /// <summary>The value of a variable of the environment; null when it is not set. Default: none is set.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Ends a command early.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The exit code of a command that was ended early; null when none was.</summary>
    public Func<int?> Interrupted { get; init; } = static () => null;

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = _root.Parse(arguments, CommandLine.Parsing);
        if (parsed.Action is ParseErrorAction or null)
        {
            foreach (var error in parsed.Errors)
            {
                await Complaints.WriteLineAsync(error.Message);
            }

            await Complaints.WriteLineAsync($"For help: {CommandPath(parsed)} --help");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, CancellationToken.None);
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<CommandContext, Task<int>> command)
    {
        var global = CommandLine.Global.Read(parsed);
        using var terminal = OpenTerminal(global);
        var archive = new Lazy<Composition>(() => new Composition(
            Places.Find(global.Corpus, global.Index, System.Environment.CurrentDirectory, Environment), Clock));
        try
        {
            return await command(new CommandContext(global, terminal, archive, Clock, Cancellation));
        }
        catch (OperationCanceledException) when (Interrupted() is not null)
        {
            terminal.Complain("Ended before it was finished; the index is whole.");
            return Interrupted()!.Value;
        }
        catch (Exception exception) when (Failures.ExitCodeOf(exception) is { } code)
        {
            terminal.Complain(exception.Message);
            return code;
        }
        catch (Exception exception)
        {
            terminal.Complain($"This is a mistake in the program; please report it with these lines:\n{exception}");
            return ExitCode.Error;
        }
        finally
        {
            if (archive.IsValueCreated)
            {
                archive.Value.Dispose();
            }
        }
    }

    private static string CommandPath(ParseResult result) =>
        result.CommandResult.Command is RootCommand ? "kb" : $"kb {result.CommandResult.Command.Name}";
}
