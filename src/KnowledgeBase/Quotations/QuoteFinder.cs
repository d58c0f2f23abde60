using System.Collections.Immutable;
using System.Numerics;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>Tells whether a quotation stands in the archive: word for word, nearly, or not at all.</summary>
/// <remarks>
/// Every document that can hold the quotation, however misquoted it may still count as near, has at least the words that the
/// allowed changes leave: those are compared with the quotation, word by word. No score decides.
/// </remarks>
public sealed class QuoteFinder(IQuotationIndex index)
{
    /// <summary>Most documents compared for one quotation; met only by quotations of very common words, and then said.</summary>
    public const int MostCompared = 2_000;

    /// <summary>Most places in one answer.</summary>
    public const int MostFinds = 50;

    /// <summary>Different words that a translation must have of a quotation for a stretch of it to be looked for there.</summary>
    private const int FewestTranslated = 4;

    /// <summary>Most translations in one answer.</summary>
    private const int MostTranslations = 10;

    /// <summary>Looks for a quotation.</summary>
    /// <param name="typed">The quotation as pasted, up to <see cref="QuotedText.MostWords"/> words; never an error.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="Searching.IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<QuoteAnswer> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var quote = QuotedText.Parse(typed);
        if (quote.Refusal is { } reason)
        {
            return new QuoteAnswer { Quoted = quote.Text, Verdict = QuoteVerdict.Refused, Sentence = reason };
        }

