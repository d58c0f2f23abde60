using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>
/// What a search means, written to be obviously right: a loop over documents in memory. The judge of every backend.
/// It shares the words of a text with them (the analyzer) and nothing else.
/// </summary>
internal sealed class BruteForceIndex(IEnumerable<CorpusDocument> documents, ITextAnalyzer analyzer)
{
    private readonly List<JudgedDocument> _documents = [.. documents.Select(document => new JudgedDocument(document, analyzer))];

    public int Documents => _documents.Count;

    /// <summary>The reference codes of the documents that match, in order of code.</summary>
    public ImmutableArray<string> Matching(QueryNode query, ImmutableArray<FacetFilter> filters = default) =>
    [
        .. _documents
            .Where(document => Matches(document, query, QueryFields.Default))
            .Where(document => Passes(document, filters.IsDefault ? [] : filters))
            .Select(static document => document.Document.Id.Value)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>How many of the matching documents have each value of a facet.</summary>
    public IReadOnlyDictionary<string, long> Facet(QueryNode query, string facet) => _documents
        .Where(document => Matches(document, query, QueryFields.Default))
        .SelectMany(document => document.FacetValues(facet).Distinct())
        .GroupBy(static value => value)
        .ToDictionary(static group => group.Key, static group => (long)group.Count());

    private bool Matches(JudgedDocument document, QueryNode node, ImmutableArray<string> fields) => node switch
    {
        QueryNode.Everything => true,
        QueryNode.All all => MatchesAll(document, all, fields),
        QueryNode.Any any => any.Children.Any(child => Matches(document, child, fields)),
        QueryNode.Not not => !Matches(document, not.Child, fields),
        QueryNode.Variants variants => variants.Others.Prepend(variants.Typed).Any(child => Matches(document, child, fields)),
        QueryNode.Field field => Matches(document, field.Child, [field.Name]),
        QueryNode.DateRange range => range.Relation is DateRelation.Overlaps
            ? document.Document.Metadata.Date.Overlaps(range.First, range.Last)
            : document.Document.Metadata.Date.LiesWithin(range.First, range.Last),
        QueryNode.Undated => document.Document.Metadata.Date.IsUndated,
        QueryNode.Added added => document.Document.Metadata.Added is { } day
            && (added.First is null || day >= added.First) && (added.Last is null || day <= added.Last),
        QueryNode.Said said => document.Document.Metadata.Quotations.Any(record => IsSaid(document, said, record)),
        QueryNode.Quote quote => QuotedText.Parse(quote.Text) is { Refusal: null } quoted && QuoteComparison.Find(quoted, document.Document.Text) is not null,
        QueryNode.Like like => IsLike(document, like.Reference),
        _ => fields.Any(field => document.Places(field, node).Any()),
    };

    /// <summary>Every place of a document's text at which words stand as asked for.</summary>
    public IEnumerable<TextSpan> Spans(DocumentId id, QueryNode words)
    {
        var document = _documents.Find(d => d.Document.Id == id)!;
        return document.Places("text", words).Select(document.SpanOf);
    }

    private bool IsSaid(JudgedDocument document, QueryNode.Said said, QuotationRecord record)
    {
        bool Names(string name)
        {
            var speaker = NameKey.Words(record.Speaker).Concat(NameKey.Words(NameKey.WriteOutUmlauts(record.Speaker)));
            return NameKey.Words(name) is { Count: > 0 } words && words.All(speaker.Contains);
        }

        return said.OtherNames.Prepend(said.Speaker).Any(Names) && (said.Words is null || StandsIn(document, record.Span, said.Words));
    }

    /// <summary>Inside a quotation there are words only: dates and other properties of documents match nothing.</summary>
    private bool StandsIn(JudgedDocument document, TextSpan span, QueryNode node) => node switch
    {
        QueryNode.Everything => true,
        QueryNode.All all => AllOf(document, all, child => StandsIn(document, span, child)),
        QueryNode.Any any => any.Children.Any(child => StandsIn(document, span, child)),
        QueryNode.Not not => !StandsIn(document, span, not.Child),
        QueryNode.Field field => StandsIn(document, span, field.Child),
        QueryNode.Said or QueryNode.Quote or QueryNode.Like or QueryNode.DateRange or QueryNode.Undated or QueryNode.Added => false,
        _ => document.Places("text", node).Any(place => span.Contains(document.SpanOf(place))),
    };

    /// <summary>Has words worth three tenths of what the thirty weightiest words of the other document are worth.</summary>
    private bool IsLike(JudgedDocument document, string reference)
    {
        if (document.Document.Id.Value == reference || _documents.Find(d => d.Document.Id.Value == reference) is not { } model)
        {
            return false;
        }

        int Documents(string word) => _documents.Count(d => d.TextWords.Contains(word));

        var weights = model.TextWords
            .Where(word => !analyzer.IsStopWord(word, model.Document.Metadata.Language) && Documents(word) > 1)
            .GroupBy(static word => word)
            .Select(word => (Word: word.Key, Weight: (1 + Math.Log(word.Count())) * Math.Log((double)_documents.Count / Documents(word.Key))))
            .OrderByDescending(static w => w.Weight)
            .ThenBy(static w => w.Word, StringComparer.Ordinal)
            .Take(30)
            .ToList();
        var total = weights.Sum(static w => w.Weight);
        return total > 0 && weights.Sum(w => document.TextWords.Contains(w.Word) ? w.Weight / total : 0) >= 0.3;
    }

    private bool MatchesAll(JudgedDocument document, QueryNode.All all, ImmutableArray<string> fields)
    {
        return AllOf(document, all, child => Matches(document, child, fields));
    }

    private bool AllOf(JudgedDocument document, QueryNode.All all, Func<QueryNode, bool> matches)
    {
        bool IsCommon(QueryNode node) => node is QueryNode.Word { Form: WordForm.AnyForm } word
            && (analyzer.IsStopWord(TextFolding.Fold(word.Text), document.Chain)
                || analyzer.IsStopWord(TextFolding.Fold(word.Text), "en"));

        var mustCount = all.Children.Any(child => !IsCommon(child) && child is not QueryNode.Not);
        return all.Children.All(child => (mustCount && IsCommon(child)) || matches(child));
    }

    private static bool Passes(JudgedDocument document, ImmutableArray<FacetFilter> filters)
    {
        bool Has(FacetFilter filter) => document.FacetValues(filter.Facet).Contains(filter.Value);

        return filters.Where(static f => f.Exclude).All(filter => !Has(filter))
            && filters.Where(static f => !f.Exclude).GroupBy(static f => f.Facet).All(group => group.Any(Has));
    }
}

/// <summary>A document with its words, field by field.</summary>
internal sealed class JudgedDocument
{
    private readonly ITextAnalyzer _analyzer;
    private readonly Dictionary<string, IReadOnlyList<TextToken>> _words;

