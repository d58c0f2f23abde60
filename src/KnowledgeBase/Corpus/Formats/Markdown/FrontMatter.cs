using System.Collections.Immutable;
using KnowledgeBase.Corpus.Yaml;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>What the front matter of a file says.</summary>
/// <param name="Id">The reference code.</param>
/// <param name="Metadata">Everything else; quotations have no place in the text yet.</param>
internal sealed record FrontMatter(DocumentId Id, DocumentMetadata Metadata)
{
    /// <summary>Reads the YAML between the two lines <c>---</c>. Never throws on what it holds.</summary>
    /// <returns>What it says; null when something is wrong, and then there are problems.</returns>
    public static FrontMatter? Read(string yaml, ProblemList problems)
    {
        // The first line of the file is the first line ---.
        var value = YamlReader.Read(yaml, 1, problems);
        if (value is not YamlValue.Map map)
        {
            if (problems.Count == 0)
            {
                problems.Add("front_matter.shape", 2, null, "The front matter holds fields, each on a line: name, colon, value.");
            }

            return null;
        }

        var fields = new FieldReader(map, FrontMatterFields.Document, problems);
        var quotations = ReadQuotations(fields, problems);
        var versions = ReadVersions(fields, problems);
        return problems.Count > 0 ? null : new FrontMatter(new DocumentId(fields.Text("ref")!), ToMetadata(fields, quotations, versions));
    }

    private static DocumentMetadata ToMetadata(
        FieldReader fields, ImmutableArray<QuotationRecord> quotations, ImmutableArray<DisputedVersion> versions) => new()
        {
            Title = fields.Text("title")!,
            Type = fields.Text("type")!,
            Date = Date(fields, fields.Text("date")!),
            DateKind = fields.Text("date-kind") ?? "event",
            Language = fields.Text("lang")!,
            Summary = fields.Text("summary"),
            Creators = fields.Texts("creator"),
            People = fields.Texts("people"),
            Organisations = fields.Texts("organisations"),
            Places = fields.Texts("places"),
            Subjects = fields.Texts("subjects"),
            Sources = fields.Texts("sources"),
            Confidence = fields.Text("confidence"),
            Status = fields.Text("status") ?? "authored",
            Reliability = fields.Text("reliability"),
            Rights = fields.Text("rights"),
            Related = fields.Texts("related"),
            Facts = fields.Texts("facts"),
            Added = FrontMatterFields.ParseDay(fields.Text("added")),
            Quotations = quotations,
            Versions = versions,
        };

    private static ArchiveDate Date(FieldReader fields, string asWritten) =>
        fields.Text("edtf") is { } edtf && Edtf.TryParse(edtf, out var date, out _)
            ? date.ToArchiveDate(asWritten)
            : ArchiveDate.None with { AsWritten = asWritten };

    private static ImmutableArray<QuotationRecord> ReadQuotations(FieldReader fields, ProblemList problems)
    {
        var quotations = ImmutableArray.CreateBuilder<QuotationRecord>();
        foreach (var (map, i) in fields.Records("quotations").Select(static (map, i) => (map, i + 1)))
        {
            var quotation = new FieldReader(map, FrontMatterFields.Quotation, problems, $"quotations[{i}].");
            quotations.Add(new QuotationRecord
            {
                Text = quotation.Text("text") ?? "",
                Speaker = quotation.Text("speaker") ?? "",
                Date = Date(quotation, quotation.Text("date") ?? ArchiveDate.None.AsWritten),
                Occasion = quotation.Text("occasion"),
                Language = quotation.Text("lang") ?? "",
                Source = quotation.Text("source"),
                Translation = quotation.Text("translation"),
                Note = quotation.Text("note"),
            });
        }

        return quotations.ToImmutable();
    }

    private static ImmutableArray<DisputedVersion> ReadVersions(FieldReader fields, ProblemList problems)
    {
        var versions = ImmutableArray.CreateBuilder<DisputedVersion>();
        foreach (var (map, i) in fields.Records("versions").Select(static (map, i) => (map, i + 1)))
        {
            var prefix = $"versions[{i}].";
            var version = new FieldReader(map, FrontMatterFields.Version, problems, prefix);
            if (version.Texts("sources").IsEmpty && !map.Entries.Any(static e => e.Name == "sources" && e.Value is YamlValue.List { Items.IsEmpty: false }))
            {
                problems.Add("front_matter.missing_field", map.Line, prefix + "sources", "Name at least one source that says so.");
            }

            versions.Add(new DisputedVersion(
                version.Text("claim") ?? "", version.Text("value") ?? "", version.Texts("sources"), version.Text("at") ?? ""));
        }

        if (versions.Count > 0 && fields.Text("type") is { } type && type != "dispute")
        {
            problems.Add("front_matter.versions", fields.Line("versions"), "versions", "Only a document of type dispute has versions.");
        }

        return versions.ToImmutable();
    }
}
