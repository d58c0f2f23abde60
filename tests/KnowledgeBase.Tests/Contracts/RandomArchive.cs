using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Small archives of every kind, made from a seed.</summary>
internal sealed class RandomArchive(int seed)
{
    /// <summary>Who speaks, and whom documents are about.</summary>
    public static readonly string[] People = ["Johann Schober", "Oskar Dressler", "Harry Söderman", "Иоганн Шобер"];

    private static readonly string[] Dates =
    [
        "1923", "1923-09", "1923-09-03", "1914~", "1940?", "1932%", "192X", "19XX", "1923-XX", "1923-09-XX", "1923-21", "1923-24", "../1914", "1914/..", "1923-09-03/1923-09-07",
        "1914/1923", "/1938", "1938/", "1914~/1923-09?", "1000-01-01", "1923-10-03", "1899-12-31/1900-01-01",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Some documents, numbered from 1.</summary>
    public ImmutableArray<CorpusDocument> Documents(int count) => [.. Enumerable.Range(1, count).Select(Document)];

    /// <summary>One more document; another each time.</summary>
    public CorpusDocument Document(int number)
    {
        var (language, words) = Pick(RandomWords.ByLanguage);
        var text = "";
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (var i = _random.Next(0, 5); i > 0; i--)
        {
            var start = text.Length == 0 ? 0 : text.Length + 2;
            var sentences = string.Join(' ', Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Sentence(words, _random.Next(1, 9))));
            text = text.Length == 0 ? sentences : text + "\n\n" + sentences;
            var kind = _random.Next(6) == 0 ? ParagraphKind.Heading : ParagraphKind.Text;
            paragraphs.Add(new Paragraph($"p-{start}", paragraphs.Count + 1, new TextSpan(start, text.Length), kind, kind is ParagraphKind.Heading ? 2 : 0));
        }

        return new CorpusDocument
        {
            Id = new DocumentId(string.Create(CultureInfo.InvariantCulture, $"R-{number:0000}")),
            Path = $"{number}.md",
            Digest = new string('0', 64),
            Markdown = text,
            Text = text,
            Paragraphs = paragraphs.ToImmutable(),
            Metadata = Metadata(language, words) with { Quotations = Quotations(text, paragraphs) },
        };
    }

    private DocumentMetadata Metadata(string language, string[] words) => new()
    {
        Title = Sentence(words, _random.Next(1, 4)),
        Type = Pick(["list", "dispute", "article"]),
        Date = Date(),
        Language = language,
        Summary = _random.Next(2) == 0 ? Sentence(words, 4) : null,
        Creators = _random.Next(3) == 0 ? ["Vienna Police"] : [],
        People = Some(People),
        Organisations = Some(["International Criminal Police Commission", "IKPK", "Polizeidirektion Wien"]),
        Places = Some(["Wien", "Monaco", "København"]),
        Subjects = Some(["counterfeiting", "police congresses"]),
        Publishers = Some(["Vindobona", "Neue Freie Presse"]),
        Sources = _random.Next(3) == 0 ? ["vindobona-2023"] : [],
        Status = Pick(["authored", "transcribed", "machine-read"]),
        Added = _random.Next(3) == 0 ? null : new DateOnly(2026, _random.Next(1, 12), _random.Next(1, 28)),
    };

    private ArchiveDate Date()
    {
        var edtf = Pick(Dates);
        return _random.Next(6) == 0 || !Edtf.TryParse(edtf, out var date, out _) ? ArchiveDate.None : date.ToArchiveDate(edtf);
    }

    private ImmutableArray<string> Some(string[] values) => [.. values.Where(_ => _random.Next(3) == 0)];

    /// <summary>Some words of some paragraphs, said by somebody.</summary>
    private ImmutableArray<QuotationRecord> Quotations(string text, IEnumerable<Paragraph> paragraphs) =>
    [
        .. from paragraph in paragraphs
           where _random.Next(3) == 0
           let words = WordSegmenter.Words(paragraph.Span.In(text)).Select(span => span.Shift(paragraph.Span.Start)).ToArray()
           let ends = new[] { _random.Next(words.Length), _random.Next(words.Length) }
           let span = new TextSpan(words[ends.Min()].Start, words[ends.Max()].End)
           select new QuotationRecord { Text = span.In(text), Speaker = Pick(People), Language = "en", Span = span },
    ];

    private string Sentence(string[] ofLanguage, int words) => string.Join(
        Pick([" ", " ", " ", ", ", " — "]),
        Enumerable.Range(0, words).Select(_ => _random.Next(5) switch
        {
            0 => Pick(RandomWords.All),
            1 or 2 => Pick(ofLanguage),
            _ => Pick(RandomWords.Common),
        })) + Pick([".", ".", "!", "?”", ""]);

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
