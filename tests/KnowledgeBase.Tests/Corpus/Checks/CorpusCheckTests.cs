using System.Globalization;
using KnowledgeBase.Corpus.Checks;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus.Checks;

public sealed class CorpusCheckTests
{
    private const string Sheet = """
        # Facts
        [F001] 1923-09 · The delegates of twenty countries met in Vienna and founded a commission for the police of the whole world · Vienna · https://example.org · agreed
        [F002] 1923 · Delegates from Austria Belgium China Denmark Egypt France Fiume Germany Greece Hungary Italy Japan came · Vienna · https://example.org · agreed
        [F003] 1924 · Nobody wrote this. · X · https://example.org · disputed: see [F001]
        [Q01] Johann Schober · 1923 · «Only a good man.» · en
        [Q02] Somebody · 1923 · «Never recorded.» · en
        [S001] https://example.org/ · P · T
        [S002] (no address) · P · T
        """;

    [Fact]
    public void A_good_corpus_passes()
    {
        using var corpus = GoodCorpus();
        var report = Run(corpus);
        Assert.Empty(report.Findings);
        Assert.True(report.Passes);
        Assert.Equal(2, report.Documents);
    }

    [Fact]
    public void The_coverage_names_what_is_stated_where_and_what_is_missing()
    {
        using var corpus = GoodCorpus();
        var coverage = Run(corpus).Coverage!;
        Assert.Equal(["F001: X-1 X-2", "F002: X-1", "F003: "], coverage.Facts.Select(static f => $"{f.Number}: {string.Join(' ', f.Documents)}"));
        Assert.Equal(["F003"], coverage.Missing.Select(static f => f.Number));
        Assert.Equal(2, coverage.Quotations);
        Assert.Equal(["Q02"], coverage.QuotationsWithoutRecord.ToArray());
        Assert.Equal(["F003"], coverage.DisputesWithoutDocument.ToArray());
        Assert.Null(CorpusCheck.Run(corpus.Path).Coverage);
    }

