using KnowledgeBase.Documents;

namespace KnowledgeBase.Analysis;

/// <summary>Text in several segments to tokens with one run of positions: how every field is indexed, searched and marked.</summary>
public static class FieldAnalysis
{
    /// <summary>The words of a document's text; paragraphs are <see cref="TextToken.ParagraphGap"/> positions apart.</summary>
    public static IReadOnlyList<TextToken> OfText(CorpusDocument document, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(document);
        return OfSegments(document.Text, document.Paragraphs.Select(static p => p.Span), document.Metadata.Language, analyzer);
    }

    /// <summary>The words of a field with several values, each value a paragraph of its own; offsets count from its value's start.</summary>
    public static IReadOnlyList<TextToken> OfValues(IEnumerable<string> values, string language, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(analyzer);
        var tokens = new List<TextToken>();
        foreach (var value in values)
        {
            Append(tokens, analyzer.Analyze(value, language), 0);
        }

        return tokens;
    }

    /// <summary>The words of some stretches of a text, in offsets of that text.</summary>
    public static IReadOnlyList<TextToken> OfSegments(
        string text, IEnumerable<TextSpan> segments, string language, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(analyzer);
        var tokens = new List<TextToken>();
        foreach (var segment in segments)
        {
            Append(tokens, analyzer.Analyze(segment.In(text), language), segment.Start);
        }

        return tokens;
    }

    private static void Append(List<TextToken> tokens, IReadOnlyList<TextToken> segment, int origin)
    {
        var first = tokens.Count == 0 ? 0 : tokens[^1].Position + 1 + TextToken.ParagraphGap;
        foreach (var token in segment)
        {
            tokens.Add(token with { Position = first + token.Position, Span = token.Span.Shift(origin) });
        }
    }
}
