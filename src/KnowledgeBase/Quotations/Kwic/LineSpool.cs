using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>What all lines of a document have in common.</summary>
internal sealed record LineSource(DocumentId Id, string Title, ArchiveDate Date, string Language, string IndexVersion);

/// <summary>The words of many lines, put aside while their order is found: in memory, and beyond some size in a file that deletes itself.</summary>
internal sealed class LineSpool : IDisposable
{
    private const int MostInMemory = 16 * 1024 * 1024;

    private Stream _stream = new MemoryStream();
    private BinaryWriter _writer;
    private BinaryReader? _reader;

    public LineSpool() => _writer = WriterOn(_stream);

    /// <summary>Puts a line aside.</summary>
    /// <returns>Where it is, for <see cref="Read"/>.</returns>
    /// <exception cref="IndexUnavailableException">There is no room for the file.</exception>
    public long Add(ConcordanceLine line)
    {
        try
        {
            if (_stream is MemoryStream memory && memory.Length > MostInMemory)
            {
                MoveToFile(memory);
            }

            var at = _stream.Position;
            Write(line);
            return at;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnavailableException(
                $"The lines cannot be put aside in '{Path.GetTempPath()}': {exception.Message} Make room there, or name another folder in TMPDIR.",
                "index.io",
                exception);
        }
    }

    /// <summary>Takes a line up again.</summary>
    public ConcordanceLine Read(long at, int position, LineSource source)
    {
        _reader ??= new BinaryReader(_stream, Encoding.UTF8, leaveOpen: true);
        _stream.Position = at;
        return new ConcordanceLine
        {
            Left = _reader.ReadString(),
            Keyword = _reader.ReadString(),
            Right = _reader.ReadString(),
            ParagraphId = _reader.ReadString(),
            ParagraphNumber = _reader.Read7BitEncodedInt(),
            Span = ReadSpan(_reader),
            IsRightToLeft = _reader.ReadBoolean(),
            Marks = ReadMarks(_reader),
            Position = position,
            Id = source.Id,
            Title = source.Title,
            Date = source.Date,
            Language = source.Language,
            IndexVersion = source.IndexVersion,
        };
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _stream.Dispose();
    }

    private static BinaryWriter WriterOn(Stream stream) => new(stream, Encoding.UTF8, leaveOpen: true);

    private void MoveToFile(MemoryStream memory)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), "kb-lines-" + Path.GetRandomFileName()), options);
        memory.WriteTo(file);
        _writer.Dispose();
        memory.Dispose();
        _stream = file;
        _writer = WriterOn(file);
    }

    private void Write(ConcordanceLine line)
    {
        _writer.Write(line.Left);
        _writer.Write(line.Keyword);
        _writer.Write(line.Right);
        _writer.Write(line.ParagraphId);
        _writer.Write7BitEncodedInt(line.ParagraphNumber);
        WriteSpan(line.Span);
        _writer.Write(line.IsRightToLeft);
        _writer.Write7BitEncodedInt(line.Marks.Length);
        foreach (var mark in line.Marks)
        {
            WriteSpan(mark);
        }
    }

    private void WriteSpan(TextSpan span)
    {
        _writer.Write7BitEncodedInt(span.Start);
        _writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan ReadSpan(BinaryReader reader)
    {
        var start = reader.Read7BitEncodedInt();
        return new TextSpan(start, start + reader.Read7BitEncodedInt());
    }

    private static ImmutableArray<TextSpan> ReadMarks(BinaryReader reader)
    {
        var marks = ImmutableArray.CreateBuilder<TextSpan>(reader.Read7BitEncodedInt());
        while (marks.Count < marks.Capacity)
        {
            marks.Add(ReadSpan(reader));
        }

        return marks.MoveToImmutable();
    }
}
