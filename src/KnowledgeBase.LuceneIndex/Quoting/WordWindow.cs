using KnowledgeBase.LuceneIndex.Querying;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>How many of some words stand side by side in a document.</summary>
/// <param name="words">The words.</param>
/// <param name="positions">Where each stands; asked for documents in ascending order.</param>
/// <param name="length">How many positions count as side by side; 1 or more to ask for anything.</param>
internal sealed class WordWindow(QueryNode[] words, Func<QueryNode, TermPositions> positions, int length)
{
    private readonly int[] _inside = new int[words.Length];

    /// <summary>For each position of the document the number of its word, from 1; 0 for none of the words.</summary>
    private int[] _wordAt = new int[4_096];

    /// <summary>The most of the words that stand in one stretch of the document.</summary>
    public int MostIn(int doc)
    {
        var last = Mark(doc);
        Array.Clear(_inside);
        var (most, distinct) = (0, 0);
        for (var at = 0; at <= last; at++)
        {
            if (_wordAt[at] is var enters and > 0 && _inside[enters - 1]++ == 0)
            {
                distinct++;
            }

            if (at >= length && _wordAt[at - length] is var leaves and > 0 && --_inside[leaves - 1] == 0)
            {
                distinct--;
            }

            most = Math.Max(most, distinct);
        }

        Array.Clear(_wordAt, 0, last + 1);
        return most;
    }

    /// <summary>Writes the words at their positions.</summary>
    /// <returns>The last position with a word; -1 for none.</returns>
    private int Mark(int doc)
    {
        var last = -1;
        for (var word = 0; word < words.Length; word++)
        {
            foreach (var occurrence in positions(words[word]).In(doc))
            {
                if (occurrence.Position >= _wordAt.Length)
                {
                    Array.Resize(ref _wordAt, Math.Max(2 * _wordAt.Length, occurrence.Position + 1));
                }

                _wordAt[occurrence.Position] = word + 1;
                last = Math.Max(last, occurrence.Position);
            }
        }

        return last;
    }
}
