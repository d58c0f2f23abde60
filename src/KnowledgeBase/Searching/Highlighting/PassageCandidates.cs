using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Highlighting;

/// <summary>Whole sentences of one paragraph that hold at least one match, and all of every match they touch.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Sentences">Every sentence of the paragraph, in order.</param>
/// <param name="First">Number of the first sentence of the passage, from 0.</param>
/// <param name="Last">Number of its last sentence.</param>
/// <param name="Matches">The matches in it, in order.</param>
internal sealed record PassageCandidate(
    Paragraph Paragraph, IReadOnlyList<TextSpan> Sentences, int First, int Last, IReadOnlyList<TextMatch> Matches)
{
    /// <summary>From the first character of the first sentence to the last of the last.</summary>
    public TextSpan Span => new(Sentences[First].Start, Sentences[Last].End);

    /// <summary>Whether the two stand in one paragraph with no sentence between them.</summary>
    public bool IsNextTo(PassageCandidate other) =>
        Paragraph.Id == other.Paragraph.Id && (Last + 1 == other.First || other.Last + 1 == First);

    /// <summary>The two, and what is between them, as one.</summary>
    public PassageCandidate With(PassageCandidate other) => this with
    {
        First = Math.Min(First, other.First),
        Last = Math.Max(Last, other.Last),
        Matches = [.. Matches.Concat(other.Matches).OrderBy(static m => m.Span.Start)],
    };
}

/// <summary>Finds the sentences of a document that a query matched.</summary>
internal static class PassageCandidates
{
    /// <summary>The candidates in the order of the text; no sentence is in two of them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="matches">Places of its text, in order of their start.</param>
    public static IEnumerable<PassageCandidate> Of(CorpusDocument document, IReadOnlyList<TextMatch> matches)
    {
        var at = 0;
        foreach (var paragraph in document.Paragraphs)
        {
            var first = at;
            while (at < matches.Count && matches[at].Span.Start < paragraph.Span.End)
            {
                at++;
            }

            if (at == first)
            {
                continue;
            }

            foreach (var candidate in InParagraph(document, paragraph, [.. matches.Skip(first).Take(at - first)]))
            {
                yield return candidate;
            }
        }
    }

    private static IEnumerable<PassageCandidate> InParagraph(CorpusDocument document, Paragraph paragraph, TextMatch[] matches)
    {
        var sentences = SentencesOf(document, paragraph);
        for (var at = 0; at < matches.Length;)
        {
            var from = at;
            var first = SentenceAt(sentences, matches[at].Span.Start);
            var last = first;

            // One list for all the matches of a sentence: a list of names is one sentence and can have thousands.
            do
            {
                last = Math.Max(last, SentenceAt(sentences, matches[at].Span.End - 1));
                at++;
            }
            while (at < matches.Length && SentenceAt(sentences, matches[at].Span.Start) <= last);
            yield return new PassageCandidate(paragraph, sentences, first, last, matches[from..at]);
        }
    }

    /// <summary>A row of a table and a heading are shown whole; text shown as written is cut at its lines.</summary>
    private static IReadOnlyList<TextSpan> SentencesOf(CorpusDocument document, Paragraph paragraph) => paragraph.Kind switch
    {
        ParagraphKind.TableRow or ParagraphKind.Heading => [paragraph.Span],
        _ => [.. SentenceCutter.Cut(document.Text, paragraph.Span, document.Metadata.Language)],
    };

    /// <summary>The last sentence that begins at or before the place; a place before the first belongs to the first.</summary>
    private static int SentenceAt(IReadOnlyList<TextSpan> sentences, int place)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