    public JudgedDocument(CorpusDocument document, ITextAnalyzer analyzer)
    {
        Document = document;
        _analyzer = analyzer;
        Chain = analyzer.ChainFor(document.Metadata.Language);
        _words = QueryFields.Text.ToDictionary(static field => field, Words);
    }

    public CorpusDocument Document { get; }

    public string Chain { get; }

    /// <summary>The words of the text without case and accents, each as often as it stands there.</summary>
    public IReadOnlyList<string> TextWords => _textWords ??= [.. _words["text"].Select(static token => token.Exact)];

    private List<string>? _textWords;

    /// <summary>From the first to the last character of the words at some positions of the text.</summary>
    public TextSpan SpanOf((int Start, int End) place)
    {
        var tokens = _words["text"].Where(token => token.Position >= place.Start && token.Position < place.End).ToList();
        return new TextSpan(tokens.Min(static t => t.Span.Start), tokens.Max(static t => t.Span.End));
    }

    /// <summary>Every stretch of positions (first, after the last) at which a node of words matches in a field.</summary>
    public IEnumerable<(int Start, int End)> Places(string field, QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => phrase.Elements.Skip(1).Aggregate(
            Places(field, phrase.Elements[0]),
            (before, element) => Join(before, Places(field, element).ToList(), static (a, b) => a.End == b.Start)),
        QueryNode.Near near => Near(Places(field, near.Left).ToList(), Places(field, near.Right).ToList(), near),
        QueryNode.Window window => Windows([.. window.Elements.Select(e => Places(field, e).ToList())], window.Distance),
        QueryNode.Any any => any.Children.SelectMany(child => Places(field, child)),
        QueryNode.Variants variants => variants.Others.Prepend(variants.Typed).SelectMany(child => Places(field, child)),
        _ => _words[field].Where(token => Fits(token, node, field)).Select(static t => (t.Position, t.Position + 1)).Distinct(),
    };

