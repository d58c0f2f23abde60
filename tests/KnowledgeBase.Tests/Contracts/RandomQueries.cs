using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Queries of every kind, as trees, made from a seed.</summary>
internal sealed class RandomQueries(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A query of words, phrases, proximities and everything around them.</summary>
    public QueryNode Query(int depth = 3) => _random.Next(depth <= 0 ? 8 : 15) switch
    {
        0 or 1 or 2 => Words(),
        3 => new QueryNode.Field(Pick(QueryFields.Text), Words()),
        4 or 5 => Condition(),
        6 => new QueryNode.Said(Pick(["Schober", "Johann", "Soederman", "ШОБЕР", "nobody", "Scho*", "*ber Johann", "Shober~", "S*man", "Drasler~2"]), _random.Next(2) == 0 ? null : WordList(depth))
        {
            OtherNames = _random.Next(2) == 0 ? [] : ["Oskar Dressler"],
            IsAsSpelled = _random.Next(5) == 0,
        },
        7 => Name(),
        8 or 9 or 10 => new QueryNode.All([.. Several(depth)]),
        11 or 12 => new QueryNode.Any([.. Several(depth)]),
        13 => new QueryNode.Not(Query(depth - 1)),
        _ => new QueryNode.Field(Pick(["title", "text", "summary"]), WordList(depth)),
    };

    /// <summary>Values chosen beside a query, some of which no document has.</summary>
    public ImmutableArray<FacetFilter> Filters() => _random.Next(3) > 0
        ? []
        : [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Filter())];

    public SortOrder Sort() => Pick(Enum.GetValues<SortOrder>());

    /// <summary>Anything that has a place in the text.</summary>
    public QueryNode Words() => _random.Next(9) switch
    {
        0 or 1 or 2 => Word(),
        3 => Leaf(),
        4 => new QueryNode.Phrase([.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Element())]),
        5 => new QueryNode.Window([.. Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Element())], _random.Next(0, 6)),
        _ => new QueryNode.Near(Side(2), Side(2), _random.Next(0, 7), _random.Next(2) == 0),
    };

    private QueryNode WordList(int depth) => _random.Next(5) switch
    {
        0 when depth > 0 => new QueryNode.All([WordList(depth - 1), WordList(depth - 1)]),
        1 when depth > 0 => new QueryNode.Any([WordList(depth - 1), WordList(depth - 1)]),
        2 when depth > 0 => new QueryNode.All([WordList(depth - 1), new QueryNode.Not(WordList(depth - 1))]),
        _ => Words(),
    };

    private IEnumerable<QueryNode> Several(int depth) => [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Query(depth - 1))];

    private QueryNode Element() => _random.Next(9) switch
    {
        8 => Name(),
        0 => new QueryNode.Any([Word(), Word()]),
        1 => new QueryNode.Any([new QueryNode.Phrase([Word(), Word()]), Word(), Leaf()]),
        2 => Leaf(),
        _ => Word(),
    };

    private QueryNode Side(int depth) => _random.Next(9) switch
    {
        0 => new QueryNode.Phrase([Element(), Word()]),
        1 when depth > 0 => new QueryNode.Near(Side(depth - 1), Side(depth - 1), _random.Next(0, 4), _random.Next(2) == 0),
        2 when depth > 0 => new QueryNode.Any([Side(depth - 1), Side(depth - 1)]),
        3 => new QueryNode.Window([Word(), Word()], _random.Next(0, 3)),
        _ => Element(),
    };

    private QueryNode Leaf() => _random.Next(3) switch
    {
        0 => new QueryNode.Fuzzy(Pick(RandomWords.Misspelled), _random.Next(1, 3)),
        1 => new QueryNode.Wildcard(Pick(RandomWords.Patterns), WordForm.AsSpelled),
        _ => new QueryNode.Wildcard(Pick(RandomWords.Patterns)),
    };

    private QueryNode.Word Word()
    {
        var words = WordCutter.Cut(Pick(_random.Next(2) == 0 ? RandomWords.Common : RandomWords.All));
        return new QueryNode.Word(words[_random.Next(words.Count)].Raw, Pick([WordForm.AnyForm, WordForm.AnyForm, WordForm.Verbatim, WordForm.AsSpelled]))
        {
            Times = _random.Next(8) == 0 ? 2 : 1,
        };
    }

    private QueryNode.Variants Name() => new(Word(), [Word(), new QueryNode.Phrase([Word(), Word()])], "Name");

    private QueryNode Condition() => _random.Next(8) switch
    {
        0 => new QueryNode.Undated(),
        1 => new QueryNode.Everything(),
        2 => new QueryNode.Added(Maybe(Day(2026)), Maybe(Day(2026)), ""),
        3 => new QueryNode.Like(string.Create(CultureInfo.InvariantCulture, $"R-{_random.Next(1, 50):0000}")),
        4 => new QueryNode.Quote(string.Join(' ', Enumerable.Range(0, _random.Next(4, 8)).Select(_ => Pick(RandomWords.Common)))),
        _ => new QueryNode.DateRange(Maybe(Day(1895 + _random.Next(60))), Maybe(Day(1895 + _random.Next(60))), Pick([DateRelation.Overlaps, DateRelation.Within]), ""),
    };

    private FacetFilter Filter()
    {
        var (facet, values) = Pick<(string, string[])>(
        [
            ("type", ["list", "dispute", "letter"]), ("person", [.. RandomArchive.People]), ("lang", ["en", "de", "ru"]), ("status", ["authored", "machine-read"]),
            ("year", ["1923", "1914", "undated"]), ("decade", ["1920s", "1910s", "undated"]), ("place", ["Wien", "Paris"]), ("source", ["Vindobona"]),
            ("subject", ["counterfeiting"]), ("organisation", ["IKPK", "ikpk"]),
        ]);
        return new FacetFilter(facet, Pick(values), _random.Next(3) == 0);
    }

    private DateOnly? Maybe(DateOnly day) => _random.Next(4) == 0 ? null : day;

    private DateOnly Day(int year) => new(year, _random.Next(1, 13), _random.Next(1, 28));

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
