using KnowledgeBase.Searching;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex;

/// <summary>The messages of everything that can be wrong with an index: path, reason, remedy. The one place that words them.</summary>
internal static class IndexErrors
{
    private const int DiskFull = 28;
    private const int ReadOnly = 30;
    private const int InputOutput = 5;
    private const int QuotaExceeded = 122;

    public static IndexUnavailableException Missing(string path) => new(
        $"There is no index at '{path}'. Build it with: kb index", "index.missing");

    public static IndexUnavailableException Locked(string path, string? holder) => new(
        $"The index at '{path}' is in use by another writer ({holder ?? "unknown"}). Wait until it has finished or end it, then try again.",
        "index.locked");

    public static IndexUnavailableException Corrupt(string path, string reason, Exception? inner = null) => new(
        $"The index at '{path}' cannot be used: {reason}. Build it again from the corpus with: kb index --rebuild", "index.corrupt", inner);

    /// <summary>The disk, or the right to use it, failed.</summary>
    public static IndexUnavailableException Io(string path, Exception exception) => new(
        $"The index at '{path}' cannot be {(IsPermission(exception) ? "accessed" : "written or read")}: {Reason(exception)}. {Remedy(exception)} "
        + "The last whole index is still there.",
        "index.io",
        exception);

    /// <summary>Whether the exception tells of the surroundings (disk, permissions, damage) rather than of a mistake in the program.</summary>
    public static bool IsFromSurroundings(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Whether the exception tells that bytes are not what was once written.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is CorruptIndexException or IndexNotFoundException or EndOfStreamException or FileNotFoundException or InvalidDataException
            or IndexFormatTooOldException or IndexFormatTooNewException;

    /// <summary>One exception for all of them, with a code for programs.</summary>
    public static IndexUnavailableException From(string path, Exception exception) =>
        IsDamage(exception) ? Corrupt(path, OneLine(exception.Message), exception) : Io(path, exception);

    /// <summary>A message of the engine on one line.</summary>
    public static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private static bool IsPermission(Exception exception) => exception is UnauthorizedAccessException;

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        { HResult: DiskFull } or { HResult: unchecked((int)0x80070070) } => "the disk is full",
        { HResult: QuotaExceeded } => "the disk quota is used up",
        { HResult: ReadOnly } => "the file system is read-only",
        { HResult: InputOutput } => "the disk reports an error",
        _ => OneLine(exception.Message),
    };

    private static string Remedy(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "Give this user the right to read and write the folder, or choose another with --index.",
        { HResult: DiskFull or QuotaExceeded } or { HResult: unchecked((int)0x80070070) } => "Free some space, then try again.",
        { HResult: ReadOnly } => "Make it writable, or choose another folder with --index.",
        _ => "Check the disk, then try again.",
    };
}
