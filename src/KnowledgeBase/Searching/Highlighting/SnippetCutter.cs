using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Highlighting;

/// <summary>Makes what is shown of a passage: its sentences, or the part around the matches of one that is too long.</summary>
internal static class SnippetCutter
{
    /// <summary>Passages of up to this many characters are shown whole; machine-read text without full stops can be much longer.</summary>
    private const int Longest = 480;

    /// <summary>Characters kept before the first mark of a cut passage.</summary>
    private const int LeadIn = 120;

    /// <summary>The passage as it is shown.</summary>
    public static Snippet Cut(CorpusDocument document, PassageCandidate passage)
    {
        var marks = MarksIn(passage, passage.Span);
        var span = passage.Span.Length <= Longest ? passage.Span : Around(document.Text, passage.Span, marks);
        return new Snippet(span.In(document.Text), span, passage.Paragraph.Id, passage.Paragraph.Number, MarksIn(passage, span))
        {
            BeginsInside = span.Start > passage.Span.Start,
            EndsInside = span.End < passage.Span.End,
        };
    }

    private static ImmutableArray<TextSpan> MarksIn(PassageCandidate passage, TextSpan span) =>
        SpanMerging.Merge(passage.Matches.SelectMany(static match => match.Marks).Where(span.Contains).OrderBy(static mark => mark.Start));

    /// <summary>The stretch with the most marks, cut between words and never inside a mark.</summary>
    private static TextSpan Around(string text, TextSpan whole, ImmutableArray<TextSpan> marks)
    {
        var (first, most) = (0, 0);
        for (var i = 0; i < marks.Length; i++)
        {
            var inReach = marks.Skip(i).TakeWhile(mark => mark.End - marks[i].Start <= Longest - LeadIn).Count();
            if (inReach > most)
            {
                (first, most) = (i, inReach);
            }
        }

        var begin = Math.Max(whole.Start, marks[first].Start - LeadIn);
        var end = Math.Min(whole.End, Math.Max(begin + Longest, marks[first].End));
        begin = begin == whole.Start ? begin : AfterSpace(text, begin, marks[first].Start);
        end = end == whole.End ? end : BeforeSpace(text, end, marks[first].End);
        foreach (var mark in marks.Where(mark => mark.Start < end && mark.End > end))
        {
            end = BeforeSpace(text, mark.Start, marks[first].End);
        }

        return new TextSpan(begin, end);
    }

    /// <summary>The next place after white space; the limit when there is none before it.</summary>
    private static int AfterSpace(string text, int at, int limit)
    {
        while (at < limit && !char.IsWhiteSpace(text[at - 1]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of the last word before the place; the limit when there is no space after it.</summary>
    private static int BeforeSpace(string text, int at, int limit)
    {
        while (at > limit && !char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        while (at > limit && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }
}
