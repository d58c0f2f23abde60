using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>What stands between quotation marks: words, wildcards and choices in brackets.</summary>
internal sealed class PhraseReader
{
    private readonly ReadingContext _context;
    private readonly TypedText _typed;
    private readonly WordForm _form;
    private readonly List<QueryNode> _elements = [];

    /// <summary>How many elements stand before each star that stands for a word.</summary>
    private readonly List<int> _gaps = [];

    private PhraseReader(ReadingContext context, WordForm form)
    {
        (_context, _typed, _form) = (context, context.Typed, form);
    }

    /// <summary>The node for a quotation; null when there is no word in it.</summary>
    /// <param name="token">A <see cref="QueryTokenKind.Phrase"/>.</param>
    /// <param name="isSpelled">Whether <c>=</c> stands before it.</param>
    /// <param name="context">The query that is read.</param>
    public static QueryNode? Read(QueryToken token, bool isSpelled, ReadingContext context)
    {
        var form = isSpelled ? WordForm.AsSpelled : token.HasTilde ? WordForm.AnyForm : WordForm.Verbatim;
        if (isSpelled && token is { HasTilde: true, Number: null })
        {
            context.Report(QueryProblems.Contradiction("=", "~", token.Source));
        }

        if (!context.TakeClause(token.Source))
        {
            return null;
        }

        var reader = new PhraseReader(context, form);
        reader.ReadContent(token.ContentStart, token.ContentEnd);
        if (reader._elements.Count == 0)
        {
            context.Report(QueryProblems.NoWord(context.Typed.Typed[token.Source.Start..token.Source.End], token.Source));
            return null;
        }

        return token.Number is { } distance ? reader.Window(distance, token.Source) : reader.Phrase(token.Source);
    }

    private void ReadContent(int start, int end)
    {
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(_typed.Text[at]) || _typed.Text[at] == ')')
            {
                at++;
            }
            else if (_typed.Text[at] == '(')
            {
                at = ReadBracket(at, end);
            }
            else
            {
                var next = EndOfChunk(at, end);
                ReadChunk(at, next, inChoice: false);
                at = next;
            }
        }
    }

    private int EndOfChunk(int at, int end)
    {
        while (at < end && !char.IsWhiteSpace(_typed.Text[at]) && _typed.Text[at] is not ('(' or ')'))
        {
            at += TypedText.IsEscape(_typed.Text, at) ? 2 : 1;
        }

        return Math.Min(at, end);
    }

    private void ReadChunk(int start, int end, bool inChoice)
    {
        var decoded = _typed.Decode(start, end);
        var source = _typed.Source(start, end);
        if (decoded.Length == 1 && decoded[0] == TypedText.Star && !inChoice)
        {
            _gaps.Add(_elements.Count);
            return;
        }

        if (!inChoice && QuestionMarks.EndsSentence(decoded))
        {
            decoded = QuestionMarks.Remove(decoded, source, _context);
        }

        _elements.AddRange(WordReader.Elements(decoded, _form, source, _context));
    }

    /// <summary>A choice such as <c>(congress OR conference)</c>; brackets without an OR are punctuation.</summary>
    private int ReadBracket(int open, int end)
    {
        var close = _typed.Text.AsSpan(open, end - open).IndexOf(')');
        var alternatives = close < 0 ? [] : Alternatives(open + 1, open + close);
        if (alternatives.Count < 2)
        {
            return open + 1;
        }

        var choices = new List<QueryNode>();
        foreach (var (from, to) in alternatives)
        {
            var reader = new PhraseReader(_context, _form);
            reader.ReadChoice(from, to);
            if (reader._elements.Count > 0 && _context.TakeClause(_typed.Source(from, to)))
            {
                choices.Add(reader._elements is [var only]
                    ? only
                    : new QueryNode.Phrase([.. reader._elements]) { Source = _typed.Source(from, to) });
            }
        }

        AddChoices(choices, _typed.Source(open, open + close + 1));
        return open + close + 1;
    }

    private void AddChoices(List<QueryNode> choices, TextSpan source)
    {
        if (choices is [QueryNode.Phrase phrase])
        {
            _elements.AddRange(phrase.Elements);
        }
        else if (choices.Count == 1)
        {
            _elements.Add(choices[0]);
        }
        else if (choices.Count > 1)
        {
            _elements.Add(new QueryNode.Any([.. choices]) { Source = source });
        }
    }

    private void ReadChoice(int start, int end)
    {
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(_typed.Text[at]) || _typed.Text[at] is '(' or ')')
            {
                at++;
                continue;
            }

            var next = EndOfChunk(at, end);
            ReadChunk(at, next, inChoice: true);
            at = next;
        }
    }

    /// <summary>The stretches between the ORs; fewer than two when there is no OR.</summary>
    private List<(int From, int To)> Alternatives(int start, int end)
    {
        var found = new List<(int, int)>();
        var from = start;
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(_typed.Text[at]))
            {
                at++;
                continue;
            }

            var next = Math.Max(EndOfChunk(at, end), at + 1);
            if (_typed.Text[at..Math.Min(next, end)] is "OR" or "|" or "||")
            {
                found.Add((from, at));
                from = next;
            }

            at = next;
        }

        found.Add((from, end));
        return found;
    }

    private QueryNode Window(int distance, TextSpan source)
    {
        var elements = Cut(QueryLimits.WindowWords, source);
        ReportEdges(0, source);
        if (elements.Length == 1)
        {
            return WithSource(elements[0], source);
        }

        if (distance > QueryLimits.Distance)
        {
            _context.Report(QueryProblems.LongDistance(source));
        }

        return new QueryNode.Window(elements, Math.Min(distance, QueryLimits.Distance)) { Source = source };
    }

    private QueryNode Phrase(TextSpan source)
    {
        var elements = Cut(QueryLimits.PhraseWords, source);
        var inner = _gaps.Where(gap => gap > 0 && gap < elements.Length).ToList();
        ReportEdges(inner.Count, source);
        if (inner.Count == 0)
        {
            return Adjacent(elements, source);
        }

        _context.Report(QueryProblems.StarInPhrase(inner.Count, source));
        var starts = inner.Distinct().ToList();
        QueryNode phrase = Adjacent(elements[..starts[0]], source);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : elements.Length;
            var stars = Math.Min(inner.Count(gap => gap == starts[i]), QueryLimits.Distance);
            phrase = new QueryNode.Near(phrase, Adjacent(elements[starts[i]..end], source), stars, Ordered: true) { Source = source };
        }

        return phrase;
    }

    private void ReportEdges(int inner, TextSpan source)
    {
        if (_gaps.Count > inner)
        {
            _context.Report(QueryProblems.StarAtEdge(source));
        }
    }

    private static QueryNode Adjacent(ImmutableArray<QueryNode> elements, TextSpan source) =>
        elements.Length == 1 ? WithSource(elements[0], source) : new QueryNode.Phrase(elements) { Source = source };

    private static QueryNode WithSource(QueryNode node, TextSpan source) => node with { Source = source };

    private ImmutableArray<QueryNode> Cut(int limit, TextSpan source)
    {
        if (_elements.Count > limit)
        {
            _context.Report(QueryProblems.LongPhrase(limit, source));
        }

        return [.. _elements.Take(limit)];
    }
}
