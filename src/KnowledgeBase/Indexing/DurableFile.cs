using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace KnowledgeBase.Indexing;

/// <summary>Files and folders that are still there after a power cut.</summary>
/// <remarks>
/// A rename is lost on ext4 and xfs unless the folder itself is flushed, and .NET has no call for that:
/// <see cref="FlushFolder"/> is the one place that calls the system.
/// </remarks>
public static class DurableFile
{
    /// <summary>Ending of the files that are being written; a crash can leave one behind, and nothing reads it.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>Writes a file so that it is there as a whole or not at all, and stays after a power cut.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="content">All its bytes.</param>
    /// <param name="overwrite">Whether a file of this name is replaced.</param>
    /// <exception cref="IOException">The disk refused, or the file exists and may not be replaced; nothing was changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}{TemporaryEnding}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                // DURABILITY: the bytes reach the disk before the name does.
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }

        FlushFolder(folder);
    }

    /// <summary>Makes a folder and those above it, durably; nothing happens when it is there.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var above = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        CreateFolder(above);
        Directory.CreateDirectory(folder);
        FlushFolder(above);
    }

    /// <summary>Makes the bytes of a file durable.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(
            path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Makes the names in a folder durable: files made, renamed or deleted in it. Does nothing on Windows, which needs no such call.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        try
        {
            if (FSync(descriptor) != 0)
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string folder)
    {
        var code = Marshal.GetLastPInvokeError();
        return new IOException($"Cannot flush the folder '{folder}': {new Win32Exception(code).Message}", code);
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What matters is the failure that brought us here; the leftover is never read.
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
