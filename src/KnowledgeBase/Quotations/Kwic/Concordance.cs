using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>Every occurrence of a query, one line each.</summary>
public sealed class Concordance(ISearchIndex index, ITextAnalyzer analyzer)
{
    /// <summary>More lines than this are shown in the order they are found, and the page says so; they are all counted and exported.</summary>
    public const int MostSorted = 100_000;

    /// <summary>Most lines of a page.</summary>
    public const int MostOnPage = 500;

    /// <summary>Words on either side in which collocates are counted.</summary>
    public const int Window = 5;

    private const int MostCollocates = 50;
    private const int MostLookedUp = 400;

    /// <summary>A page of lines, with counts over all of them.</summary>
    /// <param name="request">The search; its sort is the order in which lines are found.</param>
    /// <param name="sort">The order of the lines.</param>
    /// <param name="offset">How many lines to pass over, 0 or more.</param>
    /// <param name="count">How many to return, 0 to <see cref="MostOnPage"/>.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<ConcordancePage> ReadAsync(
        SearchRequest request, ConcordanceSort sort, long offset, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostOnPage);
        var gathered = new Gathered(offset, count);
        var collocates = new CollocateCounter(Window, analyzer);
        await foreach (var found in index.StreamAsync(request with { PassagesPerDocument = 0 }, cancellationToken).ConfigureAwait(false))
        {
            if (gathered.Add(found) > 0)
            {
                collocates.Add(found);
            }
        }

        var words = collocates.Candidates(MostLookedUp);
        var ranked = words.IsEmpty
            ? []
            : collocates.Rank(words, await index.CountWordsAsync(words, cancellationToken).ConfigureAwait(false));
        var canSort = gathered.Total <= MostSorted;
        return new ConcordancePage(
            canSort ? gathered.Page(sort) : gathered.PageAsFound(),
            gathered.Total,
            gathered.Documents,
            canSort ? sort : ConcordanceSort.Found,
            canSort || sort is ConcordanceSort.Found ? null : TooManyToSort(gathered.Total),
            gathered.Years(),
            [.. ranked.Take(MostCollocates)],
            gathered.IndexVersion);
    }

    private static string TooManyToSort(long total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{total:N0} lines are too many to sort here (at most {MostSorted:N0}): they stand in the order of the documents. Nothing is left out; export the lines to sort them all.");

    /// <summary>The lines so far: all of them while they can be sorted, and those of the page in the order they are found.</summary>
    private sealed class Gathered(long offset, int count)
    {
        private const string SeveralYears = "several years";
        private const string Undated = "undated";

        private readonly List<ConcordanceLine> _all = [];
        private readonly List<ConcordanceLine> _asFound = [];
        private readonly Dictionary<string, long> _years = new(StringComparer.Ordinal);

        public long Total { get; private set; }

        public long Documents { get; private set; }

        public string IndexVersion { get; private set; } = "";

        public int Add(DocumentMatches found)
        {
            IndexVersion = found.IndexVersion;
            var lines = 0;
            foreach (var line in ConcordanceLines.Of(found))
            {
                if (Total >= offset && _asFound.Count < count)
                {
                    _asFound.Add(line);
                }

                if (Total < MostSorted)
                {
                    _all.Add(line);
                }

                Total++;
                lines++;
            }

            Documents += lines > 0 ? 1 : 0;
            var year = YearOf(found.Document.Metadata.Date);
            _years[year] = _years.GetValueOrDefault(year) + lines;
            return lines;
        }

        public ImmutableArray<ConcordanceLine> Page(ConcordanceSort sort) =>
            sort is ConcordanceSort.Found ? PageAsFound() : [.. ConcordanceOrder.By(_all, sort).Skip((int)Math.Min(offset, int.MaxValue)).Take(count)];

        public ImmutableArray<ConcordanceLine> PageAsFound() => [.. _asFound];

        public ImmutableArray<YearCount> Years() =>
        [
            .. _years.Where(static pair => pair.Value > 0)
                .OrderBy(static pair => pair.Key switch { Undated => 2, SeveralYears => 1, _ => 0 })
                .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => new YearCount(pair.Key, pair.Value)),
        ];

        private static string YearOf(ArchiveDate date) => date switch
        {
            { IsUndated: true } => Undated,
            { First: { } first, Last: { } last } when first.Year == last.Year => first.Year.ToString("0000", CultureInfo.InvariantCulture),
            _ => SeveralYears,
        };
    }
}
