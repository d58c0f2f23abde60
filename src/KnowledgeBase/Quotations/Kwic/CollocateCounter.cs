using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>Counts the words that stand near the places that matched, and tells which of them do so more often than by accident.</summary>
/// <remarks>
/// Log-likelihood ratio of a two by two table: the word or another, near the keyword or elsewhere in the archive. Dunning, "Accurate
/// methods for the statistics of surprise and coincidence" (1993). Common words of a document's language are not counted anywhere.
/// A word near two occurrences of the keyword counts once.
/// </remarks>
/// <param name="left">How many words before a match are near, 0 or more.</param>
/// <param name="right">How many words behind a match are near, 0 or more.</param>
/// <param name="analyzer">Knows the common words.</param>
public sealed class CollocateCounter(int left, int right, ITextAnalyzer analyzer)
{
    /// <summary>A word seen once near the keyword is no pattern.</summary>
    private const int FewestOccurrences = 2;
    private readonly Dictionary<string, long> _near = new(StringComparer.Ordinal);
    private long _allNear;

    /// <summary>Counts the words around the lines of a document.</summary>
    internal void Add(CorpusDocument document, IReadOnlyList<LinePlace> places)
    {
        var near = new HashSet<TextSpan>();
        var keywords = SpanMerging.Merge(places.Select(static place => place.Span));
        foreach (var place in places)
        {
            CountAround(place, document.Metadata.Language, near, keywords);
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

    private void CountAround(LinePlace place, string language, HashSet<TextSpan> near, ImmutableArray<TextSpan> keywords)
    {
        var before = place.Before.Words[Math.Max(0, place.First - left)..place.First];
        var after = place.After.Words[place.Next..Math.Min(place.After.Words.Length, place.Next + right)];
        foreach (var (span, word) in before.Concat(after))
        {
            if (near.Add(span) && !IsOfKeyword(span, keywords) && !analyzer.IsStopWord(word, language))
            {
                _allNear++;
                _near[word] = _near.GetValueOrDefault(word) + 1;
            }
        }
    }

    /// <summary>Whether a word is part of an occurrence of the keyword, perhaps another than the one it stands near.</summary>
    private static bool IsOfKeyword(TextSpan word, ImmutableArray<TextSpan> keywords)
    {
        var (low, high) = (0, keywords.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = keywords[middle].End > word.Start ? (low, middle) : (middle + 1, high);
        }

        return low < keywords.Length && keywords[low].Overlaps(word);
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
