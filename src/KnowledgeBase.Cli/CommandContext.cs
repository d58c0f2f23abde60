using KnowledgeBase.Cli.Output;

namespace KnowledgeBase.Cli;

/// <summary>What a command works with.</summary>
/// <param name="Global">The options of every command.</param>
/// <param name="Terminal">Where results and messages go.</param>
/// <param name="Archive">The parts of the program, put together for these folders.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Cancellation">Ctrl-C.</param>
internal sealed record CommandContext(
    GlobalArguments Global, Terminal Terminal, Composition Archive, TimeProvider Clock, CancellationToken Cancellation);

/// <summary>Runs a command and turns what it throws into a message and an exit code.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="command">The command's own part; its result is the exit code.</param>
internal delegate Task<int> CommandRunner(System.CommandLine.ParseResult parsed, Func<CommandContext, Task<int>> command);
