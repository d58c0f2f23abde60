using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>
/// Takes apart what was typed in a script without spaces, such as a question in Chinese: each two neighbours bring documents into the
/// second group of results and count in the order. Documents with the whole run are the first group.
/// </summary>
/// <remarks>
/// Two characters are nearly always a word or a part of one, and need no dictionary: Nie, Gao, Zhang and Zhou, "On the use of words and
/// n-grams for Chinese information retrieval" (2000). What stands in quotation marks stays whole.
/// </remarks>
internal static class UnspacedRuns
{
    /// <summary>Pairs of one query; the rest of a longer run counts by its characters only.</summary>
    private const int MostParts = 128;

    /// <summary>The parts of the units that were typed as runs.</summary>
    /// <param name="units">The units of the query.</param>
    /// <param name="firstNumber">Number of the first unit that is made here.</param>
    public static ImmutableArray<SimilarWords> Of(ImmutableArray<QueryUnit> units, int firstNumber) =>
    [
        .. units.SelectMany(static unit => Parts(unit.Node).Select(part => (unit, part)))
            .Take(MostParts)
            .Select((pair, i) => new SimilarWords(pair.unit, pair.unit with { Node = pair.part, Number = firstNumber + i }, Likeness.Part)),
    ];

    private static IEnumerable<QueryNode> Parts(QueryNode node)
    {
        if (node is not QueryNode.Phrase { Elements.Length: > 2 } run || !run.Elements.All(static e => e is QueryNode.Word { Form: WordForm.AnyForm }))
        {
            yield break;
        }

        var words = run.Elements.Cast<QueryNode.Word>().ToArray();
        for (var i = 0; i < words.Length && words.Any(IsUnspaced); i++)
        {
            if (!IsUnspaced(words[i]))
            {
                yield return words[i];
            }
            else if (i + 1 < words.Length && IsUnspaced(words[i + 1]))
            {
                yield return run with { Elements = [words[i], words[i + 1]] };
            }
        }
    }

    private static bool IsUnspaced(QueryNode.Word word) => WordSegmenter.IsUnspaced(word.Text);
}
