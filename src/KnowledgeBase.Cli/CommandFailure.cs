namespace KnowledgeBase.Cli;

/// <summary>Ends a command with a message for the user and an exit code.</summary>
/// <param name="message">What is wrong and what would do.</param>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
internal sealed class CommandFailure(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
