using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Querying;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Asks an index and the judge the same, and compares everything they answer.</summary>
internal sealed class Comparison(LuceneSearchIndex index, Judge judge)
{
    private const double Tolerance = 1e-9;

    /// <summary>The first differences with where they came from; null when there are none.</summary>
    public async Task<string?> Difference(SearchRequest request, string which)
    {
        var full = request with { Count = 100, IncludePartial = false, Facets = FacetNames.All, FacetValues = 7 };
        var page = await index.SearchAsync(full, CancellationToken.None);
        var expected = judge.Matching(request.Query, request.Filters);
        var problems = Hits(page, expected).Concat(Order(page, full, expected)).Concat(Facets(page, expected)).Concat(WordCounts(page, request.Query))
            .Concat(await Streamed(page, full)).Take(3).ToList();
        return problems.Count == 0
            ? null
            : $"{which}: {request.Query}\nsort {request.Sort}, profile {request.Profile}, {string.Join(' ', request.Filters)}\n{string.Join('\n', problems)}\n";
    }

    /// <summary>The documents that a query means.</summary>
    public IEnumerable<string> Found(QueryNode query) => judge.Matching(query, []).Select(static document => document.Id);

    private static IEnumerable<string> Hits(SearchPage page, List<JudgedDocument> expected)
    {
        var found = page.Hits.Select(static hit => hit.Id.Value).ToList();
        var ids = expected.ConvertAll(static document => document.Id);
        if (!found.Order().SequenceEqual(ids.Order()))
        {
            yield return $"not found: {string.Join(' ', ids.Except(found))}; found without reason: {string.Join(' ', found.Except(ids))}";
        }

        if (page.Total != expected.Count || !page.TotalIsExact || page.Coverage < 1)
        {
            yield return $"total {page.Total} instead of {expected.Count}";
        }

        if (!page.Hits.Select(static hit => hit.Rank).SequenceEqual(Enumerable.Range(1, page.Hits.Length)))
        {
            yield return "the places are not counted from 1";
        }
    }

    /// <summary>By what was asked for, then by score, then by code. The scores of plain BM25 are worked out a second time.</summary>
    private IEnumerable<string> Order(SearchPage page, SearchRequest request, List<JudgedDocument> expected)
    {
        var ordered = page.Hits
            .OrderBy(hit => JudgedOrder.Key(judge[hit.Id], request.Sort))
            .ThenByDescending(static hit => hit.Score)
            .ThenBy(static hit => hit.Id.Value, StringComparer.Ordinal);
        if (!page.Hits.Select(static hit => hit.Id).SequenceEqual(ordered.Select(static hit => hit.Id)))
        {
            yield return $"order: {string.Join(' ', page.Hits.Select(static hit => hit.Id))}";
        }

        if (request.Profile != RankingProfile.Bm25.Name || expected.Count == 0)
        {
            yield break;
        }

        var scores = new JudgedScores(judge, request.Query);
        foreach (var hit in page.Hits)
        {
            var score = scores[judge[hit.Id]];
            if (Math.Abs(score - hit.Score) > Tolerance * Math.Max(1, score))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{hit.Id} has score {hit.Score:R} instead of {score:R}");
            }
        }
    }

    private static IEnumerable<string> Facets(SearchPage page, List<JudgedDocument> expected)
    {
        foreach (var facet in page.Facets)
        {
            var counted = JudgedFacets.Count(expected, facet.Facet);
            if (!facet.Values.SequenceEqual(counted.Take(7)) || facet.DistinctValues != counted.Count)
            {
                yield return $"facet {facet.Facet}: {string.Join(' ', facet.Values)}";
            }
        }
    }

    /// <summary>When nothing is found, in how many documents each part stands alone, and each word of a part that stands nowhere.</summary>
    private IEnumerable<string> WordCounts(SearchPage page, QueryNode query)
    {
        long Count(QueryNode node, ImmutableArray<string> fields) =>
            judge.Documents.Count(document => fields.Any(field => document.Places(field, node).Any()));

        var units = page.Total > 0 ? [] : JudgedUnit.Of(query).ToList();
        var told = units.Select(static unit => (string.Join(' ', unit.Fields), unit.Node.ToString())).ToHashSet();
        var expected = new List<long>();
        foreach (var unit in units)
        {
            expected.Add(Count(unit.Node, unit.Fields));
            var parts = expected[^1] > 0 ? [] : Parts(unit.Node).Where(part => part != unit.Node);
            expected.AddRange(parts.Where(part => told.Add((string.Join(' ', unit.Fields), part.ToString()))).Take(20).Select(part => Count(part, unit.Fields)));
        }

        if (!page.WordCounts.Select(static count => count.Documents).SequenceEqual(expected))
        {
            yield return $"word counts: {string.Join(' ', page.WordCounts)}";
        }
    }

    private static IEnumerable<QueryNode> Parts(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => phrase.Elements.SelectMany(Parts),
        QueryNode.Window window => window.Elements.SelectMany(Parts),
        QueryNode.Near near => new[] { near.Left, near.Right }.SelectMany(Parts),
        QueryNode.Any any => any.Children.SelectMany(Parts),
        _ => [node],
    };

    /// <summary>The stream has the same documents in the same order, and all their places.</summary>
    private async Task<List<string>> Streamed(SearchPage page, SearchRequest request)
    {
        var problems = new List<string>();
        var marks = new JudgedMarks(judge, request.Query);
        var streamed = new List<string>();
        await foreach (var found in index.StreamAsync(request, CancellationToken.None))
        {
            streamed.Add(found.Hit.Id.Value);
            problems.AddRange(marks.Problems(found));
            if (found.Total != page.Total || found.IndexVersion != page.IndexVersion)
            {
                problems.Add("the stream counts otherwise than the page");
            }
        }

        if (!streamed.SequenceEqual(page.Hits.Select(static hit => hit.Id.Value)))
        {
            problems.Add("the stream has other documents than the page");
        }

        return problems;
    }
}
