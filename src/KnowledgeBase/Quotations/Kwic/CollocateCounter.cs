using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>Counts the words that stand near the places that matched, and tells which of them do so more often than by accident.</summary>
/// <remarks>
/// Log-likelihood ratio of a two by two table: the word or another, near the keyword or elsewhere in the archive. Dunning, "Accurate
/// methods for the statistics of surprise and coincidence" (1993). Common words of a document's language are not counted anywhere.
/// A word near two occurrences of the keyword counts once.
/// </remarks>
/// <param name="window">How many words to either side are near, 1 or more.</param>
/// <param name="analyzer">Knows the common words.</param>
public sealed class CollocateCounter(int window, ITextAnalyzer analyzer)
{
    /// <summary>A word seen once near the keyword is no pattern.</summary>
    private const int FewestOccurrences = 2;

    private readonly Dictionary<string, long> _near = new(StringComparer.Ordinal);
    private long _allNear;

    /// <summary>Counts the words around the matches of a document.</summary>
    public void Add(DocumentMatches found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var byParagraph = found.Matches.Select(static match => match.Span).Distinct()
            .GroupBy(span => found.Document.ParagraphAt(span.Start)?.Span ?? new TextSpan(0, found.Document.Text.Length));
        foreach (var paragraph in byParagraph)
        {
            AddParagraph(found.Document, paragraph.Key, [.. paragraph]);
        }
    }

    /// <summary>The words to look up in the whole archive: those near it at least twice, most frequent first.</summary>
    /// <param name="most">At most this many.</param>
    public ImmutableArray<string> Candidates(int most) =>
    [
        .. _near.Where(static pair => pair.Value >= FewestOccurrences)
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take(most).Select(static pair => pair.Key),
    ];

    /// <summary>The words that are attracted, strongest first.</summary>
    /// <param name="words">Words from <see cref="Candidates"/>.</param>
    /// <param name="frequencies">How often they stand in the archive.</param>
    public ImmutableArray<Collocate> Rank(ImmutableArray<string> words, WordFrequencies frequencies)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        return
        [
            .. words
                .Select((word, i) => ToCollocate(word, frequencies.Occurrences[i], frequencies.AllWords))
                .OfType<Collocate>()
                .OrderByDescending(static c => c.LogLikelihood).ThenBy(static c => c.Word, StringComparer.Ordinal),
        ];
    }

    /// <summary>The log-likelihood ratio of a two by two table.</summary>
    /// <param name="near">How often the word stands near the keyword.</param>
    /// <param name="allNear">How many words stand near the keyword.</param>
    /// <param name="inAll">How often the word stands in the archive; at least <paramref name="near"/>.</param>
    /// <param name="all">How many words the archive has.</param>
    public static double LogLikelihood(long near, long allNear, long inAll, long all)
    {
        double[] observed = [near, allNear - near, inAll - near, all - allNear - inAll + near];
        double[] rows = [allNear, allNear, all - allNear, all - allNear];
        double[] columns = [inAll, all - inAll, inAll, all - inAll];
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var expected = rows[i] * columns[i] / all;
            sum += observed[i] > 0 && expected > 0 ? observed[i] * Math.Log(observed[i] / expected) : 0;
        }

        return 2 * sum;
    }

    private void AddParagraph(CorpusDocument document, TextSpan paragraph, IReadOnlyList<TextSpan> matches)
    {
        var words = WordCutter.Cut(paragraph.In(document.Text)).DistinctBy(static word => word.Position).ToArray();
        var isNear = new bool[words.Length];
        var isKeyword = new bool[words.Length];
        foreach (var match in matches)
        {
            var inside = match.Shift(-paragraph.Start);
            var first = Array.FindIndex(words, word => word.Span.End > inside.Start);
            var last = Array.FindLastIndex(words, word => word.Span.Start < inside.End);
            if (first < 0 || last < first)
            {
                continue;
            }

            Array.Fill(isKeyword, true, first, last - first + 1);
            var (from, to) = (Math.Max(0, first - window), Math.Min(words.Length - 1, last + window));
            Array.Fill(isNear, true, from, to - from + 1);
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (isNear[i] && !isKeyword[i] && !analyzer.IsStopWord(words[i].Exact, document.Metadata.Language))
            {
                _allNear++;
                _near[words[i].Exact] = _near.GetValueOrDefault(words[i].Exact) + 1;
            }
        }
    }

    private Collocate? ToCollocate(string word, long inAll, long all)
    {
        var near = _near.GetValueOrDefault(word);

        // A word can be common in one language and not in another: it never stands near more often than everywhere.
        inAll = Math.Max(inAll, near);
        all = Math.Max(all, _allNear + inAll - near);
        var isAttracted = near * (double)all > _allNear * (double)inAll;
        return near >= FewestOccurrences && isAttracted
            ? new Collocate(word, near, inAll, LogLikelihood(near, _allNear, inAll, all))
            : null;
    }
}