    [Theory]
    [InlineData("people: [Johann Schober]", "people: [Hans Schober]", 8, "names.unknown", "write the preferred name \"Johann Schober\"")]
    [InlineData("people: [Johann Schober]", "people: [Karl Schober]", 8, "names.unknown", "in no authority record")]
    [InlineData("speaker: Johann Schober", "speaker: Hans Schober", 15, "names.speaker", "write the preferred name")]
    [InlineData("sources: [S001, S002]", "sources: [S001, S002, S009]", 9, "sources.unknown", "\"S009\" is not in sources.yaml")]
    [InlineData("sources: [S001, S002]", "sources: [S001, S002, \"X, https://other.example\"]", 9, "sources.unknown", "not in sources.yaml")]
    [InlineData("sources: [S001, S002]", "sources: [S001]", 20, "sources.not_listed", "cites S002")]
    [InlineData("It met. [S001]", "It met.", 9, "sources.not_cited", "S001 is listed")]
    [InlineData("reliability: Weak.", "rights: none", 9, "sources.weak", "S002: the register calls this weak")]
    [InlineData("related: [X-2]", "related: [X-2, X-9]", 11, "related.unknown", "no document X-9")]
    [InlineData("related: [X-2]", "related: [X-2, X-1]", 11, "related.itself", "not related to itself")]
    [InlineData("(X-2#why)", "(X-9)", 22, "links.dead", "\"X-9\" leads to no document")]
    [InlineData("(X-2#why)", "(other/none.md)", 22, "links.dead", "leads to no document")]
    [InlineData("(X-2#why)", "(X-2#how)", 22, "links.no_paragraph", "has no paragraph how")]
    [InlineData("It met. [S001]", "It met. [S001; S002]", 18, "text.unread", "\"[S001; S002]\" was read as text")]
    [InlineData("It met. [S001]", "It met. [S001] {#Bad Name}", 18, "text.unread", "{#Bad Name}")]
    [InlineData("facts: [F001, F002]", "facts: [F001, F999]", 12, "facts.unknown", "has no F999")]
    [InlineData("date: September 1923", "date: September 1922", 5, "dates.as_written", "names 1922")]
    [InlineData("date: September 1923", "date: September 1923 (also 1922)", 5, "dates.also_written", "names 1922")]
    [InlineData("edtf: 1923-09", "edtf: 1923-09-03", 20, "dates.other_year", "3 September 1932")]
    [InlineData("It met.", "“" + ThirtyOne + "”", 18, "quotations.too_long", "31 words")]
    [InlineData("It met.", "> " + ThirtyOne, 18, "quotations.too_long", "31 words")]
    [InlineData("It met.", "Delegates of twenty countries met in Vienna and founded a commission for the police.", 18, "copy.shared_run", "14 words as in F001")]
    [InlineData("It met.", "From Austria, Belgium, China, Denmark, Egypt, France, Fiume, Germany, Greece, Hungary, Italy, Japan.", 18, "copy.names", "words as in F002")]
    [InlineData("twenty countries", "some countries", 13, "dispute.value", "\"twenty\" does not stand in X-1#countries")]
    [InlineData("{#countries}", "", 13, "dispute.no_paragraph", "has no paragraph countries")]
    [InlineData("related: [X-2]", "related: []", 13, "dispute.one_way", "does not list X-2 under related")]
    [InlineData("ref: X-1", "ref: X-7", 13, "dispute.no_document", "no document X-1")]
    [InlineData("lang: en\n---", "colour: red\n---", 16, "front_matter.unknown_field", "colour")]
    public void A_fault_is_found(string good, string bad, int line, string code, string message)
    {
        using var corpus = GoodCorpus(document => document.Replace(good, bad, StringComparison.Ordinal));
        var findings = Run(corpus).Findings;
        Assert.True(
            findings.Any(f => f.Code == code && f.Line == line && f.Message.Contains(message, StringComparison.Ordinal)),
            string.Join("\n", findings));
    }

    private const string ThirtyOne =
        "a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee";

