using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>A document with its words, field by field, and the places of each part of a query among them.</summary>
/// <remarks>Only the cutting of a text into words and their stems is shared with the program that is judged.</remarks>
internal sealed class JudgedDocument
{
    private const int ParagraphsApart = 100;

    private readonly ITextAnalyzer _analyzer;
    private readonly Dictionary<string, List<TextToken>> _words;

    public JudgedDocument(CorpusDocument document, ITextAnalyzer analyzer)
    {
        Document = document;
        _analyzer = analyzer;
        Chain = analyzer.ChainFor(document.Metadata.Language);
        _words = QueryFields.Text.ToDictionary(static field => field, Cut);
    }

    public CorpusDocument Document { get; }

    public string Id => Document.Id.Value;

    public string Chain { get; }

    public IReadOnlyList<TextToken> Tokens(string field) => _words[field];

    /// <summary>The words of title, summary, text and names without case and accents, each as often as it stands there.</summary>
    public IReadOnlyList<string> Words => _allWords ??= [.. QueryFields.Default.SelectMany(name => _words[name]).Select(static token => token.Exact)];

    private List<string>? _allWords;

    /// <summary>How many words of a field count for its length: all of a name, of prose those that say something.</summary>
    public int Length(string field) => QueryFields.Stemmed.Contains(field)
        ? _words[field].Count(token => !_analyzer.IsStopWord(token.Exact, Chain))
        : _words[field].Count;

    /// <summary>From the first to the last character of the words at some positions of a field.</summary>
    public TextSpan SpanOf(string field, Interval place)
    {
        var tokens = _words[field].Where(token => token.Position >= place.Start && token.Position < place.End).ToList();
        return new TextSpan(tokens.Min(static t => t.Span.Start), tokens.Max(static t => t.Span.End));
    }

    /// <summary>Every place at which a node of words stands.</summary>
    public IEnumerable<Interval> Places(string field, QueryNode node) => PlainPlaces.All(node, leaf => Leaf(field, leaf));

    /// <summary>The same, with an eye for some positions of the field only.</summary>
    public IEnumerable<Interval> Places(string field, QueryNode node, Func<int, bool> isSeen) =>
        PlainPlaces.All(node, leaf => Leaf(field, leaf).Where(at => isSeen(at.Start)));

    /// <summary>The places that are reported and marked.</summary>
    public List<Interval> Reported(string field, QueryNode node) => PlainPlaces.Reported(node, leaf => Leaf(field, leaf));

    /// <summary>Those of a stretch of the text, as if there were nothing else.</summary>
    public List<Interval> ReportedIn(TextSpan stretch, QueryNode node) => PlainPlaces.Reported(
        node, leaf => Leaf("text", leaf).Where(at => stretch.Contains(SpanOf("text", at))));

    /// <summary>How often a node counts in scores: words each time they stand there, what is held together by positions each place.</summary>
    public int Frequency(string field, QueryNode node) => node switch
    {
        QueryNode.Variants variants => variants.Others.Prepend(variants.Typed).Sum(name => Frequency(field, name)),
        QueryNode.Word { Form: WordForm.AnyForm } when QueryFields.Stemmed.Contains(field) => Leaf(field, node).Count(),
        QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy =>
            _words[field].Where(token => Fits(token, node, field)).Select(token => (token.Position, Form(token, node))).Distinct().Count(),
        _ => Reported(field, node).Count,
    };

    private IEnumerable<Interval> Leaf(string field, QueryNode leaf) =>
        _words[field].Where(token => Fits(token, leaf, field)).Select(static token => new Interval(token.Position, token.Position + 1)).Distinct();

    private bool Fits(TextToken token, QueryNode node, string field) => node switch
    {
        QueryNode.Word { Form: WordForm.AsSpelled } word => token.Raw == TextFolding.Compose(word.Text),
        QueryNode.Word { Form: WordForm.AnyForm } word when QueryFields.Stemmed.Contains(field) =>
            _analyzer.Stems(word.Text, Chain).Any(stem => stem == token.Stem || stem == token.OtherStem),
        QueryNode.Word word => token.Exact == TextFolding.Fold(word.Text),
        QueryNode.Wildcard wildcard => PlainWords.FitsPattern(Form(token, node), wildcard.Form is WordForm.AsSpelled
            ? TextFolding.Compose(wildcard.Pattern)
            : PlainWords.FoldPattern(wildcard.Pattern)),
        QueryNode.Fuzzy fuzzy => PlainWords.IsNear(TextFolding.Fold(fuzzy.Text), token.Exact, fuzzy.Edits),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.ToString()),
    };

    private static string Form(TextToken token, QueryNode node) =>
        node is QueryNode.Wildcard { Form: WordForm.AsSpelled } or QueryNode.Word { Form: WordForm.AsSpelled } ? token.Raw : token.Exact;

    private List<TextToken> Cut(string field)
    {
        var metadata = Document.Metadata;
        return field switch
        {
            "text" => Cut(Document.Paragraphs.Select(p => (p.Span.In(Document.Text), p.Span.Start)), metadata.Language),
            "title" => Cut([(metadata.Title, 0)], metadata.Language),
            "summary" => Cut(metadata.Summary is { } summary ? [(summary, 0)] : [], metadata.Language),
            "person" => Names(metadata.People),
            "organisation" => Names(metadata.Organisations),
            "place" => Names(metadata.Places),
            "subject" => Names(metadata.Subjects),
            "source" => Names([.. metadata.Creators, .. metadata.Publishers, .. metadata.Sources]),
            "type" => Names([metadata.Type]),
            "lang" => Names([metadata.Language]),
            "ref" => Names([Id]),
            "status" => Names([metadata.Status]),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field."),
        };
    }

    private List<TextToken> Names(IEnumerable<string> values) => Cut(values.Select(static value => (value, 0)), "und");

    private List<TextToken> Cut(IEnumerable<(string Text, int Origin)> pieces, string language)
    {
        var tokens = new List<TextToken>();
        foreach (var (text, origin) in pieces)
        {
            var next = tokens.Count == 0 ? 0 : tokens[^1].Position + 1 + ParagraphsApart;
            tokens.AddRange(_analyzer.Analyze(text, language)
                .Select(token => token with { Position = token.Position + next, Span = token.Span.Shift(origin) }));
        }

        return tokens;
    }
}
