using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

/// <summary>Documents for the tests of this room.</summary>
internal static class QuotedDocuments
{
    /// <summary>A document whose paragraphs are separated by blank lines.</summary>
    public static CorpusDocument Document(string id, string text, params QuotationRecord[] records)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var number = paragraphs.Count + 1;
            paragraphs.Add(new Paragraph($"p{number}", number, new TextSpan(start, end), ParagraphKind.Text));
            start = end + 2;
        }

        return new CorpusDocument
        {
            Id = new DocumentId(id),
            Path = id + ".md",
            Digest = new string('0', 64),
            Metadata = new DocumentMetadata
            {
                Title = "Title of " + id,
                Type = "other",
                Date = ArchiveDate.None,
                Language = "en",
                Quotations = [.. records],
            },
            Markdown = text,
            Text = text,
            Paragraphs = paragraphs.ToImmutable(),
        };
    }

    /// <summary>Words of Schober, at the start of a document, with the archive's own translation.</summary>
    public static QuotationRecord GoodMan { get; } = new()
    {
        Text = "Nur ein guter Mensch kann ein guter Polizist sein.",
        Speaker = "Johann Schober",
        Language = "de",
        Translation = "Only a good man can be a good policeman.",
        Span = new TextSpan(0, "Nur ein guter Mensch kann ein guter Polizist sein.".Length),
    };

    /// <summary>Words of Schober, recorded, and after them the archive's own translation.</summary>
    /// <param name="status">The status of the text.</param>
    public static CorpusDocument Translated(string status)
    {
        var document = Document("A", GoodMan.Text + " In our translation: " + GoodMan.Translation, GoodMan);
        return document with { Metadata = document.Metadata with { Status = status } };
    }

    /// <summary>Sentences of words that matter to quotations, in eight paragraphs.</summary>
    public static string Invented(Random random)
    {
        string[] words =
        [
            "the", "of", "not", "never", "no", "police", "congress", "delegates", "Wien", "Söderman", "naïve", "great", "bureau", "1923", "138",
            "20", "commission", "telegraph", "forged", "notes", "extradition", "Straße", "archive", "president", "letter", "journal", "radio",
        ];
        var sentences = Enumerable.Range(0, 40).Select(_ =>
            "Meanwhile, " + string.Join(' ', Enumerable.Range(0, random.Next(8, 25)).Select(_ => words[random.Next(words.Length)])) + " stood.");
        return string.Join("\n\n", sentences.Chunk(5).Select(static paragraph => string.Join(' ', paragraph)));
    }
}

/// <summary>Answers by a loop over documents, slow and obvious: what every index must answer.</summary>
internal sealed class QuotationsInMemory(IEnumerable<CorpusDocument> documents) : IQuotationIndex
{
    private readonly (CorpusDocument Document, HashSet<string> Words)[] _documents =
        [.. documents.Select(static d => (d, Words(d.Text).ToHashSet()))];

    public Task<QuotationCandidates> FindCandidatesAsync(QuotationProbe probe, CancellationToken cancellationToken)
    {
        var found = _documents
            .Select(d => (d.Document, Count: probe.Words.Count(d.Words.Contains)))
            .Where(d => d.Count >= probe.Least)
            .OrderByDescending(static d => d.Count)
            .ThenBy(static d => d.Document.Id)
            .ToList();
        return Task.FromResult(new QuotationCandidates(
            [.. found.Take(probe.Most).Select(static d => d.Document)], found.Count, _documents.Length, "1"));
    }

    /// <summary>Every document: what is found there is decided by comparing.</summary>
    public Task<ImmutableArray<CorpusDocument>> FindStretchesAsync(StretchProbe probe, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<CorpusDocument>>([.. _documents.Select(static d => d.Document)]);

    public Task<ImmutableArray<ListedQuotation>> FindTranslationsAsync(
        ImmutableArray<string> words, int least, CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<ListedQuotation>>(
        [.. All().Where(listed => words.Count(Words(listed.Record.Translation ?? "").Contains) >= least)]);

    /// <summary>Speakers by the words of their names; words in the quotation are plain words, all of which must be in it.</summary>
    public Task<QuotationPage> ListAsync(QuotationRequest request, CancellationToken cancellationToken)
    {
        var found = All().Where(listed => IsSaid(request.Said, listed.Record) && request.Admits(listed.Record, listed.Kind)).ToList();
        var shown = QuotationCounts.InOrder(found, request.Order, static listed => (listed.Record, listed.Id.Value));
        return Task.FromResult(new QuotationPage
        {
            Quotations = [.. shown.Skip(request.Offset).Take(request.Count)],
            Total = found.Count,
            Documents = found.Select(static listed => listed.Id).Distinct().Count(),
            Undated = found.Count(static listed => listed.Record.Date.IsUndated),
            Speakers = QuotationCounts.OfSpeakers(found.Select(static listed => listed.Record)),
            Decades = QuotationCounts.OfDecades(found.Select(static listed => listed.Record)),
            Languages = QuotationCounts.OfLanguages(found.Select(static listed => listed.Record)),
            Kinds = QuotationCounts.OfKinds(found.Select(static listed => listed.Kind)),
            IndexVersion = "1",
        });
    }

    private static bool IsSaid(QueryNode.Said? said, QuotationRecord record)
    {
        var words = said?.Words switch
        {
            null => [],
            QueryNode.Word word => [word],
            QueryNode.All all => all.Children.Cast<QueryNode.Word>(),
            var other => throw new NotSupportedException($"Only plain words: {other}."),
        };
        return (said is null || said.OtherNames.Prepend(said.Speaker).Any(name => Words(name).All(Words(record.Speaker).Contains)))
            && words.All(word => Words(record.Text).Contains(Words(word.Text).Single()));
    }

    private IEnumerable<ListedQuotation> All()
    {
        var recorded = _documents.SelectMany(static d => d.Document.Metadata.Quotations.Select(record => (d.Document.Id, record)))
            .Where(static pair => pair.record.IsConfirmed).ToList();
        foreach (var (document, _) in _documents)
        {
            foreach (var record in document.Metadata.Quotations)
            {
                var same = record.IsConfirmed ? null : recorded
                    .SelectMany(static one => new[] { (one.Id, one.record.Text, false), (one.Id, one.record.Translation ?? "", true) })
                    .Where(one => Overlap(one.Item2, record.Text))
                    .Select(static one => new RecordedWords(one.Id, one.Item3))
                    .FirstOrDefault();
                var paragraph = document.ParagraphAt(record.Span.Start);
                yield return new ListedQuotation
                {
                    Record = record,
                    Kind = record.IsConfirmed || same is not null ? QuotationKind.Recorded : QuotationKind.Found,
                    RecordedIn = same,
                    Id = document.Id,
                    Title = document.Metadata.Title,
                    Language = document.Metadata.Language,
                    Status = document.Metadata.Status,
                    ParagraphId = paragraph?.Id ?? "",
                    ParagraphNumber = paragraph?.Number ?? 0,
                };
            }
        }
    }

    private static bool Overlap(string one, string other)
    {
        var (a, b) = ($" {string.Join(' ', Words(one))} ", $" {string.Join(' ', Words(other))} ");
        return Words(one).Count() >= 4 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(string text) => WordCutter.Cut(text).Select(static w => w.Exact);
}
