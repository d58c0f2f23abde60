using System.Collections.Frozen;
using KnowledgeBase.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>How the words of one language are stemmed, and which of them are too common to count.</summary>
/// <param name="Language">BCP 47 primary subtag, or <c>und</c>.</param>
/// <param name="StopWords">Folded.</param>
/// <param name="CreateStemmer">Makes a stemmer; a stemmer is used by one thread at a time.</param>
internal sealed record LanguageChain(string Language, FrozenSet<string> StopWords, Func<Func<string, string>> CreateStemmer)
{
    /// <summary>The chain for languages that have none of their own: words are only folded.</summary>
    public const string Fallback = "und";

    private const string SnowballFolder = "Lucene.Net.Analysis.Common.Analysis.Snowball.";

    /// <summary>
    /// One line a language. Snowball stemmers and stop lists; the two exceptions measured better
    /// (German, Arabic); Polish has no Snowball stemmer in this library.
    /// </summary>
    public static IReadOnlyList<LanguageChain> All { get; } =
    [
        Snowball("en", "english_stop.txt", static () => new EnglishStemmer()),
        new("de", SnowballStopWords("german_stop.txt"), GermanWordStemmer.Create),
        Snowball("fr", "french_stop.txt", static () => new FrenchStemmer()),
        Snowball("es", "spanish_stop.txt", static () => new SpanishStemmer()),
        Snowball("it", "italian_stop.txt", static () => new ItalianStemmer()),
        Snowball("pt", "portuguese_stop.txt", static () => new PortugueseStemmer()),
        Snowball("nl", "dutch_stop.txt", static () => new DutchStemmer()),
        Snowball("sv", "swedish_stop.txt", static () => new SwedishStemmer()),
        Snowball("da", "danish_stop.txt", static () => new DanishStemmer()),
        Snowball("no", "norwegian_stop.txt", static () => new NorwegianStemmer()),
        Snowball("fi", "finnish_stop.txt", static () => new FinnishStemmer()),
        Snowball("hu", "hungarian_stop.txt", static () => new HungarianStemmer()),
        Snowball("ru", "russian_stop.txt", static () => new RussianStemmer()),
        new("ro", Folded(RomanianAnalyzer.DefaultStopSet), RomanianStemmer),
        new("ar", Folded(ArabicAnalyzer.DefaultStopSet), ArabicStemmer),
        new("pl", PolishWords.StopWords, static () => PolishWords.Stem),
        new(Fallback, FrozenSet<string>.Empty, static () => static word => word),
    ];

    private static LanguageChain Snowball(string language, string stopList, Func<SnowballProgram> stemmer) =>
        new(language, SnowballStopWords(stopList), () => Program(stemmer()));

    private static Func<string, string> Program(SnowballProgram program) => word =>
    {
        program.SetCurrent(word);
        program.Stem();
        return program.Current;
    };

    /// <summary>The stemmer knows s and t with a cedilla, as they were typed before Unicode had them with a comma.</summary>
    private static Func<string, string> RomanianStemmer()
    {
        var stem = Program(new RomanianStemmer());
        return word => stem(word.Replace('ș', 'ş').Replace('ț', 'ţ'));
    }

    private static Func<string, string> ArabicStemmer()
    {
        var normalizer = new ArabicNormalizer();
        var stemmer = new ArabicStemmer();
        return word =>
        {
            var buffer = word.ToCharArray();
            var length = normalizer.Normalize(buffer, buffer.Length);
            return new string(buffer, 0, stemmer.Stem(buffer, length));
        };
    }

    private static FrozenSet<string> SnowballStopWords(string file)
    {
        using var stream = typeof(SnowballProgram).Assembly.GetManifestResourceStream(SnowballFolder + file)
            ?? throw new InvalidOperationException($"The stop list '{file}' is not in the analysis library.");
        using var reader = new StreamReader(stream);
        return Folded(WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48));
    }

    /// <summary>A stop word with an apostrophe ("don't") is several words to the segmenter: each part is listed.</summary>
    private static FrozenSet<string> Folded(IEnumerable<string> words) =>
        words.SelectMany(static word => WordCutter.Cut(word)).Select(static cut => cut.Exact).ToFrozenSet(StringComparer.Ordinal);
}
