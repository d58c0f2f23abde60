using System.Collections.Immutable;
using KnowledgeBase.Citing;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Exporting;

/// <summary>What is exported, and how the file speaks of it.</summary>
public sealed record ExportOrder
{
    /// <summary>How the query was read.</summary>
    public required QueryParseResult Reading { get; init; }

    /// <summary>The search; all its documents are written, whatever page it asks for.</summary>
    public required SearchRequest Search { get; init; }

    /// <summary>The format.</summary>
    public required HitFormat Format { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Exported { get; init; }

    /// <summary>Whether the text begins with a byte order mark, which spreadsheets need. Default false.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>A document as citations need it, with its permanent address.</summary>
    public required Func<CorpusDocument, CitedDocument> Cite { get; init; }

    /// <summary>The permanent address of a paragraph of a document.</summary>
    public required Func<DocumentId, string, string> AddressOf { get; init; }
}

/// <summary>Every document of a search, written as it is found: the one way for pages, interface and command.</summary>
/// <remarks>Memory does not grow with the number of documents but for the list of who they are.</remarks>
public static class SearchExport
{
    /// <summary>Writes the documents.</summary>
    /// <returns>How many: as many as the page counts, for the same state of the index.</returns>
    /// <param name="index">The index.</param>
    /// <param name="order">What and how.</param>
    /// <param name="target">Where to; nothing is written before the index has answered.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public static async Task<long> WriteAsync(
        ISearchIndex index, ExportOrder order, TextWriter target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(target);
        HitExport? rows = null;
        var written = 0L;
        await foreach (var found in index.StreamAsync(order.Search, cancellationToken).ConfigureAwait(false))
        {
            if (rows is null)
            {
                rows = new HitExport(order, NoteOf(order, found.Expansions));
                await WriteAsync(target, HeadOf(order), cancellationToken).ConfigureAwait(false);
            }

            await WriteAsync(target, rows.Print(found), cancellationToken).ConfigureAwait(false);
            written++;
        }

        if (rows is null)
        {
            await WriteNothingAsync(index, order, target, cancellationToken).ConfigureAwait(false);
        }

        return written;
    }

    /// <summary>A file without a document still says what was asked, how it was read and that nothing was found.</summary>
    private static async Task WriteNothingAsync(
        ISearchIndex index, ExportOrder order, TextWriter target, CancellationToken cancellationToken)
    {
        var page = await index.SearchAsync(order.Search with { Offset = 0, Count = 0, Facets = [] }, cancellationToken).ConfigureAwait(false);
        var rows = new HitExport(order, NoteOf(order, page.Expansions));
        await WriteAsync(target, HeadOf(order) + rows.PrintNothing(page), cancellationToken).ConfigureAwait(false);
    }

    private static string HeadOf(ExportOrder order) => (order.HasByteOrderMark ? "\uFEFF" : "") + HitExport.HeadOf(order.Format);

    private static ExportNote NoteOf(ExportOrder order, ImmutableArray<WordExpansion> expansions) => new(
        order.Reading.Typed, SearchedAs.Of(order.Reading, expansions), order.Exported)
    {
        Notes = order.Reading.Notes,
        Filters = FilterWords.Of(order.Search.Filters),
    };

    private static Task WriteAsync(TextWriter target, string text, CancellationToken cancellationToken) =>
        target.WriteAsync(text.AsMemory(), cancellationToken);
}
