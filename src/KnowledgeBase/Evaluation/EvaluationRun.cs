using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Evaluation;

/// <summary>How queries are asked and measured.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Name of the ranking profile; null for the default.</summary>
    public string? Profile { get; init; }

    /// <summary>
    /// Whether the queries use the search language, as the archive's own do. Default false: they are prose, and what looks like an
    /// operator in them is a word like any other.
    /// </summary>
    public bool UsesSearchLanguage { get; init; }

    /// <summary>Names whose variants find each other, as they do for a reader. Default none.</summary>
    public NameTable Names { get; init; } = NameTable.Empty;

    /// <summary>How deep each list is looked at. Default 1,000.</summary>
    public int Depth { get; init; } = 1_000;

    /// <summary>Commit of the program, for the report.</summary>
    public string Commit { get; init; } = "";

    /// <summary>What <c>added:last-week</c> counts from in queries that use the search language.</summary>
    public DateOnly Today { get; init; } = DateOnly.MinValue;
}

/// <summary>Asks an index the queries of a judged set, in the way a reader does, and measures the answers.</summary>
/// <param name="index">Holds the documents of the set.</param>
/// <param name="clock">Measures the seconds.</param>
public sealed class EvaluationRun(ISearchIndex index, TimeProvider clock)
{
    private const int WordsOfPart = 40;

    /// <summary>Asks every query that has an answer.</summary>
    /// <param name="set">The queries and judgements.</param>
    /// <param name="judgedId">The id by which the judgements know a document.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>The report, and every list for a run file.</returns>
    public async Task<(EvaluationReport Report, ImmutableArray<RunLine> Run)> RunAsync(
        JudgedSet set, Func<DocumentId, string> judgedId, EvaluationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        var facts = await index.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        var profile = RankingProfile.Named(options.Profile);
        var run = ImmutableArray.CreateBuilder<RunLine>();
        var results = ImmutableArray.CreateBuilder<QueryResult>();
        var begin = clock.GetTimestamp();
        foreach (var query in set.Queries.Where(query => set.Judgments.HasAnswer(query.Id)))
        {
            var request = new SearchRequest { Query = Read(query.Text, options), Count = options.Depth, Profile = profile.Name };
            var ranked = await index.RankAsync(request, cancellationToken).ConfigureAwait(false);
            var ids = ranked.Select(hit => judgedId(hit.Id)).ToArray();
            results.Add(new QueryResult(query.Id, query.Text, Measures.Of(ids, set.Judgments.Of(query.Id))));
            run.AddRange(ranked.Select((hit, i) => new RunLine(query.Id, ids[i], hit.Score)));
        }

        var report = new EvaluationReport
        {
            Collection = set.Name,
            Ranking = FormattableString.Invariant($"{profile.Name}/{profile.Version}"),
            Commit = options.Commit,
            CorpusDigest = facts.CorpusDigest,
            Documents = facts.Documents,
            SearchSeconds = clock.GetElapsedTime(begin).TotalSeconds,
            Means = Measures.Mean([.. results.Select(static result => result.Measures)]),
            Queries = results.ToImmutable(),
            Problems = set.Problems,
        };
        return (report, run.ToImmutable());
    }

    /// <summary>Measures a run that was made elsewhere.</summary>
    public static EvaluationReport Measure(JudgedSet set, IReadOnlyList<RunLine> run, string name)
    {
        ArgumentNullException.ThrowIfNull(set);
        var lists = run.ToLookup(static line => line.Query, static line => line.Document, StringComparer.Ordinal);
        ImmutableArray<QueryResult> results =
        [
            .. set.Queries
                .Where(query => set.Judgments.HasAnswer(query.Id))
                .Select(query => new QueryResult(query.Id, query.Text, Measures.Of([.. lists[query.Id]], set.Judgments.Of(query.Id)))),
        ];
        return new EvaluationReport
        {
            Collection = set.Name,
            Ranking = name,
            Means = Measures.Mean([.. results.Select(static result => result.Measures)]),
            Queries = results,
            Problems = set.Problems,
        };
    }

    private static QueryNode Read(string text, EvaluationOptions options) => options.UsesSearchLanguage
        ? QueryReader.Read(text, options.Today, options.Names).Query
        : VariantExpansion.Expand(Prose(text, options.Today), options.Names).Query;

    /// <summary>A request written as prose, of any length: read in parts that are within the limits of what a reader may type.</summary>
    private static QueryNode Prose(string text, DateOnly today) => QuerySimplifier.Simplify(new QueryNode.All(
    [
        .. WordCutter.OneForEachPlace(text).Chunk(WordsOfPart)
            .Select(part => QueryParser.Parse(PlainText(part), today, WordCutter.OneForEachPlace).Query),
    ]));

    /// <summary>The words without punctuation, the operators among them (AND, OR, NOT) in small letters: the same words, and no more.</summary>
    private static string PlainText(IEnumerable<string> words) =>
        WordSegmenter.Join(words.Select(static word => word is "AND" or "OR" or "NOT" ? word.ToLowerInvariant() : word));
}
