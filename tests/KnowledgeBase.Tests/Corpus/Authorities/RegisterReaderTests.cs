using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus.Authorities;

public sealed class RegisterReaderTests
{
    private const string People = """
        # People.
        - id: schober-johann
          name: Johann Schober
          variants: [Hans Schober, Шобер]
          misspellings: [Schrober]
          dates: 1874/1932
          note: "Police president of Vienna: first president."
          identifiers:
            wikidata: Q84755
          not: [Karl Schober]
        - id: brandl-franz
          name: Franz Brandl
          variants: [Hans  SCHÖBER]
        """;

    [Fact]
    public void Records_and_sources_are_read()
    {
        using var folder = Folder(People, "- id: S001\n  url: https://example.org\n  publisher: P\n  title: T\n  weak: An upload.\n");
        var (register, problems) = RegisterReader.Load(folder.Path);
        Assert.Empty(problems);
        var schober = register.FindPreferred(AuthorityKind.Person, "Johann Schober")!;
        Assert.Equal(("schober-johann", "1874/1932", "Q84755"), (schober.Id, schober.Dates, schober.Identifiers["wikidata"]));
        Assert.Equal(["Karl Schober"], schober.Not.ToArray());
        Assert.Equal("An upload.", register.FindSource("S001")!.Weak);
        Assert.Null(register.FindSource("S002"));
        Assert.Null(register.FindPreferred(AuthorityKind.Place, "Johann Schober"));
    }

    [Theory]
    [InlineData("johann  schober", "schober-johann")]
    [InlineData("ШОБЕР", "schober-johann")]
    [InlineData("Schrober", "schober-johann")]
    [InlineData("Hans Schober", "schober-johann brandl-franz")]
    [InlineData("Schober", "")]
    public void Names_are_found_without_case_and_accents(string name, string ids)
    {
        using var folder = Folder(People, "");
        Assert.Equal(ids, string.Join(' ', RegisterReader.Load(folder.Path).Register.Find(name).Select(static a => a.Id)));
    }

    [Theory]
    [InlineData("- id: a\n  name: A\n  colour: red", 3, "colour", "no such field")]
    [InlineData("- id: a", 1, "name", "required")]
    [InlineData("- id: a\n  name: A\n- id: a\n  name: B", 3, "id", "stands twice")]
    [InlineData("- id: a\n  name: A\n- id: b\n  name: A", 4, "name", "stands twice")]
    [InlineData("- id: a\n  name: A\n  dates: 1874-1932", 3, "dates", "no such")]
    [InlineData("- id: a\n  name: A\n  identifiers: [Q1]", 3, "identifiers", "a map")]
    [InlineData("- just text", 1, null, "not a record")]
    [InlineData("id: a", 1, null, "a list of records")]
    [InlineData("- [", 2, null, "not valid YAML")]
    public void What_is_wrong_is_reported_and_the_rest_is_read(string yaml, int line, string? field, string message)
    {
        using var folder = Folder(yaml, "- id: S001\n  publisher: P\n  title: T\n");
        var (register, problems) = RegisterReader.Load(folder.Path);
        Assert.Contains(problems, p => p.File == "authorities/people.yaml" && p.Line == line && p.Field == field && p.Message.Contains(message, StringComparison.Ordinal));
        Assert.NotNull(register.FindSource("S001"));
    }

    [Fact]
    public void The_digest_changes_with_the_files()
    {
        using var one = Folder(People, "");
        using var other = Folder(People + "\n", "");
        Assert.Equal(RegisterReader.Load(one.Path).Register.Digest, RegisterReader.Load(one.Path).Register.Digest);
        Assert.NotEqual(RegisterReader.Load(one.Path).Register.Digest, RegisterReader.Load(other.Path).Register.Digest);
    }

    [Fact]
    public void A_corpus_without_registers_has_empty_ones()
    {
        using var folder = new TempFolder();
        var (register, problems) = RegisterReader.Load(folder.Path);
        Assert.Empty(problems);
        Assert.Empty(register.Authorities);
        Assert.Empty(register.Find("anybody"));
    }

    private static TempFolder Folder(string people, string sources)
    {
        var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "authorities"));
        File.WriteAllText(Path.Combine(folder.Path, "authorities", "people.yaml"), people);
        File.WriteAllText(Path.Combine(folder.Path, RegisterReader.SourcesFile), sources);
        return folder;
    }
}
