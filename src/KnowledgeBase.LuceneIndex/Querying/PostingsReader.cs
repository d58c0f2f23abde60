using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Reads the postings of the units of a query: a word, or words held together by their positions.</summary>
internal sealed class PostingsReader(LeafResolver resolver)
{
    private readonly Dictionary<(int Segment, string Field, string Leaf), Postings> _leaves = [];

    /// <summary>The documents of a segment in which the unit stands in one field.</summary>
    public Postings Read(SegmentView segment, QueryNode unit, string field, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return unit switch
        {
            _ when LeafResolver.IsLeaf(unit) => ReadLeaf(segment, unit, field),
            QueryNode.Variants variants => Union(
                segment, variants.Others.Prepend(variants.Typed).Select(n => Read(segment, n, field, cancellationToken))),
            QueryNode.Any any => Union(segment, any.Children.Select(n => Read(segment, n, field, cancellationToken))),
            QueryNode.Phrase or QueryNode.Window or QueryNode.Near => ReadPositions(segment, unit, field, cancellationToken),
            _ => throw new ArgumentException($"Not a unit: {unit}.", nameof(unit)),
        };
    }

    /// <summary>Where a unit's words stand in the documents of a segment, for the matcher.</summary>
    public Func<QueryNode, TermPositions> Positions(SegmentView segment, string field)
    {
        var open = new Dictionary<QueryNode, TermPositions>(ReferenceEqualityComparer.Instance);
        var byText = new Dictionary<string, TermPositions>(StringComparer.Ordinal);
        return leaf =>
        {
            if (!open.TryGetValue(leaf, out var positions))
            {
                var text = leaf.ToString();
                positions = byText.GetValueOrDefault(text) ?? new TermPositions(segment.Reader, resolver.Resolve(leaf, field));
                byText[text] = positions;
                open.Add(leaf, positions);
            }

            return positions;
        };
    }

    /// <summary>Each word once, however often it stands in phrases and proximities.</summary>
    private Postings ReadLeaf(SegmentView segment, QueryNode leaf, string field)
    {
        var key = (segment.Number, field, leaf.ToString());
        if (!_leaves.TryGetValue(key, out var postings))
        {
            postings = ReadTerms(segment, resolver.Resolve(leaf, field));
            _leaves.Add(key, postings);
        }

        return postings;
    }

    private Postings ReadPositions(SegmentView segment, QueryNode unit, string field, CancellationToken cancellationToken)
    {
        var candidates = Candidates(segment, unit, field, cancellationToken);
        var positions = Positions(segment, field);
        var matcher = new PositionMatcher(unit);
        var documents = new List<int>();
        var frequencies = new List<int>();
        foreach (var doc in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var matches = matcher.Match(leaf => positions(leaf).In(doc));
            if (matches.Count > 0)
            {
                documents.Add(doc);
                frequencies.Add(matches.Count);
            }
        }

        return new Postings([.. documents], [.. frequencies]);
    }

    /// <summary>The documents that have every word the unit needs, wherever they stand.</summary>
    private int[] Candidates(SegmentView segment, QueryNode unit, string field, CancellationToken cancellationToken)
    {
        IEnumerable<QueryNode> Needed(QueryNode node) => node switch
        {
            QueryNode.Phrase phrase => phrase.Elements,
            QueryNode.Window window => window.Elements,
            QueryNode.Near near => [near.Left, near.Right],
            _ => [],
        };

        FixedBitSet? all = null;
        foreach (var needed in Needed(unit))
        {
            var some = new FixedBitSet(Math.Max(1, segment.Documents));
            foreach (var doc in CandidatesOfElement(segment, needed, field, cancellationToken))
            {
                some.Set(doc);
            }

            all?.And(some);
            all ??= some;
        }

        return all is null ? [] : Members(all);
    }

    private int[] CandidatesOfElement(SegmentView segment, QueryNode node, string field, CancellationToken cancellationToken) => node switch
    {
        QueryNode.Phrase or QueryNode.Window or QueryNode.Near => Candidates(segment, node, field, cancellationToken),
        QueryNode.Any any => [.. any.Children
            .SelectMany(n => CandidatesOfElement(segment, n, field, cancellationToken)).Distinct().Order()],
        QueryNode.Variants variants => [.. variants.Others.Prepend(variants.Typed)
            .SelectMany(n => CandidatesOfElement(segment, n, field, cancellationToken)).Distinct().Order()],
        _ => Read(segment, node, field, cancellationToken).Documents,
    };

