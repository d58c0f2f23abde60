using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.Tests.Cli;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Indexing;

public sealed class CorpusIntakeTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly CorpusIntake _intake;
    private readonly string _file;

    public CorpusIntakeTests()
    {
        Directory.CreateDirectory(_temp.PathOf("corpus"));
        _file = _temp.Write("desk/a.md", SmallArchive.Document("T-1", "A", "One."));
        var limits = new ReadLimits();
        _intake = new CorpusIntake(new CorpusFolder(_temp.PathOf("corpus")), new DocumentReader(ArchiveRegister.Empty, limits), limits);
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_document_joins_the_corpus_byte_for_byte()
    {
        var result = _intake.Take(_file, "deep/er", replace: false, []);

        Assert.Equal((IntakeKind.Taken, "deep/er/a.md", new DocumentId("T-1")), (result.Kind, result.Path, result.Id!.Value));
        Assert.Equal(File.ReadAllBytes(_file), File.ReadAllBytes(_temp.PathOf("corpus/deep/er/a.md")));
    }

    [Fact]
    public void The_same_bytes_again_are_already_there()
    {
        _intake.Take(_file, "", replace: false, []);

        Assert.Equal(IntakeKind.AlreadyThere, _intake.Take(_file, "", replace: false, []).Kind);
        Assert.Equal(IntakeKind.AlreadyThere, _intake.Take(_temp.PathOf("corpus/a.md"), "", replace: false, []).Kind);
    }

    [Fact]
    public void Another_document_is_replaced_only_when_that_is_allowed()
    {
        _intake.Take(_file, "", replace: false, []);
        File.WriteAllText(_file, SmallArchive.Document("T-1", "A", "Two."));

        Assert.Equal("intake.exists", CodeOf(_intake.Take(_file, "", replace: false, [])));
        Assert.Contains("One.", File.ReadAllText(_temp.PathOf("corpus/a.md")), StringComparison.Ordinal);
        Assert.Equal(IntakeKind.Replaced, _intake.Take(_file, "", replace: true, []).Kind);
        Assert.Contains("Two.", File.ReadAllText(_temp.PathOf("corpus/a.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../desk")]
    [InlineData("/tmp")]
    [InlineData("authorities")]
    [InlineData(".hidden")]
    [InlineData("a/../../b")]
    public void Nothing_is_written_outside_the_folders_of_documents(string into)
    {
        Assert.Equal("intake.place", CodeOf(_intake.Take(_file, into, replace: true, [])));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temp.PathOf("corpus")));
    }

    [Fact]
    public void What_is_no_document_is_refused_under_the_name_it_was_given()
    {
        var bad = _temp.Write("desk/bad.md", "no front matter");

        var result = _intake.Take(bad, "", replace: false, []);

        Assert.Equal((IntakeKind.Refused, bad), (result.Kind, result.Problems[0].File));
        Assert.Equal("intake.name", CodeOf(_intake.Take(_temp.Write("desk/a.txt", "text"), "", replace: false, [])));
        Assert.Equal("intake.unreadable", CodeOf(_intake.Take(_temp.PathOf("desk/gone.md"), "", replace: false, [])));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temp.PathOf("corpus")));
    }

    [Fact]
    public void A_reference_code_that_is_taken_is_refused_with_the_name_of_the_other_file()
    {
        _temp.Write("corpus/other.md", SmallArchive.Document("T-1", "Other", "Other."));

        var result = _intake.Take(_file, "", replace: false, [new IndexedFile("other.md", "", new DocumentId("T-1"))]);

        Assert.Equal("front_matter.ref_taken", CodeOf(result));
        Assert.Contains("other.md", result.Problems[0].Message, StringComparison.Ordinal);
    }

    private static string? CodeOf(IntakeResult result) => result.Kind == IntakeKind.Refused ? result.Problems[0].Code : null;
}
