using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace KnowledgeBase.Evaluation;

/// <summary>A query of a judged collection.</summary>
/// <param name="Id">As the judgements name it.</param>
/// <param name="Text">What is asked.</param>
public sealed record JudgedQuery(string Id, string Text);

/// <summary>A document of a judged collection.</summary>
/// <param name="Id">As the judgements name it.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Text">May be empty; paragraphs are separated by blank lines.</param>
/// <param name="Language">A BCP 47 code where the collection states one; null otherwise.</param>
public sealed record JudgedDocument(string Id, string Title, string Text, string? Language);

/// <summary>Documents, queries and judgements that others made, to measure ranking with.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Documents">In the order of the file.</param>
/// <param name="Queries">In the order of the file.</param>
/// <param name="Judgments">Which documents answer which query.</param>
public sealed record JudgedSet(
    string Name, ImmutableArray<JudgedDocument> Documents, ImmutableArray<JudgedQuery> Queries, Judgments Judgments)
{
    /// <summary>
    /// Reads a folder: <c>docs.jsonl</c> or <c>docs.jsonl.gz</c> (<c>id</c>, <c>title</c>, <c>text</c>, perhaps <c>language</c>),
    /// <c>queries.jsonl</c> or <c>queries.jsonl.gz</c> (<c>id</c>, <c>text</c>) and <c>qrels.tsv</c> (query, document, relevance) or
    /// <c>qrels.txt</c> in TREC's four columns. The names of the Beir collections (<c>corpus.jsonl</c>, <c>_id</c>) are known too.
    /// </summary>
    /// <exception cref="FileNotFoundException">One of the files is missing.</exception>
    /// <exception cref="FormatException">A line cannot be read; the message names file and line.</exception>
    public static JudgedSet Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var documents = Lines(folder, ["docs.jsonl", "docs.jsonl.gz", "corpus.jsonl", "corpus.jsonl.gz"], static row => new JudgedDocument(
            Id(row), Value(row, "title") ?? "", Value(row, "text") ?? "", Value(row, "language") ?? Value(row, "lang")));
        var queries = Lines(folder, ["queries.jsonl", "queries.jsonl.gz"], static row => new JudgedQuery(Id(row), Value(row, "text") ?? ""));
        return new JudgedSet(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), documents, queries, ReadJudgments(folder));
    }

    private static Judgments ReadJudgments(string folder)
    {
        var file = Find(folder, ["qrels.tsv", "qrels.txt", "qrels/test.tsv"]);
        using var reader = new StreamReader(file);
        try
        {
            return TrecFiles.ReadJudgments(reader);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{file}: {exception.Message}", exception);
        }
    }

    private static ImmutableArray<T> Lines<T>(string folder, string[] names, Func<JsonElement, T> read)
    {
        var file = Find(folder, names);
        using var bytes = File.OpenRead(file);
        using var unpacked = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
        using var reader = new StreamReader(unpacked);
        var rows = ImmutableArray.CreateBuilder<T>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var row = JsonDocument.Parse(line);
                rows.Add(read(row.RootElement));
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException(FormattableString.Invariant($"{file}, line {number}: {exception.Message}"), exception);
            }
        }

        return rows.ToImmutable();
    }

    private static string Find(string folder, string[] names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"There is no {string.Join(" or ", names)} in {folder}.");

    private static string Id(JsonElement row) => Value(row, "id") ?? Value(row, "_id") ?? throw new KeyNotFoundException("There is no 'id'.");

    private static string? Value(JsonElement row, string name) => !row.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
