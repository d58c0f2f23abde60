using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace KnowledgeBase.Citing;

/// <summary>Writes citations for reference managers.</summary>
public static class CitationFiles
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>RIS; lines end in CR LF, as the format asks.</summary>
    public static string Ris(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var ris = new StringBuilder();
        Line("TY", "GEN");
        foreach (var author in cited.Authors)
        {
            Line("AU", author);
        }

        Line("TI", cited.Title);
        if (cited.Date is { } date)
        {
            Line("PY", date.ToString("yyyy", CultureInfo.InvariantCulture));
            // What follows the third slash is free text.
            Line("DA", date.ToString(
                cited.DateParts switch { 1 => "yyyy'///'", 2 => "yyyy'/'MM'//'", _ => "yyyy'/'MM'/'dd'/'" }, CultureInfo.InvariantCulture)
                + (cited.DateNote is null ? "" : cited.DateAsWritten));
        }

        Line("M3", cited.Kind);
        Line("DP", cited.Archive);
        Line("AN", cited.Id.Value);
        Line("ET", "version " + cited.Version);
        Line("LA", cited.Language);
        Line("UR", cited.Address.AbsoluteUri);
        Line("Y2", cited.Accessed.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        if (cited.Paragraph is { } paragraph)
        {
            Line("SP", string.Create(CultureInfo.InvariantCulture, $"paragraph {paragraph}"));
        }

        if (cited.TextNote is not null)
        {
            Line("N1", cited.TextNote);
        }

        ris.Append("ER  - \r\n");
        return ris.ToString();

        // A line break inside a value would begin a field of its own.
        void Line(string tag, string value) =>
            ris.Append(tag).Append("  - ").Append(string.Join(' ', value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))).Append("\r\n");
    }

    /// <summary>BibTeX, an entry of the kind <c>@misc</c>.</summary>
    public static string BibTex(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var fields = new List<(string Name, string Value)>
        {
            ("title", "{" + Tex(cited.Title) + "}"),
            ("howpublished", Tex($"{cited.Archive}, {cited.Id}, version {cited.Version}")),
        };
        if (!cited.Authors.IsEmpty)
        {
            // In braces a name is taken whole: it may be that of a body.
            fields.Insert(0, ("author", string.Join(" and ", cited.Authors.Select(static author => "{" + Tex(author) + "}"))));
        }

        if (cited.Date is { } date)
        {
            fields.Add(("year", date.Year.ToString("D4", CultureInfo.InvariantCulture)));
            if (cited.DateParts > 1)
            {
                fields.Add(("month", date.Month.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var paragraph = cited.Paragraph is { } number ? string.Create(CultureInfo.InvariantCulture, $"; paragraph {number}") : "";
        var dated = cited.DateNote is { } note ? "; " + note : "";
        fields.Add(("note", Tex(cited.Kind + (cited.TextNote is null ? "" : $" ({cited.TextNote})") + dated + paragraph)));
        fields.Add(("language", cited.Language));
        fields.Add(("url", cited.Address.AbsoluteUri));
        fields.Add(("urldate", cited.Accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return $"@misc{{{cited.Id},\n{string.Join(",\n", fields.Select(static field => $"  {field.Name} = {{{field.Value}}}"))}\n}}\n";
    }

    /// <summary>CSL-JSON: an array with one item.</summary>
    public static string CslJson(CitedDocument cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var item = new JsonObject
        {
            ["id"] = cited.Id.Value,
            ["type"] = "document",
            ["title"] = cited.Title,
            ["genre"] = cited.Kind,
            ["archive"] = cited.Archive,
            ["archive_location"] = cited.Id.Value,
            ["number"] = cited.Id.Value,
            ["version"] = cited.Version,
            ["language"] = cited.Language,
            ["URL"] = cited.Address.AbsoluteUri,
            ["accessed"] = DateParts(cited.Accessed, 3),
        };
        if (!cited.Authors.IsEmpty)
        {
            item["author"] = new JsonArray([.. cited.Authors.Select(static author => (JsonNode)new JsonObject { ["literal"] = author })]);
        }

        if (cited.Date is { } date)
        {
            item["issued"] = Issued(cited, date);
        }

        if (cited.Paragraph is { } paragraph)
        {
            item["section"] = string.Create(CultureInfo.InvariantCulture, $"paragraph {paragraph}");
        }

        if (cited.TextNote is not null)
        {
            item["note"] = cited.TextNote;
        }

        return new JsonArray(item).ToJsonString(Json) + "\n";
    }

    private static JsonObject Issued(CitedDocument cited, DateOnly date)
    {
        var issued = DateParts(date, cited.DateParts);
        if (cited.LastYear is { } last)
        {
            ((JsonArray)issued["date-parts"]!).Add(new JsonArray(last));
        }

        if (cited.IsAbout)
        {
            issued["circa"] = true;
        }

        return issued;
    }

    private static JsonObject DateParts(DateOnly day, int parts) => new()
    {
        ["date-parts"] = new JsonArray(new JsonArray([.. new[] { day.Year, day.Month, day.Day }.Take(parts).Select(static part => (JsonNode)part)])),
    };

    /// <summary>Characters that mean something to TeX, as text.</summary>
    private static string Tex(string text)
    {
        var tex = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            tex.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '{' or '}' or '&' or '%' or '$' or '#' or '_' => "\\" + c,
                '\r' or '\n' => " ",
                _ => c.ToString(),
            });
        }

        return tex.ToString();
    }
}
