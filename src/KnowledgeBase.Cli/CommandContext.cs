using KnowledgeBase.Cli.Output;

namespace KnowledgeBase.Cli;

/// <summary>What a command works with.</summary>
/// <param name="Global">The options of every command.</param>
/// <param name="Terminal">Where results and messages go.</param>
/// <param name="Composed">Puts <see cref="Archive"/> together when it is first used.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Cancellation">Ctrl-C.</param>
internal sealed record CommandContext(
    GlobalArguments Global, Terminal Terminal, Lazy<Composition> Composed, TimeProvider Clock, CancellationToken Cancellation)
{
    /// <summary>The parts of the program, put together for the folders of the archive; a command that does not ask needs no archive.</summary>
    /// <exception cref="CommandFailure">There is no corpus.</exception>
    public Composition Archive => Composed.Value;
}

/// <summary>Runs a command and turns what it throws into a message and an exit code.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="command">The command's own part; its result is the exit code.</param>
internal delegate Task<int> CommandRunner(System.CommandLine.ParseResult parsed, Func<CommandContext, Task<int>> command);
