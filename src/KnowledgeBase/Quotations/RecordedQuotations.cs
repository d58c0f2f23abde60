using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>The quotations that archivists recorded, to be found by their words.</summary>
/// <remarks>
/// A quotation is recorded once in the archive. Where another document quotes the same words, a rule finds them: the record confirms
/// these too. Words are compared without case, accents and punctuation; one of the two may be a part of the other.
/// </remarks>
public sealed class RecordedQuotations
{
    /// <summary>A quotation that is part of another has this many of its words side by side there.</summary>
    private const int RunLength = QuotationRules.FewestWords;

    private readonly Dictionary<string, List<(string Words, DocumentId Id)>> _byRun = new(StringComparer.Ordinal);

    /// <param name="quotations">Quotations with the documents they stand in; those that nobody recorded do not count.</param>
    public RecordedQuotations(IEnumerable<(DocumentId Id, QuotationRecord Record)> quotations)
    {
        ArgumentNullException.ThrowIfNull(quotations);
        foreach (var (id, record) in quotations.Where(static pair => pair.Record.IsConfirmed))
        {
            var words = Words(record.Text);
            foreach (var run in Runs(words).Distinct(StringComparer.Ordinal))
            {
                if (!_byRun.TryGetValue(run, out var recorded))
                {
                    _byRun.Add(run, recorded = []);
                }

                recorded.Add((Joined(words), id));
            }
        }
    }

    /// <summary>The document in which the words of a quotation are recorded; null when in none.</summary>
    public DocumentId? Find(QuotationRecord quotation)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        var words = Words(quotation.Text);
        var joined = Joined(words);
        foreach (var run in Runs(words))
        {
            foreach (var (recorded, id) in _byRun.GetValueOrDefault(run, []))
            {
                if (joined.Contains(recorded, StringComparison.Ordinal) || recorded.Contains(joined, StringComparison.Ordinal))
                {
                    return id;
                }
            }
        }

        return null;
    }

    /// <summary>The words of a text as they are compared, with a space before and after each.</summary>
    internal static string WordsOf(string text) => Joined(Words(text));

    private static string[] Words(string text) =>
        [.. WordCutter.Cut(text).DistinctBy(static word => word.Position).Select(static word => word.Exact)];

    /// <summary>With a space at both ends, so that no part of a word is taken for a word.</summary>
    private static string Joined(string[] words) => $" {string.Join(' ', words)} ";

    private static IEnumerable<string> Runs(string[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - RunLength + 1)).Select(start => string.Join(' ', words[start..(start + RunLength)]));
}
