using System.Text.RegularExpressions;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;

namespace KnowledgeBase.Benchmarks;

/// <summary>An index that exists already, and words of its documents to ask for.</summary>
internal static partial class ArchiveUnderTest
{
    /// <summary>Opens the index.</summary>
    public static LuceneSearchIndex Open(string index) => new(new IndexFolder(index), new LuceneTextAnalyzer());

    /// <summary>Words in a row, three at a time, from files that the seed chooses.</summary>
    public static List<string[]> Triples(string corpus, int count, Random random)
    {
        var files = Directory.GetFiles(corpus, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var triples = new List<string[]>();
        while (triples.Count < count)
        {
            var text = File.ReadAllText(files[random.Next(files.Length)]);
            var words = WordCutter.Cut(text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..])
                .Select(static word => word.Raw).Where(static word => Letters().IsMatch(word)).ToArray();
            if (words.Length >= 3)
            {
                var at = random.Next(words.Length - 2);
                triples.Add(words[at..(at + 3)]);
            }
        }

        return triples;
    }

    /// <summary>Prints the middle and the slow end of what was measured.</summary>
    public static void Print(string what, IReadOnlyCollection<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"{what,-24} n={sorted.Length,5}  p50 {At(0.5),8:0.00} ms  p95 {At(0.95),8:0.00} ms  p99 {At(0.99),8:0.00} ms  max {sorted[^1],8:0.00} ms"));

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    [GeneratedRegex(@"^\p{L}{4,}$")]
    private static partial Regex Letters();
}
