using System.Globalization;
using System.Runtime.CompilerServices;
using KnowledgeBase.Analysis;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>Every occurrence of a query, one line each: what the page, the interface for programs, the command and the export show.</summary>
/// <param name="index">Where it is searched.</param>
/// <param name="analyzer">Knows the common words, which are no collocates.</param>
/// <param name="mostSorted">
/// More lines than this, 1 or more, stand in the order they are found, and a sentence says so; they are all counted and exported. Default
/// <see cref="MostSorted"/>.
/// </param>
public sealed class Concordance(ISearchIndex index, ITextAnalyzer analyzer, int mostSorted = Concordance.MostSorted)
{
    /// <summary>Lines that are sorted at most: some 30 MiB of memory, and their words in a file that deletes itself.</summary>
    public const int MostSorted = 1_000_000;

    private const int MostLookedUp = 400;

    /// <summary>A page of lines, with counts over all of them.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<ConcordancePage> ReadAsync(ConcordanceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var counter = request.Collocates > 0 ? new CollocateCounter(request.Left, request.Right, analyzer) : null;
        using var gathered = new GatheredLines(request, mostSorted);
        await foreach (var found in index.StreamAsync(SearchOf(request), cancellationToken).ConfigureAwait(false))
        {
            var places = gathered.Add(found);
            counter?.Add(found.Document, places);
        }

        var words = counter?.Candidates(MostLookedUp) ?? [];
        var frequencies = await index.CountWordsAsync(words, cancellationToken).ConfigureAwait(false);
        return new ConcordancePage(
            gathered.Page(),
            gathered.Total,
            gathered.Documents,
            gathered.IsSorted ? request.Sort : ConcordanceSort.Found,
            gathered.IsSorted ? null : TooManyToSort(gathered.Total),
            gathered.Years(frequencies.WordsByYear),
            counter is null ? [] : [.. counter.Rank(words, frequencies).Take(request.Collocates)],
            gathered.IndexVersion);
    }

    /// <summary>All lines in their order, as many as <see cref="ReadAsync"/> counts; the page of the request does not count.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async IAsyncEnumerable<ConcordanceLine> StreamAsync(
        ConcordanceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        if (request.Sort is not ConcordanceSort.Found)
        {
            using var gathered = new GatheredLines(request with { Offset = 0, Count = 0 }, mostSorted);
            await foreach (var found in index.StreamAsync(SearchOf(request), cancellationToken).ConfigureAwait(false))
            {
                gathered.Add(found);
                if (!gathered.IsSorted)
                {
                    break;
                }
            }

            if (gathered.IsSorted)
            {
                foreach (var line in gathered.All())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return line;
                }

                yield break;
            }
        }

        await foreach (var found in index.StreamAsync(SearchOf(request), cancellationToken).ConfigureAwait(false))
        {
            foreach (var (place, position) in GatheredLines.Wanted(found, request))
            {
                yield return ConcordanceLines.Line(found, place, position);
            }
        }
    }

    /// <summary>Words like those of the query have no lines: a concordance shows what was asked for and nothing else.</summary>
    private static SearchRequest SearchOf(ConcordanceRequest request) =>
        request.Search with { Offset = 0, PassagesPerDocument = 0, Facets = [], IncludePartial = false };

    /// <summary>The sentence for more lines than can be sorted.</summary>
    public static string TooManyToSort(long total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{total:N0} lines are too many to sort: they stand in the order of the documents. Nothing is left out of them, nor of the counts; the export holds them all.");
}
