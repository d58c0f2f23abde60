namespace KnowledgeBase.Cli;

/// <summary>How the program ends; part of its contract with scripts.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A mistake of the program.</summary>
    public const int Error = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>Nothing found, or no such document.</summary>
    public const int NotFound = 3;

    /// <summary>Done, but something was refused; for a quotation, something like it stands in the archive, but not these words.</summary>
    public const int Partial = 4;

    /// <summary>Another process is writing the index.</summary>
    public const int Locked = 5;

    /// <summary>The index is damaged, or is not what the corpus says.</summary>
    public const int Corrupt = 6;

    /// <summary>The disk or the right to use it failed (EX_IOERR).</summary>
    public const int InputOutput = 74;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by a request to terminate.</summary>
    public const int Terminated = 143;
}
