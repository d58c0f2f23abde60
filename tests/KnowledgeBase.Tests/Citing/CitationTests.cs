using System.Text.Json;
using KnowledgeBase.Citing;
using KnowledgeBase.Documents;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Citing;

public class CitationTests
{
    private static readonly CitedDocument Note = new()
    {
        Title = "The Vienna congress",
        Kind = "Historical note",
        DateAsWritten = "November 23, 2026",
        Date = new DateOnly(2026, 11, 23),
        Archive = "Archive on the Founding of INTERPOL",
        Id = new DocumentId("IPA-1923-0200"),
        Address = new Uri("https://archive.example/d/IPA-1923-0200"),
        Language = "en",
        Version = "1d2134c0fc83",
        Accessed = new DateOnly(2026, 12, 1),
    };

    private static readonly CitedDocument Letter = Note with
    {
        Title = "Why do we meet? {50% & more_}",
        Kind = "Letter",
        Authors = ["Johann Schober", "Oskar Dressler"],
        DateAsWritten = "c. 1923",
        Date = new DateOnly(1923, 1, 1),
        DateParts = 1,
        TextNote = "machine-read text, unchecked",
        Paragraph = 4,
    };

    [Fact]
    public void Chicago_names_title_kind_archive_version_and_address() => Assert.Equal(
        "“The Vienna congress.” Historical note, November 23, 2026. Archive on the Founding of INTERPOL, IPA-1923-0200, " +
        "version 1d2134c0fc83. Accessed December 1, 2026. https://archive.example/d/IPA-1923-0200.",
        CitationStyles.Chicago(Note));

    [Fact]
    public void Chicago_says_that_a_text_is_machine_read_and_keeps_a_question_mark() => Assert.Equal(
        "Johann Schober and Oskar Dressler. “Why do we meet? {50% & more_}.” Letter (machine-read text, unchecked), c. 1923, paragraph 4. " +
        "Archive on the Founding of INTERPOL, IPA-1923-0200, version 1d2134c0fc83. Accessed December 1, 2026. " +
        "https://archive.example/d/IPA-1923-0200.",
        CitationStyles.Chicago(Letter));

    [Fact]
    public void Mla_leaves_out_the_scheme_and_shortens_months() => Assert.Equal(
        "“The Vienna congress.” Archive on the Founding of INTERPOL, IPA-1923-0200, 23 Nov. 2026, archive.example/d/IPA-1923-0200. " +
        "Historical note. Accessed 1 Dec. 2026.",
        CitationStyles.Mla(Note));

    [Fact]
    public void Apa_begins_with_the_title_when_there_is_no_author() => Assert.Equal(
        "The Vienna congress [Historical note; IPA-1923-0200]. (2026, November 23). Archive on the Founding of INTERPOL. " +
        "Retrieved December 1, 2026, from https://archive.example/d/IPA-1923-0200",
        CitationStyles.Apa(Note));

    [Fact]
    public void Apa_begins_with_the_authors_and_gives_the_year_alone_when_no_more_is_known() => Assert.StartsWith(
        "Johann Schober and Oskar Dressler. (1923). Why do we meet?", CitationStyles.Apa(Letter), StringComparison.Ordinal);

    [Fact]
    public void Plain_words_carry_archive_code_version_and_the_day_it_was_seen() => Assert.Equal(
        "The Vienna congress, Historical note, November 23, 2026, Archive on the Founding of INTERPOL, IPA-1923-0200 " +
        "(version 1d2134c0fc83), https://archive.example/d/IPA-1923-0200 (seen 2026-12-01)",
        CitationStyles.Plain(Note));

    [Fact]
    public void Ris_gives_every_field_a_line_and_ends_the_record()
    {
        var lines = CitationFiles.Ris(Letter).Split("\r\n");
        Assert.Equal("TY  - GEN", lines[0]);
        Assert.Contains("AU  - Johann Schober", lines);
        Assert.Contains("AU  - Oskar Dressler", lines);
        Assert.Contains("DA  - 1923///", lines);
        Assert.Contains("UR  - https://archive.example/d/IPA-1923-0200", lines);
        Assert.Contains("N1  - machine-read text, unchecked", lines);
        Assert.Equal(["ER  - ", ""], lines[^2..]);
    }

    [Fact]
    public void A_line_break_in_a_title_cannot_begin_a_field_of_ris() => Assert.DoesNotContain(
        CitationFiles.Ris(Note with { Title = "One\r\nUR  - https://elsewhere.example" }).Split("\r\n"),
        static line => line.StartsWith("UR  - https://elsewhere", StringComparison.Ordinal));

