using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Finds sentences taken over from the fact sheet: runs of twelve or more words that both share, quotations aside.</summary>
internal sealed partial class CopyChecks
{
    private const int ShortestRun = 12;

    /// <summary>A run of names and figures, such as a list of countries, cannot be put in other words.</summary>
    private const double NamesShare = 0.6;

    private readonly Dictionary<string, string> _runs = new(StringComparer.Ordinal);

    /// <param name="sheet">What the documents must not repeat.</param>
    public CopyChecks(FactSheet sheet)
    {
        foreach (var fact in sheet.Facts)
        {
            foreach (var statement in new[] { fact.Statement, fact.Confidence })
            {
                var words = Word().Matches(statement).Select(static m => m.Value.ToLowerInvariant()).ToList();
                for (var i = 0; i + ShortestRun <= words.Count; i++)
                {
                    _runs.TryAdd(Key(words, i), fact.Number);
                }
            }
        }
    }

    /// <summary>The shared runs of a document, each reported once at its full length.</summary>
    public IEnumerable<CorpusFinding> Check(CheckedDocument document)
    {
        var quoted = document.Metadata.Quotations.Select(static q => q.Span).ToList();
        foreach (var (paragraph, line) in document.Paragraphs.Where(static p => p.Paragraph.Kind != ParagraphKind.Quotation))
        {
            var text = paragraph.Span.In(document.Document.Text);
            var aside = quoted.Select(span => span.Shift(-paragraph.Span.Start)).Concat(QuotationChecks.InMarks(text)).ToList();
            foreach (var (run, fact) in SharedRuns(text, aside))
            {
                var named = run.Count(static word => char.IsUpper(word[0]) || char.IsDigit(word[0]));
                var words = string.Join(' ', run);
                var message = string.Create(CultureInfo.InvariantCulture, $"{run.Count} words as in {fact} of the fact sheet: \"{words}\". Say it in other words.");
                yield return named > run.Count * NamesShare
                    ? document.Note("copy.names", line, message)
                    : document.Error("copy.shared_run", line, message);
            }
        }
    }

    private IEnumerable<(List<string> Run, string Fact)> SharedRuns(string text, List<TextSpan> aside)
    {
        var all = Word().Matches(text).ToList();

        // A quotation is one word that stands nowhere in the sheet, so no run reaches across it.
        var words = all.Select(match => aside.Any(span => span.Start <= match.Index && match.Index < span.End) ? "\0" : match.Value.ToLowerInvariant()).ToList();
        for (var i = 0; i + ShortestRun <= words.Count; i++)
        {
            if (!_runs.TryGetValue(Key(words, i), out var fact))
            {
                continue;
            }

            var end = i + ShortestRun;
            while (end < words.Count && _runs.ContainsKey(Key(words, end - ShortestRun + 1)))
            {
                end++;
            }

            yield return (all[i..end].ConvertAll(static match => match.Value), fact);
            i = end - 1;
        }
    }

    private static string Key(List<string> words, int at) => string.Join(' ', words.Skip(at).Take(ShortestRun));

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
