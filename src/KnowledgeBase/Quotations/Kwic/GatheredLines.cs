using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>The lines so far: all of them while they can be sorted, those of the page in the order they are found, and the counts.</summary>
internal sealed class GatheredLines(ConcordanceRequest request, int mostSorted) : IDisposable
{
    private readonly ImmutableArray<ConcordanceLine>.Builder _asFound = ImmutableArray.CreateBuilder<ConcordanceLine>();
    private readonly Dictionary<string, long> _years = new(StringComparer.Ordinal);
    private SortedLines? _sorted = request.Sort is ConcordanceSort.Found ? null : new SortedLines(request.Sort, request.Descending);

    public long Total { get; private set; }

    public long Documents { get; private set; }

    public string IndexVersion { get; private set; } = "";

    /// <summary>Whether the lines stand in the order that was asked for.</summary>
    public bool IsSorted => _sorted is not null || request.Sort is ConcordanceSort.Found;

    /// <summary>The places of a document that are wanted, with their numbers in the document from 1.</summary>
    public static IEnumerable<(LinePlace Place, int Position)> Wanted(DocumentMatches found, ConcordanceRequest request)
    {
        var near = WordCutter.Cut(request.Near).Select(static word => word.Exact).Distinct(StringComparer.Ordinal).ToArray();
        return ConcordanceLines.Places(found)
            .Select(static (place, i) => (Place: place, Position: i + 1))
            .Where(one => near.All(word => one.Place.HasNear(word, request.Left, request.Right)));
    }

    /// <summary>Takes up the lines of a document.</summary>
    /// <returns>Their places.</returns>
    public IReadOnlyList<LinePlace> Add(DocumentMatches found)
    {
        IndexVersion = found.IndexVersion;
        var wanted = Wanted(found, request).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        if (_sorted is not null && _sorted.Count + (long)wanted.Count > mostSorted)
        {
            _sorted.Dispose();
            _sorted = null;
        }

        _sorted?.AddDocument(found);
        foreach (var (place, position) in wanted)
        {
            AddLine(found, place, position);
        }

        Documents++;
        var year = DateYears.Of(found.Document.Metadata.Date.First, found.Document.Metadata.Date.Last);
        _years[year] = _years.GetValueOrDefault(year) + wanted.Count;
        return [.. wanted.Select(static one => one.Place)];
    }

    /// <summary>The lines of the page.</summary>
    public ImmutableArray<ConcordanceLine> Page()
    {
        if (_sorted is null)
        {
            return _asFound.ToImmutable();
        }

        _sorted.Sort();
        var from = (int)Math.Min(request.Offset, _sorted.Count);
        return [.. Enumerable.Range(from, Math.Min(request.Count, _sorted.Count - from)).Select(i => _sorted[i])];
    }

    /// <summary>All lines in their order; they must be sorted by something.</summary>
    public IEnumerable<ConcordanceLine> All()
    {
        var sorted = _sorted ?? throw new InvalidOperationException("The lines were not kept.");
        sorted.Sort();
        for (var i = 0; i < sorted.Count; i++)
        {
            yield return sorted[i];
        }
    }

    /// <summary>How many lines each year has, in order; then those of several years and the undated ones.</summary>
    public ImmutableArray<YearCount> Years(ImmutableArray<YearWords> words) =>
    [
        .. _years
            .OrderBy(static pair => pair.Key switch { DateYears.Undated => 2, DateYears.Several => 1, _ => 0 })
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new YearCount(pair.Key, pair.Value, words.FirstOrDefault(year => year.Year == pair.Key)?.Words ?? 0)),
    ];

    public void Dispose() => _sorted?.Dispose();

    private void AddLine(DocumentMatches found, LinePlace place, int position)
    {
        var isOnPage = Total >= request.Offset && _asFound.Count < request.Count;
        Total++;
        if (!isOnPage && _sorted is null)
        {
            return;
        }

        var line = ConcordanceLines.Line(found, place, position);
        _sorted?.Add(place, line);
        if (isOnPage)
        {
            _asFound.Add(line);
        }
    }
}
