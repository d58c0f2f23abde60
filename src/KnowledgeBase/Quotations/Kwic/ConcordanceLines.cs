using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>From the matches of a document to concordance lines.</summary>
public static class ConcordanceLines
{
    /// <summary>Characters shown on either side; cut at a word's end.</summary>
    public const int Width = 70;

    private const int SortWords = 3;

    /// <summary>One line for every place that matched, in the order of the text; a place that two parts of the query match is one line.</summary>
    public static IEnumerable<ConcordanceLine> Of(DocumentMatches found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var position = 0;
        foreach (var span in found.Matches.Select(static match => match.Span).Distinct().OrderBy(static s => s.Start).ThenBy(static s => s.End))
        {
            yield return Line(found.Document, span, ++position);
        }
    }

    private static ConcordanceLine Line(CorpusDocument document, TextSpan span, int position)
    {
        var paragraph = document.ParagraphAt(span.Start);
        var bounds = paragraph?.Span ?? new TextSpan(0, document.Text.Length);
        var left = document.Text[Math.Min(bounds.Start, span.Start)..span.Start];
        var right = document.Text[span.End..Math.Max(bounds.End, span.End)];
        return new ConcordanceLine
        {
            Left = CutLeft(OneLine(left)),
            Keyword = OneLine(span.In(document.Text)),
            Right = CutRight(OneLine(right)),
            Id = document.Id,
            Title = document.Metadata.Title,
            Date = document.Metadata.Date,
            ParagraphId = paragraph?.Id ?? "",
            ParagraphNumber = paragraph?.Number ?? 0,
            Position = position,
            Span = span,
            LeftWords = [.. Words(left.Length > 400 ? left[^400..] : left).Reverse().Take(SortWords)],
            RightWords = [.. Words(right.Length > 400 ? right[..400] : right).Take(SortWords)],
        };
    }

    private static IEnumerable<string> Words(string text) =>
        WordCutter.Cut(text).DistinctBy(static word => word.Position).Select(static word => word.Exact);

    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r', '\t'))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            line.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
        }

        return line.ToString();
    }

    private static string CutLeft(string text)
    {
        if (text.Length <= Width)
        {
            return text;
        }

        var space = text.IndexOf(' ', text.Length - Width);
        return space < 0 ? text[^Width..] : text[(space + 1)..];
    }

    private static string CutRight(string text)
    {
        if (text.Length <= Width)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', Width);
        return space <= 0 ? text[..Width] : text[..space];
    }
}
