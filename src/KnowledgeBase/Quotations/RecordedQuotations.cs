using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>Where the words of a quotation are recorded.</summary>
/// <param name="Id">The document with the record.</param>
/// <param name="IsTranslation">Whether the words are the record's translation: the archive's words, not the speaker's.</param>
public sealed record RecordedWords(DocumentId Id, bool IsTranslation);

/// <summary>The quotations that archivists recorded, to be found by their words or their translation.</summary>
/// <remarks>
/// A quotation is recorded once in the archive. Where another document quotes the same words, or translates them, a rule finds these:
/// the record vouches for them too. Words are compared without case, accents and punctuation; one of the two may be a part of the other.
/// </remarks>
public sealed class RecordedQuotations
{
    /// <summary>A quotation that is part of another has this many of its words side by side there.</summary>
    private const int RunLength = QuotationRules.FewestWords;

    private readonly Dictionary<string, List<(string Words, RecordedWords Where)>> _byRun = new(StringComparer.Ordinal);

    /// <param name="quotations">Quotations with the documents they stand in; those that nobody recorded do not count.</param>
    public RecordedQuotations(IEnumerable<(DocumentId Id, QuotationRecord Record)> quotations)
    {
        ArgumentNullException.ThrowIfNull(quotations);
        foreach (var (id, record) in quotations.Where(static pair => pair.Record.IsConfirmed))
        {
            Add(record.Text, new RecordedWords(id, IsTranslation: false));
            Add(record.Translation ?? "", new RecordedWords(id, IsTranslation: true));
        }
    }

    /// <summary>Where the words of a quotation are recorded; null when nowhere.</summary>
    public RecordedWords? Find(QuotationRecord quotation)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        var words = Words(quotation.Text);
        var joined = Joined(words);
        foreach (var run in Runs(words))
        {
            foreach (var (recorded, where) in _byRun.GetValueOrDefault(run, []))
            {
                if (joined.Contains(recorded, StringComparison.Ordinal) || recorded.Contains(joined, StringComparison.Ordinal))
                {
                    return where;
                }
            }
        }

        return null;
    }

    private void Add(string text, RecordedWords where)
    {
        var words = Words(text);
        foreach (var run in Runs(words).Distinct(StringComparer.Ordinal))
        {
            if (!_byRun.TryGetValue(run, out var recorded))
            {
                _byRun.Add(run, recorded = []);
            }

            recorded.Add((Joined(words), where));
        }
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
