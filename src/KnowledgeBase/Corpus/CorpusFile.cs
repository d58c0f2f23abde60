using System.Globalization;

namespace KnowledgeBase.Corpus;

/// <summary>Reads the bytes of files, and of nothing that only looks like one.</summary>
internal static class CorpusFile
{
    /// <summary>All bytes of a file; null, with a problem, when it cannot or must not be read.</summary>
    public static byte[]? TryRead(string corpusFolder, string path, ReadLimits limits, out ReadProblem? problem)
    {
        try
        {
            return Read(corpusFolder, path, limits, out problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            problem = new ReadProblem("file.unreadable", path, 0, null, e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "The file is gone.",
                UnauthorizedAccessException => "The file may not be read; check its permissions.",
                _ => "The file could not be read; check the disk and try again.",
            });
            return null;
        }
    }

    public static ReadProblem TooLarge(string path, long length, ReadLimits limits) => new(
        "file.too_large", path, 0, null, string.Create(
            CultureInfo.InvariantCulture,
            $"The file has {length:N0} bytes; at most {limits.LargestFileBytes:N0} are read. Split it into several documents."));

    private static byte[]? Read(string corpusFolder, string path, ReadLimits limits, out ReadProblem? problem)
    {
        var file = new FileInfo(Path.Combine(corpusFolder, path));
        problem = Refuse(file, path, limits);
        if (problem is not null)
        {
            return null;
        }

        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[stream.Length <= limits.LargestFileBytes ? stream.Length : 0];
        stream.ReadExactly(bytes);

        // The file may have grown between the look at its length and the reading.
        if (stream.Length != bytes.Length)
        {
            problem = new ReadProblem("file.unreadable", path, 0, null, "The file is being written; it is read again at the next run.");
            return null;
        }

        return bytes;
    }

    private static ReadProblem? Refuse(FileInfo file, string path, ReadLimits limits)
    {
        // SECURITY: a link could lead out of the corpus.
        if (file.LinkTarget is not null)
        {
            return new ReadProblem("file.link", path, 0, null, "This is a symbolic link, which is not followed; put the file itself here.");
        }

        if (Directory.Exists(file.FullName))
        {
            return new ReadProblem("file.folder", path, 0, null, "This is a folder, not a file.");
        }

        // Pipes and devices have no length either; opening one could wait for ever.
        if (file.Length == 0)
        {
            return new ReadProblem("file.empty", path, 0, null, "The file is empty; a document begins with a line --- and its front matter.");
        }

        return file.Length > limits.LargestFileBytes ? TooLarge(path, file.Length, limits) : null;
    }
}
