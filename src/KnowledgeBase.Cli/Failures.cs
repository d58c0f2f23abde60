using KnowledgeBase.CitedSearches;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli;

/// <summary>Which exit code a failure gets.</summary>
internal static class Failures
{
    /// <summary>Null when the failure is a mistake of the program.</summary>
    public static int? ExitCodeOf(Exception exception) => exception switch
    {
        CommandFailure failure => failure.ExitCode,
        IndexUnavailableException { Code: "index.locked" } => ExitCode.Locked,
        IndexUnavailableException { Code: "index.corrupt" } => ExitCode.Corrupt,
        IndexUnavailableException { Code: "index.missing" } => ExitCode.NotFound,
        IndexUnavailableException => ExitCode.InputOutput,
        CitedSearchException { Code: "citations.damaged" } => ExitCode.Corrupt,
        CitedSearchException { Code: "citations.too_large" } => ExitCode.Usage,
        CitedSearchException => ExitCode.InputOutput,
        IOException or UnauthorizedAccessException => ExitCode.InputOutput,
        _ => null,
    };
}
