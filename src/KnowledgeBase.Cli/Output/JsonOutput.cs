using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Cli.Output;

/// <summary>Answers for programs. Every answer names its schema and version; fields are added, never renamed or removed, within a version.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // Letters of every script as they are: standard output is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly JsonSerializerOptions OnOneLine = new(Options) { WriteIndented = false };

    /// <summary>The answer on one line, as one of many.</summary>
    public static void WriteLine<T>(Terminal terminal, T answer) => terminal.Out.WriteLine(JsonSerializer.Serialize(answer, OnOneLine));

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static T? Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options);

    public static void Write<T>(Terminal terminal, T answer) => terminal.Out.WriteLine(JsonSerializer.Serialize(answer, Options));
}
