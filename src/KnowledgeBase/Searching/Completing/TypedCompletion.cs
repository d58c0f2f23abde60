using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Querying.Reading;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Searching.Completing;

/// <summary>One way to go on with what is being typed.</summary>
/// <param name="Text">What would stand in the box: what was typed before is kept, and marks that are needed are added.</param>
/// <param name="Kind">One of <see cref="SuggestionKinds.All"/>.</param>
/// <param name="Name">The name, phrase or title alone.</param>
/// <param name="Documents">How many documents have it; see <see cref="Suggestion.Documents"/>.</param>
public sealed record Completion(string Text, string Kind, string Name, long Documents)
{
    /// <summary>The document of a title that one document only has; null otherwise.</summary>
    public DocumentId? Id { get; init; }

    /// <summary>The other name that begins as typed, such as Wien of Vienna; null when the name itself does.</summary>
    public string? Variant { get; init; }
}

/// <summary>Completes what a reader is typing: the same for pages, interface and browsers.</summary>
public static class TypedCompletion
{
    /// <summary>The completions, in groups by kind in the order of <see cref="SuggestionKinds.All"/>, the best of each group first.</summary>
    /// <remarks>
    /// Names, phrases and titles take turns, so that none of them crowds out the others. What goes on with more of the typed words comes
    /// before what goes on with the last word only. A title is offered for the whole text: it leads to a document.
    /// </remarks>
    /// <param name="index">The archive.</param>
    /// <param name="names">The names of its authority records.</param>
    /// <param name="typed">Any text, up to where the reader is writing; fewer than two letters give nothing.</param>
    /// <param name="count">Most completions, 1 to <see cref="SuggestionRequest.MostCount"/>.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async Task<ImmutableArray<Completion>> CompleteAsync(
        ISearchIndex index, NameTable names, string typed, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(typed);
        var document = await DocumentAsync(index, typed, cancellationToken).ConfigureAwait(false);
        var ends = UnfinishedText.Ends(typed);
        if (ends.IsEmpty)
        {
            return document;
        }

        var kinds = ends.SelectMany(static end => KindsOf(end)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var variants = VariantTable.Of(names);
        var found = await index.SuggestAsync(
            new SuggestionRequest
            {
                Beginnings = [.. ends.Select(static end => end.Words)],
                Kinds = kinds,
                Names = [.. ends.SelectMany((end, number) => Variants(variants, end, number, kinds))],
                Count = count,
            },
            cancellationToken).ConfigureAwait(false);
        var fitting = found.Where(suggestion => KindsOf(ends[suggestion.Beginning]).Contains(suggestion.Kind)).ToList();
        fitting = await CountSpeakersAsync(index, names, fitting, cancellationToken).ConfigureAwait(false);
        fitting = await FindNearAsync(index, names, fitting, ends, cancellationToken).ConfigureAwait(false);
        return
        [
            .. document,
            .. TakeTurns(WithoutRepetitions(fitting, ends), ends, count)
                .OrderBy(static suggestion => SuggestionKinds.All.IndexOf(suggestion.Kind))
                .Select(suggestion => new Completion(
                    ends[suggestion.Beginning].Complete(suggestion.Text), suggestion.Kind, suggestion.Text, suggestion.Documents)
                {
                    Id = suggestion.Id,
                    Variant = suggestion.Variant,
                })
                .Take(count - document.Length),
        ];
    }

    /// <summary>The document whose reference code was typed, alone or behind <c>ref:</c>; none for anything else.</summary>
    private static async Task<ImmutableArray<Completion>> DocumentAsync(ISearchIndex index, string typed, CancellationToken cancellationToken)
    {
        var code = typed.Trim();
        code = code.StartsWith("ref:", StringComparison.OrdinalIgnoreCase) ? code[4..] : code;
        if (!DocumentId.IsValid(code) || !code.Any(char.IsAsciiDigit))
        {
            return [];
        }

        foreach (var id in new[] { code, code.ToUpperInvariant() }.Distinct().Select(static id => new DocumentId(id)))
        {
            if (await index.GetDocumentAsync(id, cancellationToken).ConfigureAwait(false) is { } document)
            {
                return [new Completion("ref:" + id, SuggestionKinds.Title, document.Metadata.Title, 1) { Id = id }];
            }
        }

        return [];
    }

    private static IEnumerable<NameBeginning> Variants(VariantTable variants, UnfinishedEnd end, int number, IReadOnlyCollection<string> kinds) =>
        end.Field == FieldNames.Said
            ? variants.Find(end.Words, number, Speaking).Select(static name => name with { Kind = SuggestionKinds.Speaker })
            : variants.Find(end.Words, number, kinds);

