using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>Finds quotations in the text of a document by rules, for English, German and French.</summary>
/// <remarks>
/// What stands between quotation marks, has at least <see cref="FewestWords"/> words, and has a name with a verb of saying beside it.
/// Such a quotation is a suggestion until an archivist records it: <see cref="QuotationRecord.IsConfirmed"/> is false.
/// </remarks>
public static class QuotationRules
{
    /// <summary>Fewer words between quotation marks are a title or a term.</summary>
    public const int FewestWords = 4;

    /// <summary>More words between quotation marks are marks that were paired wrongly.</summary>
    public const int MostWords = 100;

    private static readonly string[] Abbreviations = ["Dr", "Mr", "Mrs", "Prof", "St", "Hr", "Fr", "M", "Mme", "no", "No", "Nr", "c", "ca"];

    /// <summary>The document with what the rules find added to its quotations, in the order of the text.</summary>
    public static CorpusDocument AddFound(CorpusDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = Find(document);
        return found.IsEmpty
            ? document
            : document with
            {
                Metadata = document.Metadata with
                {
                    Quotations = [.. document.Metadata.Quotations.Concat(found).OrderBy(static q => q.Span.Start)],
                },
            };
    }

    /// <summary>What the rules find; nothing that overlaps or repeats a quotation that is recorded.</summary>
    public static ImmutableArray<QuotationRecord> Find(CorpusDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (SayingWords.Of(document.Metadata.Language) is not { } words)
        {
            return [];
        }

        var speakers = new SpeakerFinder(document, words);
        return
        [
            .. document.Paragraphs
                .Where(static p => p.Kind is ParagraphKind.Text or ParagraphKind.ListItem or ParagraphKind.Quotation)
                .SelectMany(paragraph => InParagraph(document, paragraph.Span, speakers)),
        ];
    }

    private static IEnumerable<QuotationRecord> InParagraph(CorpusDocument document, TextSpan paragraph, SpeakerFinder speakers)
    {
        var marked = QuotationMarks.In(document.Text, paragraph).ToList();
        foreach (var stretch in marked)
        {
            var words = WordCutter.Cut(stretch.Words.In(document.Text)).Select(static w => w.Position).Distinct().Count();
            if (words is < FewestWords or > MostWords || IsRecorded(document, stretch))
            {
                continue;
            }

            var sentence = SentenceAround(document.Text, paragraph, stretch.Whole, marked);
            if (speakers.Find(sentence, stretch.Whole) is { } speaker)
            {
                yield return ToRecord(document, stretch, speaker);
            }
        }
    }

    private static QuotationRecord ToRecord(CorpusDocument document, MarkedStretch stretch, string speaker)
    {
        var language = document.Metadata.Language;
        return new QuotationRecord
        {
            Text = stretch.Words.In(document.Text),
            Speaker = speaker,

            // A letter or a press release says what was said about its own day; what the archive wrote later does not.
            Date = document.Metadata.Status == "authored" ? ArchiveDate.None : document.Metadata.Date,

            // Foreign marks are a sign of a foreign quotation: which language it is in, the rules do not know.
            Language = stretch.Language.Length == 0 || language.StartsWith(stretch.Language, StringComparison.Ordinal) ? language : "und",
            Span = stretch.Words,
            IsConfirmed = false,
        };
    }

    private static bool IsRecorded(CorpusDocument document, MarkedStretch stretch)
    {
        var found = Folded(stretch.Words.In(document.Text));
        return document.Metadata.Quotations.Any(record =>
            record.Span.Overlaps(stretch.Whole)
            || Folded(record.Text).Contains(found, StringComparison.Ordinal)
            || found.Contains(Folded(record.Text), StringComparison.Ordinal));
    }

    private static string Folded(string text) => string.Join(' ', WordCutter.Cut(text).Select(static word => word.Exact));

    /// <summary>From the end of the sentence before to the end of the sentence that the quotation is in; other quotations are closed to it.</summary>
    private static TextSpan SentenceAround(string text, TextSpan paragraph, TextSpan quotation, List<MarkedStretch> marked)
    {
        var start = marked.Where(m => m.Whole.End <= quotation.Start).Select(static m => m.Whole.End).DefaultIfEmpty(paragraph.Start).Max();
        var end = marked.Where(m => m.Whole.Start >= quotation.End).Select(static m => m.Whole.Start).DefaultIfEmpty(paragraph.End).Min();
        for (var at = quotation.Start - 1; at > start; at--)
        {
            if (IsSentenceEnd(text, at - 1, start))
            {
                start = at;
                break;
            }
        }

        // A quotation that is a whole sentence itself ends the sentence, unless the verb of saying follows in lower case.
        for (var at = quotation.End; at < end; at++)
        {
            if (IsSentenceEnd(text, at, quotation.End))
            {
                end = at + 1;
                break;
            }
        }

        return new TextSpan(start, EndsItself(text, quotation, end) ? quotation.End : end);
    }

    private static bool EndsItself(string text, TextSpan quotation, int end)
    {
        var last = text[quotation.End - 2];
        var next = text.AsSpan(quotation.End, end - quotation.End).TrimStart();
        return last is '.' or '!' or '?' && (next.Length == 0 || (char.IsUpper(next[0]) && text[quotation.End] != ','));
    }

    private static bool IsSentenceEnd(string text, int at, int start)
    {
        if (text[at] is not ('.' or '!' or '?') || at + 2 >= text.Length || !char.IsWhiteSpace(text[at + 1]) || !char.IsUpper(text[at + 2]))
        {
            return false;
        }

        var word = at;
        while (word > start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        // "Dr. Schober" and "J. Edgar Hoover" go on.
        var before = text[word..at];
        return !(before.Length == 1 && char.IsUpper(before[0])) && !Abbreviations.Contains(before, StringComparer.Ordinal);
    }
}
