using System.Globalization;
using KnowledgeBase.Indexing;

namespace KnowledgeBase.Cli.Output;

/// <summary>Tells how far an indexing run is: one changing line on a terminal, plain lines elsewhere.</summary>
internal sealed class ProgressDisplay(Terminal terminal, TimeProvider clock) : IProgress<IndexingProgress>
{
    private static readonly TimeSpan BetweenRedraws = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private long _last = clock.GetTimestamp();

    public void Report(IndexingProgress value)
    {
        var isLast = value.DocumentsDone == value.DocumentsTotal;
        var pause = terminal.ShowsProgress ? BetweenRedraws : BetweenLines;
        if (terminal.IsQuiet || (clock.GetElapsedTime(_last) < pause && !(isLast && terminal.ShowsProgress)))
        {
            return;
        }

        _last = clock.GetTimestamp();
        if (!terminal.ShowsProgress)
        {
            terminal.Say(Line(value));
        }
        else if (isLast)
        {
            terminal.ClearLine();
        }
        else
        {
            terminal.Redraw($"{Bar(value)} {Line(value)}");
        }
    }

    /// <summary>Documents, speed and time left, in words.</summary>
    public static string Line(IndexingProgress value)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{value.DocumentsDone:#,0} of {value.DocumentsTotal:#,0} documents, {value.MebibytesPerSecond:0.0} MiB/s");
        return value.TimeLeft is { TotalSeconds: >= 1 } left ? $"{line}, {Words(left)} left" : line;
    }

    private static string Words(TimeSpan left) => left.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes):0} min");

    private static string Bar(IndexingProgress value)
    {
        const int Width = 20;
        var done = value.BytesTotal == 0 ? Width : (int)(value.BytesDone * Width / value.BytesTotal);
        return $"[{new string('#', done)}{new string('.', Width - done)}]";
    }
}
