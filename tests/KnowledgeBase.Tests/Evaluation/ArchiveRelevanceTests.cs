using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.Evaluation;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Evaluation;

/// <summary>The archive's own requests, judged over its own documents. <c>tests/Relevance/README.md</c> says how to change them.</summary>
public sealed class ArchiveRelevanceTests : IClassFixture<ArchiveRelevanceTests.ArchiveFixture>
{
    private static readonly LuceneTextAnalyzer Analyzer = new();
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly ArchiveFixture _archive;

    public ArchiveRelevanceTests(ArchiveFixture archive) => _archive = archive;

    private static bool UpdatesBaseline => Environment.GetEnvironmentVariable("KB_UPDATE_RELEVANCE") == "1";

    /// <summary>Corpus is the digest of the documents that were measured: lists can be compared line by line over the same ones only.</summary>
    private sealed record Baseline(double Ndcg10, double Success3, string Corpus, string Why);

    /// <summary>What new documents may cost, since nobody has judged them yet.</summary>
    private const double NewDocuments = 0.01;

    private static Baseline Known => JsonSerializer.Deserialize<Baseline>(File.ReadAllText(Repository.PathOf("tests/Relevance/baseline.json")))!;

    [Fact]
    public void Ranking_is_no_worse_than_the_baseline()
    {
        var file = Repository.PathOf("tests/Relevance/baseline.json");
        var (ndcg, success) = (Math.Round(_archive.Report.Means.Ndcg10, 4), Math.Round(_archive.Report.Means.Success3, 4));
        var baseline = Known;
        if (UpdatesBaseline)
        {
            baseline = baseline with { Ndcg10 = ndcg, Success3 = success, Corpus = _archive.Report.CorpusDigest };
            File.WriteAllText(file, JsonSerializer.Serialize(baseline, Indented) + "\n");
        }

        var allowed = baseline.Corpus == _archive.Report.CorpusDigest ? 0 : NewDocuments;
        Assert.True(ndcg >= baseline.Ndcg10 - allowed, FormattableString.Invariant(
            $"nDCG@10 fell from {baseline.Ndcg10} to {ndcg}. If that is meant, change baseline.json and say why in it.\n{ReportPrint.PrintQueries(_archive.Report)}"));
        Assert.True(success >= baseline.Success3 - (2 * allowed), FormattableString.Invariant($"Success@3 fell from {baseline.Success3} to {success}."));
    }

    [Fact]
    public void Ranking_reaches_what_was_promised()
    {
        Assert.InRange(_archive.Report.Means.Ndcg10, 0.85, 1);
        Assert.InRange(_archive.Report.Means.Success3, 0.95, 1);
    }

    [Fact]
    public void Every_open_request_is_answered_in_the_first_three_and_the_wrongly_phrased_ones_in_the_first_five()
    {
        string[] wronglyPhrased = ["r26", "r30"];
        var unanswered = _archive.Report.Queries
            .Where(static query => query.Id.StartsWith('r'))
            .Where(query => (wronglyPhrased.Contains(query.Id) ? query.Measures.Success5 : query.Measures.Success3) == 0)
            .Select(static query => $"{query.Id}: {query.Text}");
        Assert.Empty(unanswered);
    }

    [Fact]
    public void Every_kind_of_request_is_judged()
    {
        var requests = ArchiveRequests.Read();
        Assert.True(requests.Queries.Length >= 80);
        Assert.All(requests.Queries, query => Assert.True(requests.Judgments.HasAnswer(query.Id), query.Id));
        var unknown = requests.Judgments.ByQuery.Values.SelectMany(static judged => judged.Keys).Distinct().Where(id => !_archive.Documents.ContainsKey(id));
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_first_ten_of_each_request_are_those_of_its_golden_file()
    {
        var folder = Repository.PathOf("tests/Relevance/golden");
        var changed = new List<string>();
        foreach (var query in ArchiveRequests.Read().Queries)
        {
            var file = Path.Combine(folder, query.Id + ".txt");
            var printed = _archive.Print(query);
            if (UpdatesBaseline)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(file, printed);
            }
            else if (Known.Corpus != _archive.Report.CorpusDigest)
            {
                Assert.True(File.Exists(file), file);
            }
            else if (!File.Exists(file) || File.ReadAllText(file) != printed)
            {
                changed.Add($"{file}:\n{printed}");
            }
        }

        Assert.True(changed.Count == 0, $"{changed.Count} lists changed; KB_UPDATE_RELEVANCE=1 writes them anew.\n{string.Join('\n', changed.Take(3))}");
    }