    /// <summary>
    /// Speakers with the documents that <c>said:</c> finds for them, which also looks under their other names. Names of people, as pages know them.
    /// </summary>
    private static async Task<List<Suggestion>> CountSpeakersAsync(
        ISearchIndex index, NameTable names, List<Suggestion> found, CancellationToken cancellationToken)
    {
        var speakers = found.FindAll(static suggestion => suggestion.Kind == SuggestionKinds.Speaker);
        if (speakers.Count == 0)
        {
            return found;
        }

        var counts = await index.CountAsync(
            [.. speakers.Select(speaker => new SearchRequest { Query = VariantExpansion.Expand(new QueryNode.Said(string.Join(' ', WordCutter.OneForEachPlace(speaker.Text)), null), names).Query })],
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Where(static suggestion => suggestion.Kind != SuggestionKinds.Speaker),
            .. speakers.Zip(counts, static (speaker, count) => speaker with { Kind = "person", Documents = count.Documents }).Where(static speaker => speaker.Documents > 0),
        ];
    }

    /// <summary>Beside NEAR only what stands in a document together with the rest: whether it stands near is looked up when it is asked for.</summary>
    private static async Task<List<Suggestion>> FindNearAsync(
        ISearchIndex index, NameTable names, List<Suggestion> found, ImmutableArray<UnfinishedEnd> ends, CancellationToken cancellationToken)
    {
        var near = found.FindAll(suggestion => ends[suggestion.Beginning].IsNear);
        if (near.Count == 0)
        {
            return found;
        }

        var counts = await index.CountAsync(
            [
                .. near.Select(suggestion => new SearchRequest
                {
                    Query = LooseQuery.Of(QueryReader.Read(ends[suggestion.Beginning].Complete(suggestion.Text), DateOnly.MinValue, names).Query),
                }),
            ],
            cancellationToken).ConfigureAwait(false);
        var empty = near.Zip(counts).Where(static pair => pair.Second.Documents == 0).Select(static pair => pair.First).ToHashSet();
        return found.FindAll(suggestion => !empty.Contains(suggestion));
    }

    /// <summary>Whose other names are those of a speaker.</summary>
    private static readonly ImmutableArray<string> Speaking = ["person", "organisation"];

    private static ImmutableArray<string> KindsOf(UnfinishedEnd end) => end.Field switch
    {
        null when end.IsTitle => [SuggestionKinds.Title],
        null when end.IsWhole => SuggestionKinds.Default,
        null => [.. SuggestionKinds.Names, SuggestionKinds.Phrase],
        FieldNames.Said => [SuggestionKinds.Speaker],
        "title" => [SuggestionKinds.Title],
        "text" or "summary" => [SuggestionKinds.Phrase],
        var field when SuggestionKinds.All.Contains(field) => [field],
        _ => [],
    };

    /// <summary>A phrase that is a name as well is offered as the name; one that is typed already completes nothing.</summary>
    private static IEnumerable<Suggestion> WithoutRepetitions(List<Suggestion> found, ImmutableArray<UnfinishedEnd> ends)
    {
        var named = found.Where(static suggestion => suggestion.Kind != SuggestionKinds.Phrase)
            .Select(static suggestion => NameKey.Of(suggestion.Text)).ToHashSet(StringComparer.Ordinal);
        return found.Where(suggestion => suggestion.Kind != SuggestionKinds.Phrase
            || (NameKey.Of(suggestion.Text) is var key && !named.Contains(key) && key != ends[suggestion.Beginning].Words.TrimEnd()));
    }

    private static IEnumerable<Suggestion> TakeTurns(IEnumerable<Suggestion> found, ImmutableArray<UnfinishedEnd> ends, int count)
    {
        var shelves = found
            .OrderBy(static suggestion => suggestion.Beginning)
            .ThenBy(suggestion => NameKey.Of(suggestion.Variant ?? suggestion.Text) == ends[suggestion.Beginning].Words.TrimEnd() ? 0 : 1)
            .ThenByDescending(static suggestion => IsName(suggestion) ? suggestion.Documents : 0)
            .GroupBy(static suggestion => IsName(suggestion) ? "" : suggestion.Kind, StringComparer.Ordinal)
            .OrderBy(static shelf => shelf.Key, StringComparer.Ordinal)
            .ToList();
        return Enumerable.Range(0, count).SelectMany(turn => shelves.SelectMany(shelf => shelf.Skip(turn).Take(1))).Take(count);
    }

    private static bool IsName(Suggestion suggestion) => suggestion.Kind is not (SuggestionKinds.Phrase or SuggestionKinds.Title);
}
