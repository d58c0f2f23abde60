using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace KnowledgeBase.Evaluation;

/// <summary>One object of a file with a JSON object on each line.</summary>
/// <param name="row">The object.</param>
internal readonly struct JsonRow(JsonElement row)
{
    /// <exception cref="FormatException">There is none.</exception>
    public string Id => (this["id"] ?? this["_id"]) is { Length: > 0 } id ? id : throw new FormatException("there is no 'id'");

    /// <summary>A text or a number as written; null when there is none.</summary>
    public string? this[string name] => !row.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}

/// <summary>Reads files with a JSON object on each line, packed or not.</summary>
internal static class JsonLines
{
    /// <summary>The objects in the order of the file, each id once; lines that cannot be read are reported and passed over.</summary>
    /// <exception cref="FormatException">No line can be read.</exception>
    public static ImmutableArray<T> Read<T>(string file, Func<JsonRow, T> read, Func<T, string> id, ReadingProblems problems)
    {
        using var bytes = File.OpenRead(file);
        using var unpacked = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
        using var reader = new StreamReader(unpacked);
        var rows = ImmutableArray.CreateBuilder<T>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; Next(reader, file, problems) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var at = FormattableString.Invariant($"line {number}");
            if (!TryRead(line, read, out var row, out var problem))
            {
                problems.Add(file, $"{at}: {problem}");
            }
            else if (known.Add(id(row)))
            {
                rows.Add(row);
            }
            else
            {
                problems.Add(file, $"{at}: the id '{id(row)}' came before; only the first counts");
            }
        }

        return rows.Count > 0
            ? rows.ToImmutable()
            : throw new FormatException($"No line of '{file}' can be read. Each should hold one JSON object with an 'id' and a 'text'.");
    }

    /// <summary>The next line; null at the end, and where the file breaks off in the middle of its packing.</summary>
    private static string? Next(StreamReader reader, string file, ReadingProblems problems)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException exception)
        {
            problems.Add(file, $"cannot be unpacked to its end: {exception.Message}");
            return null;
        }
    }

    private static bool TryRead<T>(string line, Func<JsonRow, T> read, out T row, out string problem)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            if (parsed.RootElement.ValueKind is JsonValueKind.Object)
            {
                (row, problem) = (read(new JsonRow(parsed.RootElement)), "");
                return true;
            }

            problem = "is not a JSON object";
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            problem = exception.Message;
        }

        row = default!;
        return false;
    }
}

/// <summary>What was odd in files that were read all the same.</summary>
internal sealed class ReadingProblems
{
    /// <summary>Of one file so many are told one by one, the others as a number.</summary>
    private const int MostOfOneFile = 5;

    private readonly List<(string File, string Problem)> _problems = [];
    private readonly List<string> _counts = [];

    /// <summary>One sentence each, without a full stop.</summary>
    public ImmutableArray<string> Sentences =>
    [
        .. _problems.GroupBy(static problem => problem.File, StringComparer.Ordinal).SelectMany(static file => file
            .Take(MostOfOneFile).Select(static problem => $"{problem.File}, {problem.Problem}")
            .Concat(file.Count() > MostOfOneFile ? [FormattableString.Invariant($"{file.Key}: {file.Count() - MostOfOneFile} more lines like these")] : [])),
        .. _counts,
    ];

    public void Add(string file, string problem) => _problems.Add((file, problem));

    /// <summary>Adds "so many of something", unless it is none.</summary>
    public void AddCount(int count, string what)
    {
        if (count > 0)
        {
            _counts.Add(FormattableString.Invariant($"{count} {what}"));
        }
    }
}