    [Fact]
    public void A_quotation_that_is_recorded_twice_and_a_code_that_is_taken_are_found()
    {
        using var corpus = GoodCorpus();
        File.Copy(Path.Combine(corpus.Path, "a.md"), Path.Combine(corpus.Path, "b.md"));
        Assert.Equal("front_matter.ref_taken", Assert.Single(Run(corpus).Findings).Code);
        File.WriteAllText(
            Path.Combine(corpus.Path, "b.md"),
            File.ReadAllText(Path.Combine(corpus.Path, "b.md")).Replace("ref: X-1", "ref: X-3", StringComparison.Ordinal)
                .Replace("related: [X-2]", "related: []", StringComparison.Ordinal));
        Assert.Contains("already recorded in a.md", Assert.Single(Run(corpus).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relation_goes_both_ways()
    {
        using var corpus = GoodCorpus();
        File.WriteAllText(Path.Combine(corpus.Path, "c.md"), "---\nref: X-3\ntitle: T\ntype: other\ndate: No date\nlang: en\nrelated: [X-1]\n---\nText.\n");
        var finding = Assert.Single(Run(corpus).Findings);
        Assert.Equal(("related.one_way", "c.md", 7), (finding.Code, finding.File, finding.Line));
        Assert.Contains("a.md does not list X-3", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url: https://example.org/other", "S001 has the address https://example.org/other; the fact sheet has https://example.org/.")]
    [InlineData("url: https://example.org/\n- id: S009\n  publisher: P\n  title: T\n  url: https://example.org/9", "S009: the fact sheet has no source")]
    public void An_address_that_is_not_in_the_sheet_is_found(string line, string message)
    {
        using var corpus = GoodCorpus();
        var file = Path.Combine(corpus.Path, "sources.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("  url: https://example.org/\n  publisher: P\n  title: T\n", $"  publisher: P\n  title: T\n  {line}\n", StringComparison.Ordinal));
        var finding = Assert.Single(Run(corpus).Findings);
        Assert.Equal(("sources.address", "sources.yaml"), (finding.Code, finding.File));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_in_a_quotation_are_not_copied()
    {
        using var corpus = GoodCorpus(static document => document.Replace(
            "It met.", "The sheet says: “The delegates of twenty countries met in Vienna and founded a commission for the police of the whole world”.",
            StringComparison.Ordinal));
        Assert.DoesNotContain(Run(corpus).Findings, static f => f.Code.StartsWith("copy.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("on 3 September 1923 and 4. Jänner 1924", "1923-09-03 1924-01-04")]
    [InlineData("September 3, 1923, le 1er août 1923, 7 de septiembre de 1923", "1923-08-01 1923-09-03 1923-09-07")]
    [InlineData("31 February 1923, 12 monkeys 1923, 3 to 7 September 1923", "1923-09-07")]
    public void Days_are_found_in_four_languages(string text, string days) => Assert.Equal(
        days,
        string.Join(' ', TextDates.Days(text).Select(static d => d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("1923, 1920s, 1930er, (1914) 1914/18", "1923 1920 1930 1914 1914")]
    [InlineData("12,000 1.923 19234 0912 3.1415", "")]
    public void Years_are_found(string text, string years) => Assert.Equal(years, string.Join(' ', TextDates.Years(text)));

    private static CorpusCheckReport Run(TempFolder corpus) =>
        CorpusCheck.Run(corpus.Path, new CorpusCheckOptions { Facts = FactSheet.Parse(Sheet) });

    /// <summary>A document, and a dispute that points to it; the document is changed before it is written.</summary>
    private static TempFolder GoodCorpus(Func<string, string>? change = null)
    {
        const string document = """
            ---
            ref: X-1
            title: The congress of 1923
            type: historical-note
            date: September 1923
            edtf: 1923-09
            lang: en
            people: [Johann Schober]
            sources: [S001, S002]
            reliability: Weak.
            related: [X-2]
            facts: [F001, F002]
            quotations:
              - text: Only a good man.
                speaker: Johann Schober
                lang: en
            ---
            It met. [S001]

            On 3 September 1932 twenty countries said “Only a good man.” [S002] {#countries}

            See [why](X-2#why) and [the same](disputed/x-2.md).
            """;
        const string dispute = """
            ---
            ref: X-2
            title: How many countries?
            type: dispute
            date: 1923
            edtf: 1923
            lang: en
            related: [X-1]
            facts: [F001]
            versions:
              - claim: Twenty.
                value: twenty
                at: X-1#countries
                sources: [S001]
              - claim: Some.
                value: countries
                at: X-1#countries
                sources: [S002]
            ---
            Nobody knows. {#why}
            """;
        var corpus = new TempFolder();
        Directory.CreateDirectory(Path.Combine(corpus.Path, "authorities"));
        Directory.CreateDirectory(Path.Combine(corpus.Path, "disputed"));
        File.WriteAllText(Path.Combine(corpus.Path, "authorities", "people.yaml"), "- id: s\n  name: Johann Schober\n  variants: [Hans Schober]\n");
        File.WriteAllText(
            Path.Combine(corpus.Path, "sources.yaml"),
            "- id: S001\n  url: https://example.org/\n  publisher: P\n  title: T\n- id: S002\n  publisher: P\n  title: T\n  weak: An upload.\n");
        File.WriteAllText(Path.Combine(corpus.Path, "a.md"), (change ?? (static text => text))(document.ReplaceLineEndings("\n")) + "\n");
        File.WriteAllText(Path.Combine(corpus.Path, "disputed", "x-2.md"), dispute.ReplaceLineEndings("\n") + "\n");
        return corpus;
    }
}
