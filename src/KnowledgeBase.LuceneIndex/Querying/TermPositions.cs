using KnowledgeBase.Searching.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Where the terms of one word stand, document by document; documents are asked for in ascending order.</summary>
internal sealed class TermPositions
{
    private readonly List<DocsAndPositionsEnum> _terms = [];
    private readonly List<Occurrence> _last = [];
    private int _lastDocument = -1;

    public TermPositions(AtomicReader reader, LeafTerms leaf)
    {
        if (reader.GetTerms(leaf.Field) is not { } terms)
        {
            return;
        }

        var walk = terms.GetEnumerator();
        foreach (var term in leaf.All)
        {
            if (walk.SeekExact(new BytesRef(term)) && walk.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) is { } positions)
            {
                _terms.Add(positions);
            }
        }
    }

    /// <summary>The places in a document, ascending, each once; empty when the word is not there. Good until the next call.</summary>
    public IReadOnlyList<Occurrence> In(int doc)
    {
        if (doc == _lastDocument)
        {
            return _last;
        }

        // One list for all documents: a phrase with a common word asks for thousands of documents with hundreds of places each.
        _last.Clear();
        foreach (var term in _terms)
        {
            if (term.DocID < doc && term.Advance(doc) == DocIdSetIterator.NO_MORE_DOCS)
            {
                continue;
            }

            for (var left = term.DocID == doc ? term.Freq : 0; left > 0; left--)
            {
                var position = term.NextPosition();
                _last.Add(new Occurrence(position, position + 1));
            }
        }

        if (_terms.Count > 1 && _last.Count > 1)
        {
            SortAndDropRepeats();
        }

        _lastDocument = doc;
        return _last;
    }

    private void SortAndDropRepeats()
    {
        _last.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        var kept = 1;
        for (var i = 1; i < _last.Count; i++)
        {
            if (_last[i].Position != _last[kept - 1].Position)
            {
                _last[kept++] = _last[i];
            }
        }

        _last.RemoveRange(kept, _last.Count - kept);
    }
}
