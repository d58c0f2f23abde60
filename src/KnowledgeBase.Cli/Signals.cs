using System.Runtime.InteropServices;

namespace KnowledgeBase.Cli;

/// <summary>Turns Ctrl-C and a request to terminate into a cancellation; a second one ends the process at once.</summary>
/// <remarks>Either way the index is whole: what was not committed is undone, now or by the next start.</remarks>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _exitCode;

    public Signals()
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, Cli.ExitCode.Interrupted)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, Cli.ExitCode.Terminated)));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of the signal that came; null when none did.</summary>
    public int? ExitCode => _exitCode == 0 ? null : _exitCode;

    public void Dispose()
    {
        _registrations.ForEach(static registration => registration.Dispose());
        _source.Dispose();
    }

    private void End(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) == 0)
        {
            context.Cancel = true;
            _source.Cancel();
        }
    }
}
