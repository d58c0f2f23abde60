using System.Collections.Immutable;
using KnowledgeBase.Corpus;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Indexing;

/// <summary>What became of a file that was to join the corpus.</summary>
public enum IntakeKind
{
    /// <summary>It is a document of the corpus now.</summary>
    Taken,

    /// <summary>It took the place of a document of the corpus.</summary>
    Replaced,

    /// <summary>The corpus holds it already, byte for byte.</summary>
    AlreadyThere,

    /// <summary>It was left where it is, and the corpus as it was.</summary>
    Refused,
}

/// <summary>What became of one file.</summary>
/// <param name="Kind">What.</param>
/// <param name="Source">The file, as it was named.</param>
/// <param name="Path">Its path in the corpus, with forward slashes; null when it was refused before that was known.</param>
/// <param name="Id">Its reference code; null when it could not be read.</param>
/// <param name="Problems">Why it was refused; empty otherwise.</param>
public sealed record IntakeResult(
    IntakeKind Kind, string Source, string? Path, DocumentId? Id, ImmutableArray<ReadProblem> Problems);

/// <summary>Copies files into the corpus: only documents that can be read, whole or not at all, and never over another silently.</summary>
/// <param name="corpus">The corpus.</param>
/// <param name="reader">Decides what is a document.</param>
/// <param name="limits">How much of a file is read.</param>
public sealed class CorpusIntake(CorpusFolder corpus, DocumentReader reader, ReadLimits limits)
{
    /// <summary>Takes one file.</summary>
    /// <param name="source">The file, anywhere on this machine.</param>
    /// <param name="into">Folder of the corpus, relative to it, with forward slashes; empty for the corpus itself.</param>
    /// <param name="replace">Whether a document of the same name may be replaced.</param>
    /// <param name="known">The documents that the corpus is known to hold, for reference codes that are taken.</param>
    /// <exception cref="IOException">The corpus cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The corpus may not be written.</exception>
    public IntakeResult Take(string source, string into, bool replace, IEnumerable<IndexedFile> known)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(known);
        var path = PlaceOf(source, into, out var target);
        if (path is null)
        {
            return Refused(source, null, null, "intake.place", $"'{into}' is not a folder for documents: it must be inside the corpus, and neither hidden nor 'authorities'.");
        }

        if (!CorpusFolder.IsDocumentPath(path))
        {
            return Refused(source, path, null, "intake.name", "A document is a Markdown file: its name ends with .md and does not begin with a dot.");
        }

        if (TryRead(source) is not { } bytes)
        {
            return Refused(source, path, null, "intake.unreadable", "The file cannot be read: it is missing, a folder, too large, or not permitted.");
        }

        var result = reader.ReadBytes(path, bytes);
        if (result.Document is not { } document)
        {
            return new IntakeResult(IntakeKind.Refused, source, path, null, [.. result.Problems.Select(problem => problem with { File = source })]);
        }

        return Place(source, path, target, bytes, document.Id, replace, known);
    }

    private IntakeResult Place(
        string source, string path, string target, byte[] bytes, DocumentId id, bool replace, IEnumerable<IndexedFile> known)
    {
        var exists = File.Exists(target);
        if (exists && File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
        {
            return new IntakeResult(IntakeKind.AlreadyThere, source, path, id, []);
        }

        if (exists && !replace)
        {
            return Refused(source, path, id, "intake.exists", $"The corpus holds another document as {path}; choose another name or folder, or allow it with --replace.");
        }

        if (known.FirstOrDefault(file => file.Id == id && file.Path != path) is { } other && File.Exists(Path.Combine(corpus.Root, other.Path)))
        {
            return Refused(source, path, id, "front_matter.ref_taken", $"The reference code {id} is taken by {other.Path}; give this document one of its own.");
        }

        DurableFile.CreateFolder(Path.GetDirectoryName(target)!);
        DurableFile.Write(target, bytes, replace);
        return new IntakeResult(exists ? IntakeKind.Replaced : IntakeKind.Taken, source, path, id, []);
    }

    /// <summary>Where the file goes; a file that is in the corpus already stays where it is.</summary>
    /// <remarks>SECURITY: nothing outside the corpus is ever written, whatever <paramref name="into"/> says.</remarks>
    private string? PlaceOf(string source, string into, out string target)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(corpus.Root)) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(source);
        target = full.StartsWith(root, StringComparison.Ordinal) && into.Length == 0
            ? full
            : Path.GetFullPath(Path.Combine(root, into, Path.GetFileName(full)));
        if (!target.StartsWith(root, StringComparison.Ordinal))
        {
            return null;
        }

        var path = target[root.Length..].Replace(Path.DirectorySeparatorChar, '/');
        var folders = path.Split('/')[..^1];
        return folders is ["authorities", ..] || folders.Any(static folder => folder.StartsWith('.')) ? null : path;
    }

    private byte[]? TryRead(string source)
    {
        try
        {
            var file = new FileInfo(source);
            return file.Exists && file.Length <= limits.LargestFileBytes ? File.ReadAllBytes(file.FullName) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IntakeResult Refused(string source, string? path, DocumentId? id, string code, string message) =>
        new(IntakeKind.Refused, source, path, id, [new ReadProblem(code, source, 0, null, message)]);
}
