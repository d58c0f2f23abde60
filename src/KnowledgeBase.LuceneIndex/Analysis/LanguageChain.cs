using System.Collections.Frozen;
using KnowledgeBase.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Tr;
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
    /// <summary>Lower case as the language has it; only Turkish differs.</summary>
    public Func<string, string> Lower { get; init; } = static word => word.ToLowerInvariant();

    /// <summary>The chain for languages that have none of their own: words are only folded.</summary>
    public const string Fallback = "und";

    private const string SnowballFolder = "Lucene.Net.Analysis.Common.Analysis.Snowball.";

    /// <summary>
    /// One line a language. Snowball stemmers and stop lists; the two exceptions measured better (German, Arabic). Where the library has
    /// no Snowball stemmer its light one is taken; for Polish it has none at all.
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
        new("ar", Folded(ArabicAnalyzer.DefaultStopSet), BufferStemmers.Arabic),
        new("pl", PolishWords.StopWords, static () => PolishWords.Stem),
        new("cs", Folded(CzechAnalyzer.DefaultStopSet), BufferStemmers.Czech),
        new("bg", Folded(BulgarianAnalyzer.DefaultStopSet), BufferStemmers.Bulgarian),
        new("el", Folded(GreekAnalyzer.DefaultStopSet), BufferStemmers.Greek),
        new("tr", Folded(TurkishAnalyzer.DefaultStopSet), static () => Program(new TurkishStemmer())) { Lower = TurkishLower },
        new("ca", Folded(CatalanAnalyzer.DefaultStopSet), static () => Program(new CatalanStemmer())),
        new("gl", Folded(GalicianAnalyzer.DefaultStopSet), BufferStemmers.Galician),
        new("eu", Folded(BasqueAnalyzer.DefaultStopSet), static () => Program(new BasqueStemmer())),
        new("ga", Folded(IrishAnalyzer.DefaultStopSet), static () => Program(new IrishStemmer())),
        new("lv", Folded(LatvianAnalyzer.DefaultStopSet), BufferStemmers.Latvian),
        new("hy", Folded(ArmenianAnalyzer.DefaultStopSet), static () => Program(new ArmenianStemmer())),
        new("fa", Folded(PersianAnalyzer.DefaultStopSet), BufferStemmers.Persian),
        new("hi", Folded(HindiAnalyzer.DefaultStopSet), BufferStemmers.Hindi),
        new("id", Folded(IndonesianAnalyzer.DefaultStopSet), BufferStemmers.Indonesian),
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

    /// <summary>A capital I is the dotless one of Turkish, the dotted capital the other.</summary>
    private static string TurkishLower(string word) => word.Replace('I', 'ı').Replace('İ', 'i').ToLowerInvariant();

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
