using System.Collections.Immutable;

namespace KnowledgeBase.Evaluation;

/// <summary>Two rankings of the same queries, side by side.</summary>
/// <param name="Before">Name of the first ranking.</param>
/// <param name="After">Name of the second ranking.</param>
/// <param name="Queries">How many queries both have.</param>
/// <param name="Measures">Each measure.</param>
/// <param name="MostChanged">The queries whose nDCG@10 changed most, largest change first; at most ten.</param>
public sealed record ReportComparison(
    string Before,
    string After,
    int Queries,
    ImmutableArray<MeasureComparison> Measures,
    ImmutableArray<QueryChange> MostChanged)
{
    private const int MostShown = 10;

    /// <summary>Compares the queries that both reports have.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="seed">Seed of the randomisation test; the same seed gives the same p.</param>
    public static ReportComparison Of(EvaluationReport before, EvaluationReport after, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var byId = after.Queries.ToDictionary(static query => query.Id, StringComparer.Ordinal);
        var pairs = before.Queries
            .Where(query => byId.ContainsKey(query.Id))
            .Select(query => (Before: query, After: byId[query.Id]))
            .ToList();
        return new ReportComparison(
            before.Ranking,
            after.Ranking,
            pairs.Count,
            [.. Evaluation.Measures.All.Select(measure => Compare(measure.Name, measure.Of, pairs, seed))],
            [
                .. pairs
                    .Select(static pair => new QueryChange(
                        pair.Before.Id, pair.Before.Text, pair.Before.Measures.Ndcg10, pair.After.Measures.Ndcg10))
                    .Where(static change => change.Before != change.After)
                    .OrderByDescending(static change => Math.Abs(change.After - change.Before))
                    .ThenBy(static change => change.Id, StringComparer.Ordinal)
                    .Take(MostShown),
            ]);
    }

    private static MeasureComparison Compare(
        string name, Func<Measures, double> of, List<(QueryResult Before, QueryResult After)> pairs, ulong seed)
    {
        var differences = pairs.Select(pair => of(pair.After.Measures) - of(pair.Before.Measures)).ToArray();
        return new MeasureComparison(
            name,
            pairs.Select(pair => of(pair.Before.Measures)).DefaultIfEmpty(0).Average(),
            pairs.Select(pair => of(pair.After.Measures)).DefaultIfEmpty(0).Average(),
            differences.Count(static difference => difference > 0),
            differences.Count(static difference => difference < 0),
            PairedRandomization.PValue(differences, seed));
    }
}

/// <summary>One measure of two rankings.</summary>
/// <param name="Name">Such as <c>nDCG@10</c>.</param>
/// <param name="Before">Mean of the first.</param>
/// <param name="After">Mean of the second.</param>
/// <param name="Wins">Queries that the second does better.</param>
/// <param name="Losses">Queries that the second does worse.</param>
/// <param name="P">Chance of a difference at least as large if the two rankings were equally good.</param>
public sealed record MeasureComparison(string Name, double Before, double After, int Wins, int Losses, double P);

/// <summary>nDCG@10 of one query in two rankings.</summary>
/// <param name="Id">Id of the query.</param>
/// <param name="Text">What was asked.</param>
/// <param name="Before">In the first.</param>
/// <param name="After">In the second.</param>
public sealed record QueryChange(string Id, string Text, double Before, double After);

/// <summary>Fisher's randomisation test on paired differences.</summary>
/// <remarks>
/// Smucker, Allan and Carterette, "A comparison of statistical significance tests for information retrieval evaluation" (2007).
/// </remarks>
public static class PairedRandomization
{
    private const int Rounds = 10_000;

    /// <summary>
    /// The chance, two-sided, that signs drawn at random give a mean at least as far from 0; at least 1/10,001, and 1 when there is
    /// no difference at all.
    /// </summary>
    /// <param name="differences">One for each query, in a fixed order.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    public static double PValue(IReadOnlyList<double> differences, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var nonzero = differences.Where(static difference => difference != 0).ToArray();
        if (nonzero.Length == 0)
        {
            return 1;
        }

        // A hair below the observed mean: the same sum in another order of signs must not fall out by rounding.
        var observed = Math.Abs(nonzero.Sum()) - (1e-12 * nonzero.Sum(static difference => Math.Abs(difference)));
        var state = seed;
        var asLarge = 0;
        for (var round = 0; round < Rounds; round++)
        {
            asLarge += Math.Abs(RandomlySigned(nonzero, ref state)) >= observed ? 1 : 0;
        }

        return (asLarge + 1.0) / (Rounds + 1.0);
    }

    private static double RandomlySigned(double[] differences, ref ulong state)
    {
        var (sum, bits) = (0.0, 0UL);
        for (var i = 0; i < differences.Length; i++)
        {
            bits = i % 64 == 0 ? Next(ref state) : bits >> 1;
            sum += (bits & 1) == 0 ? differences[i] : -differences[i];
        }

        return sum;
    }

    /// <summary>SplitMix64: the same numbers on every machine and in every version of the library.</summary>
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
