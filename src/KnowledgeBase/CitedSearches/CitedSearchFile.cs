using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.CitedSearches;

/// <summary>A cited search as a file: JSON with one document a line, so that people and version control can read it too.</summary>
public static class CitedSearchFile
{
    private const string Schema = "kb.cited-search/1";
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of the file; the same search gives the same bytes.</summary>
    public static byte[] Write(CitedSearch cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("query", cited.Query);
            WriteFilters(json, cited.Filters);
            json.WriteString("sort", cited.Sort.ToString());
            json.WriteString("searchedAs", cited.SearchedAs);
            json.WriteString("day", cited.Day.ToString(DayFormat, CultureInfo.InvariantCulture));
            json.WriteString("index", cited.IndexVersion);
            json.WriteString("fingerprint", cited.Fingerprint);
            json.WriteStartArray("documents");
            foreach (var hit in cited.Documents)
            {
                json.WriteRawValue(JsonSerializer.Serialize(new[] { hit.Id.Value, hit.Digest, hit.Title }, Plain));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Reads a file; null when it is not a cited search of this version of the format.</summary>
    public static CitedSearch? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
            var root = json.RootElement;
            return Text(root, "schema") != Schema ? null : new CitedSearch
            {
                Query = Text(root, "query"),
                Filters = [.. root.GetProperty("filters").EnumerateArray().Select(ReadFilter)],
                Sort = Enum.Parse<SortOrder>(Text(root, "sort")),
                SearchedAs = Text(root, "searchedAs"),
                Day = DateOnly.ParseExact(Text(root, "day"), DayFormat, CultureInfo.InvariantCulture),
                IndexVersion = Text(root, "index"),
                Documents = [.. root.GetProperty("documents").EnumerateArray().Select(ReadHit)],
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static void WriteFilters(Utf8JsonWriter json, ImmutableArray<FacetFilter> filters)
    {
        json.WriteStartArray("filters");
        foreach (var filter in filters)
        {
            json.WriteStartObject();
            json.WriteString("facet", filter.Facet);
            json.WriteString("value", filter.Value);
            json.WriteBoolean("exclude", filter.Exclude);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static FacetFilter ReadFilter(JsonElement json) =>
        new(Text(json, "facet"), Text(json, "value"), json.GetProperty("exclude").GetBoolean());

    private static CitedHit ReadHit(JsonElement json) =>
        new(new DocumentId(json[0].GetString()!), json[1].GetString()!, json[2].GetString()!);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