    [Fact]
    public void BibTex_takes_names_whole_and_writes_signs_of_tex_as_text()
    {
        var entry = CitationFiles.BibTex(Letter);
        Assert.StartsWith("@misc{IPA-1923-0200,\n", entry, StringComparison.Ordinal);
        Assert.Contains("author = {{Johann Schober} and {Oskar Dressler}}", entry, StringComparison.Ordinal);
        Assert.Contains(@"title = {{Why do we meet? \{50\% \& more\_\}}}", entry, StringComparison.Ordinal);
        Assert.Contains("year = {1923}", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("month", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Csl_json_is_an_array_with_the_item_and_its_date_parts()
    {
        using var json = JsonDocument.Parse(CitationFiles.CslJson(Letter));
        var item = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("Why do we meet? {50% & more_}", item.GetProperty("title").GetString());
        Assert.Equal("[[1923]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Oskar Dressler", item.GetProperty("author")[1].GetProperty("literal").GetString());
    }

    [Fact]
    public void A_text_of_the_archive_itself_is_dated_by_its_accession_and_has_no_author()
    {
        var document = Some.Document("IPA-1923-0001") with
        {
            Metadata = Some.Document("IPA-1923-0001").Metadata with
            {
                Creators = ["INTERPOL"],
                Date = new ArchiveDate("1923", "1923", new DateOnly(1923, 1, 1), new DateOnly(1923, 12, 31)),
                Added = new DateOnly(2026, 11, 23),
            },
        };
        var cited = Cite(document);
        Assert.Empty(cited.Authors);
        Assert.Equal(new DateOnly(2026, 11, 23), cited.Date);

        var transcribed = Cite(document with { Metadata = document.Metadata with { Status = "transcribed" } });
        Assert.Equal("INTERPOL", Assert.Single(transcribed.Authors));
        Assert.Equal((new DateOnly(1923, 1, 1), 1), (transcribed.Date!.Value, transcribed.DateParts));
    }

    /// <summary>"About 1925" is searched from 1924 to 1926 and cited as 1925.</summary>
    [Theory]
    [InlineData("1925~", "c. 1925", "PY  - 1925|DA  - 1925///c. 1925|", "year = {1925}", "; dated c. 1925}", "[[1925]]", true, "(ca. 1925)")]
    [InlineData("1923?", "1923?", "PY  - 1923|DA  - 1923///1923?|", "year = {1923}", "; dated 1923?}", "[[1923]]", true, "(ca. 1923)")]
    [InlineData("1923/1930", "1923 to 1930", "PY  - 1923|DA  - 1923///1923 to 1930|", "year = {1923}", "; dated 1923 to 1930}", "[[1923],[1930]]", false, "(1923–1930)")]
    [InlineData("192X", "1920s", "PY  - 1920|DA  - 1920///1920s|", "year = {1920}", "; dated 1920s}", "[[1920],[1929]]", false, "(1920–1929)")]
    [InlineData("1923-09", "September 1923", "PY  - 1923|DA  - 1923/09//|", "month = {9}", "note = {Historical note}", "[[1923,9]]", false, "(1923, September)")]
    [InlineData("1923-09-03~", "about 3 September 1923", "PY  - 1923|DA  - 1923/09/03/about 3 September 1923|", "month = {9}", "; dated about 3 September 1923}", "[[1923,9,3]]", true, "(ca. 1923, September 3)")]
    public void A_date_that_is_not_exact_is_cited_as_it_stands(
        string edtf, string written, string ris, string bibtex, string note, string csl, bool isCirca, string apa)
    {
        Assert.True(Edtf.TryParse(edtf, out var date, out _));
        var document = Some.Document("IPA-1923-0001");
        var cited = Cite(document with
        {
            Metadata = document.Metadata with { Creators = ["INTERPOL"], Status = "transcribed", Date = date.ToArchiveDate(written) },
        });
        Assert.Contains(ris, CitationFiles.Ris(cited).Replace("\r\n", "|", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(bibtex, CitationFiles.BibTex(cited), StringComparison.Ordinal);
        Assert.Contains(note, CitationFiles.BibTex(cited), StringComparison.Ordinal);
        var issued = JsonDocument.Parse(CitationFiles.CslJson(cited)).RootElement[0].GetProperty("issued");
        Assert.Equal(csl, string.Concat(issued.GetProperty("date-parts").GetRawText().Where(static c => !char.IsWhiteSpace(c))));
        Assert.Equal(isCirca, issued.TryGetProperty("circa", out var circa) && circa.GetBoolean());
        Assert.Contains(apa, CitationStyles.Apa(cited), StringComparison.Ordinal);
    }

    private static CitedDocument Cite(CorpusDocument document) => CitedDocument.Of(
        document, "Historical note", "Archive", new Uri("https://archive.example/d/" + document.Id), new DateOnly(2026, 12, 1));
}