        var (found, finds, translations) = await CompareAsync(quote, cancellationToken).ConfigureAwait(false);
        var answer = new QuoteAnswer
        {
            Quoted = quote.Text,
            Verdict = finds.Count == 0 ? QuoteVerdict.NotFound : finds.Min(static find => find.Verdict),
            Sentence = "",
            Finds = [.. BestFirst(finds).Take(MostFinds)],
            Translations = translations,
            Stretch = finds.Count == 0 && translations.IsEmpty ? await StretchAsync(quote, cancellationToken).ConfigureAwait(false) : null,
            FindCount = finds.Count,
            DocumentsSearched = found.Searched,
            DocumentsInQuestion = found.InQuestion,
            DocumentsCompared = found.Documents.Length,
            IndexVersion = found.IndexVersion,
        };
        return answer with { Sentence = QuoteSentence.Of(answer, finds) };
    }

    private async Task<(QuotationCandidates Found, List<QuoteFind> Finds, ImmutableArray<TranslationFind> Translations)> CompareAsync(
        QuotedText quote, CancellationToken cancellationToken)
    {
        var probe = QuotationProbe.Of(quote, MostCompared);
        var found = await index.FindCandidatesAsync(probe, cancellationToken).ConfigureAwait(false);
        var finds = new List<QuoteFind>();
        foreach (var document in found.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (QuoteComparison.Find(quote, document.Text) is { } comparison)
            {
                finds.Add(ToFind(document, comparison));
            }
        }

        var translations = await TranslationsAsync(quote, probe, cancellationToken).ConfigureAwait(false);
        finds.RemoveAll(find => IsTranslation(find, translations));
        return (found, finds, translations);
    }

    /// <summary>
    /// What of a quotation stands in the archive that as a whole does not: the words of a speaker with words of a reporter after them.
    /// The stretch is then looked for as a quotation of its own, so that what is said of it is compared like everything else.
    /// </summary>
    private async Task<QuoteStretch?> StretchAsync(QuotedText quote, CancellationToken cancellationToken)
    {
        var documents = await index.FindStretchesAsync(StretchProbe.Of(quote), cancellationToken).ConfigureAwait(false);
        var translated = await index.FindTranslationsAsync(quote.DistinctWords, FewestTranslated, cancellationToken).ConfigureAwait(false);
        var longest = documents.Select(static document => document.Text)
            .Concat(translated.Select(static quotation => quotation.Record.Translation ?? ""))
            .Select(text => QuoteStretches.Longest(quote, text))
            .OfType<(int First, int End)>()
            .OrderByDescending(static stretch => stretch.End - stretch.First)
            .FirstOrDefault();
        if (longest.End == 0)
        {
            return null;
        }

        var span = new TextSpan(quote.Words[longest.First].Span.Start, quote.Words[longest.End - 1].Span.End);
        var stretch = QuotedText.Parse(span.In(quote.Text));
        if (stretch.Refusal is not null)
        {
            return null;
        }

        var (_, finds, translations) = await CompareAsync(stretch, cancellationToken).ConfigureAwait(false);
        finds.RemoveAll(static find => find.Verdict is QuoteVerdict.Near);
        translations = translations.RemoveAll(static find => find.WordsDiffering > 0);
        return finds.Count == 0 && translations.IsEmpty ? null : new QuoteStretch
        {
            Quoted = stretch.Text,
            Span = span,
            WordCount = stretch.WordCount,
            Finds = [.. BestFirst(finds).Take(QuoteStretch.MostFinds)],
            FindCount = finds.Count,
            Translations = translations,
        };
    }

    /// <summary>The archive's own translations are no words of the speaker: they are compared apart and never part of the verdict.</summary>
    private async Task<ImmutableArray<TranslationFind>> TranslationsAsync(
        QuotedText quote, QuotationProbe probe, CancellationToken cancellationToken)
    {
        var translated = await index.FindTranslationsAsync(probe.Words, probe.Least, cancellationToken).ConfigureAwait(false);
        return
        [
            .. translated
                .Select(quotation => (quotation, comparison: QuoteComparison.Find(quote, quotation.Record.Translation ?? "")))
                .Where(static pair => pair.comparison is not null)
                .OrderBy(static pair => pair.comparison!.WordsDiffering)
                .Take(MostTranslations)
                .Select(static pair => new TranslationFind(
                    pair.quotation, pair.comparison!.Differences, pair.comparison.WordsDiffering,
                    pair.comparison.Verdict is QuoteVerdict.Near ? pair.comparison.Pairs : [])),
        ];
    }

    /// <summary>
    /// Whether a place only repeats a recorded translation in a text written for this archive: what stands there is a translation too,
    /// however verbatim, unless an archivist recorded it as a quotation itself.
    /// </summary>
    private static bool IsTranslation(QuoteFind find, ImmutableArray<TranslationFind> translations)
    {
        if (find.Record is { IsConfirmed: true } || find.Status is not "authored")
        {
            return false;
        }

        var words = RecordedQuotations.WordsOf(find.Text);
        return translations.Select(static translation => RecordedQuotations.WordsOf(translation.Quotation.Record.Translation ?? ""))
            .Any(translated => translated.Contains(words, StringComparison.Ordinal) || words.Contains(translated, StringComparison.Ordinal));
    }

    /// <summary>By verdict, then by how much differs; a recorded quotation before the same words elsewhere.</summary>
    private static IEnumerable<QuoteFind> BestFirst(IEnumerable<QuoteFind> finds) => finds
        .OrderBy(static find => find.Verdict)
        .ThenBy(static find => find.WordsDiffering)
        .ThenBy(static find => BitOperations.PopCount((uint)find.Differences))
        .ThenBy(static find => find.Record is null)
        .ThenBy(static find => find.Id);

    private static QuoteFind ToFind(CorpusDocument document, QuoteComparison comparison)
    {
        var paragraph = document.ParagraphAt(comparison.Span.Start);
        return new QuoteFind
        {
            Id = document.Id,
            Title = document.Metadata.Title,
            Date = document.Metadata.Date,
            Type = document.Metadata.Type,
            Language = document.Metadata.Language,
            Status = document.Metadata.Status,
            Verdict = comparison.Verdict,
            Differences = comparison.Differences,
            Span = comparison.Span,
            Parts = comparison.Parts,
            Text = comparison.Span.In(document.Text),
            ParagraphId = paragraph?.Id ?? "",
            ParagraphNumber = paragraph?.Number ?? 0,
            Words = comparison.Verdict is QuoteVerdict.Near || comparison.Parts.Length > 1 ? comparison.Pairs : [],
            WordsDiffering = comparison.WordsDiffering,
            Record = RecordAt(document.Metadata.Quotations, comparison),
        };
    }

    /// <summary>The record that shares most of the words; a recorded one before one that a rule found.</summary>
    private static QuotationRecord? RecordAt(ImmutableArray<QuotationRecord> records, QuoteComparison comparison) => records
        .Where(record => comparison.Parts.Any(part => part.Overlaps(record.Span)))
        .OrderByDescending(static record => record.IsConfirmed)
        .ThenByDescending(record => comparison.Parts.Sum(part => Shared(part, record.Span)))
        .FirstOrDefault();

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
