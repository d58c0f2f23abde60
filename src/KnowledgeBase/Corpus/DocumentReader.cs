using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Corpus.Formats.Markdown;

namespace KnowledgeBase.Corpus;

/// <summary>Reads files of the corpus; what is wrong with one is reported, and the run goes on.</summary>
/// <remarks>Safe for use by many callers at once.</remarks>
public sealed class DocumentReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ArchiveRegister _register;
    private readonly ReadLimits _limits;

    /// <param name="register">Where the publishers of sources are looked up; <see cref="ArchiveRegister.Empty"/> when there is none.</param>
    /// <param name="limits">How much is read; null for the defaults.</param>
    public DocumentReader(ArchiveRegister register, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        (_register, _limits) = (register, limits ?? new ReadLimits());
        _limits.Validate();
    }

    /// <summary>Reads a file. Never throws on what the file is or holds.</summary>
    /// <param name="corpusFolder">The corpus folder.</param>
    /// <param name="path">The file, relative to it, with forward slashes.</param>
    public ReadResult Read(string corpusFolder, string path)
    {
        var bytes = CorpusFile.TryRead(corpusFolder, path, _limits, out var problem);
        return bytes is null ? new ReadResult(null, [problem!]) : ReadBytes(path, bytes);
    }

    /// <summary>Reads a file whose bytes are at hand. Never throws on what it holds.</summary>
    /// <param name="path">The file, relative to the corpus folder, with forward slashes.</param>
    /// <param name="bytes">All of its bytes.</param>
    public ReadResult ReadBytes(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _limits.LargestFileBytes)
        {
            return new ReadResult(null, [CorpusFile.TooLarge(path, bytes.Length, _limits)]);
        }

        if (!TryDecode(bytes, out var content, out var line, out var message))
        {
            return new ReadResult(null, [new ReadProblem("file.encoding", path, line, null, message)]);
        }

        var result = MarkdownFormat.Read(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), content, _limits);
        return result.Document is not { } document
            ? result
            : result with { Document = document with { Metadata = _register.WithPublishers(document.Metadata) } };
    }

    private static bool TryDecode(ReadOnlySpan<byte> bytes, out string content, out int line, out string message)
    {
        (content, line, message) = ("", 0, "");
        var withoutMark = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var zero = withoutMark.IndexOf((byte)0);
        if (zero >= 0)
        {
            line = withoutMark[..zero].Count((byte)'\n') + 1;
            message = "The file holds a zero byte, so it is not a text in UTF-8; save it as UTF-8.";
            return false;
        }

        try
        {
            content = StrictUtf8.GetString(withoutMark);
            return true;
        }
        catch (DecoderFallbackException e)
        {
            var at = Math.Clamp(e.Index, 0, withoutMark.Length);
            line = withoutMark[..at].Count((byte)'\n') + 1;
            message = string.Create(
                CultureInfo.InvariantCulture, $"Byte {at + 1} of the file is not UTF-8; save the file as UTF-8.");
            return false;
        }
    }
}
