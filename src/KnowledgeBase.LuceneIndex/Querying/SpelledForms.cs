using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>How the archive spells words most often, with their capitals and accents: <c>soderman</c> is Söderman.</summary>
internal sealed class SpelledForms
{
    private readonly Dictionary<string, string> _spelled;

    /// <param name="snapshot">The index.</param>
    /// <param name="folded">The words without case and accents.</param>
    /// <param name="fields">Where they stand.</param>
    public SpelledForms(Snapshot snapshot, IEnumerable<string> folded, IEnumerable<string> fields)
    {
        var wanted = folded.ToHashSet(StringComparer.Ordinal);
        var firstLetters = wanted.Select(static word => word[0]).ToHashSet();
        var terms = new TermExpansion(snapshot);
        bool IsWanted(string term) => MayFold(term, firstLetters) && wanted.Contains(TextFolding.Fold(term));
        _spelled = (wanted.Count == 0 ? [] : fields.SelectMany(field => terms.Walk(IndexFields.Raw(field), "", "", IsWanted)))
            .GroupBy(static term => TextFolding.Fold(term.Text), StringComparer.Ordinal)
            .ToDictionary(
                static same => same.Key,
                static same => same.GroupBy(static term => term.Text, StringComparer.Ordinal)
                    .OrderByDescending(static spelling => spelling.Max(static term => term.Documents))
                    .ThenBy(static spelling => spelling.Key, StringComparer.Ordinal)
                    .First().Key,
                StringComparer.Ordinal);
    }

    /// <summary>The spelling; the word itself when the archive has it in no other.</summary>
    public string Of(string folded) => _spelled.GetValueOrDefault(folded, folded);

    /// <summary>Most words begin with another letter: these need not be folded to be passed over.</summary>
    private static bool MayFold(string term, HashSet<char> firstLetters) =>
        term.Length > 0 && (!char.IsAscii(term[0]) || firstLetters.Contains(char.ToLowerInvariant(term[0])));
}
