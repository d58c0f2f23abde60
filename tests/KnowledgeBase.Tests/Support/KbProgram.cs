using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Support;

/// <summary>The real program, started as a user would start it.</summary>
internal static partial class KbProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs to the end.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="arguments">The command line.</param>
    public static KbResult Run(string folder, params string[] arguments) => Run(folder, input: null, arguments);

    /// <summary>Runs to the end with something on standard input.</summary>
    public static KbResult Run(string folder, string? input, string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"kb {string.Join(' ', arguments)} did not end.");
        }

        return new KbResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts and returns at once.</summary>
    public static Process Start(string folder, params string[] arguments) =>
        StartCommand(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "kb.dll"), .. arguments]);

    /// <summary>Starts as from a terminal: it listens to Ctrl-C even where these tests run in the background, which ignores it.</summary>
    public static Process StartAtTerminal(string folder, params string[] arguments) =>
        StartCommand(folder, "env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "kb.dll"), .. arguments]);

    /// <summary>Starts for somebody with another home.</summary>
    public static Process StartAtHome(string home, string folder, params string[] arguments) =>
        StartCommand(folder, "env", ["HOME=" + home, "dotnet", Path.Combine(AppContext.BaseDirectory, "kb.dll"), .. arguments]);

    /// <summary>Runs a line of the shell in which <c>kb</c> is the program.</summary>
    public static KbResult Shell(string folder, string line)
    {
        using var process = StartCommand(
            folder, "bash", ["-c", $"set -o pipefail; kb() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "kb.dll")}' \"$@\"; }}; export -f kb; {line}"]);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), line);
        return new KbResult(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Where a site that was started with <c>serve</c> answers; returns when it is open.</summary>
    public static async Task<string> AddressOf(Process site)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await site.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                _ = site.StandardError.ReadToEndAsync(CancellationToken.None);
                _ = site.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return match.Value;
            }
        }

        throw new InvalidOperationException("The site ended before it was open.");
    }

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, FormattableString.Invariant($"{process.Id}")]);
        kill.WaitForExit();
    }

    private static Process StartCommand(string folder, string command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("KB_CORPUS");
        start.Environment.Remove("KB_INDEX");
        start.Environment.Remove("NO_COLOR");
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}

/// <summary>How a run of the program ended.</summary>
internal sealed record KbResult(int ExitCode, string Output, string Error);
