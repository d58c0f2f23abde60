using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Output;

using var signals = new Signals();
var host = new CommandHost
{
    OpenTerminal = static global => new Terminal(global.Quiet, global.NoColor, Environment.GetEnvironmentVariable),
    Complaints = Console.Error,
    Environment = Environment.GetEnvironmentVariable,
    Cancellation = signals.Token,
    Interrupted = () => signals.ExitCode,
};
return await host.RunAsync(args);
