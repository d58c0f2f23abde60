using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>What a search means, written to be obviously right: a loop over documents in memory. The judge of every backend.</summary>
/// <remarks>
/// It shares with them the words of a text (the analyzer) and, for <c>quote:</c>, the comparison of two wordings, which has a judge
/// of its own. Everything else is said a second time.
/// </remarks>
internal sealed class Judge(IEnumerable<CorpusDocument> documents, ITextAnalyzer analyzer)
{
    private readonly Dictionary<string, Dictionary<string, double>> _similar = [];

    public IReadOnlyList<JudgedDocument> Documents { get; } = [.. documents.Select(document => new JudgedDocument(document, analyzer))];

    public ITextAnalyzer Analyzer => analyzer;

    public JudgedDocument this[DocumentId id] => Documents.Single(document => document.Document.Id == id);

    /// <summary>The documents that match.</summary>
    public List<JudgedDocument> Matching(QueryNode query, ImmutableArray<FacetFilter> filters) =>
    [
        .. Documents.Where(document => Matches(document, query, QueryFields.Default) && JudgedFacets.Passes(document, filters)),
    ];

    public bool Matches(JudgedDocument document, QueryNode node, ImmutableArray<string> fields) => node switch
    {
        QueryNode.Everything => true,
        QueryNode.All all => MatchesList(document, all, child => Matches(document, child, fields)),
        QueryNode.Any any => any.Children.Any(child => Matches(document, child, fields)),
        QueryNode.Not not => !Matches(document, not.Child, fields),
        QueryNode.Field field => Matches(document, field.Child, [field.Name]),
        QueryNode.DateRange range => Fits(document.Document.Metadata.Date, range),
        QueryNode.Undated => document.Document.Metadata.Date is { First: null, Last: null },
        QueryNode.Added added => document.Document.Metadata.Added is { } day
            && (added.First is null || day >= added.First) && (added.Last is null || day <= added.Last),
        QueryNode.Said said => Records(document, said).Any(),
        QueryNode.Quote quote => Quotation(document, quote) is not null,
        QueryNode.Like like => Similarity(document, like) > 0,
        _ => fields.Any(field => document.Places(field, node).Any()),
    };

    /// <summary>The quotations of a document that a condition asks for.</summary>
    public IEnumerable<QuotationRecord> Records(JudgedDocument document, QueryNode.Said said)
    {
        bool Names(string name, QuotationRecord record)
        {
            var speaker = NameKey.Words(record.Speaker).Concat(NameKey.Words(NameKey.WriteOutUmlauts(record.Speaker))).ToList();
            var spelled = WordCutter.Cut(record.Speaker).Select(static word => word.Raw).ToList();
            bool Has(string word) => word.EndsWith('~') ? speaker.Exists(one => PlainWords.IsNear(TextFolding.Fold(word[..^1]), one, 1))
                : word.EndsWith("~2", StringComparison.Ordinal) ? speaker.Exists(one => PlainWords.IsNear(TextFolding.Fold(word[..^2]), one, 2))
                : said.IsAsSpelled ? spelled.Exists(one => PlainWords.FitsPattern(one, TextFolding.Compose(word)))
                : word.AsSpan().ContainsAny('*', '?') ? speaker.Exists(one => PlainWords.FitsPattern(one, PlainWords.FoldPattern(word)))
                : NameKey.Words(word).All(speaker.Contains);
            return NameKey.Words(name).Count > 0 && name.Split(' ').All(Has);
        }

        return document.Document.Metadata.Quotations.Where(record =>
            said.OtherNames.Prepend(said.Speaker).Any(name => Names(name, record))
            && (said.Words is null || StandsIn(document, record.Span, said.Words)));
    }

    public static QuoteComparison? Quotation(JudgedDocument document, QueryNode.Quote quote) =>
        QuotedText.Parse(quote.Text) is { Refusal: null } quoted ? QuoteComparison.Find(quoted, document.Document.Text) : null;