    public IEnumerable<string> FacetValues(string facet)
    {
        var metadata = Document.Metadata;
        IEnumerable<string> Years(Func<int, string> print) =>
            FacetYears.Of(metadata.Date) is { Count: > 0 } years ? years.Select(print) : [FacetNames.Undated];

        return facet switch
        {
            "type" => [metadata.Type],
            "person" => metadata.People,
            "organisation" => metadata.Organisations,
            "place" => metadata.Places,
            "subject" => metadata.Subjects,
            "source" => metadata.Publishers,
            "lang" => [metadata.Language],
            "status" => [metadata.Status],
            "year" => Years(static year => $"{year:0000}"),
            "decade" => Years(static year => $"{year / 10 * 10:0000}s"),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
    }

    private static IEnumerable<(int Start, int End)> Join(
        IEnumerable<(int Start, int End)> left,
        List<(int Start, int End)> right,
        Func<(int Start, int End), (int Start, int End), bool> fits) =>
        left.SelectMany(a => right.Where(b => fits(a, b)).Select(b => (a.Start, b.End))).Distinct();

    private static IEnumerable<(int Start, int End)> Near(
        List<(int Start, int End)> left, List<(int Start, int End)> right, QueryNode.Near near)
    {
        bool Before((int Start, int End) a, (int Start, int End) b) => b.Start >= a.End && b.Start - a.End <= near.Distance;

        var forward = Join(left, right, Before);
        return near.Ordered ? forward : forward.Concat(Join(right, left, Before)).Distinct();
    }

    /// <summary>Every choice of one place for each element, none overlapping, with few enough other words between them.</summary>
    private static IEnumerable<(int Start, int End)> Windows(List<(int Start, int End)>[] elements, int distance)
    {
        IEnumerable<ImmutableList<(int Start, int End)>> choices = [ImmutableList<(int Start, int End)>.Empty];
        foreach (var element in elements)
        {
            choices = choices.SelectMany(chosen => element
                .Where(place => chosen.All(other => place.End <= other.Start || other.End <= place.Start))
                .Select(chosen.Add));
        }

        return choices
            .Select(static chosen => (
                Start: chosen.Min(static p => p.Start), End: chosen.Max(static p => p.End), Own: chosen.Sum(static p => p.End - p.Start)))
            .Where(found => found.End - found.Start - found.Own <= distance)
            .Select(static found => (found.Start, found.End))
            .Distinct();
    }

    private bool Fits(TextToken token, QueryNode node, string field) => node switch
    {
        QueryNode.Word { Form: WordForm.AsSpelled } word => token.Raw == TextFolding.Compose(word.Text),
        QueryNode.Word { Form: WordForm.AnyForm } word when QueryFields.Stemmed.Contains(field) =>
            _analyzer.Stems(word.Text, Chain).Any(stem => stem == token.Stem || stem == token.OtherStem),
        QueryNode.Word word => token.Exact == TextFolding.Fold(word.Text),
        QueryNode.Wildcard wildcard => FitsPattern(
            wildcard.Form is WordForm.AsSpelled ? token.Raw : token.Exact, wildcard.Pattern, 0, 0),
        QueryNode.Fuzzy fuzzy => TextFolding.Fold(fuzzy.Text) is var typed
            && token.Exact[0] == typed[0] && IsWithin(typed, token.Exact, fuzzy.Edits),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.ToString()),
    };

    private static bool FitsPattern(string word, string pattern, int w, int p) =>
        p == pattern.Length
            ? w == word.Length
            : pattern[p] switch
            {
                '*' => Enumerable.Range(w, word.Length - w + 1).Any(next => FitsPattern(word, pattern, next, p + 1)),
                '?' => w < word.Length && FitsPattern(word, pattern, w + 1, p + 1),
                var c => w < word.Length && word[w] == c && FitsPattern(word, pattern, w + 1, p + 1),
            };

    /// <summary>Whether a few insertions, deletions, substitutions and swaps make one word of the other: tries each of them.</summary>
    private static bool IsWithin(string a, string b, int edits)
    {
        if (edits < 0)
        {
            return false;
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length <= edits;
        }

        return (a[0] == b[0] && IsWithin(a[1..], b[1..], edits))
            || IsWithin(a[1..], b, edits - 1)
            || IsWithin(a, b[1..], edits - 1)
            || IsWithin(a[1..], b[1..], edits - 1)
            || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && IsWithin(a[2..], b[2..], edits - 1));
    }

    private IReadOnlyList<TextToken> Words(string field) => field switch
    {
        "text" => FieldAnalysis.OfText(Document, _analyzer),
        "title" => FieldAnalysis.OfValues([Document.Metadata.Title], Document.Metadata.Language, _analyzer),
        "summary" => FieldAnalysis.OfValues(Document.Metadata.Summary is { } s ? [s] : [], Document.Metadata.Language, _analyzer),
        _ => FieldAnalysis.OfValues(DocumentMapping.NameValues(Document, field), "und", _analyzer),
    };
}
