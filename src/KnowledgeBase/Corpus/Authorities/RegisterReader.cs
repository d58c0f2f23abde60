using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus.Yaml;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Authorities;

/// <summary>Reads <c>authorities/*.yaml</c> and <c>sources.yaml</c>.</summary>
public static class RegisterReader
{
    /// <summary>The register of sources, relative to the corpus folder.</summary>
    public const string SourcesFile = "sources.yaml";

    private static readonly ImmutableArray<(AuthorityKind Kind, string File)> AuthorityFiles =
    [
        (AuthorityKind.Person, "authorities/people.yaml"),
        (AuthorityKind.Organisation, "authorities/organisations.yaml"),
        (AuthorityKind.Place, "authorities/places.yaml"),
        (AuthorityKind.Subject, "authorities/subjects.yaml"),
    ];

    private static readonly FieldRule[] AuthorityFields =
    [
        new("id", FieldShape.Required),
        new("name", FieldShape.Required),
        new("variants", FieldShape.List),
        new("misspellings", FieldShape.List),
        new("dates", FieldShape.Optional, static text => Edtf.TryParse(text, out _, out var problem) ? null : problem),
        new("note", FieldShape.Optional),
        new("identifiers", FieldShape.Map),
        new("not", FieldShape.List),
    ];

    private static readonly FieldRule[] SourceFields =
    [
        new("id", FieldShape.Required),
        new("url", FieldShape.Optional),
        new("publisher", FieldShape.Required),
        new("title", FieldShape.Required),
        new("date", FieldShape.Optional),
        new("lang", FieldShape.Optional),
        new("weak", FieldShape.Optional),
    ];

    /// <summary>Reads the registers of a corpus. Never throws on what the files hold; a file that is not there is an empty one.</summary>
    /// <param name="corpusFolder">The corpus folder.</param>
    /// <returns>What could be read, and what is wrong with the rest.</returns>
    public static (ArchiveRegister Register, ImmutableArray<ReadProblem> Problems) Load(string corpusFolder)
    {
        var authorities = new List<Authority>();
        var sources = new List<SourceRecord>();
        var problems = ImmutableArray.CreateBuilder<ReadProblem>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (kind, file) in AuthorityFiles)
        {
            authorities.AddRange(Records(corpusFolder, file, AuthorityFields, hash, problems).Select(fields => ToAuthority(kind, fields)));
        }

        sources.AddRange(Records(corpusFolder, SourcesFile, SourceFields, hash, problems).Select(ToSource));
        return (new ArchiveRegister(authorities, sources, Convert.ToHexStringLower(hash.GetHashAndReset())), problems.ToImmutable());
    }

    /// <summary>The good records of a file; a bad one is reported and left out.</summary>
    private static List<FieldReader> Records(
        string corpusFolder, string file, FieldRule[] rules, IncrementalHash hash, ImmutableArray<ReadProblem>.Builder problems)
    {
        var records = new List<FieldReader>();
        if (!File.Exists(Path.Combine(corpusFolder, file)))
        {
            return records;
        }

        if (CorpusFile.TryRead(corpusFolder, file, new ReadLimits(), out var unreadable) is not { } bytes)
        {
            problems.Add(unreadable!);
            return records;
        }

        hash.AppendData(Encoding.UTF8.GetBytes(file + "\0"));
        hash.AppendData(SHA256.HashData(bytes));
        var list = new ProblemList(file);
        var value = YamlReader.Read(Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"), 0, list);
        if (value is YamlValue.List items)
        {
            ReadItems(items, rules, list, records);
        }
        else if (value is not null)
        {
            list.Add("register.shape", value.Line, null, "This file is a list of records; each begins with \"- id:\".");
        }

        problems.AddRange(list.ToImmutable());
        return records;
    }

    private static void ReadItems(YamlValue.List items, FieldRule[] rules, ProblemList problems, List<FieldReader> records)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.Items)
        {
            if (item is not YamlValue.Map map)
            {
                problems.Add("register.shape", item.Line, null, "This is not a record; each begins with \"- id:\" and has fields of its own.");
                continue;
            }

            var before = problems.Count;
            var fields = new FieldReader(map, rules, problems);
            if (fields.Text("id") is { } id && !ids.Add(id))
            {
                problems.Add("register.repeated_id", fields.Line("id"), "id", $"The id {id} stands twice; every record has one of its own.");
            }

            if (fields.Text("name") is { } name && !names.Add(name))
            {
                problems.Add("register.repeated_name", fields.Line("name"), "name", $"The name {name} stands twice; put its variants into one record.");
            }

            if (problems.Count == before)
            {
                records.Add(fields);
            }
        }
    }

    private static Authority ToAuthority(AuthorityKind kind, FieldReader fields) => new()
    {
        Kind = kind,
        Id = fields.Text("id")!,
        Name = fields.Text("name")!,
        Variants = fields.Texts("variants"),
        Misspellings = fields.Texts("misspellings"),
        Dates = fields.Text("dates"),
        Note = fields.Text("note"),
        Identifiers = fields.Map("identifiers"),
        Not = fields.Texts("not"),
    };

    private static SourceRecord ToSource(FieldReader fields) => new()
    {
        Id = fields.Text("id")!,
        Url = fields.Text("url"),
        Publisher = fields.Text("publisher")!,
        Title = fields.Text("title")!,
        Date = fields.Text("date"),
        Language = fields.Text("lang"),
        Weak = fields.Text("weak"),
    };
}
