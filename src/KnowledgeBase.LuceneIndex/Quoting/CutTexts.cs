using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.LuceneIndex.Quoting;

/// <summary>
/// The texts of documents, cut into words for comparison. Where several quotations are looked for at once, each text is cut once,
/// which takes much longer than to compare it: as long as there is room.
/// </summary>
internal sealed class CutTexts(Snapshot snapshot)
{
    /// <summary>Words that are kept at most, of about 130 bytes each.</summary>
    private const int MostWords = 100_000;

    private static readonly HashSet<string> OnlyText = [IndexFields.Text];

    private readonly Dictionary<(int Segment, int Doc), ComparableText> _kept = [];
    private int _words;

    /// <summary>The text of a document.</summary>
    public ComparableText Of(int segment, int doc)
    {
        if (_kept.TryGetValue((segment, doc), out var known))
        {
            return known;
        }

        var text = ComparableText.Of(DocumentMapping.ReadText(snapshot.Segments[segment].Reader.Document(doc, OnlyText)));
        if (_words + text.WordCount <= MostWords)
        {
            _kept.Add((segment, doc), text);
            _words += text.WordCount;
        }

        return text;
    }
}