    /// <summary>
    /// What a document shares of the weight of the thirty weightiest words of another one; 0 for that one itself, and for a document that is
    /// not among the twenty that share most of it, or shares less than a tenth.
    /// </summary>
    public double Similarity(JudgedDocument document, QueryNode.Like like)
    {
        if (!_similar.TryGetValue(like.Reference, out var similar))
        {
            similar = Documents.FirstOrDefault(d => d.Id == like.Reference) is { } model ? Similar(model) : [];
            _similar.Add(like.Reference, similar);
        }

        return similar.GetValueOrDefault(document.Id);
    }

    /// <summary>Whether a word is too common to be asked for: in a language, or in English, the language of the pages.</summary>
    public bool IsCommon(QueryNode node, string chain) => node is QueryNode.Word { Form: WordForm.AnyForm } word
        && (analyzer.IsStopWord(TextFolding.Fold(word.Text), chain) || analyzer.IsStopWord(TextFolding.Fold(word.Text), "en"));

    private Dictionary<string, double> Similar(JudgedDocument model)
    {
        var words = WeightiestWords(model);
        var total = words.Sum(static word => word.Weight);
        double Share(JudgedDocument other) => words.Sum(word => other.Words.Contains(word.Word) ? word.Weight / total : 0);

        return Documents.Where(other => other != model)
            .Select(other => (other.Id, Share: Share(other)))
            .Where(static one => one.Share >= 0.1)
            .OrderByDescending(static one => one.Share)
            .ThenBy(static one => one.Id, StringComparer.Ordinal)
            .Take(20)
            .ToDictionary(static one => one.Id, static one => one.Share);
    }

    private List<(string Word, double Weight)> WeightiestWords(JudgedDocument model)
    {
        int Having(string word) => Documents.Count(d => d.Words.Contains(word));

        return
        [
            .. model.Words
                .Where(word => !analyzer.IsStopWord(word, model.Document.Metadata.Language) && Having(word) > 1)
                .Where(static word => word.Length > 2 || WordSegmenter.IsUnspaced(word))
                .GroupBy(static word => word)
                .Select(word => (Word: word.Key, Weight: (1 + Math.Log(word.Count())) * Math.Log((double)Documents.Count / Having(word.Key))))
                .OrderByDescending(static w => w.Weight)
                .ThenBy(static w => w.Word, StringComparer.Ordinal)
                .Take(30),
        ];
    }

    /// <summary>A date without ends is none; an open end reaches as far as one likes.</summary>
    private static bool Fits(ArchiveDate date, QueryNode.DateRange range)
    {
        if (date is { First: null, Last: null })
        {
            return false;
        }

        var (first, last) = (date.First ?? DateOnly.MinValue, date.Last ?? DateOnly.MaxValue);
        var (from, to) = (range.First ?? DateOnly.MinValue, range.Last ?? DateOnly.MaxValue);
        return range.Relation is DateRelation.Overlaps
            ? first <= to && last >= from
            : (range.First is null || (date.First is not null && first >= from)) && (range.Last is null || (date.Last is not null && last <= to));
    }

    /// <summary>Inside a quotation there are words only: dates and other properties of documents match nothing.</summary>
    private bool StandsIn(JudgedDocument document, TextSpan span, QueryNode node) => node switch
    {
        QueryNode.Everything => true,
        QueryNode.All all => MatchesList(document, all, child => StandsIn(document, span, child)),
        QueryNode.Any any => any.Children.Any(child => StandsIn(document, span, child)),
        QueryNode.Not not => !StandsIn(document, span, not.Child),
        QueryNode.Said or QueryNode.Quote or QueryNode.Like or QueryNode.DateRange or QueryNode.Undated or QueryNode.Added => false,
        _ => document.ReportedIn(span, node).Count > 0,
    };

    /// <summary>Every part of a list, but for words that are too common, as long as anything else is asked for.</summary>
    private bool MatchesList(JudgedDocument document, QueryNode.All all, Func<QueryNode, bool> matches)
    {
        var asksForMore = all.Children.Any(child => !IsCommon(child, document.Chain) && child is not QueryNode.Not);
        return all.Children.All(child => (asksForMore && IsCommon(child, document.Chain)) || matches(child));
    }
}
