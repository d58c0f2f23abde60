using System.Text;
using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus;

public sealed class DocumentReaderTests
{
    private const string Head = "---\nref: X-1\ntitle: T\ntype: other\ndate: No date\nlang: en\n";
    private static readonly DocumentReader Reader = new(ArchiveRegister.Empty);

    [Theory]
    [InlineData("colour: red", "7 colour", "There is no such field")]
    [InlineData("edtf: 1923-13", "7 edtf", "no such month")]
    [InlineData("people: Schober", "7 people", "a list of texts")]
    [InlineData("people: [[a]]", "7 people", "a list of texts")]
    [InlineData("summary: [a]", "7 summary", "one text")]
    [InlineData("summary:", "7 summary", "is empty; write a value or leave the field away")]
    [InlineData("people:\n  - a\n  -", "9 people", "An item of this list is empty")]
    [InlineData("date-kind: born", "7 date-kind", "event, issued, created, lived")]
    [InlineData("confidence: sure", "7 confidence", "agreed, single-source, disputed")]
    [InlineData("status: draft", "7 status", "authored, transcribed")]
    [InlineData("sources: [S042, somewhere]", "7 sources", "neither a key")]
    [InlineData("related:\n  - X-2\n  - no code", "9 related", "not a reference code")]
    [InlineData("facts: [72]", "7 facts", "such as F072")]
    [InlineData("added: 23 November 2026", "7 added", "such as 2026-11-23")]
    [InlineData("added: 2026-02-30", "7 added", "such as 2026-11-23")]
    [InlineData("title: again", "7 title", "stands twice")]
    [InlineData("summary: a: b", "7 ", "not valid YAML")]
    [InlineData("summary: *x", "7 ", "Anchors (&) and aliases (*)")]
    [InlineData("summary: &x y", "7 ", "Anchors (&) and aliases (*)")]
    [InlineData("summary: !!int 3", "7 ", "Tags (!)")]
    [InlineData("? [a]\n: b", "7 ", "a plain word")]
    [InlineData("quotations:\n  - text: words\n    speaker: S", "8 quotations[1].lang", "required")]
    [InlineData("quotations:\n  - text: words\n    speaker: S\n    lang: en\n    who: me", "11 quotations[1].who", "no such field")]
    [InlineData("quotations: [a]", "7 quotations", "a list of records")]
    [InlineData("quotations:\n  - text: other words\n    speaker: S\n    lang: en", "0 quotations[1].text", "word for word")]
    [InlineData("versions:\n  - claim: c\n    value: v\n    sources: [S001]\n    at: X-2#a", "7 versions", "Only a document of type dispute")]
    [InlineData("versions:\n  - claim: c\n    value: v\n    at: X-2", "10 versions[1].at", "such as IPA-1923-0001#countries")]
    [InlineData("versions:\n  - claim: c\n    value: v\n    at: X-2#a", "8 versions[1].sources", "at least one source")]
    public void A_wrong_field_is_reported(string yaml, string place, string message)
    {
        var result = Read($"{Head}{yaml}\n---\nSome words here.\n");
        Assert.Null(result.Document);
        Assert.Contains(result.Problems, p => $"{p.Line} {p.Field}" == place && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "1 ", "does not begin with a line ---")]
    [InlineData("Text", "1 ", "does not begin with a line ---")]
    [InlineData("---\nref: X-1\n", "1 ", "not closed")]
    [InlineData("---\n---\nText", "2 ", "holds fields")]
    [InlineData("---\n- a\n---\nText", "2 ", "holds fields")]
    [InlineData("---\nref: no code\n---\n", "2 ref", "not a reference code")]
    [InlineData("---\nref: X-1\n---\n", "2 title", "required")]
    public void A_wrong_front_matter_is_reported(string content, string place, string message)
    {
        var result = Read(content);
        Assert.Null(result.Document);
        Assert.Contains(result.Problems, p => $"{p.Line} {p.Field}" == place && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        var result = Read("---\nref: X-1\ntitle: T\ntype: poem\ndate: d\nlang: english!\ncolour: red\n---\n");
        Assert.Equal(["colour", "lang", "type"], result.Problems.Select(static p => p.Field!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_problem_reads_like_a_compilers() => Assert.Equal(
        "a.md:4: type: \"poem\" is not accepted; write one of: historical-note, biographical-note, press-release, press-digest, article, speech, "
        + "letter, minutes, chronology, list, dispute, other.",
        Assert.Single(Read("---\nref: X-1\ntitle: T\ntype: poem\ndate: d\nlang: en\n---\n").Problems).ToString());

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_make_no_difference()
    {
        var plain = Read(Head + "---\nOne\ntwo.\n").Document!;
        var windows = Read("\uFEFF" + (Head + "---\nOne\ntwo.\n").Replace("\n", "\r\n", StringComparison.Ordinal)).Document!;
        Assert.Equal(plain.Text, windows.Text);
        Assert.Equal(plain.Markdown, windows.Markdown);
        Assert.NotEqual(plain.Digest, windows.Digest);
    }

    [Fact]
    public void A_paragraph_name_that_stands_twice_is_reported_with_its_line()
    {
        var problem = Assert.Single(Read(Head + "---\nOne {#a}\n\nTwo {#a}\n").Problems);
        Assert.Equal((10, "text.paragraph_name"), (problem.Line, problem.Code));
    }

    [Theory]
    [InlineData("a b c", "x a b c y", "a b c")]
    [InlineData("a b […] e", "x a b c d e y", "a b c d e")]
    [InlineData("a […] b", "a x a y b", "a y b")]
    [InlineData("a […] b", "a […] b then a c b", "a […] b")]
    [InlineData("1 000 francs", "1\u202F000 francs", "1\u202F000 francs")]
    [InlineData("[…] end.", "the end.", "end.")]
    public void A_quotation_is_found_in_the_text(string quotation, string text, string found)
    {
        var document = Read($"{Head}quotations:\n  - text: \"{quotation}\"\n    speaker: S\n    lang: en\n---\n{text}\n").Document!;
        Assert.Equal(found, document.Metadata.Quotations[0].Span.In(document.Text));
    }

    [Theory]
    [InlineData("a b c", "a b d")]
    [InlineData("A b", "a b")]
    [InlineData("b […] a", "a b")]
    [InlineData("[…]", "a b")]
    public void Other_words_are_no_quotation(string quotation, string text) =>
        Assert.Equal("quotation.not_in_text", Assert.Single(
            Read($"{Head}quotations:\n  - text: \"{quotation}\"\n    speaker: S\n    lang: en\n---\n{text}\n").Problems).Code);

    [Fact]
    public void A_quotation_of_31_words_is_refused()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 31));
        Assert.Contains("31 words", Assert.Single(
            Read($"{Head}quotations:\n  - text: {words}\n    speaker: S\n    lang: en\n---\n{words}\n").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_reported_with_their_line()
    {
        var latin = Encoding.Latin1.GetBytes(Head + "---\nWien\nKöln\n");
        var problem = Assert.Single(Reader.ReadBytes("a.md", latin).Problems);
        Assert.Equal(("file.encoding", 9), (problem.Code, problem.Line));
        var zero = Assert.Single(Reader.ReadBytes("a.md", "a\n\0"u8).Problems);
        Assert.Equal(("file.encoding", 2), (zero.Code, zero.Line));
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a.md"), Head + "---\nText\n");
        var reader = new DocumentReader(ArchiveRegister.Empty, new ReadLimits { LargestFileBytes = 20 });
        Assert.Equal("file.too_large", Assert.Single(reader.Read(folder.Path, "a.md").Problems).Code);
        Assert.Equal("file.too_large", Assert.Single(reader.ReadBytes("a.md", new byte[21]).Problems).Code);
        Assert.NotNull(Reader.Read(folder.Path, "a.md").Document);
    }

    [Fact]
    public void Links_folders_empty_and_missing_files_are_reported()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a.md"), Head + "---\nText\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), Path.Combine(folder.Path, "a.md"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder.md"));
        File.WriteAllText(Path.Combine(folder.Path, "empty.md"), "");
        Assert.Equal(
            ["file.link", "file.folder", "file.empty", "file.unreadable"],
            new[] { "link.md", "folder.md", "empty.md", "none.md" }.Select(path => Assert.Single(Reader.Read(folder.Path, path).Problems).Code));
    }

    [Theory]
    [InlineData("[", 60_000)]
    [InlineData("{", 60_000)]
    [InlineData("- ", 30_000)]
    [InlineData("? ", 30_000)]
    [InlineData("a: {", 15_000)]
    [InlineData("&a [*a, ", 8_000)]
    [InlineData("x: y\n", 12_000)]
    [InlineData("[", 70_000)]
    public void Hostile_YAML_is_refused(string piece, int times) =>
        Assert.NotEmpty(Read("---\n" + string.Concat(Enumerable.Repeat(piece, times)) + "\n---\n").Problems);

    [Fact]
    public void No_front_matter_makes_it_throw() =>
        Gen.String[Gen.OneOf(Gen.Char["abcdefr: \n\n-[]{}&*!#'\"|>%@`?,\t"], Gen.Char), 0, 200].Sample(
            static yaml => Read($"---\n{yaml}\n---\nText").Document is null, iter: 20_000);

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Byte.Array[0, 300].Sample(static bytes => Reader.ReadBytes("a.md", bytes).Problems.Length > 0);

    [Fact]
    public void Publishers_come_from_the_register()
    {
        var register = new ArchiveRegister(
            [],
            [
                new SourceRecord { Id = "S001", Publisher = "INTERPOL", Title = "T" },
                new SourceRecord { Id = "S002", Publisher = "Times", Title = "T" },
                new SourceRecord { Id = "S003", Publisher = "INTERPOL", Title = "T" },
            ]);
        var document = new DocumentReader(register).ReadBytes(
            "a.md", Encoding.UTF8.GetBytes(Head + "sources: [S003, S002, S001, S009, \"A book, https://example.org\"]\n---\nText")).Document!;
        Assert.Equal(["INTERPOL", "Times"], document.Metadata.Publishers.ToArray());
    }

    private static ReadResult Read(string content) => Reader.ReadBytes("a.md", Encoding.UTF8.GetBytes(content));
}