    private static int[] Members(FixedBitSet set)
    {
        var members = new List<int>();
        for (var doc = set.NextSetBit(0); doc >= 0; doc = doc + 1 < set.Length ? set.NextSetBit(doc + 1) : -1)
        {
            members.Add(doc);
        }

        return [.. members];
    }

    private static Postings ReadTerms(SegmentView segment, LeafTerms leaf)
    {
        if (segment.Reader.GetTerms(leaf.Field) is not { } terms)
        {
            return Postings.Empty;
        }

        var walk = terms.GetEnumerator();
        return leaf.Groups.Any(static group => group.Length > 1)
            ? Union(segment, leaf.Groups.Select(group => ReadGroup(segment, walk, group)))
            : Sum(segment, walk, leaf.All);
    }

    /// <summary>Terms that never share a word, such as the thousand that a wildcard can stand for: counted in one go.</summary>
    private static Postings Sum(SegmentView segment, TermsEnum walk, IEnumerable<string> terms)
    {
        var counts = new int[segment.Documents];
        DocsEnum? docs = null;
        foreach (var term in terms)
        {
            if (!walk.SeekExact(new BytesRef(term)))
            {
                continue;
            }

            docs = walk.Docs(segment.Live, docs, DocsFlags.FREQS);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                counts[doc] += docs.Freq;
            }
        }

        return Counted(counts);
    }

    private static Postings ReadGroup(SegmentView segment, TermsEnum walk, string[] group)
    {
        var found = new List<Postings>();
        var positions = new List<DocsAndPositionsEnum>();
        foreach (var term in group)
        {
            var bytes = new BytesRef(term);
            if (walk.SeekExact(bytes))
            {
                found.Add(ReadTerm(walk, segment));
                positions.Add(walk.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE));
            }
        }

        return found.Count switch
        {
            0 => Postings.Empty,
            1 => found[0],
            _ => Merge(found, positions),
        };
    }

    private static Postings ReadTerm(TermsEnum walk, SegmentView segment)
    {
        var docs = walk.Docs(segment.Live, null, DocsFlags.FREQS);
        var documents = new List<int>(walk.DocFreq);
        var frequencies = new List<int>(walk.DocFreq);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            documents.Add(doc);
            frequencies.Add(docs.Freq);
        }

        return new Postings([.. documents], [.. frequencies]);
    }

    /// <summary>Terms that may share a position: where a document has more than one of them, its positions are counted once each.</summary>
    private static Postings Merge(List<Postings> found, List<DocsAndPositionsEnum> positions)
    {
        var documents = found.SelectMany(static p => p.Documents).Distinct().Order().ToArray();
        var frequencies = new int[documents.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            var doc = documents[i];
            var inTerms = found.Select(p => p.FrequencyIn(doc)).ToArray();
            frequencies[i] = inTerms.Count(static f => f > 0) == 1 ? inTerms.Max() : DistinctPositions(positions, doc);
        }

        return new Postings(documents, frequencies);
    }

    private static int DistinctPositions(List<DocsAndPositionsEnum> terms, int doc)
    {
        var places = new HashSet<int>();
        foreach (var term in terms)
        {
            if ((term.DocID < doc ? term.Advance(doc) : term.DocID) == doc)
            {
                for (var left = term.Freq; left > 0; left--)
                {
                    places.Add(term.NextPosition());
                }
            }
        }

        return places.Count;
    }

    private static Postings Union(SegmentView segment, IEnumerable<Postings> parts)
    {
        var some = parts.Where(static p => p.Documents.Length > 0).ToList();
        if (some.Count <= 1)
        {
            return some.Count == 0 ? Postings.Empty : some[0];
        }

        var counts = new int[segment.Documents];
        foreach (var part in some)
        {
            for (var i = 0; i < part.Documents.Length; i++)
            {
                counts[part.Documents[i]] += part.Frequencies[i];
            }
        }

        return Counted(counts);
    }

    /// <summary>The documents that have a count.</summary>
    private static Postings Counted(int[] counts)
    {
        var documents = new List<int>();
        for (var doc = 0; doc < counts.Length; doc++)
        {
            if (counts[doc] > 0)
            {
                documents.Add(doc);
            }
        }

        return new Postings([.. documents], [.. documents.Select(doc => counts[doc])]);
    }
}
