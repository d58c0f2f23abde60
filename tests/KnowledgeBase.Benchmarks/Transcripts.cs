using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Benchmarks;

/// <summary>Makes a corpus of a collection in the form <c>docs.jsonl.gz</c>.</summary>
internal static partial class Transcripts
{
    private const int MostNames = 4;

    /// <summary>Writes one Markdown file for each document, or for each passage of one.</summary>
    /// <param name="source">Gzipped JSON Lines with <c>id</c>, <c>title</c>, <c>text</c> and perhaps <c>date</c>, <c>type</c>, <c>author</c>.</param>
    /// <param name="folder">Where the files go, in a folder for each year.</param>
    /// <param name="characters">About how long a passage is.</param>
    /// <param name="isNamed">
    /// Whether each passage has a title of its own, its author among its people, and rows of capitalised words as its subjects: many
    /// different names and titles, as an archive with good descriptions has.
    /// </param>
    /// <returns>How many files were written.</returns>
    public static int Convert(string source, string folder, int characters, bool isNamed)
    {
        var written = 0;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(source), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var parts = Passages(Value(json, "text"), characters);
            for (var i = 0; i < parts.Count; i++)
            {
                Write(json, folder, parts.Count == 1 ? "" : "." + (i + 1).ToString(CultureInfo.InvariantCulture), parts[i], isNamed);
                written++;
            }
        }

        return written;
    }

    private static void Write(JsonDocument json, string folder, string part, string text, bool isNamed)
    {
        var id = Value(json, "id") + part;
        var date = Value(json, "date");
        var title = Value(json, "title").Trim() + (isNamed && part.Length > 0 ? ", part " + part[1..] : "");
        var matter = new StringBuilder("---\n")
            .Append("ref: ").Append(id).Append('\n')
            .Append("title: ").Append(Quoted(title.Length == 0 ? "Untitled" : title[..Math.Min(title.Length, 290)])).Append('\n')
            .Append("type: ").Append(TypeOf(Value(json, "type"))).Append('\n')
            .Append("date: ").Append(date.Length == 0 ? "No date" : date).Append('\n');
        if (date.Length > 0)
        {
            matter.Append("edtf: ").Append(date).Append('\n');
        }

        if (isNamed)
        {
            AppendNames(matter, Value(json, "author"), text);
        }

        matter.Append("lang: en\nstatus: machine-read\n---\n").Append(text).Append('\n');
        var year = date.Length >= 4 ? date[..4] : "undated";
        Directory.CreateDirectory(Path.Combine(folder, year));
        File.WriteAllText(Path.Combine(folder, year, id + ".md"), matter.ToString());
    }

    private static void AppendNames(StringBuilder matter, string author, string text)
    {
        if (author.Split(", ") is [var surname, var firstName])
        {
            matter.Append("people: [").Append(Quoted(firstName + " " + surname)).Append("]\n");
        }

        var names = CapitalisedRows().Matches(text).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Take(MostNames).ToList();
        if (names.Count > 0)
        {
            matter.Append("subjects: [").AppendJoin(", ", names.Select(Quoted)).Append("]\n");
        }
    }

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}\b")]
    private static partial Regex CapitalisedRows();

    private static List<string> Passages(string text, int characters)
    {
        var passages = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.Length - at <= characters ? text.Length : text.IndexOf('\n', at + characters);
            end = end < 0 ? text.Length : end;
            passages.Add(text[at..end].Trim());
            at = end;
        }

        passages.RemoveAll(static passage => passage.Length == 0);
        return passages.Count == 0 ? [""] : passages;
    }

    private static string TypeOf(string type) => type switch
    {
        "Media Release" => "press-release",
        "Speech" or "Statement in Parliament" => "speech",
        "Letter" or "Correspondence" => "letter",
        "Article" => "article",
        _ => "other",
    };

    private static string Value(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Quoted(string text) =>
        "\"" + new string([.. text.Where(static c => !char.IsControl(c))]).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
