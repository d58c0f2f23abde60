using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Compares the places that were marked with those that should be.</summary>
internal sealed class JudgedMarks(Judge judge, QueryNode query)
{
    private readonly List<JudgedUnit> _units = [.. JudgedUnit.Of(query)];
    private readonly List<QueryNode> _special = [.. JudgedUnit.Special(query)];

    /// <summary>What is wrong with the marks of a document; empty when nothing is.</summary>
    public IEnumerable<string> Problems(DocumentMatches found)
    {
        var document = judge[found.Document.Id];
        return InText(document, found)
            .Concat(found.Matches.SelectMany(match => Of(document, match)))
            .Concat(InTitle(document, found.Hit))
            .Concat(Lines(document, found))
            .Concat(Reasons(document, found.Hit))
            .Select(problem => $"{document.Id}: {problem}");
    }

    /// <summary>Every place of every part, and no other.</summary>
    private IEnumerable<string> InText(JudgedDocument document, DocumentMatches found)
    {
        var marked = Marked(document);
        var expected = marked.SelectMany(unit => Places(document, _units[unit]).Select(place => (Part: unit, Span: place)))
            .Concat(_special.SelectMany((node, i) => Quoted(document, node).Select(span => (Part: -1 - i, Span: span))))
            .OrderBy(static m => m.Part).ThenBy(static m => m.Span.Start).ThenBy(static m => m.Span.End).ToList();
        var actual = found.Matches.Select(match => (Part: Part(match), match.Span)).Distinct()
            .OrderBy(static m => m.Part).ThenBy(static m => m.Span.Start).ThenBy(static m => m.Span.End).ToList();
        if (!expected.SequenceEqual(actual))
        {
            yield return $"marks in the text: {Print(actual.Except(expected))} too many, {Print(expected.Except(actual))} missing";
        }

        if (found.Hit.MatchCount != found.Matches.Length)
        {
            yield return "the count of places is wrong";
        }
    }

    private int Part(TextMatch match) => match.Part < _units.Count ? match.Part : -1 - (match.Part - _units.Count);

    /// <summary>The words of a mark alone make the match: nothing of it is a stray word.</summary>
    private IEnumerable<string> Of(JudgedDocument document, TextMatch match)
    {
        if (match.Marks.IsEmpty || match.Marks[0].Start != match.Span.Start || match.Marks[^1].End != match.Span.End)
        {
            yield return $"the marks of {match.Span} do not reach from its first to its last word";
        }

        if (match.Marks.Zip(match.Marks.Skip(1)).Any(static pair => pair.Second.Start < pair.First.End))
        {
            yield return $"the marks of {match.Span} overlap";
        }

        if (match.Part >= _units.Count)
        {
            yield break;
        }

        var node = _units[match.Part].Node;
        if (node is QueryNode.Phrase && match.Marks.Length != 1)
        {
            yield return $"a phrase at {match.Span} has {match.Marks.Length} marks";
        }

        var words = document.Tokens("text").Where(token => match.Marks.Any(mark => mark.Contains(token.Span))).Select(static t => t.Position).ToHashSet();
        if (!document.Places("text", node, words.Contains).Any(place => document.SpanOf("text", place) == match.Span))
        {
            yield return $"the words marked at {match.Span} are not what {node} asks for";
        }
    }

    /// <summary>A title has the words of words and phrases marked whole; of what is apart, its first and its last word.</summary>
    private IEnumerable<string> InTitle(JudgedDocument document, SearchHit hit)
    {
        var places = Marked(document).Where(unit => _units[unit].Fields.Contains("title"))
            .SelectMany(unit => document.Reported("title", _units[unit].Node).Select(place => (_units[unit].Node, Place: place))).ToList();
        var allowed = Characters(places.Select(p => document.SpanOf("title", p.Place)));
        var needed = Characters(places.SelectMany(p => Needed(p.Node, p.Place)).Select(place => document.SpanOf("title", place)));
        var marked = Characters(hit.TitleMarks);
        if (!needed.IsSubsetOf(marked) || !marked.IsSubsetOf(allowed))
        {
            yield return $"marks in the title: {string.Join(' ', hit.TitleMarks)}";
        }
    }

    private static IEnumerable<Interval> Needed(QueryNode node, Interval place) => node is QueryNode.Near or QueryNode.Window
        ? [new Interval(place.Start, place.Start + 1), new Interval(place.End - 1, place.End)]
        : [place];

