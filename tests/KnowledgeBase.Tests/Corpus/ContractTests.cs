using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Corpus.Yaml;
using KnowledgeBase.Documents;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus;

/// <summary>The examples and tables of <c>corpus/README.md</c>, cut out of the file and run.</summary>
public sealed class ContractTests
{
    private static readonly string Contract = File.ReadAllText(Repository.PathOf("corpus/README.md"));

    [Fact]
    public void The_whole_document_is_read()
    {
        var document = Read(Assert.Single(Fenced("markdown")));
        Assert.Equal("IPA-1923-0007", document.Id.Value);
        Assert.Equal(new DateOnly(1923, 9, 7), document.Metadata.Date.Last);
        Assert.Equal(["S033", "S042"], document.Metadata.Sources.ToArray());
        Assert.Equal(new DateOnly(2026, 11, 23), document.Metadata.Added);
        Assert.Equal(
            "The delegates met in the police headquarters on the Schottenring.\n\nWho paid\n\nThe invitation came from the police president, and so did the bill.",
            document.Text);
        Assert.Equal("hall", document.Paragraphs[0].Id);
    }

    [Fact]
    public void The_quotation_is_read()
    {
        var yaml = Fenced("yaml").Single(static y => y.StartsWith("quotations:", StringComparison.Ordinal));
        var document = Read($"{Minimal}{yaml}---\nEr sagte: „Nur ein guter Mensch\nkann ein guter Polizist sein.“\n");
        var quotation = Assert.Single(document.Metadata.Quotations);
        Assert.Equal("Nur ein guter Mensch kann ein guter Polizist sein.", quotation.Span.In(document.Text));
        Assert.Equal("Johann Schober", quotation.Speaker);
        Assert.Equal(new DateOnly(1923, 9, 7), quotation.Date.First);
    }

    [Fact]
    public void The_versions_are_read()
    {
        var yaml = Fenced("yaml").Single(static y => y.StartsWith("versions:", StringComparison.Ordinal));
        var document = Read($"{Minimal.Replace("type: other", "type: dispute", StringComparison.Ordinal)}{yaml}---\n");
        var version = Assert.Single(document.Metadata.Versions);
        Assert.Equal(("twenty", "IPA-1923-0001#countries"), (version.Value, version.At));
        Assert.Equal(["S001", "S042"], version.Sources.ToArray());
    }

    [Fact]
    public void The_authority_is_read()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "authorities"));
        File.WriteAllText(
            Path.Combine(folder.Path, "authorities", "people.yaml"),
            Fenced("yaml").Single(static y => y.StartsWith("- id:", StringComparison.Ordinal)));
        var (register, problems) = RegisterReader.Load(folder.Path);
        Assert.Empty(problems);
        Assert.Equal("Johann Schober", Assert.Single(register.Find("hans SCHOBER")).Name);
    }

    [Fact]
    public void Every_example_is_one_of_these()
    {
        Assert.Equal(4, Regex.Count(Contract, "^```[a-z]", RegexOptions.Multiline));
        Assert.Equal(3, Fenced("yaml").Count());
    }

    [Theory]
    [InlineData("The fields", "document")]
    [InlineData("Quotations", "quotation")]
    [InlineData("Disputed questions", "version")]
    public void The_table_of_fields_is_what_is_accepted(string heading, string record)
    {
        var rules = record switch
        {
            "document" => FrontMatterFields.Document,
            "quotation" => FrontMatterFields.Quotation,
            _ => FrontMatterFields.Version,
        };
        var described = Rows(heading).SelectMany(static row => Regex.Matches(row[0], "`([^`]+)`").Select(m => (m.Groups[1].Value, row[1])));
        Assert.Equal(rules.Select(static rule => (rule.Name, Cardinality(rule, rule.Name))), described);
    }

    [Fact]
    public void The_example_of_every_field_is_accepted()
    {
        foreach (var row in Rows("The fields").Where(static row => row[3].Length > 0))
        {
            var (field, example) = (row[0].Trim('`'), row[3].Trim('`'));
            var front = Regex.Replace(Minimal, $"(?m)^{field}: .*\n", "") + $"{field}: {example}\n---\n";
            Read(front);
        }
    }

    [Fact]
    public void The_table_of_dates_is_what_is_read()
    {
        var rows = Rows("Dates").ToList();
        Assert.True(rows.Count >= 9);
        foreach (var row in rows)
        {
            Assert.True(Edtf.TryParse(row[0].Trim('`'), out var date, out var problem), problem);
            Assert.Equal((row[2], row[3]), (Day(date.First), Day(date.Last)));
        }
    }

    [Fact]
    public void Every_type_of_document_is_named() =>
        Assert.All(DocumentTypes.All, static type => Assert.Contains($"`{type}`", Contract, StringComparison.Ordinal));

    private const string Minimal = "---\nref: X-1\ntitle: T\ntype: other\ndate: No date\nlang: de\n";

    private static string Cardinality(FieldRule rule, string name) => rule.Shape switch
    {
        FieldShape.Required => "1",
        FieldShape.Optional => "0..1",
        FieldShape.List when name == "sources" && FrontMatterFields.Version.Any(r => ReferenceEquals(r, rule)) => "1..n",
        _ => "0..n",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "–";

    private static CorpusDocument Read(string content)
    {
        var result = new DocumentReader(ArchiveRegister.Empty).ReadBytes("a.md", Encoding.UTF8.GetBytes(content));
        Assert.True(result.Document is not null, string.Join("\n", result.Problems) + "\n" + content);
        return result.Document;
    }

    private static IEnumerable<string> Fenced(string language) =>
        Regex.Matches(Contract, $"(?ms)^```{language}\n(.*?)^```").Select(static match => match.Groups[1].Value);

    private static IEnumerable<string[]> Rows(string heading)
    {
        var section = Regex.Match(Contract, $"(?ms)^## {Regex.Escape(heading)}\n(.*?)(?=^## |\\z)").Groups[1].Value;
        return section.Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Trim('|', ' ').Split('|').Select(static cell => cell.Trim()).ToArray());
    }
}
