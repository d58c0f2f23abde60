using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>The marks of a page, cut so that none begins or ends inside another.</summary>
internal sealed class MarkPlan
{
    private readonly List<Segment> _segments = [];
    private int _next;

    /// <param name="hits">The marks; they may touch, overlap and lie in one another.</param>
    /// <param name="text">The text they are offsets of.</param>
    public MarkPlan(IReadOnlyList<MarkedHit> hits, string text)
    {
        var marks = hits
            .SelectMany(hit => hit.Marks.Select(mark => (Span: Fit(mark, text), hit.Number)))
            .Where(static mark => mark.Span.Length > 0)
            .OrderBy(static mark => mark.Span.Start).ThenByDescending(static mark => mark.Span.End).ThenBy(static mark => mark.Number)
            .ToList();
        var borders = marks.SelectMany(static mark => new[] { mark.Span.Start, mark.Span.End }).Distinct().Order().ToList();
        var active = new List<(TextSpan Span, int Number)>();
        var next = 0;
        for (var i = 0; i + 1 < borders.Count; i++)
        {
            active.RemoveAll(mark => mark.Span.End <= borders[i]);
            for (; next < marks.Count && marks[next].Span.Start <= borders[i]; next++)
            {
                active.Add(marks[next]);
            }

            if (active.Count > 0)
            {
                var numbers = active.Select(static mark => mark.Number).Distinct().ToImmutableArray();
                _segments.Add(new Segment(new TextSpan(borders[i], borders[i + 1]), numbers));
            }
        }
    }

    /// <summary>A stretch of text under the same marks, outermost first.</summary>
    public readonly record struct Segment(TextSpan Span, ImmutableArray<int> Hits);

    /// <summary>Cuts a stretch of the text at the marks. Stretches must be asked for in the order of the text.</summary>
    public IEnumerable<Segment> Cut(TextSpan stretch)
    {
        while (_next < _segments.Count && _segments[_next].Span.End <= stretch.Start)
        {
            _next++;
        }

        var at = stretch.Start;
        for (var i = _next; i < _segments.Count && _segments[i].Span.Start < stretch.End; i++)
        {
            var start = Math.Max(_segments[i].Span.Start, stretch.Start);
            var end = Math.Min(_segments[i].Span.End, stretch.End);
            if (start > at)
            {
                yield return new Segment(new TextSpan(at, start), []);
            }

            yield return new Segment(new TextSpan(start, end), _segments[i].Hits);
            at = end;
        }

        if (at < stretch.End)
        {
            yield return new Segment(new TextSpan(at, stretch.End), []);
        }
    }

    /// <summary>Within the text, and never through a character that takes two code units.</summary>
    private static TextSpan Fit(TextSpan mark, string text)
    {
        var start = Math.Clamp(mark.Start, 0, text.Length);
        var end = Math.Clamp(mark.End, start, text.Length);
        if (start == end)
        {
            return new TextSpan(start, end);
        }

        return new TextSpan(SplitsPair(text, start) ? start - 1 : start, SplitsPair(text, end) ? end + 1 : end);
    }

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
