using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Small archives and queries of every kind, made from a seed: few words, so that everything meets everything.</summary>
internal sealed class RandomArchive(int seed)
{
    private static readonly string[] Words =
    [
        "police", "Police", "policing", "congress", "congresses", "the", "of", "and", "Wien", "Vienna", "Söderman", "Soderman", "Népote",
        "Schober", "Schrober", "C.I.P.C.", "inter-\nnational", "international", "1923", "war", "der", "die", "Kongress", "Kongresse",
        "congrès", "anti-anarchist", "Шобер", "ﬁle", "file", "not", "criminal", "criminals", "e\u0301tat", "état", "𝒱ienna", "犯罪",
    ];

    private static readonly string[] Languages = ["en", "de", "fr", "en"];
    private static readonly string[] People = ["Johann Schober", "Oskar Dressler", "Harry Söderman"];

    private readonly Random _random = new(seed);

    public ImmutableArray<CorpusDocument> Documents(int count) => [.. Enumerable.Range(1, count).Select(Document)];

    public CorpusDocument Document(int number)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var text = "";
        for (var i = 1; i <= _random.Next(0, 5); i++)
        {
            var start = text.Length == 0 ? 0 : text.Length + 2;
            var words = Sentence(_random.Next(1, 12));
            text = text.Length == 0 ? words : text + "\n\n" + words;
            paragraphs.Add(new Paragraph($"p-{i}", i, new TextSpan(start, text.Length), ParagraphKind.Text));
        }

        return new CorpusDocument
        {
            Id = new DocumentId(string.Create(CultureInfo.InvariantCulture, $"R-{number:0000}")),
            Path = $"{number}.md",
            Digest = new string('0', 64),
            Markdown = text,
            Text = text,
            Paragraphs = paragraphs.ToImmutable(),
            Metadata = Metadata() with { Quotations = [.. paragraphs.Where(_ => _random.Next(4) == 0).Select(p => Quotation(text, p.Span))] },
        };
    }

    /// <summary>A query of words, phrases, proximities and everything around them.</summary>
    public QueryNode Query(int depth = 3) => _random.Next(depth <= 0 ? 6 : 14) switch
    {
        0 or 1 => Word(),
        2 => new QueryNode.Phrase([Element(), Element()]),
        3 => new QueryNode.Window([Element(), Element(), .. _random.Next(2) == 0 ? [Element()] : Array.Empty<QueryNode>()], _random.Next(0, 5)),
        4 => new QueryNode.Near(Side(), Side(), _random.Next(0, 5), _random.Next(2) == 0),
        5 => _random.Next(8) switch
        {
            4 or 5 => new QueryNode.Said(Pick(["Schober", "Johann", "Soederman", "nobody"]), _random.Next(2) == 0 ? null : Query(depth - 1))
            {
                OtherNames = _random.Next(2) == 0 ? [] : ["Oskar Dressler"],
            },
            6 => new QueryNode.Like(string.Create(CultureInfo.InvariantCulture, $"R-{_random.Next(1, 60):0000}")),
            7 => new QueryNode.Quote(Sentence(_random.Next(4, 8))),
            0 => Date(),
            1 => new QueryNode.Undated(),
            2 => new QueryNode.Everything(),
            _ => new QueryNode.Added(Day(), null, ""),
        },
        6 or 7 or 8 => new QueryNode.All([.. Several(depth)]),
        9 or 10 => new QueryNode.Any([.. Several(depth)]),
        11 => new QueryNode.Not(Query(depth - 1)),
        12 => new QueryNode.Field(Pick(["title", "text", "person", "lang", "type"]), Word()),
        _ => new QueryNode.Variants(Word(), [Word(), new QueryNode.Phrase([Word(), Word()])], "Name"),
    };

    /// <summary>Some words of a paragraph, said by somebody.</summary>
    private QuotationRecord Quotation(string text, TextSpan paragraph)
    {
        var words = KnowledgeBase.Analysis.WordSegmenter.Words(paragraph.In(text)).Select(span => span.Shift(paragraph.Start)).ToArray();
        var (first, last) = (_random.Next(words.Length), _random.Next(words.Length));
        var span = new TextSpan(words[Math.Min(first, last)].Start, words[Math.Max(first, last)].End);
        return new QuotationRecord { Text = span.In(text), Speaker = Pick(People), Language = "en", Span = span };
    }

    private IEnumerable<QueryNode> Several(int depth) => Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Query(depth - 1)).ToList();

    private QueryNode Element() => _random.Next(6) switch
    {
        0 => new QueryNode.Any([Word(), Word()]),
        1 => new QueryNode.Any([new QueryNode.Phrase([Word(), Word()]), Word()]),
        2 => Leaf(),
        _ => Word(),
    };

    private QueryNode Side() => _random.Next(5) switch
    {
        0 => new QueryNode.Phrase([Word(), Word()]),
        1 => new QueryNode.Near(Word(), Word(), _random.Next(0, 3), _random.Next(2) == 0),
        _ => Element(),
    };

    private QueryNode Leaf() => _random.Next(3) switch
    {
        0 => new QueryNode.Wildcard(Pick(["poli*", "con*ss", "*ment", "cr?minal", "*ber", "int*"])),
        1 => new QueryNode.Fuzzy(Pick(["police", "schober", "vienna", "kongress"]), _random.Next(1, 3)),
        _ => Word(),
    };

    private QueryNode.Word Word()
    {
        var words = KnowledgeBase.Analysis.WordCutter.Cut(Pick(Words));
        return new QueryNode.Word(words[_random.Next(words.Count)].Raw, Pick([WordForm.AnyForm, WordForm.AnyForm, WordForm.Verbatim, WordForm.AsSpelled]));
    }

    private QueryNode.DateRange Date() => new(
        _random.Next(4) == 0 ? null : Day(), _random.Next(4) == 0 ? null : Day(), Pick([DateRelation.Overlaps, DateRelation.Within]), "");

    private DateOnly Day() => new(1900 + _random.Next(60), _random.Next(1, 13), _random.Next(1, 28));

    private string Sentence(int words) => string.Join(Pick([" ", " ", ", "]), Enumerable.Range(0, words).Select(_ => Pick(Words))) + ".";

    private DocumentMetadata Metadata()
    {
        var first = Day();
        var date = _random.Next(5) switch
        {
            0 => ArchiveDate.None,
            1 => new ArchiveDate("until", "../x", null, first),
            2 => new ArchiveDate("from", "x/..", first, null),
            _ => new ArchiveDate("then", "x", first, first.AddDays(_random.Next(0, 9_000))),
        };
        return new DocumentMetadata
        {
            Title = Sentence(_random.Next(1, 4)),
            Type = Pick(["list", "dispute", "article"]),
            Date = date,
            Language = Pick(Languages),
            Summary = _random.Next(2) == 0 ? Sentence(4) : null,
            People = [.. People.Where(_ => _random.Next(3) == 0)],
            Added = _random.Next(3) == 0 ? null : Day(),
        };
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