    /// <summary>One line for each place, with the words around it as they stand there.</summary>
    private static IEnumerable<string> Lines(JudgedDocument document, DocumentMatches found)
    {
        var lines = ConcordanceLines.Of(found).ToList();
        if (!lines.Select(static line => line.Span).SequenceEqual(
            found.Matches.Select(static match => match.Span).Distinct().OrderBy(static span => span.Start).ThenBy(static span => span.End)))
        {
            yield return "the lines of the concordance are not the places";
        }

        var text = document.Document.Text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        foreach (var line in lines)
        {
            if (line.Keyword != line.Span.In(text)
                || !text[..line.Span.Start].EndsWith(line.Left, StringComparison.Ordinal)
                || !text[line.Span.End..].StartsWith(line.Right, StringComparison.Ordinal))
            {
                yield return $"the line at {line.Span} does not show the text: {line.Left} [{line.Keyword}] {line.Right}";
            }
        }
    }

    /// <summary>For each part, field and name how often it stands there.</summary>
    private IEnumerable<string> Reasons(JudgedDocument document, SearchHit hit)
    {
        var expected = _units.SelectMany(unit => unit.Fields.SelectMany(field => Reasons(document, unit.Node, field))).ToList();
        var actual = hit.Reasons.Take(expected.Count).Select(static reason => (reason.Field, reason.Count, reason.VariantOf is not null));
        if (!expected.SequenceEqual(actual))
        {
            yield return $"reasons: {string.Join(' ', hit.Reasons)}, expected {string.Join(' ', expected)}";
        }

        if (hit.Reasons.IsEmpty && (_units.Count > 0 || _special.Count > 0) && query is QueryNode.Word or QueryNode.Phrase or QueryNode.Said)
        {
            yield return "no reason is stated";
        }
    }

    /// <summary>Of the other names of what was typed, those that stand there as they are spelled; if none does, the first that is found.</summary>
    private static List<(string Field, int Count, bool IsVariant)> Reasons(JudgedDocument document, QueryNode unit, string field)
    {
        var reasons = new List<(string Field, int Count, bool IsVariant)>();
        void Add(QueryNode name, bool isVariant)
        {
            if (document.Frequency(field, name) is > 0 and var count)
            {
                reasons.Add((field, count, isVariant));
            }
        }

        if (unit is not QueryNode.Variants variants)
        {
            Add(unit, isVariant: false);
            return reasons;
        }

        Add(variants.Typed, isVariant: false);
        var others = variants.Others.Where(other => !WordsOf(variants.Typed).ToHashSet().IsProperSubsetOf(WordsOf(other))).ToList();
        others.ForEach(other => Add(AsSpelled(other), isVariant: true));
        for (var i = 0; i < others.Count && reasons.Count == 0; i++)
        {
            Add(others[i], isVariant: true);
        }

        return reasons;
    }

    private static QueryNode AsSpelled(QueryNode name) => name switch
    {
        QueryNode.Word { Form: WordForm.AnyForm } word => word with { Form = WordForm.Verbatim },
        QueryNode.Phrase phrase => phrase with { Elements = [.. phrase.Elements.Select(AsSpelled)] },
        _ => name,
    };

    private static IEnumerable<string> WordsOf(QueryNode name) =>
        name is QueryNode.Phrase phrase ? phrase.Elements.SelectMany(WordsOf) : name is QueryNode.Word word ? [TextFolding.Fold(word.Text)] : [];

    /// <summary>The parts that are marked in a document: words that are too common only when nothing else was asked for.</summary>
    private List<int> Marked(JudgedDocument document)
    {
        var all = Enumerable.Range(0, _units.Count).ToList();
        var rare = all.FindAll(unit => !judge.IsCommon(_units[unit].Node, document.Chain));
        return rare.Count > 0 ? rare : all;
    }

    private IEnumerable<TextSpan> Places(JudgedDocument document, JudgedUnit unit)
    {
        IEnumerable<QueryNode> names = unit.Node is QueryNode.Variants variants ? variants.Others.Prepend(variants.Typed) : [unit.Node];
        return unit.Within is { } said
            ? judge.Records(document, said)
                .SelectMany(record => names.SelectMany(name => document.ReportedIn(record.Span, name)))
                .Select(place => document.SpanOf("text", place)).Distinct()
            : unit.Fields.Contains("text")
                ? names.SelectMany(name => document.Reported("text", name)).Select(place => document.SpanOf("text", place)).Distinct()
                : [];
    }

    private IEnumerable<TextSpan> Quoted(JudgedDocument document, QueryNode node) => node switch
    {
        QueryNode.Said { Words: null } said => judge.Records(document, said).Select(static record => record.Span).Where(static span => span.Length > 0).Distinct(),
        QueryNode.Quote quote when Judge.Quotation(document, quote) is { } found => found.Parts,
        _ => [],
    };

    private static HashSet<int> Characters(IEnumerable<TextSpan> spans) =>
        [.. spans.SelectMany(static span => Enumerable.Range(span.Start, span.Length))];

    private static string Print(IEnumerable<(int Part, TextSpan Span)> marks) =>
        string.Join(' ', marks.Select(static mark => $"{mark.Part}:{mark.Span.Start}-{mark.Span.End}"));
}
