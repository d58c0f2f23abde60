using KnowledgeBase.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.In;
using Lucene.Net.Analysis.Lv;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>The stemmers of the library that work inside a buffer of characters, as functions from word to stem.</summary>
internal static class BufferStemmers
{
    /// <summary>Some rules put a letter at the end before they take others away.</summary>
    private const int Spare = 4;

    public static Func<string, string> Arabic()
    {
        var normalizer = new ArabicNormalizer();
        var stemmer = new ArabicStemmer();
        return Of((word, length) => stemmer.Stem(word, normalizer.Normalize(word, length)));
    }

    /// <summary>No endings: the library only makes Persian letters alike, however they were typed.</summary>
    public static Func<string, string> Persian()
    {
        var arabic = new ArabicNormalizer();
        var persian = new PersianNormalizer();
        return Of((word, length) => persian.Normalize(word, arabic.Normalize(word, length)));
    }

    public static Func<string, string> Hindi()
    {
        var indic = new IndicNormalizer();
        var normalizer = new HindiNormalizer();
        var stemmer = new HindiStemmer();
        return Of((word, length) => stemmer.Stem(word, normalizer.Normalize(word, indic.Normalize(word, length))));
    }

    /// <summary>Its rules are for words without accents.</summary>
    public static Func<string, string> Greek()
    {
        var stemmer = new GreekStemmer();
        var ofFolded = Of(stemmer.Stem);
        return word => ofFolded(TextFolding.Fold(word));
    }

    public static Func<string, string> Bulgarian() => Of(new BulgarianStemmer().Stem);

    public static Func<string, string> Czech() => Of(new CzechStemmer().Stem);

    public static Func<string, string> Galician() => Of(new GalicianStemmer().Stem);

    public static Func<string, string> Latvian() => Of(new LatvianStemmer().Stem);

    public static Func<string, string> Indonesian()
    {
        var stemmer = new IndonesianStemmer();
        return Of((word, length) => stemmer.Stem(word, length, stemDerivational: true));
    }

    private static Func<string, string> Of(Func<char[], int, int> stem) => word =>
    {
        var buffer = new char[word.Length + Spare];
        word.CopyTo(buffer);
        return new string(buffer, 0, stem(buffer, word.Length));
    };
}