    [Fact]
    public async Task Similar_spellings_do_not_move_what_has_every_word_of_a_well_spelt_request()
    {
        foreach (var (id, with, without) in await _archive.OrdersOfFullMatches())
        {
            Assert.True(without.SequenceEqual(with), id);
        }
    }

    /// <summary>The corpus of the repository, indexed once, and its requests, asked once.</summary>
    public sealed class ArchiveFixture : IAsyncLifetime, IDisposable
    {
        private static readonly DateOnly Today = new(2026, 11, 24);

        private readonly IndexWorkshop _workshop = new();
        private ILookup<string, string>? _lists;

        public EvaluationReport Report { get; private set; } = null!;

        public ImmutableDictionary<string, CorpusDocument> Documents { get; private set; } = [];

        public async Task InitializeAsync()
        {
            var folder = new CorpusFolder(Repository.PathOf("corpus"));
            var view = CorpusView.Of(folder, new ReadLimits(), CancellationToken.None);
            Documents = view.Snapshot.Files.Select(view.Read).Select(static result => result.Document).OfType<CorpusDocument>()
                .DistinctBy(static document => document.Id).ToImmutableDictionary(static document => document.Id.Value);
            _workshop.Build(Documents.Values.OrderBy(static document => document.Id));
            using var index = new LuceneSearchIndex(_workshop.Folder, Analyzer);
            var options = new EvaluationOptions { UsesSearchLanguage = true, Today = Today, Names = Names(folder) };
            (Report, var run) = await new EvaluationRun(index, TimeProvider.System).RunAsync(
                ArchiveRequests.Read(), static id => id.Value, options, CancellationToken.None);
            _lists = run.ToLookup(static line => line.Query, static line => line.Document);
        }

        private static NameTable Names(CorpusFolder folder) => new(RegisterReader.Load(folder.Root).Register.Authorities.Select(static authority =>
            new NameRecord(authority.Kind.ToString().ToLowerInvariant(), authority.Name, authority.Variants, authority.Misspellings)));

        /// <summary>The full matches of every request that is not misspelt, in order: with similar spellings and without.</summary>
        public async Task<IReadOnlyList<(string Id, IReadOnlyList<string> With, IReadOnlyList<string> Without)>> OrdersOfFullMatches()
        {
            using var index = new LuceneSearchIndex(_workshop.Folder, Analyzer);
            var orders = new List<(string, IReadOnlyList<string>, IReadOnlyList<string>)>();
            foreach (var query in ArchiveRequests.WellSpelt())
            {
                var request = new SearchRequest { Query = QueryReader.Read(query.Text, Today, NameTable.Empty).Query, Count = 100 };
                orders.Add((query.Id, await Full(index, request), await Full(index, request with { IncludePartial = false })));
            }

            return orders;
        }

        private static async Task<IReadOnlyList<string>> Full(LuceneSearchIndex index, SearchRequest request) =>
            [.. (await index.RankAsync(request, CancellationToken.None)).Where(static hit => hit.IsFullMatch).Select(static hit => hit.Id.Value)];

        /// <summary>The first ten documents of a request: judged relevance, reference code, title.</summary>
        public string Print(JudgedQuery query)
        {
            var judged = ArchiveRequests.Read().Judgments.Of(query.Id);
            var text = new StringBuilder(query.Text).Append("\n\n");
            foreach (var id in _lists![query.Id].Take(10))
            {
                text.Append(CultureInfo.InvariantCulture, $"{(judged.TryGetValue(id, out var relevance) ? relevance.ToString(CultureInfo.InvariantCulture) : "-")}  {id}  {Documents[id].Metadata.Title}\n");
            }

            return text.ToString();
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _workshop.Dispose();
    }
}

/// <summary>Reads <c>tests/Relevance</c>.</summary>
internal static class ArchiveRequests
{
    /// <summary>The requests in which every word is spelled as it should be.</summary>
    public static IEnumerable<JudgedQuery> WellSpelt() => Rows().Where(static columns => columns[1] != "misspelt").Select(static columns => new JudgedQuery(columns[0], columns[3]));

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Repository.PathOf("tests/Relevance/queries.tsv")).Skip(1).Select(static line => line.Split('\t'));

    public static JudgedSet Read()
    {
        using var judgments = new StreamReader(Repository.PathOf("tests/Relevance/judgments.tsv"));
        var queries = Rows().Select(static columns => new JudgedQuery(columns[0], columns[3]));
        return new JudgedSet("archive", [], [.. queries], TrecFiles.ReadJudgments(judgments));
    }
}
