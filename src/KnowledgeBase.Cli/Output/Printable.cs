using System.Globalization;
using System.Text;

namespace KnowledgeBase.Cli.Output;

/// <summary>Text from documents and file names as a terminal may see it.</summary>
internal static class Printable
{
    /// <summary>Replaces control characters, which could move the cursor, recolour or retitle a terminal.</summary>
    /// <remarks>SECURITY: documents come from many hands. Line ends and tabs become spaces.</remarks>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(c is '\n' or '\r' or '\t' ? ' ' : IsSafe(c) ? c : '\uFFFD');
        }

        return clean.ToString();
    }

    /// <summary>The same, but lines stay lines.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(c is '\n' or '\t' || IsSafe(c) ? c : '\uFFFD');
        }

        return clean.ToString();
    }

    /// <summary>A number of bytes in words.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.0} GiB"),
    };

    /// <summary>A number with a noun.</summary>
    public static string Count(long number, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {(number == 1 ? singular : plural)}");

    private static bool IsSafe(char c) => !char.IsControl(c);
}
