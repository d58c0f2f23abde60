using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>A part of a query that is found and marked as one, and where it is looked for.</summary>
/// <param name="Node">A word, a phrase, a proximity, a name with its variants.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Within">The quotations it must stand in; null for anywhere.</param>
internal sealed record JudgedUnit(QueryNode Node, ImmutableArray<string> Fields, QueryNode.Said? Within)
{
    /// <summary>What documents should have, in the order of the query; not what they should not have.</summary>
    public static IEnumerable<JudgedUnit> Of(QueryNode query) => Of(query, QueryFields.Default, null);

    /// <summary>The conditions that look at quotations and whole documents.</summary>
    public static IEnumerable<QueryNode> Special(QueryNode query) => query switch
    {
        QueryNode.All all => all.Children.SelectMany(Special),
        QueryNode.Any any => any.Children.SelectMany(Special),
        QueryNode.Field field => Special(field.Child),
        QueryNode.Said or QueryNode.Quote or QueryNode.Like => [query],
        _ => [],
    };

    private static IEnumerable<JudgedUnit> Of(QueryNode node, ImmutableArray<string> fields, QueryNode.Said? within) => node switch
    {
        QueryNode.All all => all.Children.SelectMany(child => Of(child, fields, within)),
        QueryNode.Any any => any.Children.SelectMany(child => Of(child, fields, within)),
        QueryNode.Field field => Of(field.Child, [field.Name], within),
        QueryNode.Said { Words: { } words } said => Of(words, ["text"], said),
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy or QueryNode.Phrase or QueryNode.Window or QueryNode.Near
            or QueryNode.Variants => [new JudgedUnit(node, fields, within)],
        _ => [],
    };
}

/// <summary>BM25 by the book, over title and text taken as one.</summary>
internal sealed class JudgedScores
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private static readonly ImmutableArray<string> Fields = ["title", "text"];

    private readonly Judge _judge;
    private readonly QueryNode _query;
    private readonly double _averageLength;
    private readonly List<(JudgedUnit Unit, double Rarity)> _units;

    public JudgedScores(Judge judge, QueryNode query)
    {
        _judge = judge;
        _query = query;
        _averageLength = Fields.Sum(field => Math.Max(1, judge.Documents.Average(document => document.Length(field))));
        _units = [.. Counted([.. JudgedUnit.Of(query)]).Select(unit => (unit, Rarity(unit)))];
    }

    public double this[JudgedDocument document] => _units.Sum(unit => Score(document, unit)) + JudgedUnit.Special(_query).Sum(node => Score(document, node));

    private double Score(JudgedDocument document, (JudgedUnit Unit, double Rarity) unit)
    {
        var frequency = Frequency(document, unit.Unit);
        var norm = K1 * (1 - B + (B * Fields.Sum(document.Length) / _averageLength));
        return unit.Unit.Node.Times * unit.Rarity * frequency * (K1 + 1) / (frequency + norm);
    }

    private double Score(JudgedDocument document, QueryNode special) => special switch
    {
        QueryNode.Like like => _judge.Similarity(document, like),
        QueryNode.Quote quote when Judge.Quotation(document, quote) is { } found => found.Verdict switch
        {
            QuoteVerdict.Verbatim => 300,
            QuoteVerdict.VerbatimBut => 200,
            _ => 100.0 / found.WordsDiffering,
        },
        _ => 0,
    };

    private double Rarity(JudgedUnit unit)
    {
        var having = _judge.Documents.Count(document => Frequency(document, unit) > 0);
        return Math.Log(1 + ((_judge.Documents.Count - having + 0.5) / (having + 0.5)));
    }

    private static int Frequency(JudgedDocument document, JudgedUnit unit) =>
        Fields.Where(unit.Fields.Contains).Sum(field => document.Frequency(field, unit.Node));

    /// <summary>Common words of the language of the query do not score, unless there is nothing else.</summary>
    private List<JudgedUnit> Counted(List<JudgedUnit> units)
    {
        var chain = Language([.. units.Select(static unit => unit.Node).OfType<QueryNode.Word>()]);
        var rare = units.FindAll(unit => !_judge.IsCommon(unit.Node, chain));
        return rare.Count > 0 ? rare : units;
    }

    /// <summary>The language whose texts know most of the words; a common word counts half as much again; then that of most documents.</summary>
    private string Language(List<QueryNode.Word> words) => _judge.Documents
        .GroupBy(static document => document.Chain)
        .OrderByDescending(texts => words.Sum(word =>
            (texts.Any(text => text.Places("text", new QueryNode.Word(word.Text)).Any()) ? 1 : 0)
            + (_judge.Analyzer.IsStopWord(KnowledgeBase.Analysis.TextFolding.Fold(word.Text), texts.Key) ? 0.5 : 0)))
        .ThenByDescending(static texts => texts.Count())
        .ThenBy(static texts => texts.Key, StringComparer.Ordinal)
        .Select(static texts => texts.Key)
        .FirstOrDefault("und");
}

/// <summary>The order of results.</summary>
internal static class JudgedOrder
{
    /// <summary>What a document is ordered by before its score: the smaller the earlier.</summary>
    public static IComparable Key(JudgedDocument document, SortOrder sort)
    {
        var metadata = document.Document.Metadata;
        var isUndated = metadata.Date is { First: null, Last: null };
        return sort switch
        {
            SortOrder.DateAscending => isUndated ? int.MaxValue : metadata.Date.First?.DayNumber ?? -1,
            SortOrder.DateDescending => isUndated ? int.MaxValue : -(metadata.Date.Last?.DayNumber ?? (int.MaxValue - 1)),
            SortOrder.Title => new OrdinalText(KnowledgeBase.Analysis.TextFolding.Fold(metadata.Title)),
            SortOrder.Added => -(metadata.Added?.DayNumber ?? -1),
            _ => 0,
        };
    }

    private sealed record OrdinalText(string Text) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Text, ((OrdinalText)obj!).Text);
    }
}
