using System.Collections.Immutable;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.Evaluation;

/// <summary>Tells the language of texts that do not state it by their common words.</summary>
/// <remarks>
/// Sure over a whole collection, less so for one short text: a text is given another language than most of them only when it has at
/// least <see cref="FewestWords"/> words and clearly more common words of that language.
/// </remarks>
internal static class CommonWordLanguages
{
    private const int FewestWords = 30;
    private const double Clearly = 1.5;
    private const string Unknown = "und";

    /// <summary>A language for each text.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<JudgedDocument> documents, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var counts = documents.Select(document => Count(document, analyzer)).ToArray();
        var sums = new int[analyzer.Languages.Length];
        foreach (var (common, _) in counts)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += common[i];
            }
        }

        var main = Array.IndexOf(sums, sums.DefaultIfEmpty(0).Max());
        return main < 0 || sums[main] * 20 < counts.Sum(static count => (long)count.Words)
            ? [.. counts.Select(_ => Unknown)]
            : [.. counts.Select(count => analyzer.Languages[Choose(count.Common, count.Words, main)])];
    }

    private static int Choose(int[] common, int words, int main)
    {
        var best = Array.IndexOf(common, common.Max());
        return words >= FewestWords && common[best] > Clearly * common[main] ? best : main;
    }

    private static (int[] Common, int Words) Count(JudgedDocument document, ITextAnalyzer analyzer)
    {
        var words = WordCutter.Cut(document.Title + "\n" + document.Text);
        var common = new int[analyzer.Languages.Length];
        for (var i = 0; i < common.Length; i++)
        {
            common[i] = words.Count(word => analyzer.IsStopWord(word.Exact, analyzer.Languages[i]));
        }

        return (common, words.Count);
    }
}
