using System.Text;

namespace KnowledgeBase.Cli.Output;

/// <summary>Results to standard output, everything else to standard error.</summary>
/// <remarks>A reader that closes the pipe early (<c>kb search police | head -1</c>) ends nothing and is no error.</remarks>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal(bool isQuiet, bool noColor, Func<string, string?> environment)
    {
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
        IsQuiet = isQuiet;
        ShowsProgress = !isQuiet && !Console.IsErrorRedirected && environment("TERM") != "dumb";
        HasColor = !noColor
            && !Console.IsOutputRedirected
            && string.IsNullOrEmpty(environment("NO_COLOR"))
            && environment("TERM") != "dumb";
    }

    /// <summary>Writes plain text to somewhere else than the process's own streams.</summary>
    public Terminal(TextWriter output, TextWriter error, bool isQuiet)
    {
        (Out, Error, IsQuiet) = (output, error, isQuiet);
    }

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Out { get; }

    /// <summary>Whether only results and errors are written.</summary>
    public bool IsQuiet { get; }

    /// <summary>Whether results are coloured.</summary>
    public bool HasColor { get; }

    /// <summary>Whether progress is drawn on one line that changes; otherwise it is told in plain lines.</summary>
    public bool ShowsProgress { get; }

    private TextWriter Error { get; }

    /// <summary>Tells something that is neither a result nor an error.</summary>
    public void Say(string message)
    {
        if (!IsQuiet)
        {
            Complain(message);
        }
    }

    /// <summary>Tells an error.</summary>
    public void Complain(string message) => Guard(() =>
    {
        // What was written first is read first, on a terminal.
        Out.Flush();
        Error.WriteLine(message);
    });

    /// <summary>Replaces the line of progress.</summary>
    public void Redraw(string line) => Guard(() => Error.Write($"\r{line}\x1b[K"));

    /// <summary>Takes the line of progress away.</summary>
    public void ClearLine() => Redraw("");

    public void Dispose() => Guard(() =>
    {
        Out.Flush();
        Error.Flush();
    });

    /// <summary>Nobody reads any more: that is the reader's right.</summary>
    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
        }
    }
}
