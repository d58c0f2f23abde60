using System.Runtime.InteropServices;
using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Phrases;

/// <summary>Texts as rows of numbered words, each row words that a phrase could be made of: in one sentence, with no mark between.</summary>
internal sealed class WordRows(ITextAnalyzer analyzer, int most)
{
    /// <summary>Between two rows.</summary>
    public const int Gap = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _spellingNumbers = new(StringComparer.Ordinal);

    /// <summary>The words one after the other, without case and accents; <see cref="Gap"/> between rows and documents.</summary>
    public List<int> Words { get; } = [];

    /// <summary>For each word its number in <see cref="Spellings"/>.</summary>
    public List<int> SpellingOf { get; } = [];

    /// <summary>For each word what stands before it in its row: a space, a hyphen, an apostrophe or nothing.</summary>
    public List<string> MarkBefore { get; } = [];

    /// <summary>For each word whether a phrase may begin or end with it.</summary>
    public List<bool> CanBound { get; } = [];

    /// <summary>For each word the number of its document.</summary>
    public List<int> DocumentOf { get; } = [];

    /// <summary>The words by their numbers.</summary>
    public List<string> Vocabulary { get; } = [];

    /// <summary>The spellings by their numbers.</summary>
    public List<string> Spellings { get; } = [];

    /// <summary>Reads documents until the limit is reached; a longer one is read in part.</summary>
    public void Read(IEnumerable<CorpusDocument> documents)
    {
        var number = 0;
        foreach (var document in documents)
        {
            if (Words.Count >= most)
            {
                return;
            }

            Read(document, number++);
        }
    }

    private void Read(CorpusDocument document, int number)
    {
        var language = document.Metadata.Language;
        foreach (var sentence in document.Paragraphs.SelectMany(paragraph => SentenceCutter.Cut(document.Text, paragraph.Span, language)))
        {
            Read(sentence.In(document.Text), language, number);
            if (Words.Count >= most)
            {
                return;
            }
        }
    }

    private void Read(string sentence, string language, int number)
    {
        var last = 0;
        Add(Gap, Gap, "", false, number);
        foreach (var word in OneForEachPosition(WordCutter.Cut(sentence)))
        {
            var mark = Between(sentence.AsSpan(last, word.Span.Start - last));
            if (mark is null)
            {
                Add(Gap, Gap, "", false, number);
            }

            Add(NumberOf(_numbers, Vocabulary, word.Exact), NumberOf(_spellingNumbers, Spellings, word.Raw), mark ?? "", CanStandAtEdge(word.Exact, language), number);
            last = word.Span.End;
        }
    }

    private void Add(int word, int spelling, string mark, bool canBound, int document)
    {
        Words.Add(word);
        SpellingOf.Add(spelling);
        MarkBefore.Add(mark);
        CanBound.Add(canBound);
        DocumentOf.Add(document);
    }

    /// <summary>Of a word broken at a line's end the whole.</summary>
    private static IEnumerable<CutWord> OneForEachPosition(IReadOnlyList<CutWord> words)
    {
        for (var i = 0; i < words.Count;)
        {
            var best = words[i];
            for (i++; i < words.Count && words[i].Position == best.Position; i++)
            {
                best = words[i].Span.Length > best.Span.Length ? words[i] : best;
            }

            yield return best;
        }
    }

    /// <summary>How what stands between two words is written in a phrase; null where a mark parts them.</summary>
    /// <remarks>A full stop between two words of one sentence belongs to an abbreviation: St. Petersburg.</remarks>
    private static string? Between(ReadOnlySpan<char> text) => text switch
    {
        "" => "",
        "-" or "\u2010" or "\u2011" => "-",
        "'" or "’" => "'",
        ['.', _, ..] when text[1..].IsWhiteSpace() => " ",
        _ => text.IsWhiteSpace() ? " " : null,
    };

    /// <summary>Not a common word of the language or of the pages, not a number, not a single letter.</summary>
    private bool CanStandAtEdge(string exact, string language) =>
        (exact.Length > 1 || WordSegmenter.IsUnspaced(exact))
        && exact.EnumerateRunes().Any(Rune.IsLetter)
        && !analyzer.IsStopWord(exact, language) && !analyzer.IsStopWord(exact, StopWords.PageLanguage);

    private static int NumberOf(Dictionary<string, int> numbers, List<string> all, string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var isKnown);
        if (!isKnown)
        {
            number = all.Count;
            all.Add(word);
        }

        return number;
    }
}
