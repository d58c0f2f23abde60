using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>From the matches of a document to concordance lines.</summary>
public static class ConcordanceLines
{
    /// <summary>Characters shown on either side; cut at a word's end.</summary>
    public const int Width = 100;

    /// <summary>One line for every place that matched, in the order of the text; a place that two parts of the query match is one line.</summary>
    public static IEnumerable<ConcordanceLine> Of(DocumentMatches found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Places(found).Select((place, i) => Line(found, place, i + 1));
    }

    /// <summary>The places of the lines, in the order of the text.</summary>
    internal static List<LinePlace> Places(DocumentMatches found)
    {
        var places = new List<LinePlace>();
        ParagraphWords? words = null;
        foreach (var matches in found.Matches.GroupBy(static match => match.Span).OrderBy(static group => group.Key.Start).ThenBy(static group => group.Key.End))
        {
            var span = matches.Key;
            words = words is not null && words.Span.Start <= span.Start && span.Start < words.Span.End
                ? words
                : ParagraphWords.At(found.Document, span.Start);
            var after = span.End <= words.Span.End ? words : ParagraphWords.At(found.Document, span.End - 1);
            var marks = SpanMerging.Merge(matches.SelectMany(static match => match.Marks).OrderBy(static mark => mark.Start));
            places.Add(new LinePlace(span, marks, words, words.FirstEndingAfter(span.Start), after, after.FirstFrom(span.End)));
        }

        return places;
    }

    /// <summary>The line of a place.</summary>
    /// <param name="found">The document.</param>
    /// <param name="place">One of its <see cref="Places"/>.</param>
    /// <param name="position">Number of the place in the document, from 1.</param>
    internal static ConcordanceLine Line(DocumentMatches found, LinePlace place, int position)
    {
        var (document, span) = (found.Document, place.Span);
        return new ConcordanceLine
        {
            Left = OneLine(BeforeOf(document.Text, new TextSpan(Math.Min(place.Before.Span.Start, span.Start), span.Start))),
            Keyword = OneLine(span.In(document.Text)),
            Right = OneLine(AfterOf(document.Text, new TextSpan(span.End, Math.Max(place.After.Span.End, span.End)))),
            Marks = [.. place.Marks.Select(mark => mark.Shift(-span.Start))],
            IsRightToLeft = TextDirection.IsRightToLeft(document.Text.AsSpan(place.Before.Span.Start, place.Before.Span.Length)),
            Id = document.Id,
            Title = document.Metadata.Title,
            Date = document.Metadata.Date,
            Language = document.Metadata.Language,
            ParagraphId = place.Before.Paragraph?.Id ?? "",
            ParagraphNumber = place.Before.Paragraph?.Number ?? 0,
            Position = position,
            Span = span,
            IndexVersion = found.IndexVersion,
        };
    }

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

    /// <summary>The end of a stretch, from the beginning of a word.</summary>
    private static string BeforeOf(string text, TextSpan stretch)
    {
        if (stretch.Length <= Width)
        {
            return stretch.In(text);
        }

        for (var at = stretch.End - Width; at < stretch.End; at++)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return text[(at + 1)..stretch.End];
            }
        }

        // A script without spaces: the cut must not part what belongs to one letter.
        return text[AtLetter(text, stretch.End - Width, stretch.End)..stretch.End];
    }

    /// <summary>The beginning of a stretch, to the end of a word.</summary>
    private static string AfterOf(string text, TextSpan stretch)
    {
        if (stretch.Length <= Width)
        {
            return stretch.In(text);
        }

        for (var at = stretch.Start + Width; at > stretch.Start; at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return text[stretch.Start..at];
            }
        }

        return text[stretch.Start..AtLetter(text, stretch.Start + Width, stretch.End)];
    }

    /// <summary>The next offset at which a letter with its accents begins; the end when there is none.</summary>
    private static int AtLetter(string text, int offset, int end)
    {
        while (offset < end && (char.IsLowSurrogate(text[offset]) || char.GetUnicodeCategory(text, offset)
            is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.EnclosingMark))
        {
            offset++;
        }

        return offset;
    }
}
