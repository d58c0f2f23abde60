using System.Text.Json;

namespace KnowledgeBase.Tests.Cli;

/// <summary>The names in a JSON answer, without its values: what programs rely on.</summary>
internal static class JsonShape
{
    /// <summary>Every path, in order, each once; a list that is empty everywhere is a path of its own.</summary>
    public static IEnumerable<string> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var paths = Paths(document.RootElement, "").ToHashSet(StringComparer.Ordinal);
        return [.. paths
            .Where(path => !paths.Any(other => other.StartsWith(path + "[]", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            Paths(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array when element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object =>
            element.EnumerateArray().SelectMany(item => Paths(item, path + "[]")),
        _ => [path],
    };
}
