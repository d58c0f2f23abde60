using System.Collections.Immutable;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The words of one wildcard or fuzzy word over all the fields it was looked for in.</summary>
internal sealed class ExpandedWords(string typed, Snapshot snapshot)
{
    private const int MostShown = 50;

    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly List<string> _fields = [];
    private int _mostOfOneField;
    private bool _wasCut;
    private WordExpansion? _told;

    public void Add(string field, TermExpansionResult result)
    {
        _told = null;
        _wasCut |= result.WasCut;
        _mostOfOneField = Math.Max(_mostOfOneField, result.Total);
        _fields.Add(field);
        foreach (var term in result.Terms)
        {
            _documents[term.Text] = Math.Max(term.Documents, _documents.GetValueOrDefault(term.Text));
        }
    }

    /// <summary>
    /// The most frequent words with their documents. Where a limit cut the words of a field, those that were cut are known by number
    /// only, so the total of all fields together is a lower bound.
    /// </summary>
    public WordExpansion ToExpansion()
    {
        if (_told is null)
        {
            var counts = _documents
                .OrderByDescending(static pair => pair.Value)
                .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
                .Take(MostShown)
                .Select(pair => new WordCount(pair.Key, CountDocuments(pair.Key)))
                .OrderByDescending(static count => count.Documents)
                .ThenBy(static count => count.Word, StringComparer.Ordinal)
                .ToImmutableArray();
            _told = new WordExpansion(
                typed, [.. counts.Select(static count => count.Word)], Math.Max(_documents.Count, _wasCut ? _mostOfOneField : 0), _wasCut)
            {
                Counts = counts,
            };
        }

        return _told;
    }

    /// <summary>The living documents that have the word in any of the fields.</summary>
    private long CountDocuments(string word)
    {
        var term = new BytesRef(word);
        return snapshot.Segments.Sum(segment =>
        {
            var found = new FixedBitSet(Math.Max(1, segment.Documents));
            DocsEnum? docs = null;
            foreach (var field in _fields)
            {
                if (segment.Reader.GetTerms(field)?.GetEnumerator() is not { } terms || !terms.SeekExact(term))
                {
                    continue;
                }

                docs = terms.Docs(segment.Live, docs, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    found.Set(doc);
                }
            }

            return (long)found.Cardinality;
        });
    }
}
