using System.CommandLine;
using System.CommandLine.Invocation;
using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Output;

using var signals = new Signals();
var root = CommandLine.Build(RunAsync);
var parsed = root.Parse(args, CommandLine.Parsing);
if (parsed.Action is ParseErrorAction or null)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync($"For help: {CommandPath(parsed)} --help");
    return ExitCode.Usage;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });

async Task<int> RunAsync(ParseResult result, Func<CommandContext, Task<int>> command)
{
    var global = CommandLine.Global.Read(result);
    using var terminal = new Terminal(global.Quiet, global.NoColor, Environment.GetEnvironmentVariable);
    var archive = new Lazy<Composition>(() => new Composition(
        Places.Find(global.Corpus, global.Index, Environment.CurrentDirectory, Environment.GetEnvironmentVariable), TimeProvider.System));
    try
    {
        return await command(new CommandContext(global, terminal, archive, TimeProvider.System, signals.Token));
    }
    catch (OperationCanceledException) when (signals.ExitCode is not null)
    {
        terminal.Complain("Ended before it was finished; the index is whole.");
        return signals.ExitCode.Value;
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

static string CommandPath(ParseResult result) =>
    result.CommandResult.Command is RootCommand ? "kb" : $"kb {result.CommandResult.Command.Name}";
