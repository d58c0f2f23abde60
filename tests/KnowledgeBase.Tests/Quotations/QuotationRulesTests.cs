using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Quotations;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Quotations;

public sealed class QuotationRulesTests
{
    [Theory]
    [InlineData("en", "Herko said: “We connect the police of the world.” Then he left.", "Karl Herko", "We connect the police of the world.")]
    [InlineData("en", "“We connect the police of the world”, said Karl Herko.", "Karl Herko", "We connect the police of the world")]
    [InlineData("en", "“We connect the police of the world,” Secretary General Jürgen Stock said in Vienna.", "Jürgen Stock", "We connect the police of the world,")]
    [InlineData("en", "In June Dr. Herko told the delegates in the hall: \"We connect the police of the world\".", "Karl Herko", "We connect the police of the world")]
    [InlineData("en", "\"We connect the police\", wrote Marius van Houten, who knew.", "Marius van Houten", "We connect the police")]
    [InlineData("de", "Polizeipräsident Schober sagte: „Nur ein guter Mensch kann das sein.“", "Johann Schober", "Nur ein guter Mensch kann das sein.")]
    [InlineData("de", "„Nur ein guter Mensch kann das sein“, erklärte der Polizeipräsident Schober.", "Johann Schober", "Nur ein guter Mensch kann das sein")]
    [InlineData("de", "„Nur ein guter Mensch kann das sein“, so Schober.", "Johann Schober", "Nur ein guter Mensch kann das sein")]
    [InlineData("fr", "Népote déclare : « Ces fichiers n'ont jamais servi à cela. »", "Jean Népote", "Ces fichiers n'ont jamais servi à cela.")]
    [InlineData("fr", "« Ces fichiers n'ont jamais servi à cela », a déclaré Jean Népote en 1972.", "Jean Népote", "Ces fichiers n'ont jamais servi à cela")]
    [InlineData("fr", "« Ces fichiers n'ont jamais servi à cela », dit Jean Népote en 1972.", "Jean Népote", "Ces fichiers n'ont jamais servi à cela")]
    [InlineData("en", "The article \"The face of Interpol\" says nothing of it.", null, "")]
    [InlineData("en", "He said: “We connect the police of the world.”", null, "")]
    [InlineData("en", "The president said: “We connect the police of the world.”", null, "")]
    [InlineData("en", "Karl Herko came late. “We connect the police of the world.”", null, "")]
    [InlineData("en", "INTERPOL says: “We connect the police of the world.”", null, "")]
    [InlineData("en", "An essay by Karl Herko called \"The origins of the world police\" came out.", null, "")]
    [InlineData("en", "Karl Herko said that “the police” were late.", null, "")]
    [InlineData("en", "Karl Herko said so. The journal had “a list of all the members” in it.", null, "")]
    [InlineData("de", "Die Zeitung sagte: „Nur ein guter Mensch kann das sein.“", null, "")]
    [InlineData("it", "«Non siamo la polizia del mondo», disse Karl Herko.", null, "")]
    [InlineData("en", "Karl Herko said: “We connect the police of the world.", null, "")]
    public void A_text_has_the_quotation(string language, string text, string? speaker, string words)
    {
        var found = QuotationRules.Find(Document(language, text));

        if (speaker is null)
        {
            Assert.Empty(found);
            return;
        }

        var record = Assert.Single(found);
        Assert.Equal(speaker, record.Speaker);
        Assert.Equal(words, record.Text);
        Assert.Equal(words, record.Span.In(text));
        Assert.False(record.IsConfirmed);
    }

    [Fact]
    public void Marks_of_another_language_leave_the_language_open() =>
        Assert.Equal("und", QuotationRules.Find(Document("en", "Herko said: „Wir verbinden die Polizei der Welt.“"))[0].Language);

    /// <summary>What a letter quotes was said about its day; a text that the archive wrote later tells nothing of when.</summary>
    [Theory]
    [InlineData("transcribed", "September 1923")]
    [InlineData("authored", "No date")]
    public void A_found_quotation_has_the_date_of_a_text_of_its_time(string status, string expected)
    {
        var document = Document("en", "Herko said: “We connect the police of the world.”");
        document = document with
        {
            Metadata = document.Metadata with
            {
                Status = status,
                Date = new ArchiveDate("September 1923", "1923-09", new DateOnly(1923, 9, 1), new DateOnly(1923, 9, 30)),
            },
        };
        Assert.Equal(expected, Assert.Single(QuotationRules.Find(document)).Date.AsWritten);
    }

    [Fact]
    public void A_recorded_quotation_is_not_found_again()
    {
        const string Text = "Herko said: “We connect the police of the world.” And again Herko said: “We connect the police of the world!”";
        var document = Document("en", Text);
        var record = new QuotationRecord { Text = "We connect the police of the world", Speaker = "Karl Herko", Language = "en", Span = new TextSpan(13, 47) };

        Assert.Equal(2, QuotationRules.Find(document).Length);
        Assert.Empty(QuotationRules.Find(document with { Metadata = document.Metadata with { Quotations = [record] } }));
    }

    [Fact]
    public void Found_quotations_join_the_recorded_ones_in_the_order_of_the_text()
    {
        const string Text = "Herko said: “We connect the police of the world.” Much later he wrote of the seed.";
        var record = new QuotationRecord { Text = "the seed", Speaker = "Karl Herko", Language = "en", Span = new TextSpan(73, 81) };
        var document = Document("en", Text);
        var joined = QuotationRules.AddFound(document with { Metadata = document.Metadata with { Quotations = [record] } });

        Assert.Equal([false, true], joined.Metadata.Quotations.Select(static q => q.IsConfirmed));
    }

    /// <summary>The records are the answers: what the rules find without them must be one of them, or translate one, with its speaker.</summary>
    [Fact]
    public void In_the_corpus_the_rules_find_only_what_archivists_recorded_and_name_the_same_speaker()
    {
        var found = 0;
        var wrong = new List<string>();
        var documents = SomeIndex.ReadCorpus(Repository.PathOf("corpus"));
        var records = documents.SelectMany(static d => d.Metadata.Quotations.Select(record => (d.Id, Record: record))).ToList();
        foreach (var document in documents)
        {
            foreach (var record in QuotationRules.Find(document with { Metadata = document.Metadata with { Quotations = [] } }))
            {
                found++;
                var recorded = document.Metadata.Quotations.FirstOrDefault(other => other.IsConfirmed && other.Span.Overlaps(record.Span));
                recorded ??= records.Find(one => new RecordedQuotations([one]).Find(record) is { IsTranslation: true }).Record;
                if (recorded is null || !NameKey.Words(recorded.Speaker).Contains(NameKey.Words(record.Speaker)[^1]))
                {
                    wrong.Add($"{document.Id}: {record.Speaker}: {record.Text} (recorded: {recorded?.Speaker ?? "nothing"})");
                }
            }
        }

        Assert.True(wrong.Count == 0 && found > 0, $"{wrong.Count} of {found} are wrong:\n{string.Join('\n', wrong)}");
    }

    private static CorpusDocument Document(string language, string text)
    {
        var document = QuotedDocuments.Document("A", text);
        return document with
        {
            Metadata = document.Metadata with
            {
                Language = language,
                People = ["Karl Herko", "Johann Schober", "Jean Népote"],
                Organisations = ["INTERPOL"],
            },
        };
    }
}
